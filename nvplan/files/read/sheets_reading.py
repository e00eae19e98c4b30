"""Makes a returned form of sheets, whatever kind of spreadsheet they were read from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from nvplan.files.write.characters import one_line, visible
from nvplan.services.documents.registry import KNOWN
from nvplan.services.writing.returned.form import DAY_ZERO, Remark, ReturnedForm, Sheet
from nvplan.texts import exports as exports_texts


def form_of_sheets(name: str, sheets: Sequence[Sheet], *, keywords: str = "", comments: Sequence[Remark] = (),
                   day_zero: dt.date = DAY_ZERO) -> ReturnedForm:
    """Return the form that sheets are: what it is stands on the first sheet, or last among the file's keywords."""
    meta = meta_of(sheets)
    return ReturnedForm(name, _document(sheets, keywords), meta, is_grid=True, as_written=visible, sheets=list(sheets),
                        comments=list(comments), day_zero=day_zero)


def meta_of(sheets: Sequence[Sheet]) -> dict[str, str]:
    """Return what the first sheet says about the document: labels in the first column, values in the second."""
    found: dict[str, str] = {}
    about = next((sheet for sheet in sheets if sheet.name == exports_texts.SHEET_ABOUT), None)
    for row in about.rows[:200] if about else ():
        if len(row) > 1 and row[0].text.strip() and row[1].text.strip():
            found.setdefault(row[0].text.strip(), row[1].text.strip())
    return found


def _document(sheets: Sequence[Sheet], keywords: str) -> str:
    """Return the document's name: the last keyword, or the one whose title stands first on the first sheet."""
    last = keywords.rpartition(",")[2].strip()
    if last in KNOWN:
        return last
    about = next((sheet for sheet in sheets if sheet.name == exports_texts.SHEET_ABOUT), None)
    title = about.rows[0][0].text.strip() if about and about.rows and about.rows[0] else ""
    return next((known.name for known in KNOWN.values() if one_line(known.title) == title), "")
