"""What a meeting is prepared from: ready-made agendas, as data/ has them."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from pydantic import Field

from nvplan.model.base import Frozen
from nvplan.model.objects.meetings import ItemForm
from nvplan.model.objects.records import MeetingKind


class AgendaItem(Frozen):
    """An item of an agenda; `minutes` is a proposal."""

    title: str = Field(min_length=1, max_length=300)
    form: ItemForm = "samtal"
    minutes: int = Field(ge=1, le=600)
    prompt: str = ""
    """What the group is to talk about; empty where the question says so itself."""
    question: str = ""
    """The id of a question that the item answers."""


class Dimension(Frozen):
    """Something that a meeting scores from 0 to 5: what it is called, and what 0 and 5 mean."""

    id: str
    set: str
    """What it belongs together with."""
    title: str
    low: str
    high: str
    question: str = ""
    """A question that it hangs on: it is scored only where the answer is `value`."""
    value: str = ""


class Agenda(Frozen):
    """A ready-made agenda: what it is for, and its items in order."""

    id: str
    title: str
    kind: MeetingKind
    purpose: str
    items: tuple[AgendaItem, ...] = Field(min_length=1)

    @property
    def minutes(self) -> int:
        """How many minutes its items are proposed to take together."""
        return sum(item.minutes for item in self.items)
