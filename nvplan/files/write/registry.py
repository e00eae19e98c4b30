"""Which formats there are, and the one way to render a document; a format's library is imported when it is used."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from nvplan.model.document import Document
from nvplan.model.errors import InputError
from nvplan.texts import exports as exports_texts

Renderer = Callable[[Document], bytes]


@dataclass(frozen=True)
class Format:
    """A file format: its command-line name, its file suffix, its Swedish label and the module that renders it."""

    name: str
    suffix: str
    label: str
    module: str

    @property
    def short(self) -> str:
        """What the format is called in a sentence: the label without its explanation."""
        return self.label.partition(" (")[0]

    def renderer(self) -> Renderer:
        """Return the function that renders a document in this format; this imports the format's library."""
        found: Renderer = importlib.import_module(self.module).render
        return found


FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        Format("md", ".md", exports_texts.FORMAT_MARKDOWN, "nvplan.files.write.markdown"),
        Format("docx", ".docx", exports_texts.FORMAT_DOCX, "nvplan.files.write.docx"),
        Format("pdf", ".pdf", exports_texts.FORMAT_PDF, "nvplan.files.write.pdf"),
        Format("xlsx", ".xlsx", exports_texts.FORMAT_XLSX, "nvplan.files.write.xlsx"),
        Format("html", ".html", exports_texts.FORMAT_HTML, "nvplan.files.write.html"),
        Format("ics", ".ics", exports_texts.FORMAT_ICS, "nvplan.files.write.icsfile"),
        Format("csv", ".csv", exports_texts.FORMAT_CSV, "nvplan.files.write.csvfile"),
        Format("json", ".json", exports_texts.FORMAT_JSON, "nvplan.files.write.jsonfile"),
    )
}


def find_format(name: str) -> Format:
    """Return the format with this name; case, spaces around it and a leading dot do not matter.

    Raises:
        InputError: no format has that name; the sentence lists those that exist.
    """
    found = FORMATS.get(name.strip().lower().removeprefix("."))
    if found is None:
        raise InputError(exports_texts.FORMAT_UNKNOWN.format(name=name, known=", ".join(FORMATS)))
    return found


def render(document: Document, format_name: str) -> bytes:
    """Return the document as a file's content; the same document always gives the same bytes.

    Raises:
        InputError: the format does not exist, its library is missing, or the format cannot hold the document.
    """
    wanted = find_format(format_name)
    try:
        renderer = wanted.renderer()
    except ModuleNotFoundError as fault:
        if (fault.name or "").startswith("nvplan"):
            raise
        raise InputError(exports_texts.FORMAT_PACKAGE_MISSING.format(name=wanted.name, package=fault.name)) from fault
    return renderer(document)
