"""Reads a file with visits a line at a time, in whatever way a system saved it: a line is a row, whatever stands in it.

A quotation mark that is never closed would else swallow the rows after it; here it costs its own row.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from nvplan.model.errors import InputError
from nvplan.model.given_paths import is_there
from nvplan.services.figures.outcome import Row
from nvplan.texts import continuity_index as index_texts

QUOTE_OPEN, LINE_TOO_LONG, ROW_EMPTY = "quote_open", "line_too_long", "row_empty"
_LONGEST_LINE = 32_768
_CHUNK = 1 << 20
_BETWEEN = ";\t,|"
#: The first line of a spreadsheet program's own, telling what stands between cells.
_TELLS_SEPARATOR = "sep="
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class VisitFile:
    """A file with visits that is open; it can be gone through once."""

    def __init__(self, stream: IO[str], path: Path, encoding: str, separator: str) -> None:
        self._stream, self._separator, self._number = stream, separator, 0
        self.path, self.encoding = path, encoding
        self.size = path.stat().st_size
        self.header = self._header(path.name)
        self.header_line = self._number
        """The number of the line with the headings."""

    @property
    def separator(self) -> str:
        """What stands between the cells."""
        return self._separator

    def _header(self, name: str) -> list[str]:
        for line in self._lines():
            if not line.strip():
                continue
            if line.lower().startswith(_TELLS_SEPARATOR) and len(line.strip()) == len(_TELLS_SEPARATOR) + 1:
                self._separator = self._separator or line.strip()[-1]
                continue
            self._separator = self._separator or max(_BETWEEN, key=line.count)
            cells = self._cells(line)
            if isinstance(cells, str) or "\0" in line:
                raise InputError(index_texts.FILE_NO_TEXT.format(name=name))
            if len(cells) < 2:
                raise InputError(index_texts.FILE_NO_TABLE.format(name=name))
            return cells
        raise InputError(index_texts.FILE_EMPTY.format(name=name))

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows after the headings, by the number of the line."""
        separator, longest = self._separator, _LONGEST_LINE
        for line in self._lines():
            if len(line) > longest:
                yield self._number, LINE_TOO_LONG
            elif '"' in line:
                yield self._number, self._cells(line)
            elif line and not line.isspace():
                yield self._number, line.split(separator)
            else:
                yield self._number, ROW_EMPTY

    def _lines(self) -> Iterator[str]:
        """Yield each line without its end; of one that is too long, only so much that it is seen."""
        read, longest = self._stream.readline, _LONGEST_LINE + 2
        while line := read(longest):
            self._number += 1
            if line[-1] == "\n":
                yield line[:-1]
                continue
            if len(line) == longest:
                rest = line
                while rest and rest[-1] != "\n":
                    rest = read(_CHUNK)
            yield line

    def _cells(self, line: str) -> list[str] | str:
        if len(line) > _LONGEST_LINE:
            return LINE_TOO_LONG
        try:
            return next(csv.reader([line], delimiter=self._separator, strict=True))
        except (csv.Error, StopIteration):
            return QUOTE_OPEN


@contextmanager
def open_visits(path: Path, separator: str = "", encoding: str = "") -> Iterator[VisitFile]:
    """Open a file with visits, for as long as the block lasts.

    Args:
        path: where it is.
        separator: what stands between cells, one character; empty is what the headings have most of.
        encoding: empty is the one that the whole file can be read in.

    Raises:
        InputError: there is no such file, or it is no text in columns.
    """
    check_file(path)
    if encoding:
        _check_encoding(encoding)
    chosen = encoding or _encoding(path)
    try:
        with path.open(encoding=chosen, errors="replace") as stream:
            yield VisitFile(stream, path, chosen, separator)
    except UnicodeError:
        raise InputError(index_texts.FILE_NO_TEXT.format(name=path.name)) from None


def check_file(path: Path) -> None:
    """Make sure that a file stands there: neither a folder nor a device, which may go on for ever.

    Raises:
        InputError: none does.
    """
    if not is_there(path):
        raise InputError(index_texts.FILE_MISSING.format(name=path.name or str(path)))
    if path.is_dir():
        raise InputError(index_texts.FILE_A_FOLDER.format(name=path.name or str(path)))
    if not path.is_file():
        raise InputError(index_texts.FILE_NO_TEXT.format(name=path.name))


def _check_encoding(name: str) -> None:
    try:
        "".encode(name)
    except (LookupError, TypeError, ValueError):
        raise InputError(index_texts.ENCODING_UNKNOWN.format(name=name)) from None


def _encoding(path: Path) -> str:
    """Return the encoding that the whole file can be read in: what begins as UTF-8 may turn out not to be."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as stream:
        start = stream.read(4)
        for mark, encoding in _MARKS:
            if start.startswith(mark):
                return encoding
        if start[1::2] == b"\0\0" or start[::2] == b"\0\0":
            return "utf-16-le" if start[1::2] == b"\0\0" else "utf-16-be"
        if start.startswith(b"PK\x03\x04"):
            raise InputError(index_texts.FILE_NO_TEXT.format(name=path.name))
        try:
            decoder.decode(start)
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"
