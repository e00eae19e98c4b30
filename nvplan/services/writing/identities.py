"""What a new object is called inside the plan: an id that its key says, or one that nobody else can come to choose."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator

from nvplan.model.errors import InputError
from nvplan.model.objects import ABOUT, ACTOR_TYPE
from nvplan.services.reading.object_references import Documents
from nvplan.services.reading.object_values import read_fields
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reading.state import ACTORS
from nvplan.services.writing.commands import SetObject
from nvplan.texts import objects as objects_texts

#: Letters and digits that nobody takes for one another, and no vowels: an id never spells a word.
_SIGNS = "bcdfghjkmnpqrstvwxz23456789"
#: Of so many signs two copies of a plan with thousands of posts each never draw the same (27**10 is 2 * 10**14).
_LENGTH = 10


def table_of(kind: str) -> str:
    """Return the table that a type is stored in."""
    return ACTORS if kind == ACTOR_TYPE else kind


def documents_on_disk(session: OpenPlan) -> Documents:
    """Return what references can point at in a plan as it was last read."""
    return lambda kind: session.repository.list(table_of(kind))


def drawn_suffix(start: str, used: Iterable[str]) -> str:
    """Return the last part of a new id, drawn by lot.

    Posts that are added in two copies of a plan are two posts: a number would have been the same in both. `start` is
    the first part of the id and `used` every id of the type that has been in use; the lot needs neither.
    """
    return "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))


def new_identity(session: OpenPlan, command: SetObject, besides: Iterable[str] = ()) -> str:
    """Return the id given, the one that the fields say, or one that was never used in any copy of the plan.

    `besides` are ids that the same change has given away already.

    Raises:
        InputError: the type's id is its key, and the fields do not say it.
    """
    if command.identity:
        return command.identity
    given, key = command.fields, ABOUT[command.type].key
    if key is not None:
        if not all(given.get(name) for name in key.fields):
            raise InputError(objects_texts.KEYS[command.type][1])
        read = read_fields(command.type, "", {name: given[name] for name in key.fields}, {}, documents_on_disk(session))
        return key.make(*(read[name] for name in key.fields))
    start = str(given.get("type") or command.type) if command.type == ACTOR_TYPE else command.type
    start = re.sub(r"[^a-z0-9_]", "", start.lower()) or command.type
    return f"{start}-{drawn_suffix(start, _used(session, command.type, besides))}"


def _used(session: OpenPlan, kind: str, besides: Iterable[str]) -> Iterator[str]:
    """Yield every id that something of the type has or had, also what came in among others and was taken back."""
    table = table_of(kind)
    yield from besides
    yield from (str(body["id"]) for body in session.repository.list(table))
    for entry in session.repository.history():
        yield entry.get("subject", "")
        yield from (change["id"] for change in entry.get("changes", ()) if change["table"] == table)
