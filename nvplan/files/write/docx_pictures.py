"""Pictures in a Word file: drawn as PNG, with their words as the description that is read aloud."""

from __future__ import annotations

import io
from typing import Any

from nvplan.files.write.docx_text import KEEP_NEXT, Writing, attribute, paragraph
from nvplan.files.write.pictures import drawn_of
from nvplan.files.write.png import png_of
from nvplan.model.document import Block, Chart, Picture

#: Word measures drawings in 914 400 parts of an inch, 635 to a twip.
_EMU_PER_TWIP = 635
#: How much of the width a picture takes whose numbers stand below it, as in the pdf: both are to stand on one page.
BESIDE_NUMBERS = 0.82
_NAMESPACES = ('xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
               'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
               'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"')


def add_pictures(opened: Any, blocks: tuple[Block, ...], writing: Writing) -> None:
    """Put the pictures of a document's curves into the opened file; where they cannot be drawn there are none.

    `writing` then knows the relation of each, by the chart; a chart without one is written with bars.
    """
    drawn = [(block, found) for block in blocks if (found := drawn_of(block)) is not None]
    made = png_of([found.svg for _, found in drawn])
    for (block, found), content in zip(drawn, made or [], strict=False):
        writing.pictures[id(block)] = opened.part.get_or_add_image(io.BytesIO(content))[0], found


def picture_xml(block: Chart | Picture, writing: Writing, look: str = KEEP_NEXT, share: float = 1) -> str:
    """Return a paragraph with the block's picture, over this share of the width of the text."""
    relation, found = writing.pictures[id(block)]
    writing.drawings += 1
    number = writing.drawings
    width = round(writing.width * share) * _EMU_PER_TWIP
    height = round(width * found.height)
    size = f'cx="{width}" cy="{height}"'
    told = f'id="{number}" name="Diagram {number}" descr={attribute(found.described)}'
    drawing = (
        f'<w:r><w:drawing><wp:inline {_NAMESPACES} distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f"<wp:docPr {told}/><a:graphic><a:graphicData "
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr {told}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/>"
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>")
    return paragraph(drawing, "", look)
