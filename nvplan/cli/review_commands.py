"""The command that reads a plan as a careful reviewer would."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say, say_json
from nvplan.model.errors import InputError
from nvplan.texts import cli as cli_texts
from nvplan.texts import review as review_texts

if TYPE_CHECKING:
    from nvplan.services.review.findings import Finding
    from nvplan.services.writing.session import PlanSession


def register(add: Commands) -> None:
    """Add the command."""
    command = add("granska", run_review, review_texts.COMMAND)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("--lat-sta", metavar="NR", default="", help=review_texts.OPTION_LEAVE)
    command.add_argument("--skal", metavar="TEXT", default="", help=review_texts.OPTION_REASON)
    command.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def run_review(options: argparse.Namespace) -> int:
    """Print the findings, most serious first; 1 if there is any fel that nobody has acknowledged."""
    from nvplan.services.review.findings import has_errors, review, review_json

    session = open_session(options.fil)
    found = review(session)
    if options.lat_sta or options.skal:
        _let_stand(session, found, options)
        return 0
    if options.json:
        say_json(review_json(found))
        return int(has_errors(found))
    for number, finding in enumerate(found, 1):
        say(f"{number}. " + review_texts.finding_lines(finding.level, finding.rule, finding.place, finding.text,
                                                       finding.remedy))
        say("")
    say(review_texts.summary([(one.level, bool(one.acknowledged)) for one in found]))
    return int(has_errors(found))


def _let_stand(session: PlanSession, found: Sequence[Finding], options: argparse.Namespace) -> None:
    """Leave a finding as it is, with the reason why.

    Raises:
        InputError: there is no finding with the number, or no reason is given.
    """
    from nvplan.services.writing.commands import Acknowledge

    if not options.lat_sta or not options.skal.strip():
        raise InputError(review_texts.LEAVE_NEEDS_BOTH)
    number = int(options.lat_sta) if options.lat_sta.isdecimal() else 0
    if not 1 <= number <= len(found):
        raise InputError(review_texts.NO_SUCH_FINDING.format(number=options.lat_sta, count=len(found)))
    finding = found[number - 1]
    say(session.do(Acknowledge(finding.rule, finding.place, options.skal.strip())))
    say(finding.text)
