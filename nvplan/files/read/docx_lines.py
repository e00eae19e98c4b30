"""The paragraphs of a Word file as they read: tracked changes accepted, boxes told, comments with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from nvplan.files.read.cells import linked
from nvplan.files.write.docx_controls import TICK_PREFIX, key_of
from nvplan.model.errors import InputError
from nvplan.services.writing.returned.form import Line, Remark
from nvplan.texts import exports as exports_texts
from nvplan.texts import returned as returned_texts

#: The parts of the file that hold comments, and those that hold notes.
COMMENTS = "word/comments.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
#: The parts that hold headers and footers, and the one that says where links lead.
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
RELATIONS = "word/_rels/document.xml.rels"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TRUE = {"1", "true", "on"}
_FALSE = {"0", "false", "off", "none"}
#: What stands before a comment's own place in a sentence is at most so long.
_LONGEST_PLACE = 80


def parse(content: bytes) -> Any:
    """Return a part of the file as a tree.

    Raises:
        InputError: it is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as fault:
        raise InputError(exports_texts.RETURNED_NOT_WORD) from fault


def text_of(element: Any) -> str:
    """Return the text of an element, with line breaks, tabs and paragraphs as such, and tracked changes accepted."""
    if element is None:
        return ""
    pieces: list[str] = []
    for part in _parts(element):
        if part.tag == f"{_W}t":
            pieces.append(part.text or "")
        elif part.tag == f"{_W}p":
            pieces.append("\n" if pieces else "")
        elif part.tag == f"{_W}sym":
            pieces.append(_symbol(part))
        elif part.getparent().tag == f"{_W}r":
            pieces.append("\t" if part.tag == f"{_W}tab" else "\n")
    return "".join(pieces)


def _parts(element: Any) -> Iterator[Any]:
    """Yield what makes up the text, without what is moved or taken away, and no text box twice."""
    if element.tag in (f"{_W}moveFrom", f"{_W}del", _FALLBACK):
        return
    if element.tag in (f"{_W}t", f"{_W}br", f"{_W}cr", f"{_W}tab", f"{_W}p", f"{_W}sym"):
        yield element
    for child in element:
        yield from _parts(child)


def _symbol(element: Any) -> str:
    """Return a sign from a symbol font: the ticked and empty boxes of Wingdings as the signs they look like."""
    code = element.get(f"{_W}char", "").upper()[-2:]
    return {"FE": "☑", "FD": "☒", "FC": "✓", "FB": "✗", "A8": "☐", "6F": "☐", "78": "☒"}.get(code, "□")


def read_lines(body: Any, properties: Mapping[str, str], *, in_tables: bool = True) -> list[Line]:
    """Return every paragraph in order, each once; one inside another's text box stands with that.

    Those in tables are left out where the tables are read by themselves.
    """
    found: list[Line] = []
    waiting: dict[str, str] = {}
    for element in body.iter(f"{_W}p", f"{_W}bookmarkStart"):
        if element.tag == f"{_W}bookmarkStart":
            key = key_of(element.get(f"{_W}name", ""), TICK_PREFIX, dict(properties))
            if key and next(element.iterancestors(f"{_W}p"), None) is None:
                waiting[key] = key  # a mark that a program has moved out in front of its paragraph
            continue
        if not in_tables and next(element.iterancestors(f"{_W}tbl"), None) is not None:
            continue
        if next(element.iterancestors(f"{_W}p", _FALLBACK), None) is None:
            keys = [key for mark in element.iter(f"{_W}bookmarkStart")
                    if (key := key_of(mark.get(f"{_W}name", ""), TICK_PREFIX, dict(properties)))]
            found.append(_line(element, [*keys, *waiting]))
            waiting = {}
    return found


def _line(paragraph: Any, keys: list[str]) -> Line:
    boxes = list(paragraph.iter(f"{_W14}checkbox"))
    ticked = None
    if boxes:
        state = boxes[0].find(f"{_W14}checked")
        ticked = state is not None and state.get(f"{_W14}val", "1") in _TRUE
    out = any(struck(run) for run in paragraph.iter(f"{_W}r"))
    return Line(text_of(paragraph), keys[0] if keys else "", ticked, returned_texts.STRUCK_OUT if out else "")


