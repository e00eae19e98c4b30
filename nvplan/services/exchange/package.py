"""The whole package: every document in the formats that it is handed on in, and a contents page with links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nvplan.model.document import Block, Bullets, Cell, Document, Heading, Paragraph, Table, TableColumn
from nvplan.model.errors import InputError
from nvplan.services.documents.frame import meta
from nvplan.services.documents.registry import DOCUMENTS, DocumentType, Request
from nvplan.services.exchange.exporting import Piece, Tell, contents, file_stem, nobody, pieces
from nvplan.services.exchange.formats import find_format
from nvplan.services.exchange.ports import Writer
from nvplan.services.reading.answers import shown_actor
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_lists as documents_lists_texts
from nvplan.texts import exports as exports_texts

#: The formats that a document is handed on in, where it has them.
USUAL = ("docx", "pdf", "xlsx")
#: The contents page's own formats.
CONTENTS_FORMATS = ("docx", "html")
#: Facts that the page's title and mark have said.
_ABOVE = (documents_texts.META_EXAMPLE, documents_texts.META_PLAN)
_COLUMNS = ("docx", "pdf", "xlsx")


@dataclass
class _Written:
    """One document of the package: the names of its files by format, or why it could not be made."""

    piece: Piece
    files: dict[str, str] = field(default_factory=dict)
    reason: str = ""
    built: str = ""

    def read(self, document: Document) -> None:
        """Remember what the document is called on its own first page."""
        self.built = document.title

    @property
    def title(self) -> str:
        """What it is called: as it says itself, with whose it is where it does not say it."""
        actor = self.piece.request.actor if self.piece.document.recipients else None
        if not self.built:
            return self.piece.title
        if actor is None or actor.name in self.built:
            return self.built
        return exports_texts.OF_RECIPIENT.format(title=self.built, actor=actor.name)


def export_package(session: PlanSession, folder: Path, request: Request, formats: Sequence[str] = (), *,
                   writer: Writer, replace: bool = False, tell: Tell = nobody) -> Iterator[Path]:
    """Write every document and last the contents page; give each file's path when it is on disk.

    A document without any of the formats (the calendar, the archive) is written in its own. One that would be empty, or
    cannot be made, is left out and told on the contents page with the reason.

    Raises:
        InputError: a format is unknown, or a file could not be written; files already given stay.
    """
    wanted = [find_format(one).name for one in formats] or list(USUAL)
    listed = []
    for document in DOCUMENTS.values():
        formats_of = package_formats(document, wanted)
        for piece in pieces(session, document, request):
            found = _Written(piece, reason=document.nothing(session, piece.request))
            listed.append(found)
            if found.reason:
                continue
            rendered = contents(session, piece, formats_of, tell, writer=writer, built_as=found.read)
            while True:
                try:
                    name, content = next(rendered)
                except StopIteration:
                    break
                except InputError as error:
                    found.reason = str(error)
                    break
                suffix = find_format(name).suffix
                path = writer.write_new(folder, file_stem(session, piece), suffix, content, replace)
                found.files[name] = path.name
                yield path
    page = contents_page(session, request, listed)
    for name in CONTENTS_FORMATS:
        yield writer.write_new(
            folder, documents_lists_texts.PACKAGE_STEM, find_format(name).suffix, writer.render(page, name), replace
        )


def package_formats(document: DocumentType, wanted: Sequence[str]) -> list[str]:
    """Return the formats that the package has a document in: the wanted ones, or its own where it has none of them."""
    usual = document.packed if document.packed and list(wanted or USUAL) == list(USUAL) else wanted or USUAL
    return [name for name in usual if name in document.formats] or list(document.formats[:1])


def contents_page(session: PlanSession, request: Request, listed: Sequence[_Written]) -> Document:
    """Return the page that tells which files there are and leads to them."""
    state = session.state
    written = [one for one in listed if one.files]
    failed = [one for one in listed if one.reason]
    about = documents_lists_texts.package_about(left_out=bool(failed))
    if request.actor is not None:
        about = f"{about} {documents_lists_texts.PACKAGE_ABOUT_ACTOR.format(actor=request.actor.name)}"
    shown = [name for name in _COLUMNS if any(name in one.files for one in written)]
    titles = [
        documents_lists_texts.COLUMN_DOCUMENT,
        *(documents_lists_texts.FORMAT_COLUMNS[name] for name in shown),
        documents_lists_texts.COLUMN_OTHER_FILE,
    ]
    blocks: list[Block] = [
        Paragraph(text=about, tone="note"),
        Table(
            caption=documents_lists_texts.PACKAGE_TABLE,
            first_column_is_header=True,
            rows=tuple(_row(one, shown) for one in written),
            columns=tuple(
                TableColumn(title=title, weight=9 if place == 0 else 2) for place, title in enumerate(titles)
            ),
        ),
    ]
    if failed:
        blocks += [Heading(level=1, text=documents_lists_texts.PACKAGE_FAILED), Bullets(items=tuple(
            documents_lists_texts.left_out(one.piece.title, one.reason) for one in failed))]
    return Document(
        name=documents_lists_texts.PACKAGE_STEM,
        title=documents_lists_texts.PACKAGE_TITLE,
        example=state.info.example,
        generated=state.changed,
        subtitle=documents_texts.SUBTITLE.format(county=session.county.name, year=state.info.years_told),
        meta=tuple(one for one in meta(session, shown_actor(request.actor), plans=(), actor=request.actor)
                   if one.label not in _ABOVE and one.value != documents_texts.WHOLE_COUNTY),
        blocks=tuple(blocks),
    )


def _row(one: _Written, shown: Sequence[str]) -> tuple[Cell, ...]:
    other = [name for name in one.files if name not in _COLUMNS]
    return (Cell(text=one.title), *(_link(one, name) for name in shown),
            _link(one, other[0]) if other else Cell(text=documents_texts.NOTHING))


def _link(one: _Written, name: str) -> Cell:
    file = one.files.get(name, "")
    return (
        Cell(text=documents_lists_texts.FORMAT_COLUMNS.get(name, name), link=file)
        if file
        else Cell(text=documents_texts.NOTHING)
    )
