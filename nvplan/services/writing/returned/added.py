"""Rows that someone has added to a list: new objects, or ones that the plan knows by their title."""

from __future__ import annotations

from typing import Any

from nvplan.model.collation import fold
from nvplan.model.errors import InputError
from nvplan.model.objects_base import SharedObject
from nvplan.services.reading.object_references import title_of
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.writing.merging import Proposal
from nvplan.services.writing.object_merging import as_value
from nvplan.services.writing.returned.columns import GROWING, documents_of, fillable_columns, read_field, split_key
from nvplan.services.writing.returned.exported import Exported, plain
from nvplan.services.writing.returned.form import Returned
from nvplan.services.writing.returned.found import UNKNOWN, Found, Unread, Write, stored, told
from nvplan.store.fitting import misfit
from nvplan.store.journal import FieldChange
from nvplan.texts import returned as returned_texts

#: The id of a row that someone has added, until it is written.
NEW = "ny"


def propose_added(found: Found, session: OpenPlan, was: Exported, sibling: str, row: dict[str, Returned]) -> None:
    """Propose a row without a key; `sibling` is the key of another row in the same table."""
    target = split_key(sibling)
    kind = target[0] if target else ""
    columns = fillable_columns(kind) if kind in GROWING else {}
    cells = {columns[title]: given for title, given in row.items() if title in columns}
    title = told(cells.get("title", ""))
    where = returned_texts.NEW_ROW.format(title=title) if title else returned_texts.NEW_ROW_NO_TITLE
    if not columns or not title:
        found.unread.append(
            Unread(where, "", returned_texts.NEW_NEEDS_TITLE if columns else returned_texts.NEW_NOT_HERE)
        )
        return
    values = _read(found, session, kind, cells, where)
    if values is None:
        return
    if was.actor is not None and not values.get("actor"):
        values["actor"] = was.actor.id
    known = next((one for one in session.state.objects.get(kind, {}).values()
                  if fold(title_of(one.__dict__)) == fold(title)), None)
    if known is None:
        _add(found, kind, values, where)
    else:
        _compare(found, kind, known, values)


def _read(found: Found, session: OpenPlan, kind: str, cells: dict[str, Returned], where: str
          ) -> dict[str, Any] | None:
    """Return the row's values by field; None where one cannot be read, which is told."""
    values: dict[str, Any] = {}
    readable = True
    for name, given in cells.items():
        try:
            value = read_field(kind, name, plain(given) if isinstance(given, str) else given, documents_of(session))
        except InputError as error:
            found.unread.append(Unread(where, told(given), str(error)))
            readable = False
            continue
        if value != as_value(kind, name, None):
            values[name] = value
    return values if readable else None


def _add(found: Found, kind: str, values: dict[str, Any], where: str) -> None:
    body = {name: stored(value) for name, value in values.items()}
    fault = misfit(kind, NEW, body)
    if fault is not None:
        found.unread.append(Unread(where, "", returned_texts.DOES_NOT_FIT.format(fault=fault).strip()))
        return
    found.proposals.append(Proposal("adds", FieldChange(table=kind, id=NEW, path=[], after=body)))
    found.writes.append(Write(kind, "", values))


def _compare(found: Found, kind: str, known: SharedObject, values: dict[str, Any]) -> None:
    """Take a row whose title the plan has as that object: what it lacks is added, what differs is listed."""
    for name, theirs in values.items():
        if name != "title":
            change = FieldChange(table=kind, id=known.id, path=[name])
            found.weigh(change, UNKNOWN, getattr(known, name), theirs, as_value(kind, name, None))
