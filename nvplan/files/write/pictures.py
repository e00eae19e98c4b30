"""Every picture of a document as SVG with its words: the formats that have pictures take them from here."""

from __future__ import annotations

from dataclasses import dataclass

from nvplan.files.write import curve_svg, need_svg, time_line_svg
from nvplan.files.write.characters import one_line
from nvplan.files.write.svg import WIDTH, svg
from nvplan.model.document import Block, Chart, Picture
from nvplan.model.drawn import TimeLine
from nvplan.texts import pictures as pictures_texts


@dataclass(frozen=True)
class Drawn:
    """A picture: its SVG, its words for those who cannot see it, and how high it is for each unit of its width."""

    svg: str
    described: str
    height: float


def drawn_of(block: Block) -> Drawn | None:
    """Return a block's picture, None where it has none: a chart whose numbers are no curve is drawn with bars."""
    if isinstance(block, Chart) and curve_svg.has_picture(block):
        return Drawn(curve_svg.curve_svg(block), curve_svg.described(block), curve_svg.HEIGHT / WIDTH)
    if not isinstance(block, Picture):
        return None
    told = one_line(pictures_texts.picture_told(block.title, block.alternative))
    if isinstance(block.drawn, TimeLine):
        height, parts = time_line_svg.height_of(block.drawn), time_line_svg.drawn(block.drawn)
    else:
        height, parts = need_svg.height_of(block.drawn), need_svg.drawn(block.drawn)
    return Drawn(svg(height, block.title, told, parts), told, height / WIDTH)
