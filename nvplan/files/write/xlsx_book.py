"""A workbook with our formats, where a text is always text, and the names that Excel accepts."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from nvplan.files.write.characters import one_line, visible
from nvplan.files.write.identity import county, heading_line, keywords, moment
from nvplan.files.write.xlsx_heights import BOLD, lines_needed, row_height
from nvplan.model.document import Document
from nvplan.model.errors import InputError
from nvplan.model.numbers import parse_number
from nvplan.texts import exports as exports_texts

#: Excel's limits: characters in a cell, in a sheet's name, in a property and in a page header.
MOST_CELL, MOST_NAME, MOST_PROPERTY, MOST_HEADER = 32_767, 31, 255, 120
#: The sizes of a title and a heading, and of the text, in points.
TITLE, HEADING, BODY = 18, 13, 10
#: The space above a heading among the fields of a form, in points.
ABOVE_IN_FORM = 4
#: A sheet's name is cut at a word where so many characters are left, and does not end with a word that leads on.
LEAST_NAME = 3
_LEADS_ON = frozenset(exports_texts.LEADS_ON)
#: Numbers are written in Swedish, with a space between thousands and a comma, also where the program is in English.
SWEDISH = "[$-41D]"
_NAME_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_UNIT = re.compile(r"^(?P<number>[-\u2212+]?\d(?:[\d \u00a0\u202f]*\d)?(?:[.,]\d+)?)(?P<unit>(?:[^\d.,].*)?)$")
_INK, _ACCENT, _GREY, _RULE, _FILL = "#1B2733", "#1D4E6B", "#4A5560", "#C5CED6", "#E9F0F4"
_BASE: dict[str, Any] = {"font_name": "Arial", "font_size": 10, "font_color": _INK, "valign": "top"}
_TEXT: dict[str, Any] = _BASE | {"text_wrap": True, "quote_prefix": True}
_LINE: dict[str, Any] = {"bottom": 1, "border_color": _RULE, "indent": 1}
_HEAD: dict[str, Any] = _TEXT | {"align": "left", "bold": True, "font_color": _ACCENT, "bg_color": _FILL, "bottom": 1,
                                 "border_color": _ACCENT, "valign": "vcenter", "indent": 1}
# A program without tickable cells shows the boxes by the number format of "tick"; Excel draws them itself.
_LOOKS: dict[str, dict[str, Any]] = {
    "title": _TEXT | {"font_size": TITLE, "bold": True, "font_color": _ACCENT},
    "subtitle": _TEXT | {"font_size": 12, "font_color": _GREY},
    "heading": _TEXT | {"font_size": HEADING, "bold": True, "font_color": _ACCENT},
    "form heading": _TEXT | {"font_size": HEADING, "bold": True, "font_color": _ACCENT, "valign": "bottom"},
    "example": _TEXT | {"bold": True, "font_color": "#5B3A00", "bg_color": "#FFF4DF", "border": 1,
                        "border_color": "#B36B00"},
    "note": _TEXT | {"font_color": _GREY},
    "warning": _TEXT | {"left": 5, "left_color": "#B36B00", "indent": 1},
    "missing": _TEXT | {"font_color": _GREY, "italic": True},
    "label": _TEXT | {"font_color": _GREY},
    "text": _TEXT,
    "link": _BASE | {"font_color": _ACCENT, "underline": 1},
    "head": _HEAD,
    "head number": _HEAD | {"align": "right"},
    "cell": _TEXT | _LINE | {"align": "left"},
    "cell missing": _TEXT | _LINE | {"align": "left", "font_color": _GREY, "italic": True},
    "tick": _BASE | {"border": 1, "border_color": "#6F7F8B", "align": "center",
                     "valign": "vcenter", "num_format": '[=1]"☑";[=0]"☐";General'},
    "blank": _TEXT | _LINE | {"align": "left", "bg_color": "#F4F0E2", "border": 1, "border_color": "#6F7F8B"},
    "shared": _TEXT | _LINE | {"align": "left", "font_color": _GREY, "italic": True, "bg_color": "#E3E7EA"},
    "number": _BASE | _LINE | {"align": "right"},
    "number text": _TEXT | _LINE | {"align": "right"},
    "number missing": _TEXT | _LINE | {"align": "right", "font_color": _GREY, "italic": True},
    "field label": _TEXT | {"border": 1, "border_color": "#6F7F8B", "bg_color": "#EEF2F5", "valign": "vcenter",
                           "indent": 1},
    "field": _TEXT | {"border": 1, "border_color": "#6F7F8B", "bold": True, "align": "left", "valign": "vcenter",
                     "indent": 1},
    "date": _BASE | _LINE | {"align": "left", "num_format": "yyyy-mm-dd"},
}


class _Sheet(Worksheet):  # type: ignore[misc]
    """A sheet whose row heights are where the program starts: rows grow when someone writes more in them.

    xlsxwriter marks every height that it is given as fixed by hand; without the mark Excel and LibreOffice adjust it.
    The heights are known here too, and which rows stay with the row below them, so that pages end where they may.
    """

    def __init__(self) -> None:
        super().__init__()
        self.heights: dict[int, float] = {}
        self.kept: set[int] = set()

    def set_row(self, row: int, height: float | None = None, *others: Any, **named: Any) -> Any:
        """Set a row's height, in points."""
        if height is not None:
            self.heights[row] = height
        return super().set_row(row, height, *others, **named)

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = None) -> None:
        super()._xml_start_tag_unencoded(tag, _unfixed(tag, attributes))

    def _xml_empty_tag_unencoded(self, tag: str, attributes: Any = None) -> None:
        super()._xml_empty_tag_unencoded(tag, _unfixed(tag, attributes))


