"""The command that reads a plan as a careful reviewer would."""

from __future__ import annotations

import argparse

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say, say_json
from nvplan.texts import cli as cli_texts
from nvplan.texts import review as review_texts


def register(add: Commands) -> None:
    """Add the command."""
    command = add("granska", run_review, review_texts.COMMAND)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("--json", action="store_true", help=cli_texts.OPTION_JSON)


def run_review(options: argparse.Namespace) -> int:
    """Print the findings, most serious first; 1 if there is any fel that nobody has acknowledged."""
    from nvplan.services.review.findings import has_errors, review, review_json

    found = review(open_session(options.fil))
    if options.json:
        say_json(review_json(found))
        return int(has_errors(found))
    for finding in found:
        say(review_texts.finding_lines(finding.level, finding.rule, finding.place, finding.text, finding.remedy))
        say("")
    say(review_texts.summary([(one.level, bool(one.acknowledged)) for one in found]))
    return int(has_errors(found))
