"""How a document is laid out on pages, decided once for every format that has pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from nvplan.files.write.characters import one_line
from nvplan.model.document import (
    Bar,
    Block,
    Bullets,
    Chart,
    Document,
    Fact,
    Facts,
    FormFields,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Ticks,
)
from nvplan.texts import exports as exports_texts

#: From this many columns a table stands on a page turned sideways, with the chapter it belongs to.
WIDE_TABLE_COLUMNS = 7
#: From this many chapters a document has a cover and a list of contents.
LONG_DOCUMENT_CHAPTERS = 4
#: ... or from this many chapters and parts of chapters together.
LONG_DOCUMENT_HEADINGS = 8
#: ... if it also has this many blocks: a short form with many small headings needs no cover.
LONG_DOCUMENT_BLOCKS = 24
#: ... and at least this many lines: what stands on two or three pages is found without a list.
LONG_DOCUMENT_LINES = 210
#: How many characters a line of text has, and how many lines a picture or a form takes.
_LINE, _PICTURE = 95, 14
#: A list of contents with at most so many headings has two levels on the cover; a longer one has chapters alone.
MOST_ON_COVER = 22
#: ... and so has one with longer headings than this, such as whole questions.
LONGEST_ON_COVER = 90
#: A label with more characters than this stands above its value.
LONGEST_LABEL = 36
#: A text right after a heading with at most this many characters is not parted from what follows it.
LONGEST_LEAD = 400
#: ... and one with at most so many stays with the list, table or picture after it, wherever it stands.
SHORT_LEAD = 180
#: What is told of a question stays with its blank where it has at most so many characters, about half a page.
MOST_ABOVE_BLANK = 2400
#: A table with at most so many rows and characters is not split between pages.
SHORT_TABLE_ROWS, SHORT_TABLE_CHARACTERS = 8, 700

#: A form with at most so many fields has room for them to be high.
MOST_HIGH_FIELDS = 18


@dataclass(frozen=True)
class Part:
    """Blocks that follow each other on pages of one orientation."""

    blocks: tuple[Block, ...]
    wide: bool


def has_room(document: Document) -> bool:
    """Tell whether a form has few enough fields for each to be high, filled in or not, and all on one page."""
    fields = [field for block in document.blocks if isinstance(block, FormFields) for field in block.items]
    return sum(field.room != "signature" for field in fields) <= MOST_HIGH_FIELDS


def is_long(document: Document) -> bool:
    """Tell whether the document is long enough for a cover and a list of contents; a form has neither."""
    if document.compact or document.is_form:
        return False
    chapters = sum(isinstance(block, Heading) and block.level == 1 for block in document.blocks)
    headings = sum(isinstance(block, Heading) and block.level <= 2 for block in document.blocks)
    many = chapters >= LONG_DOCUMENT_CHAPTERS or headings >= LONG_DOCUMENT_HEADINGS
    if not many or len(document.blocks) < LONG_DOCUMENT_BLOCKS:
        return False
    return sum(_lines(block) for block in document.blocks) >= LONG_DOCUMENT_LINES


def _lines(block: Block) -> int:
    """Return about how many lines a block takes, with the space around it."""
    if isinstance(block, Heading):
        return 3
    if isinstance(block, Paragraph):
        return 1 + _wrapped(f"{block.lead} {block.text}", _LINE)
    if isinstance(block, Bullets):
        return 1 + sum(_wrapped(item, _LINE) for item in block.items)
    if isinstance(block, Facts):
        return 1 + sum(_wrapped(fact.value, _LINE) for fact in block.items)
    if isinstance(block, Table):
        room = _LINE // len(block.columns)
        return 3 + sum(max(_wrapped(cell.text, room) for cell in row) for row in block.rows)
    return _PICTURE


def _wrapped(text: str, room: int) -> int:
    return sum(1 + len(line) // room for line in text.split("\n"))


def contents_fit_on_cover(document: Document) -> bool:
    """Tell whether the list of contents is so short that both its levels stand on the cover."""
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.level <= 2]
    return len(headings) <= MOST_ON_COVER and all(len(one.text) <= LONGEST_ON_COVER for one in headings)


def in_steps(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with headings that never skip a level, so that a screen reader can follow them."""
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            yield block if level == block.level else block.model_copy(update={"level": level})
        else:
            yield block


def parts(blocks: Sequence[Block]) -> list[Part]:
    """Group the blocks by page orientation: a chapter with a wide table lies sideways, the others stand."""
    found: list[Part] = []
    for chapter in _chapters(in_steps(blocks)):
        wide = any(isinstance(block, Table) and is_wide(block) for block in chapter)
        if found and found[-1].wide == wide:
            found[-1] = Part((*found[-1].blocks, *chapter), wide)
        else:
            found.append(Part(tuple(chapter), wide))
    return found


def is_wide(table: Table) -> bool:
    """Tell whether a table stands on a page turned sideways."""
    return table.wide or len(table.columns) >= WIDE_TABLE_COLUMNS


def _chapters(blocks: Iterable[Block]) -> list[list[Block]]:
    found: list[list[Block]] = []
    for block in blocks:
        if not found or (isinstance(block, Heading) and block.level == 1):
            found.append([])
        found[-1].append(block)
    return found


