"""The files as the exchange knows them: what renders and writes, and what reads. A library is imported when used."""

from __future__ import annotations

from pathlib import Path

from nvplan.files.write.files import kept_beside, write_new
from nvplan.files.write.registry import render
from nvplan.model.document import Document
from nvplan.services.writing.returned.form import ReturnedForm


class FileWriter:
    """Meets `Writer`."""

    def render(self, document: Document, format_name: str) -> bytes:
        """Return the document as a file's content."""
        return render(document, format_name)

    def write_new(self, folder: Path, stem: str, suffix: str, content: bytes, replace: bool = False) -> Path:
        """Write a file and return its path."""
        return write_new(folder, stem, suffix, content, replace)

    def letter(self, subject: str, body: str, attached: tuple[str, bytes] | None) -> bytes:
        """Return a mail as a file."""
        from nvplan.files.write.mail import letter

        return letter(subject, body, attached)

    def kept_beside(self, path: Path) -> Path | None:
        """Return the file that already had the name."""
        return kept_beside(path)


class FileReader:
    """Meets `Reader`."""

    def embedded_data(self, name: str, content: bytes) -> bytes:
        """Return the plan that a pdf of ours carries with it."""
        from nvplan.files.read.pdf_reading import embedded_data

        return embedded_data(name, content)

    def read_form(self, name: str, content: bytes) -> ReturnedForm:
        """Return what a returned document says."""
        from nvplan.files.read.forms import read_form

        return read_form(name, content)


WRITER, READER = FileWriter(), FileReader()
