"""Where something is written, in words: document and heading.

The catalogue also knows the lines of the text that the facts were taken from, for whoever checks them. Nobody else has
that text: a reader finds the place by the document's name and its heading.
"""

from __future__ import annotations

from collections.abc import Iterable

from nvplan.catalog.documents import documents
from nvplan.model.requirement import Source
from nvplan.texts import documents as documents_texts


def source_text(sources: Iterable[Source]) -> str:
    """Return where something is written: each document once, with the headings that it stands under."""
    gathered: dict[str, dict[str, None]] = {}
    for source in sources:
        gathered.setdefault(_document_name(source), {}).setdefault(source.heading)
    return ". ".join(_one_source(name, headings) for name, headings in gathered.items())


def _document_name(source: Source) -> str:
    if source.document in documents_texts.SOURCE_NAMES:
        return documents_texts.SOURCE_NAMES[source.document]
    known = documents().get(source.document)
    return known.title if known else source.reference or source.document


def _one_source(name: str, headings: Iterable[str]) -> str:
    places = "; ".join(heading for heading in headings if heading and heading != name)
    return f"{name}, {places}" if places else name
