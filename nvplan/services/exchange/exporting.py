"""Exports documents to a folder: builds each once, renders it in every format asked for, writes it whole or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nvplan.model.document import Document
from nvplan.model.objects import Meeting
from nvplan.model.safetext import one_line
from nvplan.services.documents.registry import DocumentType, Request, check_format
from nvplan.services.exchange.formats import find_format
from nvplan.services.exchange.ports import Writer
from nvplan.services.writing.session import PlanSession
from nvplan.texts import exports as exports_texts
from nvplan.texts import plan_years as years_texts

#: So much of a meeting's title stands in the name of a file about it.
_LONGEST_TITLE = 60


@dataclass(frozen=True)
class Piece:
    """One document as it is asked for: where each recipient has a file of its own, that of one of them."""

    document: DocumentType
    request: Request

    @property
    def title(self) -> str:
        """What it is called: the document's title, with the recipient where each has a file of its own."""
        title = self.document.title
        if self.request.working:
            title = exports_texts.WORKING_TITLE.format(title=title)
        actor = self.request.actor if self.document.recipients else None
        return title if actor is None else exports_texts.OF_RECIPIENT.format(title=title, actor=actor.name)


#: Is told which document is about to be written and in which format; what it raises ends the export.
Tell = Callable[[Piece, str], None]


def nobody(piece: Piece, format_name: str) -> None:
    """Tell nobody."""


def pieces(session: PlanSession, document: DocumentType, request: Request) -> list[Piece]:
    """Return a document as the files that it is written in: one, or one for each recipient."""
    return [Piece(document, one) for one in document.requests(session, request)]


def export(session: PlanSession, documents: Sequence[DocumentType], formats: Sequence[str], folder: Path,
           request: Request, *, writer: Writer, replace: bool = False, tell: Tell = nobody) -> Iterator[Path]:
    """Write each document in each format and give each file's path when it is on disk.

    Raises:
        InputError: a document lacks the format, or a file could not be written; files already given stay.
    """
    wanted = [(document, list(dict.fromkeys(check_format(document, one) for one in formats))) for document in documents]
    for document, names in wanted:
        for piece in pieces(session, document, request):
            for name, content in contents(session, piece, names, tell, writer=writer):
                yield writer.write_new(folder, file_stem(session, piece), find_format(name).suffix, content, replace)


def no_reader(document: Document) -> None:
    """Read nothing of a document that has been built."""


def contents(session: PlanSession, piece: Piece, formats: Sequence[str], tell: Tell = nobody, *, writer: Writer,
             built_as: Callable[[Document], None] = no_reader) -> Iterator[tuple[str, bytes]]:
    """Yield a document in each of its formats, by the format's name; it is built once, and `built_as` may read it then.

    JSON is data and carries no contact details of the money forms.

    Raises:
        InputError: the document cannot be built from the plan, or the format cannot hold it.
    """
    document, request = piece.document, piece.request
    if document.is_data:
        for name in formats:
            tell(piece, name)
            yield name, document.content(session, request)
        return
    for name in formats[:1]:
        tell(piece, name)
    built = document.build(session, request)
    built_as(built)
    for place, name in enumerate(formats):
        if place:
            tell(piece, name)
        if name == "json" and request.contacts:
            yield name, writer.render(document.build(session, replace(request, contacts={})), name)
        else:
            yield name, writer.render(built, name)


def file_stem(session: PlanSession, piece: Piece) -> str:
    """Return the file's name without suffix: document, meeting, county, year and, for one actor, whose part it is."""
    document, request = piece.document, piece.request
    name = exports_texts.FILE_NAME.get(document.name, document.name)
    info = session.state.info
    parts = [name, session.county.short, info.years.span]
    parts += [years_texts.FILE_FOLLOWED.format(year=info.year)] if info.years.is_long else []
    if request.meeting and "meeting" in document.takes:
        meeting = session.state.objects.get(Meeting.about.name, {}).get(request.meeting)
        parts.insert(1, one_line(meeting.title, _LONGEST_TITLE) if isinstance(meeting, Meeting) else request.meeting)
    if request.working:
        parts.insert(1, exports_texts.WORKING)
    if request.actor is not None:
        parts.append(request.actor.name)
    return " ".join(parts)
