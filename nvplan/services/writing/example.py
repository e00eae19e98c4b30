"""The example county: Kronoberg with invented answers, marked EXEMPEL on every screen and page."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from nvplan.catalog.questions import all_questions
from nvplan.catalog.reading import read_jsonl
from nvplan.model.base import Frozen
from nvplan.model.objects import Collection, Contribution, Mailing, MeetingItem
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.values import check_value
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan, make_folder
from nvplan.services.writing.session import PlanSession
from nvplan.store.settings import settings_folder

#: The county, year and first moment of the example; a fixed clock makes the same file every time.
COUNTY, YEAR = "07", 2027
_BEGINS = dt.datetime(2026, 9, 1, 9, 0, tzinfo=dt.UTC)


class ExampleAnswer(Frozen):
    """An invented answer, in the form in which a question's kind is given as JSON."""

    question: str
    actor: str = WHOLE_COUNTY
    value: str | bool | list[str] | list[dict[str, str | bool]]
    same_sitting: bool = False
    """Whether it is written down in the same sitting as the row before it."""


#: What belongs to a meeting or to collecting is written down in the same sitting as what came before it.
_SAME_SITTING = frozenset({one.about.name for one in (MeetingItem, Contribution, Collection, Mailing)})


class ExampleObject(Frozen):
    """An invented shared object."""

    type: str
    id: str
    fields: dict[str, object]


def example_path() -> Path:
    """Return where the example lies when a person opens it without naming a file."""
    return settings_folder() / "exempel.nvplan"


def create_example(path: Path) -> PlanSession:
    """Write the example county to a new file.

    Raises:
        PlanFileError: the file exists or cannot be written.
        CatalogError: the example's data does not hold.
    """
    written = 0
    goes_on = True

    def clock() -> dt.datetime:
        nonlocal written
        written += goes_on
        return _BEGINS + dt.timedelta(minutes=20 * (written - 1))

    make_folder(path.absolute().parent)
    session = create_plan(path, COUNTY, YEAR, example=True, clock=clock)
    for row in read_jsonl("exempellan/svar.jsonl", ExampleAnswer):
        goes_on = not row.same_sitting
        session.do(SetAnswer(row.question, check_value(all_questions()[row.question], row.value), row.actor))
    for one in read_jsonl("exempellan/objekt.jsonl", ExampleObject):
        goes_on = one.type not in _SAME_SITTING
        session.do(SetObject(one.type, one.id, one.fields))
    return session
