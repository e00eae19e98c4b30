"""Which documents there are, in which formats, and the one way to build one."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from nvplan import texts_documents as texts
from nvplan.model.collation import nearest
from nvplan.model.county import Actor
from nvplan.model.document import Document
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.services.session import PlanSession


@dataclass(frozen=True)
class Request:
    """What a document is asked for with: for one actor or the county, with or without contact details."""

    actor: Actor | None = None
    without_names: bool = False


Builder = Callable[[PlanSession, Request], Document]


@dataclass(frozen=True)
class DocumentType:
    """A document: its name on the command line, its title, its formats, and the module that builds it."""

    name: str
    title: str
    formats: tuple[str, ...]
    module: str

    def build(self, session: PlanSession, request: Request) -> Document:
        """Build the document."""
        builder: Builder = importlib.import_module(self.module).build
        return builder(session, request)


_TABLE = ("md", "docx", "pdf", "xlsx", "html", "csv", "json")

DOCUMENTS: dict[str, DocumentType] = {
    known.name: known for known in (
        DocumentType("checklista", texts.CHECKLIST_TITLE, _TABLE, "nvplan.services.documents.checklist"),
    )
}


def find_document(wanted: str) -> DocumentType:
    """Return the document with this name.

    Raises:
        UnknownNameError: there is none; the sentence names those there are.
    """
    found = DOCUMENTS.get(wanted.strip().lower())
    if found is None:
        near = nearest(wanted, DOCUMENTS) or list(DOCUMENTS)
        raise UnknownNameError(texts.unknown_document(wanted, near))
    return found


def check_format(document: DocumentType, wanted: str) -> str:
    """Return the format's name where the document has it.

    Raises:
        InputError: the document has no such format; the sentence lists those it has.
    """
    name = wanted.strip().lower().removeprefix(".")
    if name not in document.formats:
        raise InputError(texts.FORMAT_NOT_FOR_DOCUMENT.format(format=wanted.strip(), document=document.name,
                                                              formats=", ".join(document.formats)))
    return name
