"""Our own checks of a pdf's structure: what the two checkers miss (`measured.md` 1b), and what we promise."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf


def structure(pdf: Any) -> Iterator[tuple[str, Any]]:
    """Yield every structure element with its type, in reading order."""
    waiting: list[Any] = [pdf.Root.get("/StructTreeRoot")]
    while waiting:
        element = waiting.pop()
        if not isinstance(element, pikepdf.Dictionary):
            continue
        if "/S" in element:
            yield str(element["/S"]).lstrip("/"), element
        children = element.get("/K", pikepdf.Array([]))
        listed = list(children) if isinstance(children, pikepdf.Array) else [children]
        waiting.extend(reversed([child for child in listed if isinstance(child, pikepdf.Dictionary)]))


def _attributes(element: Any) -> list[Any]:
    found = element.get("/A", pikepdf.Array([]))
    return [
        entry
        for entry in (found if isinstance(found, pikepdf.Array) else [found])
        if isinstance(entry, pikepdf.Dictionary)
    ]


def faults(pdf: Any) -> list[str]:
    """Return what is wrong with the document; nothing, if it is as promised."""
    return [
        *_document_faults(pdf),
        *_heading_faults(pdf),
        *_table_faults(pdf),
        *_action_faults(pdf),
        *_attachment_faults(pdf),
    ]


def _document_faults(pdf: Any) -> Iterator[str]:
    root = pdf.Root
    if not str(root.get("/Lang", "")).lower().startswith("sv"):
        yield "language"
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "not marked"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "title not shown"
    with pdf.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            yield "no title"
        if metadata.get("pdfuaid:part") != "1":
            yield "no pdf/ua mark"
        if (metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")) != ("3", "A"):
            yield "no pdf/a mark"
    for number, page in enumerate(pdf.pages, 1):
        fonts = page.get("/Resources", {}).get("/Font", {})
        for font in fonts.values():
            if "/ToUnicode" not in font:
                yield f"page {number}: font without unicode"


def _heading_faults(pdf: Any) -> Iterator[str]:
    levels = [int(kind[1]) for kind, _ in structure(pdf) if len(kind) == 2 and kind[0] == "H" and kind[1].isdigit()]
    if levels and levels[0] != 1:
        yield "first heading"
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield "heading level skipped"
    if levels and "/Outlines" not in pdf.Root:
        yield "no bookmarks"


def _table_faults(pdf: Any) -> Iterator[str]:
    for kind, table in structure(pdf):
        if kind != "Table":
            continue
        parts = list(structure_below(table))
        heads = [element for name, element in parts if name == "TH"]
        if not heads:
            yield "table without headers"
        if not all(any("/Scope" in attributes for attributes in _attributes(head)) for head in heads):
            yield "header without scope"
        widths = {sum(1 for name, _ in structure_below(row) if name in ("TH", "TD"))
                  for name, row in parts if name == "TR"}
        if len(widths) > 1:
            yield "rows of different length"


def structure_below(element: Any) -> Iterator[tuple[str, Any]]:
    """Yield every structure element below one, with its type, in reading order."""
    children = element.get("/K", pikepdf.Array([]))
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield str(child["/S"]).lstrip("/"), child
            yield from structure_below(child)


def _action_faults(pdf: Any) -> Iterator[str]:
    for name in ("/OpenAction", "/AA", "/AcroForm"):
        if name in pdf.Root:
            yield f"catalogue has {name}"
    if "/JavaScript" in pdf.Root.get("/Names", {}):
        yield "script"
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            if note.get("/A", {}).get("/S") in ("/URI", "/Launch", "/JavaScript", "/GoToR", "/SubmitForm"):
                yield "address or action"


def _attachment_faults(pdf: Any) -> Iterator[str]:
    for name, attached in pdf.attachments.items():
        if "/AFRelationship" not in attached.obj:
            yield f"{name}: no relationship"
        if "/AF" not in pdf.Root:
            yield f"{name}: not associated"
