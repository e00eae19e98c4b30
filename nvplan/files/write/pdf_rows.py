"""Marks the cells that head a table's rows as headers in a typeset pdf, so that a screen reader says them with the row.

typst can mark a column's header and not a row's. What it writes for a cell stands in the file as plain text, and naming
the columns' headers takes more room than saying that the cell heads its row: both are written over in place, so that
every offset in the file stays what it was. Where a row has a header, its cells no longer name their column's header one
by one: a reader finds both by their scope (ISO 32000-1, 14.8.5.7), which PDF/UA-1 (7.5) asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

#: A data cell as typst writes it: its table's number, and that of its column, counted from 0.
_CELL = re.compile(rb"(?<=\n)(\d+ 0 obj\n<</Type/StructElem)/S/TD(/P \d+ 0 R/A\[<</O/Table)"
                   rb"(/Headers\[\(U(\d+)x(\d+)y\d+\)\])")
#: Where an object begins, as the file's own table of them says; a text that looks like one is not in it.
_OFFSET = re.compile(rb"(\d{10}) \d{5} n")
_ROW_SCOPE = b"/Scope/Row"


def mark_row_headers(content: bytes, described: Mapping[str, Any]) -> bytes:
    """Return the pdf with the first cell of each row as its header, in the tables that say so.

    `described` is the page description that the pdf was made from. A pdf whose tables are not those is left as it is.
    """
    headed = list(_headed(described))
    offsets = {int(one) for one in _OFFSET.findall(content, content.rfind(b"\nxref\n"))}
    cells = [found for found in _CELL.finditer(content) if found.start() in offsets]
    if not cells or max(int(found[4]) for found in cells) > len(headed):
        return content
    written = bytearray(content)
    for found in cells:
        if headed[int(found[4]) - 1]:
            first = int(found[5]) == 0
            scope = _ROW_SCOPE if first else b""
            written[found.start():found.end()] = (
                found[1] + (b"/S/TH" if first else b"/S/TD") + found[2] + scope.ljust(len(found[3])))
    return bytes(written)


def _headed(described: Mapping[str, Any]) -> Iterator[bool]:
    """Tell for each table of the pages, in order, whether its first column heads the rows."""
    blocks: Sequence[Mapping[str, Any]] = [block for part in described["parts"] for block in part["blocks"]]
    for block in blocks:
        table = block["numbers"] if block["type"] == "picture" else block
        if block["type"] == "chart":
            yield _has_room(3, len(block["bars"]))
        elif table is not None and table["type"] == "table":
            yield table["row_header"] and _has_room(len(table["columns"]), len(table["rows"]))


def _has_room(columns: int, rows: int) -> bool:
    """Tell whether there is at least as much under the headers as there would be headers: else they only say it twice.

    A list of pairs is read pair by pair, and a checker takes more headers than cells for a table gone to pieces.
    """
    return columns + rows <= (columns - 1) * rows
