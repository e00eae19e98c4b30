"""The short commands about answers: confirm what came from last year's plan, and skip a question for now."""

from __future__ import annotations

import argparse

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import say
from nvplan.texts import changes as changes_texts
from nvplan.texts import cli as cli_texts


def register(add: Commands) -> None:
    """Add the commands."""
    confirming = add("bekrafta", confirm, changes_texts.COMMAND_CONFIRM)
    confirming.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    confirming.add_argument("fraga", metavar="FRAGA", nargs="?", default="", help=changes_texts.ARGUMENT_CONFIRM)
    confirming.add_argument("--aktor", metavar="AKTÖR", help=cli_texts.OPTION_ACTOR)
    confirming.add_argument("--kapitel", metavar="KAPITEL", default="", help=changes_texts.OPTION_CONFIRM_CHAPTER)
    confirming.add_argument("--allt", action="store_true", help=changes_texts.OPTION_CONFIRM_ALL)
    confirming.set_defaults(misuse=confirming.error)
    skipping = add("hoppa", skip, changes_texts.COMMAND_SKIP)
    skipping.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    skipping.add_argument("fraga", metavar="FRÅGA", help=cli_texts.ARGUMENT_QUESTION)
    skipping.add_argument("--aktor", metavar="AKTÖR", help=cli_texts.OPTION_ACTOR)
    skipping.add_argument("--ta-bort-svaret", action="store_true", help=changes_texts.OPTION_SKIP_CLEARS)
    skipping.add_argument("--aterta", action="store_true", help=changes_texts.OPTION_SKIP_BACK)
    skipping.set_defaults(misuse=skipping.error)


def confirm(options: argparse.Namespace) -> None:
    """Say that answers from last year's plan still hold: a question's, a chapter's, or everything that came along."""
    from nvplan.catalog.questions import find_question
    from nvplan.services.reading.actors import respondent
    from nvplan.services.reading.carried import unconfirmed_objects
    from nvplan.services.reading.question_list import find_chapter
    from nvplan.services.writing.commands import ConfirmCarried

    given = [name for name in ("fraga", "kapitel", "allt") if getattr(options, name)]
    if len(given) != 1:
        options.misuse("one of the arguments FRAGA --kapitel --allt is required")
    if options.aktor and not options.fraga:
        options.misuse(f"argument --aktor: not allowed with argument --{given[0]}")
    session = open_session(options.fil)
    if options.fraga:
        question = find_question(options.fraga)
        actor = respondent(session.state, question, options.aktor) if options.aktor else ""
        say(session.do(ConfirmCarried(question=question.id, actor=actor)))
    elif options.kapitel:
        say(session.do(ConfirmCarried(chapter=find_chapter(options.kapitel).id)))
    else:
        say(session.do(ConfirmCarried(with_objects=True)))
    left = len(unconfirmed_objects(session.state))
    if left:
        say(changes_texts.objects_left(left))


def skip(options: argparse.Namespace) -> None:
    """Skip a question for now, or take the mark away."""
    from nvplan.catalog.questions import find_question
    from nvplan.services.reading.actors import respondent
    from nvplan.services.writing.commands import SkipQuestion

    if options.aterta and options.ta_bort_svaret:
        options.misuse("argument --aterta: not allowed with argument --ta-bort-svaret")
    question = find_question(options.fraga)
    session = open_session(options.fil)
    actor = respondent(session.state, question, options.aktor)
    say(session.do(SkipQuestion(question.id, not options.aterta, actor, clears=options.ta_bort_svaret)))
