"""Read back a Word file that someone has ticked and filled in, whether Word or LibreOffice saved it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from nvplan.files.read.docx_lines import (
    COMMENTS,
    NOTES,
    RELATIONS,
    comments,
    is_margin,
    margins,
    notes,
    parse,
    pictures,
    read_lines,
    text_of,
    with_links,
)
from nvplan.files.read.docx_tables_reading import has_fields, sheets_of
from nvplan.files.write.characters import one_line
from nvplan.files.write.docx_controls import CHOICE_PREFIX, ROW_PREFIX, TICK_PREFIX, key_of
from nvplan.model.errors import InputError
from nvplan.services.documents.registry import CHECKLIST, KNOWN, MAILING
from nvplan.services.writing.returned.form import Line, Remark, Sheet
from nvplan.texts import exports as exports_texts

#: A returned file that unpacks to more than this many bytes is not read.
MOST_BYTES = 64 * 1024 * 1024
#: The name of the file's own property that says which document it is.
DOCUMENT_PROPERTY = "nvplan-dokument"
#: Begins the name of the property that holds a fact which is read back, whether or not it stands on a page.
FACT_PROPERTY = "nvplan-uppgift "
#: What the document says about itself stands among its first paragraphs.
FIRST_PARAGRAPHS = 60
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
_CORE, _MODIFIED = "docProps/core.xml", "{http://purl.org/dc/terms/}modified"
_TRUE = {"1", "true", "on"}


@dataclass
class Returned:
    """What a returned Word file says, by the keys that the document was written with."""

    document: str = ""
    """The document's name, or empty if the file does not say."""
    ticks: dict[str, bool] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    """What is chosen in each drop-down list; a list where nothing is chosen has an empty text."""
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The text of every cell in each table row that has a key."""
    meta: dict[str, str] = field(default_factory=dict)
    """What the document says about itself on its first page: values by label."""
    lines: list[Line] = field(default_factory=list)
    """Every paragraph in order, with tracked changes accepted."""
    comments: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    """Where pictures stand."""
    margins: list[str] = field(default_factory=list)
    """What stands in headers and footers, ours with it."""
    tracked: int = 0
    saved: str = ""
    """When the file says that it was saved, as ISO."""
    sheets: list[Sheet] = field(default_factory=list)
    """The tables, where the document is a form of tables; `lines` are then those outside them."""


def read_returned(content: bytes) -> Returned:
    """Return what is ticked, chosen and written in a Word file of ours.

    Raises:
        InputError: it is no Word file, or it is too large to be one of ours.
    """
    parts = _parts(content)
    properties = _properties(parts.get("docProps/custom.xml"))
    found = Returned(document=properties.get(DOCUMENT_PROPERTY, ""), saved=_saved(parts.get(_CORE)))
    body = parse(parts["word/document.xml"])
    with_links(body, parts.get(RELATIONS))
    found.meta = _facts(body)
    if not found.document:
        found.document = _titled(body)
    if found.document == MAILING.name:  # what it is stands last in it: the first page is for the one who fills it in
        found.meta = _facts(body, most=None)
    if found.document == MAILING.name or (found.document == CHECKLIST and has_fields(body)):
        found.sheets = sheets_of(body, properties)
    for name, value in properties.items():
        if name.startswith(FACT_PROPERTY):
            found.meta.setdefault(name.removeprefix(FACT_PROPERTY), value)
    found.lines = read_lines(body, properties, in_tables=not found.sheets)
    found.comments = comments(parts.get(COMMENTS), body)
    found.notes = notes(parts)
    found.margins = margins(parts)
    found.pictures = pictures(body)
    found.tracked = sum(1 for _ in body.iter(f"{_W}ins", f"{_W}del", f"{_W}moveFrom"))
    _keyed(found, body, properties)
    return found


def _keyed(found: Returned, body: Any, properties: dict[str, str]) -> None:
    """Find what is ticked and chosen, and the rows of tables, by the keys that they were written with."""
    for names, control in _controls(body):
        box = control.find(f"{_W}sdtPr/{_W14}checkbox")
        for name in names:
            if box is not None and (key := key_of(name, TICK_PREFIX, properties)) is not None:
                state = box.find(f"{_W14}checked")
                found.ticks[key] = state is not None and state.get(f"{_W14}val", "1") in _TRUE
            elif (key := key_of(name, CHOICE_PREFIX, properties)) is not None:
                found.choices[key] = _chosen(control)
    for row in body.iter(f"{_W}tr"):
        for mark in row.iter(f"{_W}bookmarkStart"):
            if (key := key_of(mark.get(f"{_W}name", ""), ROW_PREFIX, properties)) is not None:
                found.rows[key] = tuple(text_of(cell) for cell in row.findall(f"{_W}tc"))


def _titled(body: Any) -> str:
    """Return the document whose title stands first, where the file's own property is lost."""
    first = {text_of(paragraph).strip() for paragraph in islice(body.iter(f"{_W}p"), FIRST_PARAGRAPHS)}
    return next((known.name for known in KNOWN.values() if one_line(known.title) in first), "")


