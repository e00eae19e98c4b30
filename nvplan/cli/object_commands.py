"""The command for what the plans share: list, set and remove shared objects."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import read_input, say, say_json, say_table
from nvplan.model.numbers import json_number
from nvplan.texts import cli as cli_texts
from nvplan.texts import objects as objects_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession


def register(add: Commands) -> None:
    """Add the command."""
    command = add("objekt", run_object, cli_texts.COMMAND_OBJECT)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("typ", metavar="TYP", help=objects_texts.argument_type())
    command.add_argument("vad", metavar="|".join(_DOES), choices=tuple(_DOES), help=cli_texts.ARGUMENT_DO)
    command.add_argument("ids", metavar="ID", nargs="*", help=objects_texts.ARGUMENT_ID)
    command.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def run_object(options: argparse.Namespace) -> None:
    """List, set, duplicate, confirm or remove."""
    from nvplan.model.errors import InputError
    from nvplan.services.reading.object_list import find_type

    kind = find_type(options.typ)
    options.id = options.ids[0] if options.ids else None
    if len(options.ids) > 1 and options.vad not in _TAKES_SEVERAL:
        raise InputError(objects_texts.ONE_ID)
    session = open_session(options.fil)
    _DOES[options.vad](session, kind, options)


def _list(session: PlanSession, kind: str, options: argparse.Namespace) -> None:
    from nvplan.services.reading.object_list import list_objects, object_facts, object_table

    if options.json:
        say_json(list_objects(session.state, kind, options.id))
        return
    if options.id:
        for label, value in object_facts(session.state, kind, options.id):
            say(f"{label}: {value}")
        return
    table = object_table(session.state, kind)
    if not table.rows:
        say(objects_texts.LIST_EMPTY.format(kind=objects_texts.KINDS[kind][0].lower(), type=kind))
        return
    say_table(table.headings, table.rows, widest=40)


def _set(session: PlanSession, kind: str, options: argparse.Namespace) -> None:
    from nvplan.services.writing.commands import AddObject, SetMany, SetObject

    fields = _read_fields()
    if "each" in fields and not options.id:
        _set_each(session, kind, fields, as_json=options.json)
        return
    if len(options.ids) > 1:
        told = session.do(SetMany(kind, tuple(dict.fromkeys(options.ids)), fields))
        if options.json:
            say_json({"type": kind, "ids": options.ids, "text": told})
        else:
            say(told)
        return
    if options.id:
        told, identity = session.do(SetObject(kind, options.id, fields)), options.id
    else:
        identity = session.do(AddObject(kind, fields))
        told = objects_texts.SAVED_AS.format(id=identity)
    if options.json:
        say_json({"type": kind, "id": identity})
    else:
        say(told)


def _set_each(session: PlanSession, kind: str, fields: dict[str, Any], *, as_json: bool) -> None:
    """Set several objects that share fields: one decision for many kommuner, each with its own day."""
    from nvplan.model.errors import InputError
    from nvplan.services.writing.commands import SetEach

    each = fields.pop("each")
    if not isinstance(each, list) or not all(isinstance(row, dict) for row in each):
        raise InputError(objects_texts.EACH_NOT_LIST)
    ids = session.do(SetEach(kind, fields, tuple(each)))
    if as_json:
        say_json({"type": kind, "ids": ids})
    else:
        say(objects_texts.saved_several(ids))


def _read_fields() -> dict[str, Any]:
    """Read the fields from standard in.

    Raises:
        InputError: it is no JSON object; a number in it may be of any length and is kept digit by digit.
    """
    from nvplan.model.errors import InputError

    try:
        fields = json.loads(read_input(), parse_float=json_number)
    except (ValueError, RecursionError):
        raise InputError(objects_texts.NOT_JSON) from None
    if not isinstance(fields, dict):
        raise InputError(objects_texts.NOT_JSON)
    return fields


def _remove(session: PlanSession, kind: str, options: argparse.Namespace) -> None:
    from nvplan.model.errors import InputError
    from nvplan.services.writing.commands import RemoveMany, RemoveObject

    if not options.id:
        raise InputError(objects_texts.NO_ID_TO_REMOVE.format(type=kind))
    if len(options.ids) > 1:
        told = session.do(RemoveMany(kind, tuple(dict.fromkeys(options.ids))))
        said = {"type": kind, "ids": options.ids, "removed": True, "text": told}
    else:
        told = session.do(RemoveObject(kind, options.id))
        said = {"type": kind, "id": options.id, "removed": True, "text": told}
    if options.json:
        say_json(said)
    else:
        say(told)


def _duplicate(session: PlanSession, kind: str, options: argparse.Namespace) -> None:
    from nvplan.model.errors import InputError
    from nvplan.services.writing.commands import DuplicateObject

    if not options.id:
        raise InputError(objects_texts.NO_ID_TO_DUPLICATE.format(type=kind))
    identity = session.do(DuplicateObject(kind, options.id))
    if options.json:
        say_json({"type": kind, "id": identity})
    else:
        say(objects_texts.SAVED_AS.format(id=identity))


def _confirm(session: PlanSession, kind: str, options: argparse.Namespace) -> None:
    from nvplan.model.errors import InputError
    from nvplan.services.writing.commands import ConfirmObject

    if not options.id:
        raise InputError(objects_texts.NO_ID_TO_CONFIRM.format(type=kind))
    told = session.do(ConfirmObject(kind, options.id))
    if options.json:
        say_json({"type": kind, "id": options.id, "confirmed": True, "text": told})
    else:
        say(told)


#: What can be done with shared objects, by its word on the command line.
_DOES: Mapping[str, Callable[[PlanSession, str, argparse.Namespace], None]] = {
    "lista": _list, "satt": _set, "dubblera": _duplicate, "bort": _remove, "bekrafta": _confirm}
#: What can be done with several at once.
_TAKES_SEVERAL = ("satt", "bort")