def _unfixed(tag: str, attributes: Any) -> Any:
    return [pair for pair in attributes if pair[0] != "customHeight"] if tag == "row" and attributes else attributes


class Book:
    """A workbook in memory. Formats are made once and shared."""

    def __init__(self, document: Document) -> None:
        self.stream = io.BytesIO()
        self.workbook: Any = xlsxwriter.Workbook(self.stream, {
            "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
            "default_format_properties": {"font_name": "Arial", "font_size": 10}})
        self.document = document
        self._formats: dict[tuple[str, str], Any] = {}
        self._names: set[str] = {"history"}  # a name that Excel keeps for itself
        self._describe()

    def _describe(self) -> None:
        document = self.document
        self.workbook.set_properties({
            "title": one_line(document.title)[:MOST_PROPERTY],
            "subject": one_line(document.subtitle)[:MOST_PROPERTY],
            "author": (county(document) or "nvplan")[:MOST_PROPERTY],
            "keywords": ", ".join(keywords(document))[:MOST_PROPERTY],
            "created": moment(document).replace(tzinfo=None),
        })

    def look(self, name: str, number_format: str = "") -> Any:
        """Return a format by its name in the table above, with a number format if one is given."""
        wanted = (name, number_format)
        if wanted not in self._formats:
            extra = {"num_format": number_format} if number_format else {}
            self._formats[wanted] = self.workbook.add_format(_LOOKS[name] | extra)
        return self._formats[wanted]

    def sheet(self, name: str) -> Any:
        """Add a sheet, named as near the wanted name as Excel allows."""
        sheet = self.workbook.add_worksheet(self._free_name(name), _Sheet)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        example = f"&R&10{exports_texts.EXAMPLE_MARK}" if self.document.example else ""
        title = heading_line(self.document)[:MOST_HEADER].replace("&", "&&")
        sheet.set_header(f"&L&10 {title}{example}")
        whose = one_line(self.document.subtitle)[:MOST_HEADER].replace("&", "&&")
        sheet.set_footer(f"{f'&L&10 {whose}' if whose else ''}&R&10{exports_texts.SHEET_PAGE}")
        return sheet

    def _free_name(self, wanted: str) -> str:
        cleaned = _NAME_FORBIDDEN.sub("-", one_line(wanted)).strip("' ") or exports_texts.SHEET_FALLBACK
        whole, number = _shortened(cleaned), 1
        name = whole
        while name.casefold() in self._names:
            number += 1
            end = f" {number}"
            name = _cut(whole, MOST_NAME - len(end)) + end
        self._names.add(name.casefold())
        return name

    def content(self) -> bytes:
        """Close the workbook and return it as bytes."""
        self.workbook.close()
        return self.stream.getvalue()