def lead_words(block: Paragraph) -> str:
    """Return the words before a paragraph that are set apart from it, with the sign that ends them; empty for none."""
    if block.tone == "warning":
        return exports_texts.WARNING_LEAD
    lead = one_line(block.lead)
    return lead if not lead or lead[-1] in ".:!?" else f"{lead}."


def lead_ends_line(block: Paragraph) -> bool:
    """Tell whether the words before a paragraph have a line of their own: its text has several."""
    return bool(block.lead) and "\n" in block.text.strip()


def stay_with_next(blocks: Sequence[Block]) -> list[bool]:
    """Tell for each block whether it stands on the page of what follows it.

    So do a short text under a heading, notes there and the text after them; a short text that leads in a list, a table
    or a picture; what is told of a question above its blank; a short table with the note that belongs to it; and what
    stands before a last heading with next to nothing under it, which is not to have a page of its own.
    """
    found: list[bool] = []
    closing, level = set(_before_closing(blocks)), 0
    for place, (before, block, after) in enumerate(zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)):
        level = before.level if isinstance(before, Heading) else level
        opens = isinstance(before, Heading) or (_is_note(before) and found[-1])
        deeper = isinstance(after, Heading) and after.level > level
        found.append(place in closing or _stays(block, after, opens=opens, deeper=deeper))
    return found


def _before_closing(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the place of what stands before each last heading with little under it: there a page ends."""
    for end in [place for place, block in enumerate(blocks) if isinstance(block, PageBreak)] + [len(blocks)]:
        first = end
        while first and not isinstance(blocks[first - 1], Heading | PageBreak):
            first -= 1
        while first and isinstance(blocks[first - 1], Heading):
            first -= 1
        tail = [_size(block) for block in blocks[first:end]]
        if 0 < first < end and None not in tail and sum(size or 0 for size in tail) <= LONGEST_LEAD:
            before = _size(blocks[first - 1])
            if before is not None and before <= LONGEST_LEAD * 2 and not isinstance(blocks[first - 1], FormFields):
                yield first - 1


def _size(block: Block) -> int | None:
    """Return how many characters a block of text has; None for one that is no text."""
    if isinstance(block, Heading | Paragraph):
        return len(block.text)
    if isinstance(block, Bullets):
        return sum(map(len, block.items))
    if isinstance(block, Facts):
        return sum(len(fact.label) + len(fact.value) for fact in block.items)
    return 0 if isinstance(block, FormFields) else None


def _stays(block: Block, after: Block | None, *, opens: bool, deeper: bool) -> bool:
    """Tell whether a block stands with what is after it; `deeper` says that this is a heading below the one above."""
    if isinstance(block, Paragraph):
        if after is None or len(block.text) > LONGEST_LEAD:
            return False
        # before a heading of the same level or above it is all that the first heading has
        if opens and (deeper or not isinstance(after, Heading | PageBreak)):
            return True
        return isinstance(after, Bullets | Ticks | Table | Chart | Picture) and (
            len(block.text) <= SHORT_LEAD or block.text.rstrip().endswith(":"))
    if isinstance(block, Facts):
        return isinstance(after, FormFields) and sum(len(fact.value) for fact in block.items) <= MOST_ABOVE_BLANK
    return isinstance(block, Table) and _is_note(after) and stays_whole(block)


def is_unbroken(block: Paragraph) -> bool:
    """Tell whether a text of several lines stands on one page: one of them leads in those after it."""
    led = any(line.rstrip().endswith(":") for line in block.text.rstrip().split("\n")[:-1])
    return led and len(block.text) <= LONGEST_LEAD * 2


def _is_note(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.tone in ("note", "warning")


def label_room(facts: Sequence[Fact], rooms: Sequence[tuple[int, int]], least: int) -> int:
    """Return the room for the labels of a list of facts, in millimetres.

    `rooms` says how many characters fit in how many millimetres. A label that fits in none stands on a line of its own
    (`stands_above`) and does not count; `least` is the indentation when all do.
    """
    lengths = [len(one_line(fact.label)) for fact in facts if not stands_above(fact)]
    return next(room for characters, room in rooms if max(lengths) <= characters) if lengths else least


def stands_above(fact: Fact) -> bool:
    """Tell whether a label stands above its value: one that is meant to, or is too long to stand beside it."""
    return fact.above or len(one_line(fact.label)) > LONGEST_LABEL


def stays_whole(table: Table) -> bool:
    """Tell whether a table is so short that it stands on one page: a form to sign, a few answers."""
    return (not is_wide(table) and len(table.rows) <= SHORT_TABLE_ROWS
            and sum(len(cell.text) for row in table.rows for cell in row) <= SHORT_TABLE_CHARACTERS)


def bar_share(chart: Chart, bar: Bar) -> float:
    """Return how much of the chart's width a bar fills, 0-1; a chart whose longest bar exceeds `most` is scaled."""
    most = max([chart.most, *(other.value for other in chart.bars)])
    return float(max(bar.value, Decimal(0)) / most) if most > 0 else 0.0
