"""The commands on what has been: change log, undo and redo."""

from __future__ import annotations

import argparse
from pathlib import Path

from nvplan import texts_cli as texts
from nvplan import texts_store
from nvplan.cli.output import say, say_json, say_table
from nvplan.cli.parser import Commands


def register(add: Commands) -> None:
    """Add the commands."""
    history = add("historik", show_history, texts.COMMAND_HISTORY)
    history.add_argument("fil", metavar="FIL", help=texts.ARGUMENT_FILE)
    history.add_argument("--sok", metavar="ORD", default="", help=texts.OPTION_SEARCH)
    history.add_argument("--json", action="store_true", help=texts.OPTION_JSON)
    for name, run, told in (("angra", undo, texts.COMMAND_UNDO), ("gorom", redo, texts.COMMAND_REDO)):
        add(name, run, told).add_argument("fil", metavar="FIL", help=texts.ARGUMENT_FILE)


def show_history(options: argparse.Namespace) -> None:
    """List what has changed, latest first."""
    from nvplan.services.change_log import change_rows, history_json
    from nvplan.services.session import PlanSession

    session = PlanSession.open(Path(options.fil))
    if options.json:
        say_json(history_json(session, options.sok))
        return
    rows = change_rows(session, options.sok)
    if not rows:
        say(texts_store.HISTORY_NONE.format(wanted=options.sok) if options.sok else texts_store.HISTORY_EMPTY)
        return
    say_table(texts_store.HISTORY_COLUMNS, [(str(row.revision), row.when, row.role, row.what, row.values)
                                            for row in rows])


def undo(options: argparse.Namespace) -> None:
    """Take back this role's latest change."""
    from nvplan.services.commands import Undo
    from nvplan.services.session import PlanSession

    say(PlanSession.open(Path(options.fil)).do(Undo()))


def redo(options: argparse.Namespace) -> None:
    """Bring back what this role took back last."""
    from nvplan.services.commands import Redo
    from nvplan.services.session import PlanSession

    say(PlanSession.open(Path(options.fil)).do(Redo()))
