"""Reference material: examples, terms, links, code lists and the dates of a reporting year."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from typing import Literal

from pydantic import Field

from nvplan.model.base import Frozen
from nvplan.model.county import ActorType
from nvplan.model.requirement import Source

#: What an example shows. `planerat` covers what is decided but not seen to have begun, `lage` a state or an opinion,
#: `arbetssatt` a working method that no county is named for. The words stand in the code list `exempeltyp`.
ExampleKind = Literal["infort", "paborjat", "planerat", "lage", "hinder", "arbetssatt"]
EXAMPLE_KINDS: tuple[ExampleKind, ...] = ("infort", "paborjat", "planerat", "lage", "hinder", "arbetssatt")
#: `kalla`: a source says what the term means. `sammanhang`: a source uses it, the explanation is read out of the
#: context. `nvplan`: the term is the program's own.
TermBasis = Literal["kalla", "sammanhang", "nvplan"]

#: The list whose codes are the lists.
LIST_OF_LISTS = "kodlista"


class Example(Frozen):
    """What a county did, had or met, as a source told it: history and comparison, never the county's own answer."""

    id: str
    county_codes: tuple[str, ...] = ()
    """SCB's two-digit codes; empty where the source names no county."""
    place: str = ""
    """Kommun, kommuner or part of the county, as far as the source says."""
    area: str
    """A code of the list `omrade`."""
    kind: ExampleKind
    year: int | None = None
    """The year that the source ties to it (when it began, was counted or is planned); None where it gives none."""
    reported: int
    """The year that the report is about: what to say where `year` is None."""
    text: str
    address: str = ""
    source: Source


class Term(Frozen):
    """A word of the glossary, explained in the project's own words."""

    id: str
    term: str
    aliases: tuple[str, ...] = ()
    definition: str
    basis: TermBasis
    note: str = ""
    """A reservation; for `sammanhang` it says that the source has no definition."""
    english: str = ""
    """The word that the code uses, where it has a name for this."""
    source: Source | None = None


class Link(Frozen):
    """An address that a source or the project's own reading gives; nobody has checked that it still answers."""

    id: str
    title: str
    address: str
    purpose: str
    area: str
    county_codes: tuple[str, ...] = ()
    source: Source


class Code(Frozen):
    """A coded value with its word. The list `kodlista` holds the lists themselves."""

    list: str = Field(pattern=r"^[a-z_]+$")
    id: str = Field(pattern=r"^[a-z0-9_]+$")
    label: str
    former: tuple[str, ...] = ()
    """What it was called in older versions, in forms that are still out."""
    also: tuple[str, ...] = ()
    """Other words that people write in forms and that mean it."""
    meaning: str = ""
    parent: str = ""
    """Another code of the same list that this one belongs to."""
    source: Source | None = None


class CodeList(Frozen):
    """A list of codes in the order in which they are shown."""

    id: str
    title: str
    about: str = ""
    codes: tuple[Code, ...]

    def code(self, identity: str) -> Code | None:
        """Return the code with this id."""
        return next((code for code in self.codes if code.id == identity), None)

    def label(self, identity: str) -> str:
        """Return the code's word; an id that the list lacks is returned as it is."""
        found = self.code(identity)
        return found.label if found else identity

    def with_children(self, identity: str) -> tuple[str, ...]:
        """Return the id and those of the codes that belong to it."""
        return (identity, *(code.id for code in self.codes if code.parent == identity))


class YearDate(Frozen):
    """A date of a past reporting year. For another year it is only a pattern that the county must confirm."""

    id: str
    year: int
    """The reporting year that the date belongs to."""
    date: str = Field(pattern=r"^\d{4}-\d{2}(-\d{2})?$")
    """An ISO day, or an ISO month where the source gives no day."""
    what: str
    who: str
    """Who does it, in words."""
    actors: tuple[ActorType, ...] = ()
    """Who in the county has something to do; empty where the date is only to know of."""
    receiver: str = ""
    form: str = ""
    """The report form that the date belongs to."""
    note: str = ""
    source: Source

    def moved_to(self, year: int) -> str:
        """Return the same day or month of another reporting year, as ISO: a suggestion, not a date that holds."""
        written, rest = self.date[:4], self.date[4:]
        return f"{int(written) + year - self.year:04d}{rest}"
