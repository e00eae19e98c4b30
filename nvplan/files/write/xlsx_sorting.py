"""What of a document a workbook has where: text on its first sheet, large tables on their own, small ones together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nvplan.files.write.grids import chapter_tables
from nvplan.files.write.xlsx_heights import lines_needed
from nvplan.files.write.xlsx_widths import NATURAL_WIDTH
from nvplan.model.document import Block, Heading, PageBreak, Paragraph, Table, Ticks

#: A note above a table has at most this many lines, so that the frozen header leaves room for the rows.
MOST_NOTE_LINES = 6
#: A table with at most so many rows, where nothing is to be filled in, stands with others of its kind on a sheet.
SMALL_TABLE_ROWS = 12


@dataclass(frozen=True)
class Placed:
    """A table on a sheet: what it is called there, the blocks that it is made of, and a note above it."""

    name: str
    table: Table
    blocks: tuple[Block, ...]
    note: str = ""

    @property
    def is_small(self) -> bool:
        """Whether it is so short that it can stand with others, and is only read."""
        table = self.table
        return (len(table.rows) <= SMALL_TABLE_ROWS and not table.row_keys and not table.for_screen
                and not any(column.hidden or column.aside or column.kind == "tick" or column.choices
                            for column in table.columns)
                and not any(cell.choices or cell.blank for row in table.rows for cell in row))


@dataclass
class SortedOut:
    """The text of a document with its tables in place, the tables with their own sheets, and those that share one."""

    text: list[Block] = field(default_factory=list)
    apart: list[Placed] = field(default_factory=list)
    joined: list[Placed] = field(default_factory=list)

    @property
    def below_each_other(self) -> list[Block]:
        """The tables that share a sheet, each under its heading and note."""
        blocks: list[Block] = []
        for one in self.joined:
            blocks.append(Heading(level=1, text=one.name))
            blocks += [Paragraph(text=one.note, tone="note")] if one.note else []
            blocks.append(one.table)
        return blocks


def sort_out(chapters: Sequence[tuple[str, list[Block]]], *, joins: bool) -> SortedOut:
    """Return what of the chapters stands where. Small tables share a sheet if `joins`, and if there are several.

    A chapter that is only a table has its heading among the text where a chapter after it is read. Those that end the
    document stand in the list of sheets.
    """
    found = SortedOut()
    sorted_out = [_chapter(title, blocks) for title, blocks in chapters]
    placed = [table for _, tables in sorted_out for table in tables]
    last = max((place for place, (text, _) in enumerate(sorted_out) if text), default=-1)
    for (title, _), (text, tables) in zip(chapters[:last + 1], sorted_out, strict=False):
        found.text += text or [Heading(level=1, text=title), *(block for one in tables for block in one.blocks)]
    small = [one for one in placed if joins and one.is_small]
    found.joined = small if len(small) > 1 else []
    found.apart = [one for one in placed if one not in found.joined]
    return found


def _chapter(title: str, blocks: Sequence[Block]) -> tuple[list[Block], list[Placed]]:
    """Return a chapter's text, under its heading, and its tables; a single table takes its short notes with it."""
    tables = chapter_tables(title, blocks)
    prose = [block for block in blocks if not isinstance(block, Table | Ticks | PageBreak)]
    notes = [block for block in prose if isinstance(block, Paragraph | Heading)]
    told = [block for place, block in enumerate(prose)
            if not (isinstance(block, Heading) and isinstance([*prose, Heading(level=1, text="")][place + 1], Heading))]
    captions = {title, *(table.caption for table, _ in tables)}
    note = "\n".join(block.text for block in told if isinstance(block, Paragraph)
                     or (isinstance(block, Heading) and block.text not in captions))
    if len(tables) == 1 and len(notes) == len(prose) and lines_needed(note, NATURAL_WIDTH) <= MOST_NOTE_LINES:
        table, made_of = tables[0]
        return [], [Placed(title, table, tuple(made_of), note)]
    read: list[Block] = [block for block in blocks if not isinstance(block, PageBreak)]
    has_text = any(not isinstance(block, Heading) for block in told)
    return [Heading(level=1, text=title), *read] if has_text else [], [
        Placed(table.caption, table, tuple(made_of)) for table, made_of in tables]
