"""The commands on what has been: change log, undo and redo, backups, comparison."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from nvplan.cli import import_command
from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say, say_json, say_table
from nvplan.model.errors import InputError
from nvplan.model.given_paths import is_there
from nvplan.texts import cli as cli_texts
from nvplan.texts import store as store_texts
from nvplan.texts import unsaved as unsaved_texts
from nvplan.texts.common import in_command

if TYPE_CHECKING:
    from nvplan.services.reading.open_plan import OpenPlan
    from nvplan.services.writing.restoring import BackupChoice

#: How much of each text a comparison shows, and how many fields.
_LONGEST, _MOST_ROWS = 60, 200
#: So many digits are no number of a change or a backup.
_MOST_DIGITS = 8


def register(add: Commands) -> None:
    """Add the commands."""
    history = add("historik", show_history, cli_texts.COMMAND_HISTORY)
    history.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    history.add_argument("--sok", metavar="ORD", default="", help=cli_texts.OPTION_SEARCH)
    history.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)
    undoing = add("angra", undo, cli_texts.COMMAND_UNDO)
    undoing.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    undoing.add_argument("--nr", metavar="NR", default="", help=store_texts.OPTION_ONE)
    add("gorom", redo, cli_texts.COMMAND_REDO).add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    restoring = add("aterstall", restore, store_texts.COMMAND_RESTORE)
    restoring.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    restoring.add_argument("--nr", metavar="NR", default="", help=store_texts.OPTION_NUMBER)
    restoring.add_argument("--ja", action="store_true", help=store_texts.OPTION_YES)
    comparing = add("jamfor", compare, store_texts.COMMAND_COMPARE)
    comparing.add_argument("a", metavar="A", help=store_texts.ARGUMENT_LEFT)
    comparing.add_argument("b", metavar="B", help=store_texts.ARGUMENT_RIGHT)
    comparing.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)
    copying = add("kopiera", copy_plan, unsaved_texts.COMMAND_COPY)
    copying.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    copying.add_argument("ny", metavar="NY", help=unsaved_texts.ARGUMENT_COPY)
    import_command.register(add)


def show_history(options: argparse.Namespace) -> None:
    """List what has changed, latest first."""
    from nvplan.services.reading.change_log import change_rows, history_json

    session = open_session(options.fil)
    if options.json:
        say_json(history_json(session, options.sok))
        return
    rows = change_rows(session, options.sok)
    if not rows:
        say(store_texts.HISTORY_NONE.format(wanted=options.sok) if options.sok else store_texts.HISTORY_EMPTY)
        return
    say_table(store_texts.HISTORY_COLUMNS, [(str(row.revision), row.when, row.role, row.what, row.values)
                                            for row in rows])


def undo(options: argparse.Namespace) -> None:
    """Take back this role's latest change, or the one with a number."""
    from nvplan.services.writing.commands import TakeBack, Undo

    session = open_session(options.fil)
    say(session.do(TakeBack(_number(options.nr)) if options.nr else Undo()))


def redo(options: argparse.Namespace) -> None:
    """Bring back what this role took back last."""
    from nvplan.services.writing.commands import Redo

    say(open_session(options.fil).do(Redo()))


def restore(options: argparse.Namespace) -> None:
    """List the backups, show what one differs in, or put it back."""
    from nvplan.services.writing.restoring import backup_choices, find_backup, restore_backup

    path = Path(options.fil)
    if not options.nr:
        if options.ja:
            raise InputError(store_texts.NEEDS_NUMBER)
        say_table(store_texts.BACKUP_COLUMNS, [
            (str(one.number), f"{one.backup.when:%Y-%m-%d %H:%M}", store_texts.size(one.backup.size), _differs(one))
            for one in backup_choices(path)])
        say(store_texts.BACKUP_HOW.format(name=in_command(options.fil)))
        return
    chosen = find_backup(path, _number(options.nr))
    when = f"{chosen.backup.when:%Y-%m-%d %H:%M}"
    if not options.ja:
        _preview(chosen, when)
        return
    kept = restore_backup(path, chosen.number)
    say(store_texts.RESTORED.format(when=when))
    if kept:
        say(store_texts.RESTORED_KEPT.format(kept=kept))


def _number(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal() and len(typed) < _MOST_DIGITS):
        raise InputError(store_texts.NUMBER_UNREADABLE.format(number=typed))
    return int(typed)


def _differs(choice: BackupChoice) -> str:
    from nvplan.services.reading.comparing import summary

    if choice.fault:
        return choice.fault
    return store_texts.BACKUP_PLAN_UNREADABLE if choice.differences is None else summary(choice.differences)


def _preview(choice: BackupChoice, when: str) -> None:
    from nvplan.model.safetext import one_line

    say(store_texts.BACKUP_PREVIEW_HEAD.format(number=choice.number, when=when, summary=_differs(choice)))
    if choice.differences:
        say_table(store_texts.BACKUP_PREVIEW_COLUMNS, [
            (one_line(one.place, _LONGEST), one_line(one.left, _LONGEST), one_line(one.right, _LONGEST))
            for one in choice.differences[:_MOST_ROWS]])
    if not choice.fault:
        say(store_texts.BACKUP_HOW_RESTORE)


def compare(options: argparse.Namespace) -> None:
    """List the fields that say different things in two plans."""
    from nvplan.model.safetext import one_line
    from nvplan.services.reading.comparing import differences

    left, right = _open_named(options.a), _open_named(options.b)
    found = differences(left.repository, right.repository)
    if options.json:
        say_json([one.as_json() for one in found])
        return
    if not found:
        say(store_texts.COMPARE_SAME)
        return
    headings = [heading.format(left=options.a, right=options.b) for heading in store_texts.COMPARE_COLUMNS]
    say_table(headings, [(one_line(one.place, _LONGEST), one_line(one.left, _LONGEST) or store_texts.NO_VALUE,
                          one_line(one.right, _LONGEST) or store_texts.NO_VALUE) for one in found[:_MOST_ROWS]])
    if len(found) > _MOST_ROWS:
        say(store_texts.COMPARE_MOST.format(count=len(found) - _MOST_ROWS))


def _open_named(name: str) -> OpenPlan:
    """Open a plan file, or a frozen state written FIL@NAMN."""
    from nvplan.services.reading.snapshots import open_snapshot

    file, at, frozen = name.rpartition("@")
    if at and not is_there(Path(name)) and is_there(Path(file)):
        return open_snapshot(open_session(file), frozen)
    return open_session(name)


def copy_plan(options: argparse.Namespace) -> None:
    """Write the plan with its history to a new file; a file that exists is never written over."""
    from nvplan.services.writing.creating import save_as

    with save_as(open_session(options.fil), options.ny) as session:
        say(unsaved_texts.COPIED_TO.format(name=session.name))
