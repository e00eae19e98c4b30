"""The command for what the plans share: list, set and remove shared objects."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from nvplan import texts_cli as texts
from nvplan.cli.output import say, say_json, say_table
from nvplan.cli.parser import Commands


def register(add: Commands) -> None:
    """Add the command."""
    command = add("objekt", run_object, texts.COMMAND_OBJECT)
    command.add_argument("fil", metavar="FIL", help=texts.ARGUMENT_FILE)
    command.add_argument("typ", metavar="TYP", help=texts.ARGUMENT_TYPE)
    command.add_argument("vad", metavar="lista|satt|bort", choices=("lista", "satt", "bort"), help=texts.ARGUMENT_DO)
    command.add_argument("id", metavar="ID", nargs="?", help=texts.ARGUMENT_ID)
    command.add_argument("--json", action="store_true", help=texts.OPTION_JSON)


def run_object(options: argparse.Namespace) -> None:
    """List, set or remove."""
    from nvplan.model.errors import InputError
    from nvplan.services.commands import RemoveObject, SetObject
    from nvplan.services.object_list import find_type, list_objects, object_title
    from nvplan.services.session import PlanSession

    session = PlanSession.open(Path(options.fil))
    kind = find_type(options.typ)
    if options.vad == "lista":
        rows = list_objects(session.state, kind, options.id)
        if options.json:
            say_json(rows)
        else:
            say_table(texts.OBJECT_COLUMNS, [(row["id"], object_title(row)) for row in rows])
        return
    if not options.id:
        raise InputError(texts.OBJECT_NEEDS_ID)
    if options.vad == "bort":
        say(session.do(RemoveObject(kind, options.id)))
        return
    try:
        fields = json.loads(sys.stdin.read())
    except ValueError:
        raise InputError(texts.OBJECT_NOT_JSON) from None
    if not isinstance(fields, dict):
        raise InputError(texts.OBJECT_NOT_JSON)
    say(session.do(SetObject(kind, options.id, fields)))
