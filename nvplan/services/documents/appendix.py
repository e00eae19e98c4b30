"""What stands at the end of a plan: tables that are too long for the text, numbered as they are met, and charts."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.model.document import Block, Chart, Heading, PageBreak, Paragraph, Table
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_statements as statements_texts

#: A table with more rows than this stands in the appendix.
MOST_ROWS = 9


def without_empty(table: Table) -> Table:
    """Return a table without the columns that have nothing in any row: dashes under each other tell nobody anything.

    What is asked for and missing is said, and stays.
    """
    kept = [number for number in range(len(table.columns))
            if not number or any(
                row[number].missing or row[number].text != documents_texts.NOTHING for row in table.rows)]
    if len(kept) == len(table.columns):
        return table
    return table.model_copy(update={"columns": tuple(table.columns[number] for number in kept),
                                    "rows": tuple(tuple(row[number] for number in kept) for row in table.rows)})


class Appendix:
    """Tables that the text points at."""

    def __init__(self) -> None:
        self._tables: list[Table] = []
        self._charts: list[Chart] = []

    def place(self, table: Table, *, always: bool = False) -> list[Block]:
        """Return a short table; keep a longer one, or any one `always`, and return a line that says where it is."""
        table = without_empty(table)
        if len(table.rows) <= MOST_ROWS and not always:
            return [table]
        return [self._pointing(table, statements_texts.IN_APPENDIX, table.caption)]

    def behind(self, table: Table, told: str) -> list[Block]:
        """Keep a table for the appendix; return the line (`told`, with a place for it) that says where it is."""
        return [self._pointing(table, told)] if table.rows else []

    def draw(self, charts: Sequence[Chart], told: str) -> list[Block]:
        """Keep charts for the appendix; return the line that says that they are there."""
        self._charts += charts
        return [Paragraph(text=told)] if charts else []

    def _pointing(self, table: Table, told: str, lead: str = "") -> Paragraph:
        """Keep a table and return the line that says where it is."""
        number, table = len(self._tables) + 1, without_empty(table)
        name = statements_texts.APPENDIX_NAME.format(number=number)
        self._tables.append(table.model_copy(update={
            "name": name, "caption": statements_texts.APPENDIX_CAPTION.format(number=number, heading=table.caption)}))
        return Paragraph(lead=lead, text=told.format(table=statements_texts.APPENDIX_TABLE.format(name=name)),
                         points_at=name)

    def blocks(self, level: int = 1) -> list[Block]:
        """Return the appendix, nothing where no table is long."""
        if not self._tables and not self._charts:
            return []
        return [PageBreak(), Heading(level=level, text=statements_texts.APPENDIX), *self._tables, *self._charts]


class NoAppendix(Appendix):
    """Where a document has no appendix: every table stands where it is told."""

    def place(self, table: Table, *, always: bool = False) -> list[Block]:
        """Return the table."""
        return [without_empty(table)]

    def behind(self, table: Table, told: str) -> list[Block]:
        """Return the table."""
        return [table] if table.rows else []

    def draw(self, charts: Sequence[Chart], told: str) -> list[Block]:
        """Return the charts."""
        return [*charts]
