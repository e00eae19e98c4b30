"""Where something is written, in words: document, heading and lines."""

from __future__ import annotations

from collections.abc import Mapping

from nvplan.catalog.documents import documents
from nvplan.model.requirement import Source
from nvplan.texts import documents as documents_texts


def source_text(sources: tuple[Source, ...], *, with_lines: bool = True) -> str:
    """Return where something is written: document, heading and lines.

    A document is named once, and lines under the same heading stand together. The lines are those of a text that only
    who works with the plan has: a reader of the plan is given the document and the heading.
    """
    gathered: dict[str, dict[str, list[tuple[int, ...]]]] = {}
    for source in sources:
        lines = gathered.setdefault(_document_name(source), {}).setdefault(source.heading, [])
        if with_lines and source.lines and source.lines not in lines:
            lines.append(source.lines)
    return ". ".join(_one_source(name, headings) for name, headings in gathered.items())


def _document_name(source: Source) -> str:
    if source.document in documents_texts.SOURCE_NAMES:
        return documents_texts.SOURCE_NAMES[source.document]
    known = documents().get(source.document)
    return known.title if known else source.reference or source.document


def _one_source(name: str, headings: Mapping[str, list[tuple[int, ...]]]) -> str:
    places = []
    for heading, lines in headings.items():
        spans = documents_texts.listed([documents_texts.line_span(one[0], one[-1]) for one in sorted(lines)])
        parts = [heading if heading != name else "", documents_texts.SOURCE_LINES.format(spans=spans) if spans else ""]
        places.append(", ".join(part for part in parts if part))
    return ", ".join(part for part in (name, "; ".join(place for place in places if place)) if part)
