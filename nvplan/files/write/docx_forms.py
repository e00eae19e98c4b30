"""A form's fields as WordprocessingML: the label on a fill, and beside it what stands there or room for what is to."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.files.write.characters import one_line
from nvplan.files.write.docx_controls import blank
from nvplan.files.write.docx_text import KEEP_NEXT, Writing, attribute, paragraph, runs, twips
from nvplan.model.document import FormField, FormFields

#: Room for the labels by how many fields stand beside each other, and how high a blank field is, in millimetres.
#: For ink 9, not the 10 of the pdf: Arial is wider, and in an empty ekonomi the signature would else stand alone.
LABEL_WIDTH = {1: 106, 2: 40}
#: Room for the labels where the blanks say what goes there: those words want more than the labels do.
LABEL_BESIDE_HINTS = 62
#: Room for the labels where a pen writes: the room to write in is what the page is for.
LABEL_BESIDE_INK = 45
#: Room for the labels on a form with few fields: they may take two lines, and the name of a body takes one.
LABEL_ON_HIGH = 80
HEIGHTS = {"typing": 7, "ink": 9, "signature": 19}
#: The same on a form with few fields, and how high its filled ones are: so high that they are read with the blanks.
HIGH, FILLED, FILLED_HIGH = {"typing": 8, "ink": 11, "signature": 19}, 6, 8
#: So many lines to sign on stand beside each other.
SIGNATURES_BESIDE = 3
#: Between two lines to sign on, in millimetres: without it they are one line for everybody.
SIGNATURE_GAP = 5
EDGE, FILL, BLANK, INK = "6F7F8B", "EEF2F5", "F4F0E2", "1B2733"
#: The least space between two tables, which Word would else make one of.
_CLOSE = '<w:spacing w:before="0" w:after="40" w:line="20" w:lineRule="exact"/>'
_NARROW = '<w:spacing w:before="10" w:after="10"/>'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def form(block: FormFields, writing: Writing) -> str:
    """Return the fields as a table that stays on one page, and below it the lines to sign on."""
    written = [field for field in block.items if field.room != "signature"]
    signed = [field for field in block.items if field.room == "signature"]
    after = paragraph("", "NvAfterTable", (KEEP_NEXT if signed else "") + _CLOSE)
    tables = [_fields(block, written, writing, kept=bool(signed)) + after] if written else []
    return "".join(tables) + (_signatures(block.caption, signed, writing) if signed else "")


def _fields(block: FormFields, fields: Sequence[FormField], writing: Writing, *, kept: bool) -> str:
    room = writing.width // block.columns
    hinted = block.columns == 1 and any(field.hint for field in fields)
    signed = writing.shape == "signed"
    inked = block.columns == 1 and not signed and all(field.room == "ink" for field in fields)
    label = twips(LABEL_BESIDE_HINTS if hinted else LABEL_BESIDE_INK if inked else LABEL_ON_HIGH if (
        signed and writing.high and block.columns == 1) else LABEL_WIDTH[block.columns])
    widths = (label, room - label) * block.columns
    edges = "".join(f'<w:{side} w:val="single" w:sz="5" w:space="0" w:color="{EDGE}"/>' for side in _SIDES)
    rows = []
    for first in range(0, len(fields), block.columns):
        line = fields[first:first + block.columns]
        together = KEEP_NEXT if kept or line[-1] is not fields[-1] else ""
        cells = "".join(_pair(field, label, room - label, together, writing) for field in line)
        cells += _cell(paragraph("", "NvCell"), label) + _cell(paragraph("", "NvCell"), room - label) if (
            len(line) < block.columns) else ""
        high = writing.shape == "signed" and writing.high
        heights = [(HIGH if high else HEIGHTS)[field.room] for field in line if field.is_blank] or [
            FILLED_HIGH if high else FILLED] * (writing.shape == "signed")
        height = f'<w:trHeight w:val="{twips(max(heights))}" w:hRule="atLeast"/>' if heights else ""
        rows.append(f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>")
    return _table(block.caption, widths, edges, "".join(rows))


def _pair(field: FormField, label: int, room: int, together: str, writing: Writing) -> str:
    """Return a field's two cells."""
    fill = BLANK if field.is_blank and field.hint else ""
    look = together + _NARROW
    return (_cell(paragraph(runs(one_line(field.label)), "NvCell", look), label, FILL)
            + _cell(paragraph(_value(field, writing), "NvCell", look), room, fill))


def _signatures(caption: str, fields: Sequence[FormField], writing: Writing) -> str:
    beside = min(len(fields), SIGNATURES_BESIDE)
    gap = twips(SIGNATURE_GAP)
    room = (writing.width - gap * (beside - 1)) // beside
    widths = [room, *[gap, room] * (beside - 1)]
    apart = _cell(paragraph("", "NvCellSmall"), gap)
    rows = []
    for first in range(0, len(fields), beside):
        line = [*fields[first:first + beside], *[None] * (first + beside - len(fields))]
        ink = apart.join(_line(field, room) for field in line)
        below = apart.join(_cell(paragraph(runs(one_line(field.label) if field else ""), "NvCellSmall"), room)
                           for field in line)
        height = f'<w:trHeight w:val="{twips(HEIGHTS["signature"])}" w:hRule="atLeast"/>'
        rows.append(f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{ink}</w:tr>"
                    f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{below}</w:tr>")
    return _table(caption, widths, "", "".join(rows)) + paragraph("", "NvAfterTable", _CLOSE)


def _line(field: FormField | None, width: int) -> str:
    if field is None:
        return _cell(paragraph("", "NvCell"), width)
    border = f'<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="{INK}"/></w:tcBorders>'
    content = runs(field.value, "Strong") if field.value else ""
    return _cell(paragraph(content, "NvCell", KEEP_NEXT), width, border=border, align="bottom")


def _value(field: FormField, writing: Writing) -> str:
    if field.value:
        return runs(field.value, "Strong")
    return blank(writing, field.label, field.hint) if field.room == "typing" or field.hint else ""


def _cell(content: str, width: int, fill: str = "", border: str = "", align: str = "center") -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{border}{shade}<w:vAlign w:val="{align}"/></w:tcPr>'
            f"{content}</w:tc>")


def _table(caption: str, widths: Sequence[int], borders: str, rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    edges = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{edges}<w:tblLayout w:type="fixed"/>'
            '<w:tblCellMar><w:left w:w="113" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar>'
            '<w:tblLook w:val="0480" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" '
            f'w:noVBand="1"/><w:tblCaption w:val={attribute(caption)}/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
