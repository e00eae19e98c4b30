"""Finds the tables that nvplan wrote in the sheets of a returned file, whatever someone has done around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nvplan.model.collation import fold
from nvplan.services.writing.returned.columns import (
    fillable_columns,
    former_titles,
    is_free,
    later_titles,
)
from nvplan.services.writing.returned.exported import Exported, ExportedTable, is_untouched
from nvplan.services.writing.returned.form import Given, ReturnedForm, Sheet
from nvplan.services.writing.returned.segments import segments
from nvplan.texts import documents as documents_texts
from nvplan.texts import exports as exports_texts
from nvplan.texts import returned as returned_texts

#: The header row of a table is among a sheet's first rows; someone may have put lines above it.
_MOST_ROWS_ABOVE = 60
#: A row with at least so many of a table's headings, and this share of them, is its header.
_LEAST_HEADINGS, _LEAST_SHARE = 3, 0.34
#: So large a part of a column's cells have to be what we wrote for it to be known under another heading.
_KNOWN_SHARE = 0.5


@dataclass(frozen=True)
class SheetRow:
    """A row of a table: its number in the sheet, its key (empty where it has none) and its cells by heading."""

    sheet: str
    number: int
    key: str
    cells: Mapping[str, tuple[Given, ...]]
    """By the heading that we wrote; several cells where the heading stands twice."""
    after_gap: bool = False
    """Whether an empty row stands between it and the table."""

    @property
    def filled(self) -> list[tuple[str, Given]]:
        """The cells that something stands in, with their headings."""
        return [(title, one) for title, cells in self.cells.items() for one in cells if not one.empty]

    def cell_place(self, given: Given) -> str:
        """Return where a cell stands."""
        return returned_texts.cell_place(self.sheet, given.where)


@dataclass
class ReadTable:
    """A table found in a sheet, with everything in it."""

    sheet: Sheet
    table: ExportedTable
    header: int
    columns: dict[int, str] = field(default_factory=dict)
    """The heading that we wrote by the column's place."""
    key_column: int | None = None
    added: dict[int, str] = field(default_factory=dict)
    """Columns that are not ours: their heading by place, empty where they have none."""
    renamed: dict[str, str] = field(default_factory=dict)
    """Headings that someone has changed: ours by theirs."""
    rows: list[SheetRow] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What the rows are about."""
        return self.table.kind

    @property
    def missing(self) -> list[str]:
        """The headings of columns that are filled in and that the sheet no longer has.

        Columns that came after 0.1.0 are not missed in a form that has none of them: nobody took them away.
        """
        found, fillable = set(self.columns.values()), fillable_columns(self.kind)
        later = later_titles(self.kind)
        known = fillable.keys() if found & later else fillable.keys() - later
        return [title for title in self.table.columns if title in known and title not in found]


def read_tables(form: ReturnedForm, was: Exported) -> list[ReadTable]:
    """Return every table of ours in the form, in the sheets' order; a copied sheet gives the same table again."""
    found = []
    for sheet in form.sheets:
        if sheet.name in (exports_texts.SHEET_ABOUT, exports_texts.SHEET_LISTS):
            continue
        for part in segments(sheet, was):
            table = _find(part, was)
            if table is not None:
                _columns(table, form)
                _rows(table, form)
                found.append(table)
    return found


def _find(sheet: Sheet, was: Exported) -> ReadTable | None:
    """Return the table whose headings stand in one of the first rows: the best match among tables and rows.

    Tables with the same headings are told apart by the keys that stand in the sheet.
    """
    best: tuple[tuple[bool, float, int], int, ExportedTable] | None = None
    stands = {given.text.strip().casefold() for cells in sheet.rows for given in cells}
    keys = [sum(key.casefold() in stands for key in table.rows) + (table.free > 0 and f"{table.kind}-" in stands)
            for table in was.tables]
    headings = [[fold(title) for title in table.columns] for table in was.tables]
    key_word = fold(exports_texts.COLUMN_KEY)
    for row, cells in enumerate(sheet.rows[:_MOST_ROWS_ABOVE]):
        words = {_word(one) for one in cells} - {""}
        for table, titles, known in zip(was.tables, headings, keys, strict=True):
            hits = sum(title in words for title in titles)
            share = (hits + (key_word in words)) / (len(titles) + 1)
            enough = hits >= _LEAST_HEADINGS or (known > 0 and hits > 0)
            found = known > 0, share, known
            if enough and share >= _LEAST_SHARE and (best is None or found > best[0]):
                best = found, row, table
    return ReadTable(sheet, best[2], best[1]) if best else None


def _word(given: Given) -> str:
    return fold(" ".join(given.text.split()))


