"""The command that writes documents."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from nvplan.cli.commands import Commands
from nvplan.cli.opening import open_session
from nvplan.cli.output import complain, say
from nvplan.model.given_paths import given_path
from nvplan.texts import cli as cli_texts
from nvplan.texts import cli_reports as cli_reports_texts
from nvplan.texts import documents_lists as documents_lists_texts
from nvplan.texts import mailing as mailing_texts

#: The exit code of a command that is written wrongly.
MISUSED = 2
#: The longest time before a date that a calendar reminds, in days.
MOST_DAYS = 365

if TYPE_CHECKING:
    from nvplan.services.documents.registry import Request
    from nvplan.services.writing.session import PlanSession


def register(add: Commands) -> None:
    """Add the command."""
    command = add("exportera", export_documents, cli_texts.COMMAND_EXPORT)
    command.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    command.add_argument("vad", metavar="VAD", help=cli_texts.ARGUMENT_DOCUMENT)
    command.add_argument("--format", metavar="F[,F]", default="", help=cli_texts.OPTION_FORMAT)
    command.add_argument("--till", metavar="MAPP", required=True, help=cli_texts.OPTION_FOLDER)
    command.add_argument("--aktor", metavar="AKTÖR", help=cli_texts.OPTION_ACTOR)
    command.add_argument("--alla", action="store_true", help=mailing_texts.OPTION_ALL)
    command.add_argument("--paminnelser", action="store_true", help=mailing_texts.OPTION_REMIND)
    command.add_argument("--mote", metavar="ID", default="", help=documents_lists_texts.OPTION_MEETING)
    command.add_argument("--mot", metavar="VERSION", default="", help=documents_lists_texts.OPTION_AGAINST)
    command.add_argument("--tillfalle", metavar="ID", default="", help=cli_reports_texts.OPTION_OCCASION)
    command.add_argument("--uppgifter", metavar="FIL", default="", help=cli_reports_texts.OPTION_CONTACTS)
    command.add_argument("--bilagor", action="store_true", help=documents_lists_texts.OPTION_APPENDICES)
    command.add_argument("--larm", type=int, metavar="DAGAR", help=documents_lists_texts.OPTION_ALARM)
    command.add_argument("--utan-namn", action="store_true", help=cli_texts.OPTION_WITHOUT_NAMES)
    command.add_argument("--utan-data", action="store_true", help=documents_lists_texts.OPTION_WITHOUT_DATA)


    handing_in = add("lamna-in", hand_in_part, mailing_texts.COMMAND_HAND_IN)
    handing_in.add_argument("fil", metavar="FIL", help=cli_texts.ARGUMENT_FILE)
    handing_in.add_argument("--till", metavar="MAPP", default="", help=mailing_texts.OPTION_HAND_IN_FOLDER)


def hand_in_part(options: argparse.Namespace) -> int:
    """Write the file to send, print where it is and what to do with it."""
    from nvplan.files.ports import WRITER
    from nvplan.services.exchange.handing_in import hand_in, told_after

    session = open_session(options.fil)
    path = hand_in(session, given_path(options.till) if options.till else session.folder_beside, writer=WRITER)
    for sentence in (str(path), *told_after(session, path)):
        say(sentence)
    return 0


def export_documents(options: argparse.Namespace) -> int:
    """Write the documents and print where they are; the exit code is 2 where a format is needed and none is named."""
    from nvplan.services.documents.registry import MAILING, Request
    from nvplan.services.reading.actors import find_actor

    session = open_session(options.fil)
    if options.vad.strip().lower() == MAILING.name:
        return _send_out(session, options)
    if options.alla or options.paminnelser:
        complain(mailing_texts.ALL_ONLY_FORMS)
        return MISUSED
    actor = find_actor(session.state, options.aktor) if options.aktor else None
    request = Request(actor=actor, without_names=options.utan_namn, without_data=options.utan_data,
                      appendices=options.bilagor, meeting=options.mote, against=options.mot, occasion=options.tillfalle,
                      contacts=_contacts(options), alarm=_alarm(options))
    missing = _needs_format(options)
    if missing:
        complain(missing)
        return MISUSED
    for path in _written(session, options, request):
        say(str(path))
    return 0


def _alarm(options: argparse.Namespace) -> int | None:
    """Return how many days before a date the calendar reminds.

    Raises:
        InputError: the number is below zero or over a year.
    """
    from nvplan.model.errors import InputError

    if options.larm is not None and not 0 <= options.larm <= MOST_DAYS:
        raise InputError(documents_lists_texts.ALARM_DAYS.format(most=MOST_DAYS))
    days: int | None = options.larm
    return days


def _send_out(session: PlanSession, options: argparse.Namespace) -> int:
    """Write the forms, or the reminders, for one actor or all of them."""
    from nvplan.files.ports import WRITER
    from nvplan.services.exchange.mailing import remind, send_out, to_ask
    from nvplan.services.reading.actors import find_actor

    if not (options.alla or options.aktor):
        complain(mailing_texts.NEEDS_ACTOR)
        return MISUSED
    actors = [find_actor(session.state, options.aktor)] if options.aktor else to_ask(session)
    folder = given_path(options.till)
    written = remind(session, actors, folder, writer=WRITER) if options.paminnelser else send_out(
        session, actors, folder, writer=WRITER, format_name=options.format, without_names=options.utan_namn)
    for path in written:
        say(str(path))
    return 0


def _contacts(options: argparse.Namespace) -> Mapping[str, Mapping[str, str]]:
    """Return the contact details for the money forms, from the named file or the one beside the settings."""
    if options.vad.strip().lower() not in (*cli_reports_texts.MONEY_FORMS, "allt"):
        return {}
    from nvplan.services.reports.contacts import read_contacts

    return read_contacts(given_path(options.uppgifter) if options.uppgifter else None)


def _needs_format(options: argparse.Namespace) -> str:
    """Return a sentence that asks for a format; empty where one is named, or the document has but one of its own."""
    from nvplan.services.documents.registry import EVERYTHING, find_document

    if options.format.strip(" ,") or options.vad.strip().lower() == EVERYTHING:
        return ""
    document = find_document(options.vad)
    if len([name for name in document.formats if name != "json"]) < 2:
        return ""
    return documents_lists_texts.FORMAT_NEEDED.format(document=document.name, formats=", ".join(document.formats))


def _written(session: PlanSession, options: argparse.Namespace, request: Request) -> Iterator[Path]:
    from nvplan.files.ports import WRITER
    from nvplan.services.documents.registry import EVERYTHING, find_document
    from nvplan.services.exchange.exporting import export

    formats = [part for part in options.format.split(",") if part.strip()]
    folder = given_path(options.till)
    if options.vad.strip().lower() == EVERYTHING:
        from nvplan.services.exchange.package import export_package

        return export_package(session, folder, request, formats, writer=WRITER)
    document = find_document(options.vad)
    return export(session, [document], formats or document.formats[:1], folder, request, writer=WRITER)
