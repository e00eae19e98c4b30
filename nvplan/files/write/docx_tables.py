"""Tables and charts as WordprocessingML, written as text because building them cell by cell is slow."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.files.write.bound import with_hard_spaces
from nvplan.files.write.characters import one_line, shown_value
from nvplan.files.write.columns import column_shares
from nvplan.files.write.docx_controls import (
    ROW_PREFIX,
    TICKED_SIGN,
    UNTICKED_SIGN,
    choice_list,
    marked,
    tick_box,
    typing_field,
)
from nvplan.files.write.docx_text import KEEP_NEXT, Writing, attribute, complex_field, escape, paragraph, runs, twips
from nvplan.files.write.layout import bar_share, stays_whole
from nvplan.model.document import Bar, Cell, Chart, Table, TableColumn
from nvplan.texts import exports as exports_texts

#: From this many columns the text of a table is set one size smaller.
SMALL_TEXT_COLUMNS = 5
#: A row longer than this many characters in a cell may be split between pages; a shorter one stays whole.
SPLIT_ROW_CHARACTERS = 900
#: The parts of a chart's width for label, bar and number.
CHART_SHARES = (0.42, 0.42, 0.16)
BAR_COLOUR = "2F6F91"
#: The ground of a field that is filled in.
BLANK_COLOUR = "F4F0E2"
#: A chart with at most so many bars stands on one page.
WHOLE_CHART_BARS = 20
#: So long a label stays whole on a line beside its box.
WHOLE_LABEL = 30
#: What stands between boxes on a line; the line may be broken there.
BETWEEN_BOXES = "\u2003 "
_LINK = f'<w:color w:val="{BAR_COLOUR}"/><w:u w:val="single"/>'
_RIGHT = '<w:jc w:val="right"/>'
_BLANK_EDGES = "<w:tcBorders>" + "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="6F7F8B"/>' for side in ("top", "left", "bottom", "right")
) + "</w:tcBorders>"
#: How high a row is that is left for ink on a form that is signed, in millimetres.
INK_ROW = 8
AFTER_TABLE = paragraph("", "NvAfterTable")


def table(block: Table, writing: Writing) -> str:
    """Return the caption and the table; its header row comes again on every page."""
    widths = _widths(column_shares(block), writing.width)
    small = "Small" if len(block.columns) >= SMALL_TEXT_COLUMNS or writing.shape == "signed" else ""
    small = "Dense" if block.wide or block.look == "dense" else small
    head = _header_row([column.title for column in block.columns], [column.kind for column in block.columns],
                       widths, f"NvCellHead{small}")
    last = len(block.rows) - 1
    whole = stays_whole(block)
    rows = "".join(_row(block, number, widths, f"NvCell{small}", writing,
                        together=number < last and (whole or number in (0, last - 1)))
                   for number in range(len(block.rows)))
    look = _properties("NvTable", writing.width, block.caption, "", block.first_column_is_header)
    dense = '<w:spacing w:before="60" w:after="20"/>' if writing.shape == "signed" else ""
    caption = paragraph(runs(one_line(block.caption)), "Caption", dense) if block.look != "bare" else ""
    return caption + _table(look, widths, head + rows) + AFTER_TABLE


def _table(properties: str, widths: Sequence[int], rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _widths(shares: Sequence[float], width: int) -> list[int]:
    widths = [round(share * width) for share in shares]
    widths[-1] += width - sum(widths)
    return widths


def _properties(style: str, width: int, caption: str, description: str, row_headers: bool) -> str:
    described = f"<w:tblDescription w:val={attribute(description)}/>" if description else ""
    return (f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{"04A0" if row_headers else "0420"}" w:firstRow="1" w:lastRow="0" '
            f'w:firstColumn="{int(row_headers)}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblCaption w:val={attribute(caption)}/>{described}</w:tblPr>")


def _cell(content: str, width: int, *, blank: bool = False) -> str:
    shade = f'{_BLANK_EDGES}<w:shd w:val="clear" w:color="auto" w:fill="{BLANK_COLOUR}"/>' if blank else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>'


def _header_row(titles: Sequence[str], kinds: Sequence[str], widths: Sequence[int], style: str) -> str:
    cells = "".join(
        _cell(paragraph(runs(one_line(title)), style, _RIGHT if kind == "number" else ""), width)
        for title, kind, width in zip(titles, kinds, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(block: Table, number: int, widths: Sequence[int], style: str, writing: Writing, *, together: bool) -> str:
    """Return a row; one that is kept `together` with the next stands on the same page as it."""
    kept = KEEP_NEXT if together else ""
    row = block.rows[number]
    key = block.row_keys[number] if number < len(block.row_keys) else ""
    ticks = sum(column.kind == "tick" for column in block.columns)
    choices = sum(bool(cell.choices) for cell in row) or sum(column.kind == "choice" for column in block.columns)
    whole = all(len(cell.text) < SPLIT_ROW_CHARACTERS for cell in row)
    cells = []
    for place, (cell, column, width) in enumerate(zip(row, block.columns, widths, strict=True)):
        several = (ticks if column.kind == "tick" else choices) > 1
        name = f"{key}.{place + 1}" if key and several else key
        if cell.boxes:
            cells.append(_cell(_boxes(cell, name, style, writing), width, blank=cell.blank))
            continue
        content = _content(cell, column, name, one_line(row[0].text) if place else column.title, writing,
                           heads=place == 0 and block.first_column_is_header)
        if place == 0:
            if cell.blank and not cell.choices:  # what a row is known by is plain text, which every program keeps
                content = runs(cell.text)
            content = marked(writing, ROW_PREFIX, key, content)
        aligned = _RIGHT if column.kind == "number" and not cell.blank else ""
        cells.append(_cell(paragraph(content, style, kept + aligned), width, blank=cell.blank))
    look = "<w:cantSplit/>" if whole else ""
    if writing.shape == "signed" and not any(cell.text for cell in row):
        look += f'<w:trHeight w:val="{twips(INK_ROW)}" w:hRule="atLeast"/>'
    return f"<w:tr>{f'<w:trPr>{look}</w:trPr>' if look else ''}{''.join(cells)}</w:tr>"


def _content(cell: Cell, column: TableColumn, key: str, row_name: str, writing: Writing, *, heads: bool) -> str:
    """Return what stands in the cell: text, a box to tick or a list to choose from; what `heads` a row stands out."""
    label = f"{column.title}: {row_name}"
    shown = shown_value(cell.text, cell.missing)
    offered = cell.choices or (column.choices if column.kind == "choice" else ())
    if offered and not cell.shared:
        chosen = "" if cell.missing else cell.text
        empty = exports_texts.CHOOSE if cell.blank else shown
        return choice_list(writing, key, chosen, offered, label, placeholder=empty)
    if cell.blank and not cell.link:
        return typing_field(writing, cell.text, label)
    if not key:  # a row that comes back filled in is read as it was written
        shown = with_hard_spaces(shown)
    text = runs(shown, "NvMissingText" if cell.missing else "")
    if heads and not cell.missing:
        first, _, rest = shown.partition("\n")
        return runs(first, "Strong") + (runs(f"\n{rest}") if rest else "")
    if cell.link:
        return complex_field(f'HYPERLINK "{escape(one_line(cell.link))}"', one_line(shown), _LINK)
    if column.kind == "tick":
        box = tick_box(writing, key, bool(cell.ticked), label)
        return box + (runs(" ") + text if cell.text else "")
    if cell.ticked is not None:
        return runs(TICKED_SIGN if cell.ticked else UNTICKED_SIGN) + (runs(" ") + text if cell.text else "")
    return text


def _boxes(cell: Cell, key: str, style: str, writing: Writing) -> str:
    """Return a box to tick for each thing that may be ticked, beside each other as far as a line has room.

    One that takes words of one's own stands last on a line to itself, so that what is written after it is its own.
    """
    ticked = cell.text.split("\n")
    lines: list[list[str]] = [[]]
    for number, (plain, one) in enumerate(zip(cell.boxes, offered(cell), strict=True), 1):
        bound = -1 if len(one) <= WHOLE_LABEL else 2  # of a long one its first word stands beside the box
        told = f" {one}".replace(" ", "\u00a0", bound)
        box = tick_box(writing, f"{key}.{number}" if key else "", one in ticked, one) + runs(told)
        if plain in cell.own:
            lines.append([box])
        else:
            lines[0].append(box)
    return "".join(paragraph(runs(BETWEEN_BOXES).join(line), style) for line in lines if line)


def offered(cell: Cell) -> list[str]:
    """Return what may be ticked; a choice with words of one's own stands with them where it is ticked."""
    ticked = cell.text.split("\n") if cell.text else []
    with_words = {box: next((one for one in ticked if one.startswith(f"{box}: ")), box) for box in cell.boxes}
    return list(with_words.values())


