"""Report structures and money forms: what a county is asked to report, in which order and by when."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from typing import Literal

from pydantic import Field as Limited

from nvplan.model.base import Frozen
from nvplan.model.county import ActorType
from nvplan.model.kinds.field import Field, ReportKind
from nvplan.model.requirement import Source

#: Where a structure comes from. `officiell`: it stands in a source as a form or question set. `ur_kraven`: the duty
#: to report is official, but the question set was never found, so the questions follow the agreement's own wording.
#: `disposition`: nvplan's outline, never shown as official.
Origin = Literal["officiell", "ur_kraven", "disposition"]
ItemType = Literal["anvisning", "tidpunkt", "avsnitt", "fraga", "delfraga", "tabell", "kolumn", "falt", "val",
                   "intygande", "anmarkning", "innehall"]
#: The forms that are no list of questions: a table of VFU, and the two money forms.
Layout = Literal["vfu", "rekvisition", "ekonomi"]
#: How a field of the money form is worked out from the others.
Formula = Literal["summa_kostnader", "oforbrukade_medel"]

#: The types that expect an answer.
ANSWERED: tuple[ItemType, ...] = ("fraga", "delfraga", "tabell", "falt", "val", "innehall")


class DueDate(Frozen):
    """A day by which something is handed in."""

    date: str = Limited(pattern=r"^\d{4}-\d{2}-\d{2}$")
    what: str


class ReportForm(Frozen):
    """A question structure, a money form, or an outline; its items stand in a file of their own."""

    id: str = Limited(pattern=r"^[a-z_0-9]+$")
    title: str
    receiver: str = ""
    """Who the report goes to; empty for an outline."""
    actors: tuple[ActorType, ...]
    """Who hands it in."""
    year: int | None = None
    """The year that is reported."""
    origin: Origin
    dates: tuple[DueDate, ...] = ()
    layout: Layout | None = None
    """For a form that is printed in a way of its own: which. Others are questions with answers, whoever hands it in."""
    vision: bool = False
    """Whether table 2.2 is the one on the målbild, with its days in 2.2.2 to 2.2.4: it is filled from the plan."""
    questions: str = ""
    """What its questions are called in a report that answers them; empty where the title says it."""
    note: str = ""
    sources: tuple[Source, ...]

    @property
    def is_official(self) -> bool:
        """Whether the structure itself stands in a source."""
        return self.origin == "officiell"

    @property
    def is_derived(self) -> bool:
        """Whether it is nvplan's own outline, which must never be shown as official."""
        return self.origin == "disposition"


#: Where the year that is reported stands in the words of an item.
PERIOD_YEAR = "{ar}"


class ReportItem(Frozen):
    """One line of a structure. `parent` is empty at the top level, `order` rises through the whole form."""

    id: str
    form: str
    order: int = Limited(gt=0)
    parent: str = ""
    level: int = Limited(gt=0)
    type: ItemType
    text: str
    help: str = ""
    """What to think of when answering, in nvplan's words: for those who answer, and not told back to who asked."""
    due: tuple[str, ...] = ()
    """ISO days by which it is answered. Empty: no day of its own, it stands or is handed in with the form."""
    actors: tuple[ActorType, ...] = ()
    """Who it is asked of, where that is fewer than the form's."""
    areas: tuple[str, ...] = ()
    """Codes of the list `omrade` that the question's insatser come from."""
    conditional: str = ""
    """When it is answered at all."""
    event: str = ""
    """What happened in the form's own year that it is about: in another year it may not be asked."""
    value: ReportKind | None = None
    """What kind of field it is; a question without one is answered with a long text."""
    computed: Formula | None = None
    personal: bool = False
    """Whether it is about a person: it may stay blank for ink, and stays out of history, data and shared screens."""
    derived: bool = False
    note: str = ""
    source: Source

    @property
    def field(self) -> Field:
        """The item as a field that is filled in."""
        return Field(id=self.id, label=self.text, kind=self.value or "langtext")

    @property
    def is_answered(self) -> bool:
        """Whether an answer is expected here, apart from headings, instructions and what is worked out."""
        return self.type in ANSWERED and self.computed is None


def children(items: tuple[ReportItem, ...], parent: str = "") -> tuple[ReportItem, ...]:
    """Return what stands directly below an item, in order; with no parent, the top level."""
    return tuple(item for item in items if item.parent == parent)


def due_on(items: tuple[ReportItem, ...], date: str) -> tuple[ReportItem, ...]:
    """Return what is answered by an ISO day: the questions due then, and their headings.

    An item without a day of its own (a heading, an instruction, a column) is kept if something below it is due or if
    nothing below it has a day.
    """
    dated = {item.id for item in items if item.due}
    wanted = {item.id for item in items if date in item.due}
    return tuple(item for item in items if _stays(item, items, dated, wanted))


def _stays(item: ReportItem, items: tuple[ReportItem, ...], dated: set[str], wanted: set[str]) -> bool:
    if item.id in dated:
        return item.id in wanted
    below = [child for child in items if child.parent == item.id]
    if not below:
        above = next((parent for parent in items if parent.id == item.parent), None)
        return above is None or above.id not in dated or above.id in wanted
    return any(_stays(child, items, dated, wanted) for child in below)
