"""Reads a form that has come back, in whichever of the kinds of file that it was saved in; others are told by name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from nvplan.files.read.docx_reading import MOST_BYTES
from nvplan.files.read.recognising import file_count, kind_of
from nvplan.files.read.strict import is_strict, transitional
from nvplan.files.write.characters import visible
from nvplan.model.errors import InputError
from nvplan.services.writing.returned.form import ReturnedForm
from nvplan.texts import formats as formats_texts
from nvplan.texts import returned as returned_texts


def read_form(name: str, content: bytes) -> ReturnedForm:
    """Return what is filled in in a file; its name is for sentences, what is in it decides how it is read.

    Raises:
        InputError: it is of a kind that is not read, locked, damaged or none of ours; the sentence says what to do.
    """
    kind = kind_of(name, content)
    if kind == "zip":
        raise InputError(formats_texts.zip_of_files(name, file_count(content)))
    reader = _READERS.get(kind)
    if reader is None:
        raise InputError(formats_texts.NOT_READ[kind].format(name=name))
    return reader(name, content)


def _pages(name: str, content: bytes) -> ReturnedForm:
    from nvplan.files.read.docx_reading import read_returned

    read = read_returned(_usual(name, content))
    return ReturnedForm(name, read.document, read.meta, is_grid=bool(read.sheets), in_pages=True, as_written=visible,
                        saved=read.saved, sheets=read.sheets, lines=read.lines,
                        comments=read.comments, notes=read.notes, tracked=read.tracked, margins=read.margins,
                        pictures=read.pictures)


def _workbook(name: str, content: bytes) -> ReturnedForm:
    from nvplan.files.read.xlsx_reading import read_workbook

    return read_workbook(name, _usual(name, content))


def _usual(name: str, content: bytes) -> bytes:
    """Return an Office file in the form that the readers know."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            large = sum(entry.file_size for entry in package.infolist()) > MOST_BYTES
        if large:
            raise InputError(returned_texts.TOO_LARGE.format(name=name))
        return transitional(content) if is_strict(content) else content
    except InputError:
        raise
    except Exception as error:  # a damaged package makes zipfile raise almost anything
        raise InputError(returned_texts.DAMAGED.format(name=name)) from error


def _old_workbook(name: str, content: bytes) -> ReturnedForm:
    from nvplan.files.read.xls_reading import read_old_workbook

    return read_old_workbook(name, content)


def _open_spreadsheet(name: str, content: bytes) -> ReturnedForm:
    from nvplan.files.read.ods_reading import read_open_spreadsheet

    return read_open_spreadsheet(name, content)


def _text(name: str, content: bytes) -> ReturnedForm:
    from nvplan.files.read.csv_reading import is_one_sheet, is_page_text, read_csv

    form = read_csv(name, content)
    if form is None:
        told = (formats_texts.ONE_TEXT if is_page_text(content) else formats_texts.ONE_SHEET if is_one_sheet(content)
                else returned_texts.UNKNOWN)
        raise InputError(told.format(name=name))
    return form


_READERS: Mapping[str, Callable[[str, bytes], ReturnedForm]] = {
    "docx": _pages, "xlsx": _workbook, "xls": _old_workbook, "ods": _open_spreadsheet, "text": _text,
}
