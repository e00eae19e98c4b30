"""The facts that a plan consists of and where each stands, as far as somebody could look for it in two places."""

from nvplan.model.base import Frozen


class ListedFact(Frozen):
    """A fact with its one place; or with `differs`, questions that sound alike and ask for facts of their own."""

    fact: str
    place: str = ""
    """Where it stands: the type and field of a shared object, or the question that is asked for it in several plans."""
    asked: tuple[str, ...]
    """The questions that read and write it there, fields of objects and items of reports that do; of those that sound
    alike, which they are."""
    differs: str = ""
    """Why those that sound alike are not the same fact."""
