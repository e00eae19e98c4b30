"""What a person has chosen to export: checked, counted and written, with what could not be made told and not fatal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nvplan.model.county import Actor
from nvplan.model.errors import InputError
from nvplan.model.given_paths import given_path
from nvplan.services.documents.registry import DOCUMENTS, EVERYTHING, KNOWN, MAILING, DocumentType, Request
from nvplan.services.exchange.exporting import Piece, Tell, export, pieces
from nvplan.services.exchange.formats import FORMATS
from nvplan.services.exchange.mailing import send_out
from nvplan.services.exchange.package import CONTENTS_FORMATS, export_package, package_formats
from nvplan.services.exchange.ports import Writer
from nvplan.services.reading.actors import find_actor
from nvplan.services.reading.collecting import asked_actors
from nvplan.services.reports.contacts import read_contacts
from nvplan.services.writing.session import PlanSession
from nvplan.texts import exports as exports_texts


@dataclass(frozen=True)
class Chosen:
    """Documents by name, `allt` among them for the whole package, formats, and what they are asked for with."""

    documents: tuple[str, ...]
    formats: tuple[str, ...]
    folder: str
    actor: str = ""
    """An actor's id; empty for the whole county."""
    meeting: str = ""
    """A meeting's id; empty for all."""
    against: str = ""
    """A frozen version's id; empty for the latest."""
    alarm: str = ""
    """How many days before each date a calendar reminds; empty for not at all."""
    appendices: bool = False
    """Whether plans have their appendices."""
    without_names: bool = False
    without_data: bool = False

    @property
    def everything(self) -> bool:
        """Whether the whole package is chosen, whatever else is."""
        return EVERYTHING in self.documents

    @property
    def types(self) -> list[DocumentType]:
        """The documents, in their own order."""
        return [document for document in KNOWN.values() if document.name in self.documents or (
            self.everything and document.name in DOCUMENTS)]

    def takes(self, field: str) -> bool:
        """Whether any of the documents is asked for with this field of a request."""
        return any(field in document.takes for document in self.types)

    def formats_of(self, document: DocumentType) -> list[str]:
        """Return the formats that the document will be written in."""
        if self.everything:
            return package_formats(document, self.formats)
        return [name for name in self.formats if name in document.formats]


@dataclass(frozen=True)
class Step:
    """What is being written: the number of the file, of how many, and of which document in which format."""

    number: int
    of: int
    title: str
    format: str


@dataclass(frozen=True)
class Written:
    """A file on disk; `kept` is the file that had the name before and is left as it was."""

    path: Path
    kept: Path | None = None


@dataclass(frozen=True)
class Failed:
    """A document that could not be made, and why."""

    title: str
    reason: str


def misfits(chosen: Chosen) -> tuple[list[str], list[DocumentType]]:
    """Return the formats that none of the documents has, and the documents that have none of the formats."""
    known = {name for document in chosen.types for name in document.formats}
    without = [] if chosen.everything else [one for one in chosen.types if not chosen.formats_of(one)]
    return [name for name in chosen.formats if name not in known], without


def check(chosen: Chosen) -> None:
    """Make sure that there is something to write and somewhere to write it.

    Raises:
        InputError: no document, no format that any of them has, or no folder; the sentence says what to choose.
    """
    if not chosen.types or not (chosen.formats or chosen.everything):
        raise InputError(exports_texts.NOTHING_CHOSEN)
    if not any(chosen.formats_of(document) for document in chosen.types):
        raise InputError(exports_texts.NO_CHOSEN_FORMAT)
    if not chosen.folder.strip():
        raise InputError(exports_texts.NO_FOLDER)


def request_of(session: PlanSession, chosen: Chosen) -> Request:
    """Return what the documents are asked for with.

    Raises:
        InputError: the file with contact details for the money forms cannot be read.
        UnknownNameError: the actor is gone.
    """
    return Request(
        actor=find_actor(session.state, chosen.actor) if chosen.actor else None,
        meeting=chosen.meeting if chosen.takes("meeting") else "",
        against=chosen.against if chosen.takes("against") else "",
        alarm=int(chosen.alarm) if chosen.alarm and chosen.takes("alarm") else None, appendices=chosen.appendices,
        without_names=chosen.without_names, without_data=chosen.without_data,
        contacts=read_contacts() if chosen.takes("contacts") else {})


def write_chosen(session: PlanSession, chosen: Chosen, tell: Callable[[Step], None], *, writer: Writer
                 ) -> Iterator[Written | Failed]:
    """Write the files one by one; `tell` hears before each, and what it raises ends the export between two files.

    Raises:
        InputError: the choices do not hold together, or a file could not be written; files already given stay.
    """
    check(chosen)
    request, folder = request_of(session, chosen), given_path(chosen.folder)
    files = [(piece.title, name) for document in chosen.types for piece in pieces(session, document, request)
             if not (chosen.everything and document.nothing(session, piece.request))
             for name in chosen.formats_of(document)[:1 if document is MAILING else None]]
    number = {file: place for place, file in enumerate(files, 1)}
    of = len(files) + (len(CONTENTS_FORMATS) if chosen.everything else 0)

    def told(piece: Piece, name: str) -> None:
        tell(Step(number[piece.title, name], of, piece.title, FORMATS[name].short))

    if chosen.everything:
        for path in export_package(session, folder, request, chosen.formats, writer=writer, tell=told):
            yield Written(path, writer.kept_beside(path))
        return
    for document in chosen.types:
        if document is MAILING:
            yield from _sent_out(session, chosen, request, told, writer)
            continue
        paths = export(session, [document], chosen.formats_of(document), folder, request, writer=writer, tell=told)
        yield from _one(document, paths, writer)


def _sent_out(session: PlanSession, chosen: Chosen, request: Request, told: Tell, writer: Writer
              ) -> Iterator[Written | Failed]:
    """Write each actor's form and letter; in the format that each prefers where more than one is chosen."""
    formats = chosen.formats_of(MAILING)
    actors = [request.actor] if request.actor is not None else asked_actors(session.state)

    def tell(actor: Actor) -> None:
        told(Piece(MAILING, replace(request, actor=actor)), formats[0])

    paths = send_out(session, actors, given_path(chosen.folder), writer=writer, tell=tell,
                     format_name=formats[0] if len(formats) == 1 else "", without_names=chosen.without_names)
    yield from _one(MAILING, paths, writer)


def _one(document: DocumentType, paths: Iterator[Path], writer: Writer) -> Iterator[Written | Failed]:
    """Give a document's files; why there are no more where it cannot be made. A folder that fails ends it all."""
    while True:
        try:
            path = next(paths)
        except StopIteration:
            return
        except InputError as error:
            if isinstance(error.__cause__, OSError):
                raise
            yield Failed(document.title, str(error))
            return
        yield Written(path, writer.kept_beside(path))


def short_names(formats: Sequence[str]) -> list[str]:
    """Return what the formats are called in a sentence."""
    return [FORMATS[name].short for name in formats]
