"""The command that writes documents."""

from __future__ import annotations

import argparse
from pathlib import Path

from nvplan import texts_cli as texts
from nvplan.cli.output import say
from nvplan.cli.parser import Commands


def register(add: Commands) -> None:
    """Add the command."""
    command = add("exportera", export_documents, texts.COMMAND_EXPORT)
    command.add_argument("fil", metavar="FIL", help=texts.ARGUMENT_FILE)
    command.add_argument("vad", metavar="VAD", help=texts.ARGUMENT_DOCUMENT)
    command.add_argument("--format", metavar="F[,F]", required=True, help=texts.OPTION_FORMAT)
    command.add_argument("--till", metavar="MAPP", required=True, help=texts.OPTION_FOLDER)
    command.add_argument("--aktor", metavar="AKTÖR", help=texts.OPTION_ACTOR)
    command.add_argument("--utan-namn", action="store_true", help=texts.OPTION_WITHOUT_NAMES)


def export_documents(options: argparse.Namespace) -> None:
    """Write the documents and print where they are."""
    from nvplan.exports.exporting import export
    from nvplan.services.actors import find_actor
    from nvplan.services.documents.registry import Request, find_document
    from nvplan.services.session import PlanSession

    session = PlanSession.open(Path(options.fil))
    document = find_document(options.vad)
    actor = find_actor(session.state, options.aktor) if options.aktor else None
    formats = [part for part in options.format.split(",") if part.strip()]
    for path in export(session, [document], formats, Path(options.till).expanduser(),
                       Request(actor, options.utan_namn)):
        say(str(path))
