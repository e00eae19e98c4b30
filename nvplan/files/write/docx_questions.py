"""Questions of a form that goes out: a number in the margin, the question, how it is meant, and below it the field.

What comes back is read by the row's bookmark, so that each question is a row with its text and a row with its field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nvplan.files.write.characters import one_line
from nvplan.files.write.docx_controls import ROW_PREFIX, choice_list, marked, tick_box
from nvplan.files.write.docx_tables import AFTER_TABLE, offered
from nvplan.files.write.docx_text import KEEP_NEXT, Writing, attribute, paragraph, runs, twips
from nvplan.model.document import Cell, Fact, Table
from nvplan.texts import exports as exports_texts

#: The column of numbers, a field for a few words, and the least height of a field, in millimetres.
NUMBER, SHORT_FIELD, HEIGHT = 9, 74, 7
#: So many choices are boxes to tick; a longer list is one to open. So many characters stand beside each other.
MOST_TICKED, LINE = 6, 92
_BETWEEN = "\u00a0" * 4
_NUMBERED = re.compile(r"(?s)(?P<number>\d+)\. (?P<text>.*)")
_EDGE, _FILL, _RULE, _GREY = "6F7F8B", "F9F7EF", "1B2733", "4A5560"
_GREY_RUN = f'<w:color w:val="{_GREY}"/>'
_CLOSE, _ROOM = '<w:spacing w:before="20" w:after="20"/>', '<w:spacing w:before="140" w:after="20"/>'


def questions(block: Table, writing: Writing) -> str:
    """Return the questions, each with its field."""
    number = twips(NUMBER)
    field = min(twips(SHORT_FIELD), writing.width - number)
    widths = (number, field, writing.width - number - field)
    rows = "".join(_question(block, place, widths, writing) for place in range(len(block.rows)))
    return _table(widths, block.caption, rows) + AFTER_TABLE


def strip(facts: Sequence[Fact], writing: Writing) -> str:
    """Return facts beside each other, each under a rule, with the value large."""
    width = writing.width // len(facts)
    rule = f'<w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{_RULE}"/></w:tcBorders>'
    labels = "".join(_cell(paragraph(runs(one_line(one.label), properties=_GREY_RUN), "NvCellSmall"), width, rule)
                     for one in facts)
    values = "".join(_cell(paragraph(runs(one_line(one.value), properties=_value_look(one)), "NvCell"), width)
                     for one in facts)
    rows = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>" for cells in (labels, values))
    return _table([width] * len(facts), ", ".join(one.label for one in facts), rows) + AFTER_TABLE


def _value_look(one: Fact) -> str:
    return f"<w:i/>{_GREY_RUN}" if one.missing else '<w:b/><w:sz w:val="23"/>'


def _question(block: Table, place: int, widths: Sequence[int], writing: Writing) -> str:
    asked, answer = block.rows[place][:2]
    key = block.row_keys[place] if place < len(block.row_keys) else ""
    found = _NUMBERED.fullmatch(asked.text)
    number, text = (found["number"], found["text"]) if found else ("", asked.text)
    label, *hints = text.split("\n")
    told = paragraph(marked(writing, ROW_PREFIX, key, runs(label, "Strong")), "NvCell", KEEP_NEXT + _ROOM)
    told += "".join(paragraph(runs(hint, properties=_GREY_RUN), "NvCellSmall", KEEP_NEXT + _CLOSE) for hint in hints)
    first = _cell(paragraph(runs(number, properties=_GREY_RUN), "NvCell", KEEP_NEXT + _ROOM), widths[0])
    return (f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{first}{_cell(told, widths[1] + widths[2], span=2)}</w:tr>"
            + _field(answer, key, label, widths, writing))


def _field(answer: Cell, key: str, label: str, widths: Sequence[int], writing: Writing) -> str:
    """Return the row with the field: boxes to tick, a list to open, or a box to write in."""
    margin = _cell(paragraph("", "NvCell"), widths[0])
    ticked = answer.boxes or (answer.choices if len(answer.choices) <= MOST_TICKED else ())
    if ticked:
        content = _ticks(answer, ticked, key, writing, flows=bool(answer.boxes))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{margin}{_cell(content, widths[1] + widths[2], span=2)}</w:tr>"
    edges = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{_EDGE}"/>'
                    for side in ("top", "left", "bottom", "right"))
    look = f'<w:tcBorders>{edges}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{_FILL}"/>'
    height = f'<w:trHeight w:val="{twips(HEIGHT)}" w:hRule="atLeast"/>'
    if answer.choices:
        content = choice_list(writing, key, answer.text, answer.choices, label, placeholder=exports_texts.CHOOSE)
    else:
        content = runs(answer.text) if answer.text else ""
    wide = answer.long and not answer.choices
    box = _cell(paragraph(content, "NvCell"), widths[1] + (widths[2] if wide else 0), look, span=2 if wide else 1)
    rest = "" if wide else _cell(paragraph("", "NvCell"), widths[2])
    return f"<w:tr><w:trPr>{height}</w:trPr>{margin}{box}{rest}</w:tr>"


def _ticks(answer: Cell, labels: Sequence[str], key: str, writing: Writing, *, flows: bool) -> str:
    """Return the boxes: beside each other where they find room, else a line each; several to tick flow over lines."""
    shown = offered(answer.model_copy(update={"boxes": tuple(labels)}))
    chosen = answer.text.split("\n") if answer.text else []
    boxes = [tick_box(writing, f"{key}.{number}" if key else "", one in chosen, one) + runs(f" {one}")
             for number, one in enumerate(shown, 1)]
    lines = list(_lines(shown, flows=flows))
    written = []
    for line in lines:
        content = runs(_BETWEEN).join(boxes[place] for place in line)
        written.append(paragraph(content, "NvCell", (KEEP_NEXT if line is not lines[-1] else "") + _CLOSE))
    return "".join(written)


def _lines(labels: Sequence[str], *, flows: bool) -> Iterator[list[int]]:
    """Yield which boxes stand on each line."""
    sizes = [len(label) + 2 + len(_BETWEEN) for label in labels]
    if not flows and sum(sizes) > LINE:
        yield from ([place] for place in range(len(labels)))
        return
    line: list[int] = []
    for place, size in enumerate(sizes):
        if line and sum(sizes[one] for one in line) + size > LINE:
            yield line
            line = []
        line.append(place)
    if line:
        yield line


def _cell(content: str, width: int, look: str = "", *, span: int = 1) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{look}</w:tcPr>{content}</w:tc>'


def _table(widths: Sequence[int], caption: str, rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0480" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" '
            f'w:noVBand="1"/><w:tblCaption w:val={attribute(caption)}/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
