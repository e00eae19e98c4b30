"""The blocks of a document as WordprocessingML."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from nvplan.files.write.characters import one_line, shown_value
from nvplan.files.write.docx_controls import tick_box
from nvplan.files.write.docx_forms import form
from nvplan.files.write.docx_pictures import BESIDE_NUMBERS, picture_xml
from nvplan.files.write.docx_questions import questions, strip
from nvplan.files.write.docx_tables import chart, table
from nvplan.files.write.docx_text import (
    KEEP_LINES,
    KEEP_NEXT,
    Writing,
    break_before,
    keep_with_next,
    paragraph,
    runs,
    twips,
)
from nvplan.files.write.grids import numbers_beside
from nvplan.files.write.layout import is_unbroken, label_room, lead_ends_line, lead_words, stands_above, stay_with_next
from nvplan.model.document import (
    Block,
    Bullets,
    Chart,
    Fact,
    Facts,
    FormFields,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    TickItem,
    Ticks,
)

#: The paragraph style of each tone.
TONE_STYLES = {"text": "", "note": "NvNote", "warning": "NvWarning", "missing": "NvMissing"}
#: Size of headings by shape and level, in half points, and the space around them, where the template's is not meant.
COMPACT_HEADINGS = {"short": {1: 26, 2: 22}, "signed": {1: 21}}
COMPACT_SPACE = {"short": '<w:spacing w:before="220" w:after="80"/>',
                 "signed": '<w:spacing w:before="90" w:after="30"/>'}
#: Room for the labels of a list of facts, by their longest label: characters and millimetres.
LABEL_ROOM = ((14, 34), (20, 44), (28, 58), (36, 72))
#: Indentation of values whose labels all stand above them, in millimetres.
LEAST_INDENT = 8
#: The first list that is numbered by itself: the template's own lists come before.
FIRST_NUMBERED_LIST = 10


def blocks_xml(blocks: Sequence[Block], writing: Writing) -> str:
    """Return the blocks; what follows a page break begins on a new page."""
    written: list[str] = []
    breaking = False
    for block, stays in zip(blocks, stay_with_next(blocks), strict=True):
        if isinstance(block, PageBreak):
            breaking = True
            continue
        content = keep_with_next(block_xml(block, writing)) if stays else block_xml(block, writing)
        if content:
            written.append(break_before(content) if breaking and written else content)
            breaking = False
    return "".join(written)


@singledispatch
def block_xml(block: object, writing: Writing) -> str:
    """Return the block's paragraphs and tables."""
    raise TypeError(type(block).__name__)


@block_xml.register
def _(block: Heading, writing: Writing) -> str:
    text = one_line(block.text)
    anchor = f"_Toc{len(writing.headings) + 1:06d}"
    writing.headings.append((block.level, anchor, text))
    if writing.shape != "book":
        size = f'<w:sz w:val="{COMPACT_HEADINGS[writing.shape].get(block.level, 20)}"/>'
        return paragraph(writing.bookmark(anchor, runs(text, properties=size)), f"Heading{block.level}",
                         COMPACT_SPACE[writing.shape])
    return paragraph(writing.bookmark(anchor, runs(text)), f"Heading{block.level}")


@block_xml.register
def _(block: Paragraph, writing: Writing) -> str:
    words = lead_words(block)
    lead = runs(words + ("\n" if lead_ends_line(block) else " "), "Strong") if words else ""
    return paragraph(lead + runs(block.text), TONE_STYLES[block.tone], KEEP_LINES if is_unbroken(block) else "")


@block_xml.register
def _(block: Bullets, writing: Writing) -> str:
    if not block.numbered:
        return "".join(paragraph(runs(item), "ListBullet") for item in block.items)
    number = FIRST_NUMBERED_LIST + writing.numbered_lists
    writing.numbered_lists += 1
    marks = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return "".join(paragraph(runs(item), "ListNumber", marks) for item in block.items)


@block_xml.register
def _(block: Facts, writing: Writing) -> str:
    return strip(block.items, writing) if block.strip else facts_xml(block.items, together=block.together)


def facts_xml(facts: tuple[Fact, ...], *, together: bool = False) -> str:
    """Return facts as paragraphs with the values lined up; a long label stands on a line of its own.

    Those that are a card stand close `together` on one page, so that two have room on it.
    """
    room = label_room(facts, LABEL_ROOM, LEAST_INDENT)
    written = [_fact(fact, room, "NvCard" if together else "NvFact") for fact in facts]
    if together:
        written[:-1] = [keep_with_next(one) for one in written[:-1]]
    return "".join(written)


def _fact(fact: Fact, room: int, style: str) -> str:
    label = one_line(fact.label)
    value = _value(fact)
    if stands_above(fact):
        above = paragraph(runs(label, "NvLabel"), style, f'{KEEP_NEXT}<w:spacing w:before="120" w:after="0"/>')
        return above + paragraph(value, style, f'<w:ind w:left="{twips(room)}"/>')
    indent = f'<w:ind w:left="{twips(room)}" w:hanging="{twips(room)}"/>'
    return paragraph(f"{runs(label, 'NvLabel')}<w:r><w:tab/></w:r>{value}", style, indent)


@block_xml.register
def _(block: FormFields, writing: Writing) -> str:
    return form(block, writing)


@block_xml.register
def _(block: Ticks, writing: Writing) -> str:
    return "".join(_tick(item, writing) for item in block.items)


def _tick(item: TickItem, writing: Writing) -> str:
    box = tick_box(writing, item.key, item.ticked, item.text)
    together = KEEP_NEXT if item.details else ""
    if writing.shape == "signed":
        together += '<w:spacing w:before="20" w:after="20"/>'
    first = paragraph(f"{box}<w:r><w:tab/></w:r>{runs(item.text)}", "NvTick", together)
    last = len(item.details) - 1
    return first + "".join(
        paragraph(_detail(fact), "NvDetail", KEEP_NEXT if number < last else "")
        for number, fact in enumerate(item.details))


def _detail(fact: Fact) -> str:
    label = runs(f"{one_line(fact.label)}: ", "Strong")
    return label + _value(fact)


def _value(fact: Fact) -> str:
    return runs(shown_value(fact.value, fact.missing), "NvMissingText" if fact.missing else "")


@block_xml.register
def _(block: Table, writing: Writing) -> str:
    return questions(block, writing) if block.look == "questions" else table(block, writing)


@block_xml.register
def _(block: Chart, writing: Writing) -> str:
    if id(block) not in writing.pictures:
        return chart(block, writing)
    told = paragraph(runs(block.alternative), "", KEEP_NEXT) if block.alternative.strip() else ""
    look, numbers = ("", "") if block.told_elsewhere else (KEEP_NEXT, table(numbers_beside(block), writing))
    return (paragraph(runs(one_line(block.title)), "Caption") + told
            + picture_xml(block, writing, look, share=BESIDE_NUMBERS) + numbers)


@block_xml.register
def _(block: Picture, writing: Writing) -> str:
    told = paragraph(runs(block.alternative), "", KEEP_NEXT if id(block) in writing.pictures else "")
    drawn = picture_xml(block, writing, "") if id(block) in writing.pictures else ""
    return paragraph(runs(one_line(block.title)), "Caption") + told + drawn
