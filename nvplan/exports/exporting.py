"""Exports documents to a folder: builds each once, renders it in every format asked for, writes it whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from nvplan.exports.files import write_new
from nvplan.exports.registry import find_format, render
from nvplan.services.documents.registry import DocumentType, Request, check_format
from nvplan.services.session import PlanSession


def export(session: PlanSession, documents: Sequence[DocumentType], formats: Sequence[str], folder: Path,
           request: Request, *, replace: bool = False) -> Iterator[Path]:
    """Write each document in each format and give each file's path when it is on disk.

    Raises:
        InputError: a document lacks the format, or a file could not be written; files already given stay.
    """
    wanted = [(document, [check_format(document, one) for one in formats]) for document in documents]
    for document, names in wanted:
        built = document.build(session, request)
        for name in names:
            content = render(built, name)
            yield write_new(folder, file_stem(session, document, request), find_format(name).suffix, content, replace)


def file_stem(session: PlanSession, document: DocumentType, request: Request) -> str:
    """Return the file's name without suffix: document, county, year and, for one actor, whose part it is."""
    parts = [document.name, session.county.short, str(session.state.info.year)]
    if request.actor is not None:
        parts.append(request.actor.name)
    return " ".join(parts)