def chart(block: Chart, writing: Writing) -> str:
    """Return the chart as a table: label, a bar whose length is its part of the width, and the number as written."""
    widths = _widths(CHART_SHARES, writing.width)
    titles = (exports_texts.COLUMN_LABEL, exports_texts.CHART_BAR, exports_texts.COLUMN_VALUE)
    head = _header_row(titles, ("text", "text", "number"), widths, "NvCellHead")
    rows = "".join(_bar_row(block, bar, widths, together=bar is not block.bars[-1]) for bar in block.bars)
    look = _properties("NvTable", writing.width, block.title, block.alternative, row_headers=False)
    told = paragraph(runs(block.alternative), "", KEEP_NEXT) if block.alternative.strip() else ""
    return paragraph(runs(one_line(block.title)), "Caption") + told + _table(look, widths, head + rows) + AFTER_TABLE


def _bar_row(block: Chart, bar: Bar, widths: Sequence[int], *, together: bool) -> str:
    kept = KEEP_NEXT if together and len(block.bars) <= WHOLE_CHART_BARS else ""
    room = widths[1] - 200  # the cell's own margins, 100 on each side
    length = round(bar_share(block, bar) * room)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{BAR_COLOUR}"/>' if length else ""
    drawn = paragraph("", "NvBar", f'{kept}{shade}<w:ind w:right="{room - length}"/>')
    cells = (_cell(paragraph(runs(bar.label), "NvCell", kept), widths[0]), _cell(drawn, widths[1]),
             _cell(paragraph(runs(bar.text), "NvCell", kept + _RIGHT), widths[2]))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
