"""The command that tells what remains before remiss, before a decision and before freezing, and signs off chapters."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say, say_json, say_table
from nvplan.texts import cli as cli_texts
from nvplan.texts import steps as steps_texts

if TYPE_CHECKING:
    from nvplan.services.writing.session import PlanSession


def register(add: Commands) -> None:
    """Add the command."""
    command = add("kvar", show_steps, steps_texts.COMMAND)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("--godkann", metavar="KAPITEL", default="", help=steps_texts.OPTION_SIGN)
    command.add_argument("--av", metavar="ROLL", default="", help=steps_texts.OPTION_ROLE)
    command.add_argument("--datum", metavar="DATUM", default="", help=steps_texts.OPTION_DAY)
    command.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def show_steps(options: argparse.Namespace) -> None:
    """Print the steps stage by stage, or sign off a chapter."""
    from nvplan.services.review.steps import steps, steps_json

    session = open_session(options.fil)
    if options.godkann:
        _sign(session, options)
        return
    found = steps(session)
    if options.json:
        say_json(steps_json(found))
        return
    for group in dict.fromkeys(one.group for one in found):
        say(group)
        say_table(("", *steps_texts.COLUMNS, ""), [
            (steps_texts.DONE if one.done else steps_texts.LEFT, one.numbered, one.told, one.chapter)
            for one in found if one.group == group], widest=60)
        say("")


def _sign(session: PlanSession, options: argparse.Namespace) -> None:
    from nvplan.model.errors import InputError
    from nvplan.model.objects import SignOff
    from nvplan.services.writing.commands import SetObject

    role = options.av.strip() or session.role
    if not role:
        raise InputError(steps_texts.ROLE_MISSING)
    day = options.datum or session.today().isoformat()
    session.do(SetObject(SignOff.about.name, "", {"chapter": options.godkann, "role": role, "date": day}))
    if options.json:
        say_json({"chapter": options.godkann, "role": role, "date": day})
    else:
        say(steps_texts.SIGNED_NOW)
