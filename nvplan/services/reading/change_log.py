"""The change log as a person reads it: when, in which role, what, from what to what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nvplan.catalog.questions import all_questions
from nvplan.model.collation import fold
from nvplan.model.kinds import kind_of
from nvplan.model.objects import TYPES
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.safetext import one_line
from nvplan.model.values import show_value
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.store.journal import Entry, FieldChange
from nvplan.texts import common as common_texts
from nvplan.texts import store as store_texts

if TYPE_CHECKING:
    from nvplan.services.reading.open_plan import OpenPlan

#: How much of a value the list shows.
_LONGEST = 60


@dataclass(frozen=True)
class ChangeRow:
    """One change in the list; `values` is what stood before and after, shortened."""

    revision: int
    when: str
    role: str
    what: str
    values: str


def change_rows(session: OpenPlan, wanted: str = "") -> list[ChangeRow]:
    """Return the changes, latest first; with `wanted` those in which the word stands (å ä ö may be written a a o)."""
    return [_row(entry) for entry in _matching(session, wanted)]


def changes_since(session: OpenPlan, revision: int | None) -> list[str]:
    """Return in a few words each what has changed after a revision, oldest first; nothing where none is known."""
    if revision is None:
        return []
    return [what_changed(entry) for entry in session.repository.history() if entry.get("revision", 0) > revision]


def history_json(session: OpenPlan, wanted: str = "") -> list[dict[str, Any]]:
    """Return the changes in full, latest first, as `nvplan historik --json` prints them."""
    return [{
        "revision": entry["revision"], "when": entry["when"], "role": entry.get("role", ""),
        "command": entry.get("command", ""), "subject": entry.get("subject") or None,
        "actor": entry.get("actor") or None, "text": what_changed(entry),
        "undoes": entry.get("undoes"), "redoes": entry.get("redoes"),
        "changes": [_change_json(change) for change in entry.get("changes", [])],
    } for entry in _matching(session, wanted)]


def _matching(session: OpenPlan, wanted: str) -> Iterator[Entry]:
    folded = fold(wanted.strip())
    for entry in reversed(session.repository.history()):
        if not folded or folded in fold(_searchable(entry)):
            yield entry


def _searchable(entry: Entry) -> str:
    values = (show_change_value(change, side) for change in entry.get("changes", []) for side in ("before", "after"))
    return "\n".join((what_changed(entry), entry.get("role", ""), entry["when"], entry.get("actor", ""), *values))


def _row(entry: Entry) -> ChangeRow:
    shown = [_before_after(change) for change in entry.get("changes", [])[:3]]
    left = len(entry.get("changes", [])) - len(shown)
    if left > 0:
        shown.append(store_texts.MORE_FIELDS.format(count=left))
    return ChangeRow(entry["revision"], entry["when"][:16].replace("T", " "), entry.get("role", ""),
                     one_line(what_changed(entry), 72), store_texts.join_parts(shown))


def what_changed(entry: Entry) -> str:
    """Return in a few words what the change was about, with the actor where it was one actor's."""
    told = describe(entry)
    actor = entry.get("actor", "")
    if actor and actor != WHOLE_COUNTY and entry.get("subject") in all_questions():
        told = f"{told} ({actor})"
    if "undoes" in entry:
        return store_texts.CHANGE_OF_UNDO.format(what=told)
    return store_texts.CHANGE_OF_REDO.format(what=told) if "redoes" in entry else told


def describe(entry: Entry) -> str:
    """Return in a few words what a change was about."""
    subject = entry.get("subject", "")
    if entry.get("command") in store_texts.CHANGES:
        return store_texts.CHANGES[entry["command"]].format(subject=subject)
    question = all_questions().get(subject)
    if question is not None:
        return common_texts.CHANGE_QUESTION.format(id=question.id, label=question.label)
    return common_texts.change_subject(entry.get("command", ""), subject)


def _before_after(change: FieldChange) -> str:
    before, after = (one_line(show_change_value(change, side), _LONGEST) for side in ("before", "after"))
    return store_texts.BEFORE_AFTER.format(before=before or store_texts.NO_VALUE, after=after or store_texts.NO_VALUE)


def show_change_value(change: FieldChange, side: str) -> str:
    """Return a field's value before or after the change as a person reads it; empty where there was none."""
    value: Any = change.get(side)
    if value is None:
        return ""
    question = all_questions().get(change["path"][-1]) if change["path"] else None
    if question is not None and isinstance(value, dict):
        if value.get("skipped"):
            return store_texts.CHANGE_SKIPPED
        return show_value(question, value.get("value"))
    if isinstance(value, dict):
        return str(value.get("title") or value.get("name") or value.get("text") or ", ".join(map(str, value.values())))
    return ", ".join(_word(change, one) for one in value) if isinstance(value, list) else _word(change, value)


def _word(change: FieldChange, value: Any) -> str:
    """Return a code with its word and a day in words; anything else as it is stored."""
    known = fields_by_name(change["table"]) if change["table"] in TYPES and change["path"] else {}
    spec = known.get(change["path"][-1]) if known else None
    if spec is None or kind_of(spec).is_number:
        return str(value)
    return kind_of(spec).show(spec, value)


def _change_json(change: FieldChange) -> dict[str, Any]:
    return {"table": change["table"], "id": change["id"], "path": list(change["path"]),
            "before": change.get("before"), "after": change.get("after")}