def struck(run: Any) -> bool:
    """Tell whether a run of text is struck out."""
    marks = (run.find(f"{_W}rPr/{_W}{name}") for name in ("strike", "dstrike"))
    on = any(mark is not None and mark.get(f"{_W}val", "true") not in _FALSE for mark in marks)
    return on and any((text.text or "").strip() for text in run.iter(f"{_W}t"))


def comments(content: bytes | None, body: Any) -> list[Remark]:
    """Return the comments, each with the text of the paragraph that it stands at."""
    if content is None:
        return []
    places: dict[str, str] = {}
    for mark in body.iter(f"{_W}commentRangeStart", f"{_W}commentReference"):
        paragraph = next(mark.iterancestors(f"{_W}p"), None)
        if paragraph is None:
            paragraph = mark.getnext()
        text = " ".join(text_of(paragraph).split())
        short = text if len(text) <= _LONGEST_PLACE else f"{text[:_LONGEST_PLACE]}…"
        places.setdefault(mark.get(f"{_W}id", ""), returned_texts.AT_TEXT.format(text=short))
    found = []
    for comment in parse(content).iter(f"{_W}comment"):
        text = text_of(comment).strip()
        if text:
            found.append(Remark(places.get(comment.get(f"{_W}id", ""), returned_texts.IN_TEXT), text))
    return found


def pictures(body: Any) -> list[str]:
    """Return where pictures and embedded objects stand, by the text that they stand at; our documents have none."""
    found = []
    for element in body.iter(f"{_A}blip", f"{_V}imagedata", f"{_W}object"):
        above = {one.tag for one in element.iterancestors()}
        if _FALLBACK not in above and f"{_W}object" not in above:
            found.append(_at(next(element.iterancestors(f"{_W}p"), None)))
    return found


def _at(paragraph: Any) -> str:
    """Return the place of a paragraph by its text, or where it has none by that of the one before it."""
    while paragraph is not None:
        if paragraph.tag == f"{_W}p" and (text := " ".join(text_of(paragraph).split())):
            short = text if len(text) <= _LONGEST_PLACE else f"{text[:_LONGEST_PLACE]}…"
            return returned_texts.AT_TEXT.format(text=short)
        paragraph = paragraph.getprevious()
    return returned_texts.IN_TEXT


def is_margin(name: str) -> bool:
    """Tell whether a part of the file is a header or a footer of pages."""
    return _MARGIN.fullmatch(name) is not None


def margins(parts: Mapping[str, bytes]) -> list[str]:
    """Return what stands in the pages' headers and footers, each text once; a tab or a line break parts two."""
    found: dict[str, None] = {}
    for name, content in parts.items():
        if is_margin(name):
            for paragraph in parse(content).iter(f"{_W}p"):
                found.update(dict.fromkeys(piece.strip() for piece in re.split("[\t\n]", text_of(paragraph))
                                           if piece.strip()))
    return list(found)


def with_links(body: Any, relations: bytes | None) -> None:
    """Write out where a link leads behind its text, where the text does not say it: a person may have linked a word."""
    if relations is None:
        return
    targets = {one.get("Id", ""): one.get("Target", "") for one in parse(relations)
               if one.get("TargetMode") == "External"}
    for link in list(body.iter(f"{_W}hyperlink")):
        told = linked(text_of(link), targets.get(link.get(f"{_R}id", ""), ""))
        if told:
            run = etree.SubElement(link, f"{_W}r")
            etree.SubElement(run, f"{_W}t").text = told


def notes(parts: Mapping[str, bytes]) -> list[Remark]:
    """Return the footnotes and endnotes that someone has added; our documents have none."""
    found = []
    for name in NOTES:
        if name in parts:
            for note in parse(parts[name]):
                if text := text_of(note).strip():
                    found.append(Remark(returned_texts.IN_NOTE, text))
    return found