def _facts(body: Any, most: int | None = FIRST_PARAGRAPHS) -> dict[str, str]:
    """Return the labels and values, with a tab between, among the first paragraphs, or all of them."""
    found: dict[str, str] = {}
    for paragraph in islice(body.iter(f"{_W}p"), most):
        label, tab, value = text_of(paragraph).partition("\t")
        if tab:
            found.setdefault(label.strip(), value.strip())
    return found


def _parts(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            wanted = [entry for entry in package.infolist()
                      if entry.filename in ("word/document.xml", "docProps/custom.xml", _CORE, COMMENTS, RELATIONS,
                                            *NOTES)
                      or is_margin(entry.filename)]
            if sum(entry.file_size for entry in wanted) > MOST_BYTES:
                raise InputError(exports_texts.RETURNED_TOO_LARGE)
            parts = {entry.filename: package.read(entry) for entry in wanted}
    except InputError:
        raise
    except Exception as fault:  # a damaged package makes zipfile and zlib raise almost anything
        raise InputError(exports_texts.RETURNED_NOT_WORD) from fault
    if "word/document.xml" not in parts:
        raise InputError(exports_texts.RETURNED_NOT_WORD)
    return parts


def _properties(content: bytes | None) -> dict[str, str]:
    if content is None:
        return {}
    root = parse(content)
    return {entry.get("name", ""): "".join(entry.itertext()) for entry in root.iter(f"{_CUSTOM}property")}


def _saved(content: bytes | None) -> str:
    """Return when the file says that it was saved; empty where it does not say."""
    if content is None:
        return ""
    return next((one.text or "" for one in parse(content).iter(_MODIFIED)), "")


def _controls(body: Any) -> Iterator[tuple[list[str], Any]]:
    """Yield every control with the names of the bookmarks around it, or in it: LibreOffice may move them there."""
    around: dict[str, str] = {}
    for element in body.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd", f"{_W}sdt"):
        identity = element.get(f"{_W}id", "")
        if element.tag == f"{_W}bookmarkStart":
            around[identity] = element.get(f"{_W}name", "")
        elif element.tag == f"{_W}bookmarkEnd":
            around.pop(identity, None)
        else:
            inside = [mark.get(f"{_W}name", "") for mark in element.iter(f"{_W}bookmarkStart")]
            yield [*around.values(), *inside], element


def _chosen(control: Any) -> str:
    """Return the chosen text; a text that is none of the list's items is only the placeholder."""
    shown = text_of(control.find(f"{_W}sdtContent"))
    items = {item.get(f"{_W}{name}") for item in control.iter(f"{_W}listItem") for name in ("displayText", "value")}
    return shown if shown in items else ""
