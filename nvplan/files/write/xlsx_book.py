"""A workbook with our formats, where a text is always text, and the names that Excel accepts."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from nvplan.files.write.characters import one_line, visible
from nvplan.files.write.columns import shared
from nvplan.files.write.identity import county, heading_line, keywords, moment
from nvplan.model.document import Document, Table, TableColumn
from nvplan.model.errors import InputError
from nvplan.model.numbers import parse_number
from nvplan.texts import exports as exports_texts

#: Excel's limits: characters in a cell, in a sheet's name, in a property and in a page header.
MOST_CELL, MOST_NAME, MOST_PROPERTY, MOST_HEADER = 32_767, 31, 255, 120
#: A column is wide enough for its longest text to take about so many lines, but no wider than so many characters.
LINES_OF_LONGEST, MOST_WIDTH = 7, 60.0
#: The same of a column beside what is printed: with more lines than this it would make the printed rows high.
LINES_ASIDE, MOST_ASIDE = 2, 110.0
#: What a table's columns share by their weights where their texts ask for no more, in characters.
NATURAL_WIDTH = 130.0
#: A text with at most so many lines in its column is short.
SHORT_LINES = 2
#: What a column of each kind takes at least, in characters.
LEAST_WIDTHS = {"tick": 9.0, "date": 13.0, "number": 11.0}
#: The longest word that a printed column is widened for, and the space at its sides, in characters.
LONGEST_WORD, AROUND = 26, 2.5
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
    "title": _BASE | {"font_size": 18, "bold": True, "font_color": _ACCENT},
    "subtitle": _TEXT | {"font_size": 12, "font_color": _GREY, "text_wrap": False},
    "heading": _BASE | {"font_size": 13, "bold": True, "font_color": _ACCENT, "quote_prefix": True},
    "heading across": _TEXT | {"font_size": 13, "bold": True, "font_color": _ACCENT},
    "example": _TEXT | {"bold": True, "font_color": "#5B3A00", "bg_color": "#FFF4DF", "border": 1,
                        "border_color": "#B36B00"},
    "note": _TEXT | {"font_color": _GREY},
    "warning": _TEXT | {"left": 5, "left_color": "#B36B00"},
    "missing": _TEXT | {"font_color": _GREY, "italic": True},
    "label": _TEXT | {"font_color": _GREY},
    "text": _TEXT,
    "link": _BASE | {"font_color": _ACCENT, "underline": 1},
    "head": _HEAD,
    "head number": _HEAD | {"align": "right"},
    "cell": _TEXT | _LINE | {"align": "left"},
    "cell missing": _TEXT | _LINE | {"align": "left", "font_color": _GREY, "italic": True},
    "tick": _BASE | _LINE | {"align": "center", "num_format": '[=1]"☑";[=0]"☐";General'},
    "blank": _TEXT | _LINE | {"bg_color": "#F4F0E2", "border": 1, "border_color": "#6F7F8B"},
    "shared": _TEXT | _LINE | {"align": "left", "font_color": _GREY, "italic": True, "bg_color": "#E3E7EA"},
    "number": _BASE | _LINE | {"align": "right"},
    "number text": _TEXT | _LINE | {"align": "right"},
    "number missing": _TEXT | _LINE | {"align": "right", "font_color": _GREY, "italic": True},
    "field label": _TEXT | {"border": 1, "border_color": "#6F7F8B", "bg_color": "#EEF2F5", "valign": "vcenter"},
    "field": _TEXT | {"border": 1, "border_color": "#6F7F8B", "bold": True, "align": "left", "valign": "vcenter"},
    "date": _BASE | _LINE | {"align": "left", "num_format": "yyyy-mm-dd"},
}


class _Sheet(Worksheet):  # type: ignore[misc]
    """A sheet whose row heights are where the program starts: rows grow when someone writes more in them.

    xlsxwriter marks every height that it is given as fixed by hand; without the mark Excel and LibreOffice adjust it.
    """

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
        sheet.set_footer(f"&R&10{exports_texts.SHEET_PAGE}")
        return sheet

    def _free_name(self, wanted: str) -> str:
        cleaned = _NAME_FORBIDDEN.sub("-", one_line(wanted)).strip("' ") or exports_texts.SHEET_FALLBACK
        name, number = _cut(cleaned, MOST_NAME), 1
        if name != cleaned and " " in name[MOST_NAME // 2:]:
            name = name.rpartition(" ")[0]
        whole = name
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
        return f"#,##0{decimals} %"
    if round(value, len(decimals[1:])) != shown:
        return None
    literal = unit.replace('"', "″")
    return f"#,##0{decimals}" + (f'"{literal}"' if unit.strip() else "")


def widths(table: Table, total: float) -> list[float]:
    """Return column widths in characters: from the weights, wider for long texts; a box and a date need little."""
    share = total / sum(column.weight for column in table.columns)
    found = []
    for place, column in enumerate(table.columns):
        longest = max((len(row[place].text) for row in table.rows), default=0)
        least = LEAST_WIDTHS.get(column.kind, 18.0)
        wanted = max(column.weight * share, least, longest / LINES_OF_LONGEST)
        found.append(min(wanted, LEAST_WIDTHS.get(column.kind, MOST_WIDTH) * 2, MOST_WIDTH))
    return found


def printed_widths(table: Table, total: float) -> list[float]:
    """Return column widths in characters so that what is printed of a table is as wide as a page, by the weights.

    No column is narrower than its longest word; where they need more room than that they are as wide as their words.
    What stands beside what is printed is as wide as its text asks for, and so is all of a table with short texts.
    """
    found = [size if is_printed(column) else max(size, min(_longest_line(table, place) / LINES_ASIDE, MOST_ASIDE))
             for place, (size, column) in enumerate(zip(widths(table, min(total, NATURAL_WIDTH)), table.columns,
                                                        strict=True))]
    shown = [place for place, column in enumerate(table.columns) if is_printed(column)]
    short = all(lines_needed(row[place].text, found[place]) <= SHORT_LINES for row in table.rows for place in shown)
    if short and sum(found[place] for place in shown) <= total:
        return found
    least = [_longest_word(table, place) + AROUND for place in shown]
    width = max(total, sum(least))
    weights = [float(table.columns[place].weight) for place in shown]
    shares = shared(weights, [one / width for one in least], [1.0] * len(shown))
    for place, share in zip(shown, shares, strict=True):
        found[place] = round(share * width, 2)
    return found


def is_printed(column: TableColumn) -> bool:
    """Tell whether a column is printed."""
    return not (column.aside or column.hidden)


def _longest_line(table: Table, place: int) -> int:
    """Return how many characters the longest line of a column has."""
    return max((len(line) for row in table.rows for line in row[place].text.split("\n")), default=0)


def _longest_word(table: Table, place: int) -> float:
    """Return how many characters of a column must stand beside each other: a word of it, or of what may be chosen."""
    column = table.columns[place]
    texts = [column.title, *(row[place].text for row in table.rows), *column.choices]
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    return max(LEAST_WIDTHS.get(column.kind, 0.0) - AROUND, min(longest, LONGEST_WORD))


def lines_needed(text: str, width: float) -> int:
    """Return about how many lines a text takes in a cell of so many characters."""
    return sum(max(1, -(-len(line) // max(int(width), 1))) for line in visible(text).split("\n"))


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
