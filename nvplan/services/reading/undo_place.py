"""What the next undo or redo would change, and where: so that nobody takes back what they do not see unasked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nvplan.catalog.questions import all_questions
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.services.reading.change_words import about, documents_of
from nvplan.services.reading.places import REQUIREMENTS
from nvplan.services.reading.state import ACTORS, ANSWERS, PLAN
from nvplan.store.journal import Entry, FieldChange, undoable

if TYPE_CHECKING:
    from nvplan.services.reading.open_plan import OpenPlan

#: The table with what is written in reports, and the type of object that the texts belong to.
_REPORT_TEXTS, _OCCASION = "redovisningssvar", "rapporttillfalle"
_ASSESSMENT = "kravbedomning"
#: What the places of the plan itself are called: its standing and its requirement set.
WHOLE_PLAN = "plan:"


@dataclass(frozen=True)
class Reversal:
    """A change that would be taken back or brought back: what it was about in words, how, and the places it touches.

    Places are written as findings write theirs: `fraga:ID@ACTOR`, `krav:ID@ACTOR`, `TYPE:ID`, and `plan:`.
    """

    words: str
    command: str
    places: tuple[str, ...]


def next_undo(plan: OpenPlan) -> Reversal | None:
    """Return what this role's next undo would take back; None where there is nothing."""
    return _reversal(plan, undoable(plan.repository.history(), plan.role)[0])


def next_redo(plan: OpenPlan) -> Reversal | None:
    """Return what this role's next redo would bring back; None where there is nothing."""
    return _reversal(plan, undoable(plan.repository.history(), plan.role)[1])


def _reversal(plan: OpenPlan, entries: list[Entry]) -> Reversal | None:
    if not entries:
        return None
    entry = entries[-1]
    return Reversal(about(entry, documents_of(plan.repository)), entry.get("command", ""), places_of(entry))


def places_of(entry: Entry) -> tuple[str, ...]:
    """Return the places that a change touches, as findings write theirs."""
    places = dict.fromkeys(place for change in entry.get("changes", ()) for place in _places(change))
    subject = entry.get("subject", "")
    if subject in all_questions():  # the answer may be kept in an object
        places[f"fraga:{subject}@{entry.get('actor') or WHOLE_COUNTY}"] = None
    return tuple(places)


def _places(change: FieldChange) -> Iterator[str]:
    table, identity = change["table"], change["id"]
    if table == ANSWERS:
        actor = identity.partition("@")[2] or WHOLE_COUNTY
        keys = change["path"][-1:] or [key for side in ("before", "after") for key in _answers(change.get(side))]
        yield from (f"fraga:{key}@{actor}" for key in keys)
    elif table == _REPORT_TEXTS:
        yield f"{_OCCASION}:{identity}"
    elif table == PLAN:
        yield WHOLE_PLAN
    elif table == _ASSESSMENT:
        requirement, _, actor = identity.partition("@")
        yield f"{REQUIREMENTS}:{requirement.upper()}@{actor}"
    else:
        yield f"{'aktor' if table == ACTORS else table}:{identity}"


def _answers(body: Any) -> Mapping[str, Any]:
    answers = body.get("answers") if isinstance(body, dict) else None
    return answers if isinstance(answers, dict) else {}
