"""Which formats there are; how each is rendered is known outside the services."""

from __future__ import annotations

from dataclasses import dataclass

from nvplan.model.errors import InputError
from nvplan.texts import exports as exports_texts


@dataclass(frozen=True)
class Format:
    """A file format: its command-line name, its file suffix and its Swedish label."""

    name: str
    suffix: str
    label: str

    @property
    def short(self) -> str:
        """What the format is called in a sentence: the label without its explanation."""
        return self.label.partition(" (")[0]


FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        Format("md", ".md", exports_texts.FORMAT_MARKDOWN),
        Format("docx", ".docx", exports_texts.FORMAT_DOCX),
        Format("pdf", ".pdf", exports_texts.FORMAT_PDF),
        Format("xlsx", ".xlsx", exports_texts.FORMAT_XLSX),
        Format("html", ".html", exports_texts.FORMAT_HTML),
        Format("ics", ".ics", exports_texts.FORMAT_ICS),
        Format("csv", ".csv", exports_texts.FORMAT_CSV),
        Format("json", ".json", exports_texts.FORMAT_JSON),
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