def _columns(found: ReadTable, form: ReturnedForm) -> None:
    former = former_titles(found.kind)
    by_word = {fold(title): title for title in found.table.columns}
    by_word = {**{fold(title): now for title, now in former.items() if now in found.table.columns}, **by_word}
    header = found.sheet.rows[found.header]
    unknown: dict[int, str] = {}
    for place, given in enumerate(header):
        word = _word(given)
        if word == fold(exports_texts.COLUMN_KEY) and found.key_column is None:
            found.key_column = place
        elif word in by_word:
            found.columns[place] = by_word[word]
        else:
            unknown[place] = given.text.strip()
    width = max((len(row) for row in found.sheet.rows), default=0)
    unknown.update(dict.fromkeys(range(len(header), width), ""))
    if found.key_column is None:
        _find_keys(found, unknown)
    if found.key_column is not None:
        _find_renamed(found, form, unknown)
    found.added = unknown


def _body(found: ReadTable) -> Iterator[tuple[int, Sequence[Given]]]:
    for row in range(found.header + 1, len(found.sheet.rows)):
        yield row, found.sheet.rows[row]


def _at(cells: Sequence[Given], place: int | None) -> Given:
    return cells[place] if place is not None and place < len(cells) else _NOTHING


_NOTHING = Given()


def _find_keys(found: ReadTable, unknown: dict[int, str]) -> None:
    """Know the column of keys by what stands in it, whatever it is called."""
    known = {key.casefold() for key in found.table.rows}
    for place in unknown:
        filled = [one.text.strip().casefold() for _, cells in _body(found) if not (one := _at(cells, place)).empty]
        if filled and sum(one in known for one in filled) > _KNOWN_SHARE * len(filled):
            found.renamed[unknown.pop(place) or returned_texts.NO_HEADING] = exports_texts.COLUMN_KEY
            found.key_column = place
            return


def _find_renamed(found: ReadTable, form: ReturnedForm, unknown: dict[int, str]) -> None:
    """Know a column under another heading by what stands in it: what we wrote there, row by row."""
    titles = set(found.columns.values())
    keys = {key.casefold(): row for key, row in found.table.rows.items()}
    ours = [(row, cells) for _, cells in _body(found)
            if (row := keys.get(_at(cells, found.key_column).text.strip().casefold())) is not None]
    for title, column in found.table.columns.items():
        if title in titles:
            continue
        best: tuple[int, int] | None = None
        for place in unknown:
            same = other = 0
            for row, cells in ours:
                given = _at(cells, place)
                if given.empty and not row[title].text:
                    continue
                if is_untouched(row[title], column, given, form) and row[title].text and not row[title].missing:
                    same += 1
                else:
                    other += 1
            if same > other * _KNOWN_SHARE / (1 - _KNOWN_SHARE) and (best is None or same > best[0]):
                best = same, place
        if best is not None:
            found.renamed[unknown.pop(best[1]) or returned_texts.NO_HEADING] = title
            found.columns[best[1]] = title


def _rows(found: ReadTable, form: ReturnedForm) -> None:
    keys = {key.casefold(): key for key in found.table.rows}
    header = [_word(one) for one in found.sheet.rows[found.header]]
    gap = False
    # On pages another program may have lost what the table is called.
    name = found.table.caption if form.in_pages else found.sheet.name
    for row, cells in _body(found):
        if _repeats(header, cells):
            continue
        told = _at(cells, found.key_column).text.strip()
        key = "" if is_free(told) else keys.get(told.casefold(), told)
        by_title: dict[str, list[Given]] = {}
        for place, title in found.columns.items():
            by_title.setdefault(title, []).append(_at(cells, place))
        if not key and all(one.empty or one.value is False for given in by_title.values() for one in given):
            gap = row - found.header > len(found.table.rows) + found.table.free
            continue
        found.rows.append(SheetRow(name, found.sheet.number(row), key,
                                   {title: _one_of(given) for title, given in by_title.items()}, gap and not key))
        gap = gap and not key


def _repeats(header: Sequence[str], cells: Sequence[Given]) -> bool:
    """Whether a row only says the headings again, as when someone has pasted a table under another.

    A row of answers is given up as soon as a fourth differs: long answers are not read to their end for nothing.
    """
    most, filled, same = -(-len(header) // 4), 0, 0
    for word, given in zip(header, cells, strict=False):
        told = _word(given) if given.text else ""
        filled += bool(word or told)
        same += bool(word) and word == told
        if filled - same > most:
            return False
    return filled > 0 and same >= max(_LEAST_HEADINGS, filled * 3 // 4)


def _one_of(given: list[Given]) -> tuple[Given, ...]:
    """Return what stands under a heading: where it stands twice, an empty cell says nothing beside a filled one."""
    return tuple(one for one in given if not one.empty) or tuple(given)


def who(row: SheetRow, columns: Mapping[str, object]) -> str:
    """Return what tells which post a row is about beside its key: its id and its actor, folded; empty without an id."""
    titles = [title for title in (documents_texts.GRID_ID, documents_texts.COLUMN_ACTOR) if title in columns]
    if documents_texts.GRID_ID not in titles or documents_texts.GRID_ID not in row.cells:
        return ""
    return "\n".join(fold(row.cells[title][0].text.strip()) if title in row.cells else "" for title in titles)
