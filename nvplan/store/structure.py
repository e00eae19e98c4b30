"""Sets aside what no plan is made of, so that everything that reads a plan meets the forms that it is written for.

A file with a right checksum can still hold anything: someone has edited it and computed the checksum anew, or another
program has written it. What has no form that can be read is moved to a table of its own, whole, with where it stood.
It stays in the file and nobody reads it. Whether what has the right form also fits the plan is for the reader to say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from nvplan.store.format import Content, Table, Tables
from nvplan.store.journal import ARCHIVE, CONTACTS, GATHERED, HISTORY, SET_ASIDE, SNAPSHOTS, STAMPS, Body
from nvplan.store.migrations import migrate

_TEXTS = ("role", "command", "subject", "actor", "edit")
_NUMBERS = ("undoes", "redoes", "takes_back")


def set_aside(tables: Tables) -> Tables:
    """Return the tables with every document that has no readable form moved to the table of what is set aside.

    The same tables give the same result, and what is set aside already stays so.
    """
    moved: list[Body] = []
    kept: Tables = {}
    for name, documents in tables.items():
        if name != SET_ASIDE:
            kept[name] = _readable(name, documents, moved)
    before = tables.get(SET_ASIDE, {})
    if moved:
        first = max((int(number) for number in before), default=0) + 1
        before = {**before, **{str(number): {"id": str(number), **body} for number, body in enumerate(moved, first)}}
    return {**kept, SET_ASIDE: before} if before else kept


def _readable(name: str, documents: Table, moved: list[Body]) -> Table:
    last = {document["id"]: number for number, document in documents.items()}
    fits, found = _FORMS.get(name), dict(documents)
    for number, document in documents.items():
        if last[document["id"]] != number or (fits is not None and not fits(document)):
            moved.append({"table": name, "document": document["id"], "path": [], "content": found.pop(number)})
        elif name in GATHERED:
            found[number] = _gathered(name, document, moved)
    return found if len(found) != len(documents) or name in GATHERED else documents


def _gathered(name: str, document: Body, moved: list[Body]) -> Body:
    """Return a document that gathers fields without those that are none."""
    inner = GATHERED[name][0]
    fits = _GATHERED_FORMS[name]
    bad = [field for field, value in document[inner].items() if not (isinstance(value, dict) and fits(value))]
    if not bad:
        return document
    for field in bad:
        moved.append({"table": name, "document": document["id"], "path": [inner, field],
                      "content": document[inner][field]})
    return {**document, inner: {field: value for field, value in document[inner].items() if field not in bad}}


def _is_answer(value: Body) -> bool:
    return all(isinstance(value.get(name, ""), str) for name in STAMPS)


def _is_written(value: Body) -> bool:
    return (isinstance(value.get("text"), str) and value.keys() <= {"text", "carried", *STAMPS}
            and all(isinstance(one, str) for one in value.values()))


def _is_frame(name: str) -> Callable[[Body], bool]:
    inner, names = GATHERED[name]

    def fits(document: Body) -> bool:
        told = document["id"].split("@", len(names) - 1)
        return isinstance(document.get(inner), dict) and [document.get(one) for one in names] == told

    return fits


def _is_entry(document: Body) -> bool:
    changes = document.get("changes", [])
    return (_is_count(document.get("revision")) and is_time(document.get("when"))
            and all(isinstance(document.get(name, ""), str) for name in _TEXTS)
            and all(_is_count(document.get(name, 0)) for name in _NUMBERS)
            and isinstance(changes, list) and all(_is_change(one) for one in changes))


def _is_change(change: object) -> bool:
    return (isinstance(change, dict)
            and isinstance(change.get("table"), str) and isinstance(change.get("id"), str)
            and isinstance(change.get("path"), list)
            and all(isinstance(part, str) for part in change["path"])
            and (bool(change["path"]) or all(isinstance(change.get(side, {}), dict) for side in ("before", "after")))
            and (change["table"] not in GATHERED or len(change["path"]) == 2))


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value < 10**15


def is_time(value: object) -> bool:
    """Tell whether this is a moment as a change is logged under, in ISO form."""
    if not isinstance(value, str):
        return False
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        return False
    return len(value) >= len("2027-01-01T00:00")


def _has_texts(*names: str) -> Callable[[Body], bool]:
    return lambda document: all(isinstance(document.get(name), str) for name in names)


def _is_snapshot(document: Body) -> bool:
    texts = _has_texts("name", "created", "role", "content", "checksum")
    return texts(document) and _is_count(document.get("revision"))


def _is_manifest(document: Body) -> bool:
    return _is_count(document.get("revision"))


def _all_texts(document: Body) -> bool:
    return all(isinstance(value, str) for value in document.values())


#: What a document of a table must be for anyone to read it. The other tables' documents are held against their models.
_FORMS: Mapping[str, Callable[[Body], bool]] = {
    HISTORY: _is_entry, SNAPSHOTS: _is_snapshot, ARCHIVE: _is_manifest, CONTACTS: _all_texts,
    **{name: _is_frame(name) for name in GATHERED},
}


#: What each of the fields must be that a document gathers.
_GATHERED_FORMS: Mapping[str, Callable[[Body], bool]] = {"answers": _is_answer, "redovisningssvar": _is_written}


def readable(content: Content) -> Tables:
    """Return a file's tables in the form of today, with what has no readable form set aside."""
    return set_aside(migrate(content.tables, content.schema))


def set_aside_places(documents: Iterator[Body]) -> Iterator[tuple[str, str, list[str], Any]]:
    """Yield table, id, path and content of what is set aside; the table of it can itself have been edited."""
    for body in documents:
        path = body.get("path", [])
        yield (str(body.get("table", "")), str(body.get("document", "")),
               [str(part) for part in path] if isinstance(path, list) else [], body.get("content"))