def _shortened(text: str) -> str:
    """Return a text as a sheet's name: a long one is cut after a word that does not lead on to the next."""
    name = _cut(text, MOST_NAME)
    if name == text:
        return name
    words = name.split(" ") if text[len(name):].startswith(" ") else name.split(" ")[:-1]
    while words and words[-1].strip(",.:;–-()").casefold() in _LEADS_ON:
        words.pop()
    cut = " ".join(words).rstrip(" ,.:;–-(")
    return cut if len(cut) >= LEAST_NAME else name


def _cut(text: str, most: int) -> str:
    """Cut a text to so many UTF-16 units, which is how Excel counts, without splitting a character."""
    return text.encode("utf-16-le")[:most * 2].decode("utf-16-le", "ignore").rstrip("' ")


def write_text(sheet: Any, row: int, column: int, text: str, look: Any) -> None:
    """Write a text as text. One that no cell holds is cut, and the cell says so and where the whole text is."""
    shown = visible(text)
    if len(shown.encode("utf-16-le")) // 2 > MOST_CELL:
        shown = _cut(shown, MOST_CELL - len(exports_texts.CELL_SHORTENED)) + exports_texts.CELL_SHORTENED
    if shown:
        sheet.write_string(row, column, shown, look)
    else:
        sheet.write_blank(row, column, None, look)


def write_across(sheet: Any, row: int, last: int, text: str, look: Any) -> None:
    """Write a text across the first columns of a sheet, the last of them counted from 0."""
    if last > 0:
        sheet.merge_range(row, 0, row, last, "", look)
    write_text(sheet, row, 0, text, look)


def write_heading(book: Book, sheet: Any, row: int, sizes: Sequence[float], text: str, look: str = "heading") -> None:
    """Write a heading across columns of so many characters; a long one takes lines, and is not cut at the page's edge.

    It stays with the row below it.
    """
    points = {"title": TITLE, "subtitle": 12}.get(look, HEADING)
    told = one_line(text)
    write_across(sheet, row, len(sizes) - 1, told, book.look(look))
    larger = points / BODY
    lines = lines_needed(told, sum(sizes), size=larger * (1.0 if look == "subtitle" else BOLD))
    sheet.set_row(row, row_height(lines, size=larger) + ABOVE_IN_FORM * (look == "form heading"))
    sheet.kept.add(row)


def number_format(value: Decimal, text: str) -> str | None:
    """Return the number format that shows the value exactly as its text does, unit included.

    None if no format does: the text says something else than the number, and is then what should be shown.
    """
    found = _UNIT.match(one_line(text))
    if found is None:
        return None
    try:
        shown = parse_number(found["number"])
    except InputError:
        return None
    _, _, exponent = shown.as_tuple()
    decimals = "." + "0" * -exponent if isinstance(exponent, int) and exponent < 0 else ""
    unit = found["unit"]
    if unit.strip() == "%" and round(value * 100, len(decimals[1:])) == shown != value:
        return f"{SWEDISH}#,##0{decimals} %"
    if round(value, len(decimals[1:])) != shown:
        return None
    literal = unit.replace('"', "″")
    return f"{SWEDISH}#,##0{decimals}" + (f'"{literal}"' if unit.strip() else "")


class ChoiceLists:
    """What may be chosen, on a hidden sheet: a list inside a rule is short and cannot hold a comma."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._columns: dict[tuple[str, ...], int] = {}

    @property
    def used(self) -> bool:
        """Tell whether any cell has a list."""
        return bool(self._columns)

    def rule(self, choices: tuple[str, ...]) -> dict[str, Any]:
        """Return the rule for a cell where one of these is chosen; an empty cell is allowed."""
        column = self._columns.setdefault(choices, len(self._columns))
        letters = _column_letters(column)
        return {
            "validate": "list",
            "source": f"='{exports_texts.SHEET_LISTS}'!${letters}$1:${letters}${len(choices)}",
            "ignore_blank": True,
            "error_title": exports_texts.CHOICE_ERROR_TITLE,
            "error_message": exports_texts.CHOICE_ERROR,
            "error_type": "warning",
        }

    def write(self) -> None:
        """Add the hidden sheet; it comes last."""
        if self._columns:
            sheet = self._book.workbook.add_worksheet(exports_texts.SHEET_LISTS)
            for choices, column in self._columns.items():
                for row, choice in enumerate(choices):
                    write_text(sheet, row, column, one_line(choice), self._book.look("text"))
            sheet.hide()


def _column_letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
