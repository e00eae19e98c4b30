"""The command that lists the planner's keys, checks those a person has changed, and changes one."""

from __future__ import annotations

import argparse

from nvplan.cli.commands import Commands
from nvplan.cli.output import complain, say, say_json, say_table
from nvplan.texts import cli as cli_texts
from nvplan.texts import keys as keys_texts
from nvplan.texts import planner as planner_texts


def register(add: Commands) -> None:
    """Add the command."""
    keys = add("tangenter", keys_of, keys_texts.COMMAND)
    keys.add_argument("tangent", metavar="TANGENT", nargs="?", default="", help=keys_texts.ARGUMENT_KEY)
    keys.add_argument("ny", metavar="NY", nargs="?", default="", help=keys_texts.ARGUMENT_NEW)
    keys.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def keys_of(options: argparse.Namespace) -> int:
    """List every key with what it means and what else may take it, or change one; 1 where the file has faults."""
    from nvplan.services.keys import change_key, key_choices, keys_path

    if options.tangent and options.ny:
        say(change_key(options.tangent, options.ny))
    found = key_choices()
    rows = [(planner_texts.key_name(key),
             (planner_texts.key_name(found.changed[key]) or keys_texts.OFF) if key in found.changed else "",
             meaning, keys_texts.TAKEN_BY.get(found.changed.get(key) or key, ""))
            for key, meaning in keys_texts.MEANINGS.items()]
    if options.json:
        say_json({"keys": [dict(zip(("key", "changed", "meaning", "taken_by"), row, strict=True)) for row in rows],
                  "faults": list(found.faults)})
    elif not options.ny:
        wanted = options.tangent.strip().casefold()
        say_table(keys_texts.COLUMNS, [row for row in rows if not wanted or row[0].casefold() == wanted])
        say(keys_texts.FILE_AT.format(path=keys_path()))
    for sentence in found.faults:
        complain(sentence)
    return int(bool(found.faults))
