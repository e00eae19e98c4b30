"""Takes a sheet with several tables of a form apart, so that each is read as if it stood on a sheet of its own."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.model.collation import fold
from nvplan.services.writing.returned.exported import Exported, ExportedTable
from nvplan.services.writing.returned.form import Given, Sheet
from nvplan.texts import exports as exports_texts

#: So large a part of a table's headings have to stand in a row for it to begin that table below another.
_SHARE = 0.6


def segments(sheet: Sheet, was: Exported) -> list[Sheet]:
    """Return the sheet's tables, each with what stands above it; the sheet itself where it has at most one."""
    if not was.document.is_form:
        return [sheet]
    starts, last, above = [0], None, 0
    for row, cells in enumerate(sheet.rows):
        table = _headed(cells, was)
        if table is None or table is last:
            continue
        if last is not None:
            starts.append(_start(sheet, row, above))
        last, above = table, row
    ends = [*starts[1:], len(sheet.rows)]
    if len(starts) == 1:
        return [sheet]
    return [Sheet(sheet.name, sheet.rows[start:end], [sheet.number(row) for row in range(start, end)])
            for start, end in zip(starts, ends, strict=True)]


def _headed(cells: Sequence[Given], was: Exported) -> ExportedTable | None:
    """Return the table whose headings stand in a row, None where none of a form's do."""
    words = {fold(" ".join(one.text.split())) for one in cells} - {""}
    best, most = None, 0.0
    for table in was.tables:
        titles = [*table.columns, exports_texts.COLUMN_KEY]
        share = sum(fold(title) in words for title in titles) / len(titles)
        if share >= _SHARE and share > most:
            best, most = table, share
    return best


def _start(sheet: Sheet, header: int, above: int) -> int:
    """Return where what belongs to a table begins: its heading and notes stand over its headings without a gap."""
    row = header
    while row - 1 > above and _is_text(sheet.rows[row - 1]):
        row -= 1
    return row


def _is_text(cells: Sequence[Given]) -> bool:
    """Whether a row has something in its first cell alone; what lies under a merged one is no text of its own."""
    return bool(cells) and not cells[0].empty and all(one.empty or one.fault for one in cells[1:])
