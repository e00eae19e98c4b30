"""A document's tables for formats that know nothing else: lists of ticks, facts and charts become tables too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nvplan.files.write.characters import one_line, shown_value
from nvplan.files.write.layout import in_steps
from nvplan.model.dates import parse_date
from nvplan.model.document import (
    Block,
    Cell,
    Chart,
    Document,
    Fact,
    Facts,
    FormFields,
    Heading,
    Table,
    TableColumn,
    Ticks,
)
from nvplan.model.errors import InputError
from nvplan.texts import exports as exports_texts
from nvplan.texts import pictures as pictures_texts


@dataclass(frozen=True)
class Grid:
    """A table with the headings it stands under, outermost first."""

    path: tuple[str, ...]
    table: Table


def grids(document: Document) -> Iterator[Grid]:
    """Yield everything in the document that is or can be read as a table, in order.

    All lists of ticks have the same columns, so that they can be read as one table.
    """
    path: tuple[str, ...] = ()
    labels = _labels(document.tables)
    for block in in_steps(document.tables):
        if isinstance(block, Heading):
            path = (*path[:block.level - 1], one_line(block.text))
        elif (table := as_table(block, path[-1] if path else document.title, labels)) is not None:
            yield Grid(path, table)


def as_table(block: Block, caption: str, labels: Sequence[str] = ()) -> Table | None:
    """Return the block as a table, or None for text.

    `caption` is for blocks that have none of their own; `labels` are the details that ticks get columns for, by default
    those that the block has.
    """
    if isinstance(block, Table):
        return block
    if isinstance(block, Ticks):
        return _ticks_table(block, caption, labels or _labels([block]))
    if isinstance(block, Facts):
        columns = (
            TableColumn(title=exports_texts.COLUMN_LABEL, weight=2),
            TableColumn(title=exports_texts.COLUMN_VALUE, weight=5),
        )
        rows = tuple((Cell(text=one_line(fact.label)), _shown(fact)) for fact in block.items)
        return Table(caption=caption, columns=columns, rows=rows, first_column_is_header=True)
    if isinstance(block, FormFields):
        columns = (TableColumn(title=exports_texts.COLUMN_LABEL, weight=3),
                   TableColumn(title=exports_texts.COLUMN_VALUE, weight=5))
        rows = tuple((Cell(text=one_line(field.label)), Cell(text=field.value or field.hint)) for field in block.items)
        return Table(caption=block.caption, columns=columns, rows=rows, first_column_is_header=True)
    if isinstance(block, Chart):
        columns = (TableColumn(title=exports_texts.COLUMN_LABEL, weight=4),
                   TableColumn(title=exports_texts.COLUMN_VALUE, weight=3, kind="number"))
        rows = tuple((Cell(text=bar.label), Cell(text=bar.text, number=bar.value)) for bar in block.bars)
        return Table(caption=block.title, columns=columns, rows=rows, first_column_is_header=True)
    return None


def numbers_beside(chart: Chart) -> Table:
    """Return the table of numbers that stands beside a picture."""
    table = as_table(chart, "")
    if table is None:
        raise TypeError(type(chart).__name__)
    return table.model_copy(update={"caption": pictures_texts.NUMBERS})


def chapter_tables(title: str, blocks: Iterable[Block]) -> list[tuple[Table, list[Table | Ticks]]]:
    """Return a chapter's tables and lists of ticks, each with the blocks that it is made of.

    Those of the same kind become one table, with a column for where. `title` is the chapter's heading; the blocks are
    those below it.
    """
    heads: tuple[str, ...] = ()
    groups: dict[object, list[tuple[str, Table | Ticks]]] = {}
    for block in blocks:
        if isinstance(block, Heading):
            heads = (*heads[:block.level - 2], one_line(block.text))
        elif isinstance(block, Table):
            kind = (block.columns, bool(block.row_keys), block.first_column_is_header)
            groups.setdefault(kind, []).append((" › ".join(heads), block))
        elif isinstance(block, Ticks):
            groups.setdefault(Ticks, []).append((" › ".join(heads), block))
    return [(_one_table(title, members), [block for _, block in members]) for members in groups.values()]


def _one_table(title: str, members: list[tuple[str, Table | Ticks]]) -> Table:
    labels = _labels([block for _, block in members])
    tables = [(place, as_table(block, place.rpartition(" › ")[2] or title, labels)) for place, block in members]
    found = [(place, table) for place, table in tables if table is not None]
    first = found[0][1]
    if len(found) == 1:
        return first
    named = len({place for place, _ in found}) == len(found)
    rows = [(Cell(text=place if named and place else f"{place}: {table.caption}".removeprefix(": ")), *row)
            for place, table in found for row in table.rows]
    keys = [key for _, table in found for key in table.row_keys]
    return Table(caption=title, columns=(TableColumn(title=exports_texts.COLUMN_SECTION, weight=2), *first.columns),
                 rows=tuple(rows), row_keys=tuple(keys))


def _labels(blocks: Iterable[Block]) -> list[str]:
    """Return the labels of all details of ticks, in order, each once."""
    return list(dict.fromkeys(fact.label for block in blocks if isinstance(block, Ticks)
                              for item in block.items for fact in item.details))


def _ticks_table(block: Ticks, caption: str, labels: Sequence[str]) -> Table:
    columns = (
        TableColumn(title=exports_texts.COLUMN_TICK, kind="tick"),
        TableColumn(title=exports_texts.COLUMN_TEXT, weight=6),
        *(TableColumn(title=label, weight=3) for label in labels),
    )
    rows = []
    for item in block.items:
        details: dict[str, list[Cell]] = {}
        for fact in item.details:
            details.setdefault(fact.label, []).append(_shown(fact))
        cells = (_joined(details.get(label, [])) for label in labels)
        rows.append((Cell(text="", ticked=item.ticked), Cell(text=item.text), *cells))
    return Table(caption=caption, columns=columns, rows=tuple(rows), row_keys=tuple(item.key for item in block.items))


def _shown(fact: Fact) -> Cell:
    return Cell(text=shown_value(fact.value, fact.missing), missing=fact.missing)


def _joined(cells: list[Cell]) -> Cell:
    """Return one cell for all details with the same label, each on a line of its own."""
    return Cell(text="\n".join(cell.text for cell in cells), missing=any(cell.missing for cell in cells))


def iso_date(text: str) -> str | None:
    """Return the date that a text says in ISO form, or None if it is no date."""
    try:
        return parse_date(text)
    except InputError:
        return None


def unique(names: Iterable[str]) -> list[str]:
    """Return the names with " 2", " 3" … after those that came before; case does not tell names apart."""
    seen: set[str] = set()
    found = []
    for name in names:
        candidate, number = name, 1
        while candidate.casefold() in seen:
            number += 1
            candidate = f"{name} {number}"
        seen.add(candidate.casefold())
        found.append(candidate)
    return found
