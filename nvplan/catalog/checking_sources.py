"""Checks where things are said to stand: every source row of data/, and the source texts themselves when at hand."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from nvplan.catalog.faults import line_sentence
from nvplan.catalog.location import data_folder
from nvplan.catalog.own import own_files
from nvplan.catalog.reading import lines
from nvplan.model.source_document import SourceDocument
from nvplan.texts import catalog as catalog_texts

#: A folder of data/ that holds the example county's plan, which refers to no sources.
EXAMPLE_COUNTY = "exempellan"
_GAPS = re.compile(r"…|\.\.\.| – ")
#: What a heading may carry beside the source's own words: which footnote, what kind of slide.
_NOTE = re.compile(r"^fotnot \d+$|\s*\(bild[^)]*\)$", re.IGNORECASE)
#: Tables of an appendix have their heading below them.
_CAPTION = re.compile(r"^(bilaga|tabell) ", re.IGNORECASE)


class Place(NamedTuple):
    """Where data/ names a source: the file, its line, and the source as it stands there."""

    file: str
    line: int
    source: Mapping[str, Any]


def row_files() -> list[str]:
    """Return the names of every JSONL file of the catalogue, in order, the county's own last."""
    folder = data_folder()
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*.jsonl"))
    return [*sorted(name for name in names if not name.startswith(f"{EXAMPLE_COUNTY}/")), *own_files()]


def source_places() -> Iterator[Place]:
    """Yield every source that a row of data/ names; a row that is no JSON is passed over, other checks tell of it."""
    for name in row_files():
        for number, line in lines(name):
            for source in _sources(_row(line)):
                yield Place(name, number, source)


def _row(line: bytes) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None


def _sources(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, dict):
        if "document" in value and "heading" in value:
            yield value
        for inner in value.values():
            yield from _sources(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _sources(inner)


def key_faults() -> Iterator[str]:
    """Yield fields that stand twice in a row: only the last would count, and nobody would see it."""
    for name in row_files():
        for number, line in lines(name):
            found: list[str] = []
            try:
                json.loads(line, object_pairs_hook=partial(_pairs, found))
            except ValueError:
                continue
            for field in found:
                yield line_sentence(name, number, catalog_texts.FAULT_KEY_TWICE.format(field=field))


def _pairs(twice: list[str], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    twice += sorted({name for name in names if names.count(name) > 1})
    return dict(pairs)


def reference_faults(documents: Mapping[str, SourceDocument]) -> Iterator[str]:
    """Yield sources that name an unknown document, lack line numbers, or have them where there is no text."""
    for place in source_places():
        known = documents.get(str(place.source["document"]))
        given = place.source.get("lines") or []
        if known is None:
            yield _say(place, catalog_texts.FAULT_DOCUMENT.format(document=place.source["document"]))
        elif known.has_lines and not _is_range(given):
            yield _say(place, catalog_texts.FAULT_LINES_NEEDED.format(document=known.id))
        elif not known.has_lines and (given or not place.source.get("reference")):
            yield _say(place, catalog_texts.FAULT_LINES_OUTSIDE.format(document=known.id))


def _is_range(given: object) -> bool:
    return (isinstance(given, list) and len(given) == 2 and all(isinstance(one, int) for one in given)
            and 1 <= given[0] <= given[1])


def _say(place: Place, fault: str) -> str:
    return line_sentence(place.file, place.line, fault)


class SourceText:
    """One source text with its lines, and its words up to any line."""

    def __init__(self, path: Path) -> None:
        self.lines = path.read_text(encoding="utf-8").split("\n")
        self._upto: dict[int, str] = {}

    def is_blank(self, line: int) -> bool:
        """Whether the line (from 1) holds nothing."""
        return not self.lines[line - 1].strip()

    def has_heading(self, heading: str, last: int | None) -> bool:
        """Whether a heading stands at or before the line `last`, or anywhere; what is left out with … does not count.

        A slide or an appendix can have its heading below its text, and some have none: their `heading` says so.
        """
        text = self._text(len(self.lines) if last is None or _CAPTION.match(heading) else last)
        if _plain(heading) in text or any(told in heading for told in catalog_texts.NO_HEADING):
            return True
        return all(_plain(part) in text for part in (_NOTE.sub("", part.strip()) for part in _GAPS.split(heading)))

    def _text(self, last: int) -> str:
        if last not in self._upto:
            self._upto[last] = _plain("\n".join(self.lines[:last]))
        return self._upto[last]


@cache
def _plain(text: str) -> str:
    """Return the text in lower case on one line, with words that were divided at a line's end put together."""
    joined = re.sub(r"(?<=\w)-\s*\n\s*(?=[a-zåäö])(?!och\b|eller\b|samt\b)", "", text)
    return " ".join(joined.lower().split())


def open_sources(folder: Path, documents: Mapping[str, SourceDocument]) -> tuple[dict[str, SourceText], list[str]]:
    """Return the source texts that a folder holds, by document id, and a sentence for each that it lacks."""
    found, faults = {}, []
    for document in documents.values():
        if not document.has_lines:
            continue
        path = next(iter(sorted(folder.glob(f"{document.id}_*"))), None)
        if path is None:
            faults.append(catalog_texts.FAULT_SOURCE_FILE.format(document=document.id, folder=folder))
        else:
            found[document.id] = SourceText(path)
    return found, faults


def text_faults(texts: Mapping[str, SourceText], slides: Collection[str],
                rows: Collection[tuple[int, Mapping[str, str]]], rows_file: str) -> Iterator[str]:
    """Yield sources whose lines do not exist or are blank, or whose heading stands nowhere before them.

    `slides` are the documents whose headings may stand after the lines.
    """
    for place in source_places():
        text = texts.get(str(place.source["document"]))
        given = place.source.get("lines") or []
        if text is not None and _is_range(given):
            for fault in _range_faults(text, place.source, place.source["document"] in slides):
                yield _say(place, fault)
    for line, row in rows:
        text = texts.get(row["document"])
        if text is not None and row["line"].isdecimal():
            number = int(row["line"])
            for fault in _line_faults(text, row["document"], number, number):
                yield line_sentence(rows_file, line, fault)


def _range_faults(text: SourceText, source: Mapping[str, Any], is_slide: bool) -> Iterator[str]:
    first, last = source["lines"]
    faults = list(_line_faults(text, source["document"], first, last))
    yield from faults
    if not faults and not text.has_heading(source["heading"], None if is_slide else last):
        yield catalog_texts.FAULT_SOURCE_HEADING.format(
            heading=source["heading"], document=source["document"], last=last
        )


def _line_faults(text: SourceText, document: str, first: int, last: int) -> Iterator[str]:
    if last > len(text.lines):
        yield catalog_texts.FAULT_SOURCE_LINES.format(document=document, first=first, last=last, count=len(text.lines))
        return
    for line in dict.fromkeys((first, last)):
        if text.is_blank(line):
            yield catalog_texts.FAULT_SOURCE_BLANK.format(document=document, line=line)
