"""What the exchange asks of the outside: a writer of files and a reader of files, handed in by whoever has them."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from nvplan.model.document import Document
from nvplan.services.writing.returned.form import ReturnedForm


class Writer(Protocol):
    """Renders documents and writes files."""

    def render(self, document: Document, format_name: str) -> bytes:
        """Return the document as a file's content; the same document always gives the same bytes.

        Raises:
            InputError: the format cannot hold the document, or its library is missing.
        """

    def write_new(self, folder: Path, stem: str, suffix: str, content: bytes, replace: bool = False) -> Path:
        """Write a file, all of it or nothing, and return its path; without `replace` nothing is written over.

        Raises:
            InputError: the file could not be written.
        """

    def letter(self, subject: str, body: str, attached: tuple[str, bytes] | None) -> bytes:
        """Return a mail as a file that a mail program opens to be sent; `attached` is a file's name and content."""

    def kept_beside(self, path: Path) -> Path | None:
        """Return the file that already had the name, where a new one got a number."""


class Reader(Protocol):
    """Reads files that have come back."""

    def embedded_data(self, name: str, content: bytes) -> bytes:
        """Return the plan that a pdf of ours carries with it, as the bytes of a plan file.

        Raises:
            InputError: it is no pdf of ours, is locked, or carries no data.
        """

    def read_form(self, name: str, content: bytes) -> ReturnedForm:
        """Return what a document says that someone may have filled in.

        Raises:
            InputError: it is none of ours, or cannot be read.
        """
