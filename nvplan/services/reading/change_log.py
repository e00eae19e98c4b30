"""The change log as a person reads it: when, in which role, what, from what to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nvplan.model.collation import fold
from nvplan.model.objects import ABOUT
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.safetext import one_line
from nvplan.services.reading.change_words import (
    actor_word,
    documents_of,
    field_of,
    place,
    show_change_value,
    what_changed,
)
from nvplan.services.reading.object_references import Documents
from nvplan.services.reading.state import ANSWERS
from nvplan.store.journal import Entry, FieldChange
from nvplan.texts import change_words as words
from nvplan.texts import store as store_texts

if TYPE_CHECKING:
    from nvplan.services.reading.open_plan import OpenPlan

#: How much of a value the list shows.
_LONGEST = 60
#: The field in which the program keeps the steps of an object's watched fields.
STEPS = "history"


@dataclass(frozen=True)
class ChangeRow:
    """One change in the list; `values` is what stood before and after, shortened."""

    revision: int
    when: str
    role: str
    what: str
    values: str
    is_new: bool = False
    """Whether something was added as a whole, so that what it says is what it is."""


def change_rows(session: OpenPlan, wanted: str = "") -> list[ChangeRow]:
    """Return the changes, latest first; with `wanted` those in which the word stands (å ä ö may be written a a o)."""
    documents = documents_of(session.repository)
    return [change_row(entry, documents) for entry in _matching(session, wanted, documents)]


def changes_since(session: OpenPlan, revision: int | None) -> list[str]:
    """Return in a few words each what has changed after a revision, oldest first; nothing where none is known."""
    if revision is None:
        return []
    documents = documents_of(session.repository)
    return [what_changed(entry, documents) for entry in session.repository.history()
            if entry.get("revision", 0) > revision]


def history_of(session: OpenPlan, table: str, identity: str, most: int) -> tuple[list[ChangeRow], int]:
    """Return the latest changes of one object, latest first, at most so many, and how many more there are."""
    def by_object(_state: object) -> dict[tuple[str, str], list[Entry]]:
        found: dict[tuple[str, str], list[Entry]] = {}
        for entry in reversed(session.repository.history()):
            for key in dict.fromkeys((change["table"], change["id"]) for change in entry.get("changes", ())):
                found.setdefault(key, []).append(entry)
        return found

    entries = session.once(("historik", "per post"), by_object).get((table, identity), [])
    documents = documents_of(session.repository)
    return [change_row(entry, documents) for entry in entries[:most]], max(0, len(entries) - most)


def history_json(session: OpenPlan, wanted: str = "") -> list[dict[str, Any]]:
    """Return the changes in full, latest first, as `nvplan historik --json` prints them."""
    documents = documents_of(session.repository)
    return [{
        "revision": entry["revision"], "when": entry["when"], "role": entry.get("role", ""),
        "command": entry.get("command", ""), "subject": entry.get("subject") or None,
        "actor": entry.get("actor") or None, "text": what_changed(entry, documents),
        "undoes": entry.get("undoes"), "redoes": entry.get("redoes"),
        "takes_back": entry.get("takes_back"),
        "changes": [_change_json(change) for change in entry.get("changes", [])],
    } for entry in _matching(session, wanted, documents)]


def _matching(session: OpenPlan, wanted: str, documents: Documents) -> Iterator[Entry]:
    folded = fold(wanted.strip())
    for entry in reversed(session.repository.history()):
        if not folded or folded in fold(_searchable(entry, documents)):
            yield entry


def _searchable(entry: Entry, documents: Documents) -> str:
    told = [text for change in entry.get("changes", []) for text in (
        place(change, documents), *(show_change_value(change, side, documents) for side in ("before", "after")))]
    return "\n".join((what_changed(entry, documents), entry.get("role", ""), entry["when"], entry.get("actor", ""),
                      entry.get("subject", ""), *told))


def change_row(entry: Entry, documents: Documents) -> ChangeRow:
    """Return one change as the list shows it."""
    changes = changes_told(entry)
    same = _same_in_all(changes, documents)
    shown = [same] if same else [_before_after(entry, change, documents) for change in changes[:3]]
    if not same and len(changes) > len(shown):
        shown.append(store_texts.MORE_FIELDS.format(count=len(changes) - len(shown)))
    return ChangeRow(entry["revision"], entry["when"][:16].replace("T", " "), entry.get("role", ""),
                     one_line(what_changed(entry, documents), 72), store_texts.join_parts(shown),
                     is_new=bool(changes) and all(_adds(one) for one in changes))


def is_kept_by_program(change: FieldChange) -> bool:
    """Tell whether a field holds the steps that the program keeps of others: they follow those and are no change."""
    return change["path"] == [STEPS] and change["table"] in ABOUT and bool(ABOUT[change["table"]].watched)


def changes_told(entry: Entry) -> list[FieldChange]:
    """Return the changes that a person made; what the program keeps beside them is told only where it is alone."""
    changes = list(entry.get("changes", ()))
    return [one for one in changes if not is_kept_by_program(one)] or changes


def _same_in_all(changes: Sequence[FieldChange], documents: Documents) -> str:
    """Return which field got which value in several posts, empty where they did not all get the same."""
    first = changes[0] if len(changes) > 1 else None
    if first is None or not first["path"] or len({one["id"] for one in changes}) != len(changes):
        return ""
    what = first["table"], first["path"], first.get("after")
    label = field_of(first)
    if not label or any((one["table"], one["path"], one.get("after")) != what for one in changes):
        return ""
    after = one_line(show_change_value(first, "after", documents), _LONGEST)
    return store_texts.ALL_TO.format(label=label, after=after or store_texts.NO_VALUE)


def _adds(change: FieldChange) -> bool:
    """Whether a change adds a whole object; the first answer of a chapter adds its document and is a change still."""
    return change["table"] != ANSWERS and not change["path"] and not change.get("before")


def change_facts(entry: Entry, documents: Documents) -> Iterator[tuple[str, str]]:
    """Yield each field of a change with what stood there before and after, in full."""
    for change in changes_told(entry):
        before, after = (show_change_value(change, side, documents) for side in ("before", "after"))
        yield place(change, documents), store_texts.BEFORE_AFTER.format(
            before=before or store_texts.NO_VALUE, after=after or store_texts.NO_VALUE)


def _before_after(entry: Entry, change: FieldChange, documents: Documents) -> str:
    """Return what stood in a field and what stands there now, and which field it is where the change does not say."""
    before, after = (one_line(show_change_value(change, side, documents), _LONGEST) for side in ("before", "after"))
    told = store_texts.BEFORE_AFTER.format(before=before or store_texts.NO_VALUE, after=after or store_texts.NO_VALUE)
    if change["path"] and change["path"][-1] == entry.get("subject"):
        actor = change["id"].partition("@")[2]
        if entry.get("actor") or actor in ("", WHOLE_COUNTY):
            return told
        return words.LABELLED.format(label=actor_word(actor, documents), value=told)
    where = field_of(change) if change["id"] == entry.get("subject") else place(change, documents)
    return words.LABELLED.format(label=one_line(where, _LONGEST), value=told) if where else told


def _change_json(change: FieldChange) -> dict[str, Any]:
    return {"table": change["table"], "id": change["id"], "path": list(change["path"]),
            "before": change.get("before"), "after": change.get("after")}
