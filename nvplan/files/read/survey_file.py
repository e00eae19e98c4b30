"""Reads the answers of a survey as a form service hands them out: a workbook, or text in columns."""

from __future__ import annotations

import csv
import datetime as dt
import io
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from nvplan.files.read.cells import DIGITS, decoded, one_break
from nvplan.files.read.recognising import kind_of
from nvplan.model.errors import InputError
from nvplan.model.given_paths import is_there
from nvplan.services.meetings.survey.table import SurveyTable, table_of
from nvplan.texts import surveys as surveys_texts

_MOST_BYTES = 20 * 1024 * 1024
#: So much a workbook may hold when it is unpacked.
_MOST_UNPACKED = 200 * 1024 * 1024
_MOST_COLUMNS = 500
#: After so many empty rows a sheet has said what it has to say.
_MOST_EMPTY = 1000
_BETWEEN = ";\t,"
#: The first line of a spreadsheet program's own, telling what stands between cells.
_TELLS_SEPARATOR = "sep="
_LONGEST_CELL = 1_000_000


def read_survey(path: Path) -> SurveyTable:
    """Return the answers in a file; what is in it, not its name, decides how it is read.

    Raises:
        InputError: there is no such file, it is no workbook and no text in columns, or it has no answers.
    """
    name = path.name or str(path)
    if not is_there(path) or not path.is_file():
        raise InputError(surveys_texts.FILE_MISSING.format(name=name))
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputError(surveys_texts.FILE_LARGE.format(name=name))
        content = path.read_bytes()
    except OSError as error:
        raise InputError(surveys_texts.FILE_UNREADABLE.format(name=name)) from error
    if not content.strip():
        raise InputError(surveys_texts.FILE_EMPTY.format(name=name))
    reader = _READERS.get(kind_of(name, content))
    if reader is None:
        raise InputError(surveys_texts.FILE_KIND.format(name=name))
    return table_of(name, reader(name, content))


# -- text in columns -------------------------------------------------------------------------------------------------
def _text_rows(name: str, content: bytes) -> Sequence[tuple[int, list[str]]]:
    """Return the rows as whichever separator gives the most even table reads them, each with its number.

    Raises:
        InputError: a quotation mark is never closed, or no separator makes columns.
    """
    text = decoded(content)
    first, _, rest = text.partition("\n")
    told = first.strip().lower()
    chosen = _BETWEEN
    if told.startswith(_TELLS_SEPARATOR) and len(told) == len(_TELLS_SEPARATOR) + 1:
        text, chosen = rest, told[-1]
    read = [found for between in chosen if (found := _rows_between(text, between)) is not None]
    best = max(read, key=_evenness, default=[])
    wide = max((len(row) for _, row in best), default=0)
    if wide < 2 and len(read) < len(chosen):
        raise InputError(surveys_texts.QUOTE_OPEN.format(name=name))
    if wide < 2 and len(best) < 2:
        raise InputError(surveys_texts.FILE_NO_TABLE.format(name=name))
    return best


def _rows_between(text: str, between: str) -> list[tuple[int, list[str]]] | None:
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))
    except csv.Error:
        return None
    finally:
        csv.field_size_limit(before)
    return [(number, [one_break(cell) for cell in row]) for number, row in enumerate(rows, 1)
            if any(cell.strip() for cell in row)]


def _evenness(rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[float, int]:
    """Return how well rows are a table: the share that has as many cells as there are headings, then how many."""
    if not rows:
        return 0.0, 0
    wide = len(rows[0][1])
    if wide < 2:
        return 0.0, wide
    return sum(abs(len(row) - wide) <= 1 for _, row in rows) / len(rows), wide


# -- a workbook ------------------------------------------------------------------------------------------------------
def _sheet_rows(name: str, content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Return the rows of the first sheet that has any, each with its number."""
    import zipfile

    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(entry.file_size for entry in package.infolist()) > _MOST_UNPACKED:
                raise InputError(surveys_texts.FILE_LARGE.format(name=name))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl says what it does not know
            book = openpyxl.load_workbook(io.BytesIO(content), data_only=True, read_only=True)
        try:
            for sheet in book.worksheets:
                rows = list(_filled_rows(sheet))
                if rows:
                    return iter(rows)
        finally:
            book.close()
    except InputError:
        raise
    except Exception as error:  # a damaged workbook makes openpyxl raise almost anything
        raise InputError(surveys_texts.FILE_UNREADABLE.format(name=name)) from error
    raise InputError(surveys_texts.FILE_EMPTY.format(name=name))


def _filled_rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that say something; a sheet that someone has formatted to its end is not gone through."""
    empty = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS), 1):
        cells = [_text(cell) for cell in row]
        if any(cells):
            empty = 0
            yield number, cells
        elif (empty := empty + 1) > _MOST_EMPTY:
            return


def _text(value: Any) -> str:
    """Return what a cell holds as text: a whole number without decimals, a moment as ISO."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        return f"{Decimal(f'{value:.{DIGITS}g}'):f}"
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "seconds")
    return one_break(str(value))


_READERS: Mapping[str, Callable[[str, bytes], Iterable[tuple[int, Sequence[str]]]]] = {
    "xlsx": _sheet_rows, "text": _text_rows,
}
