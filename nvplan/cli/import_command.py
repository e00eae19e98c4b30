"""The command that takes in contributions, archives and other copies of the plan."""

from __future__ import annotations

import argparse
from pathlib import Path

from nvplan import texts_cli as texts
from nvplan import texts_store
from nvplan.cli.output import say, say_table
from nvplan.cli.parser import Commands

_LONGEST = 50


def register(add: Commands) -> None:
    """Add the command."""
    command = add("importera", take_in, texts_store.COMMAND_IMPORT)
    command.add_argument("fil", metavar="FIL", help=texts.ARGUMENT_FILE)
    command.add_argument("kalla", metavar="KÄLLA", help=texts_store.ARGUMENT_SOURCE)
    command.add_argument("--forhandsvisa", action="store_true", help=texts_store.OPTION_PREVIEW)


def take_in(options: argparse.Namespace) -> int:
    """Write what does not collide and list the rest; the exit code is 1 where something is left."""
    return import_plan(Path(options.fil), Path(options.kalla), preview=options.forhandsvisa)


def import_plan(path: Path, source: Path, *, preview: bool) -> int:
    """Take in a file that nvplan itself has written: a contribution, an archive or a copy of the plan."""
    from nvplan.model.safetext import one_line
    from nvplan.services.change_log import show_change_value
    from nvplan.services.merging import check_same_plan, merge, proposals
    from nvplan.services.session import PlanSession

    session, theirs = PlanSession.open(path), PlanSession.open(source)
    check_same_plan(session, theirs)
    found = proposals(session.repository, theirs.repository) if preview else merge(session, theirs)
    if not found:
        say(texts_store.MERGE_NOTHING.format(name=source.name))
        return 0
    left = [one for one in found if one.kind == "contradicts"]
    listed = found if preview else left
    if listed:
        headings = [heading.format(name=source.name) for heading in texts_store.MERGE_COLUMNS]
        say_table(headings, [(texts_store.MERGE_KINDS[one.kind], one_line(one.place, _LONGEST),
                              one_line(show_change_value(one.change, "before"), _LONGEST) or texts_store.NO_VALUE,
                              one_line(show_change_value(one.change, "after"), _LONGEST) or texts_store.NO_VALUE)
                             for one in listed])
    added = sum(one.kind == "adds" for one in found)
    say(texts_store.merged(added, len(found) - added - len(left), len(left), preview=preview))
    return 1 if left else 0
