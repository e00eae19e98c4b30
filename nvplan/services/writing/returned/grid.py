"""Proposes what a returned spreadsheet says: row by row, whatever was sorted, copied, inserted or taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nvplan.model.collation import fold
from nvplan.model.document import Cell
from nvplan.services.documents.mailing_parts import PROPOSAL
from nvplan.services.documents.mailing_questions import ROW
from nvplan.services.reading.plan_names import in_own_words, names_same_plan
from nvplan.services.writing.returned.accounting import Choice, Place
from nvplan.services.writing.returned.added import looks_like_note, propose_added
from nvplan.services.writing.returned.answer_rows import answer_of, propose_answer, propose_proposal
from nvplan.services.writing.returned.boxes import newly_ticked, tell_beside_boxes, ticked_told
from nvplan.services.writing.returned.columns import (
    ANSWER_ROWS,
    GROWING,
    QUESTION,
    fillable_columns,
    split_key,
    title_column,
)
from nvplan.services.writing.returned.exported import ExportedTable, plain
from nvplan.services.writing.returned.form import Choices, Given
from nvplan.services.writing.returned.former import differs_in_words_only, is_former
from nvplan.services.writing.returned.found import Told, emptied
from nvplan.services.writing.returned.not_asked import reason_not_asked
from nvplan.services.writing.returned.reading_cells import CellReader
from nvplan.services.writing.returned.removed import propose_removed, propose_unadded
from nvplan.services.writing.returned.same_fact import Spot, Standing, said_twice
from nvplan.services.writing.returned.sheets import ReadTable, SheetRow, read_tables, who
from nvplan.texts import documents as documents_texts
from nvplan.texts import returned as returned_texts


def propose_grid(reader: CellReader, choices: Choices) -> None:
    """Propose everything that the tables in the form's sheets say."""
    _Grid(reader, choices).run()


class _Grid:
    def __init__(self, reader: CellReader, choices: Choices) -> None:
        self._reader, self._found, self._was, self._choices = reader, reader.found, reader.was, choices
        self._exported = reader.was.known_rows
        self._by_who: dict[str, str] = {}
        self._there: set[str] = set()
        """Keys of posts that came back in a row not read by its key: known by id or title, or in two minds about it."""
        for key, (table, cells) in self._exported.items():
            given = {title: (Given(cell.text),) for title, cell in cells.items()}
            self._by_who[who(SheetRow("", 0, key, given), table.columns)] = key
        self._by_who.pop("", None)
        self._twice = Standing(frozenset(), frozenset(), {})
        self._added_rows: dict[str, list[SheetRow]] = {}
        """Rows without a key in a question's table, by the answer that they are part of."""

    def run(self) -> None:
        tables = read_tables(self._reader.form, self._was)
        rows: dict[str, list[SheetRow]] = {}
        for table in tables:
            for each in table.rows:
                row = self._keyed(table, each)
                if row is None:
                    continue
                if row.key not in self._exported:
                    self._unknown_row(table, row)
                else:
                    rows.setdefault(row.key, []).append(row)
            self._added_columns(table)
        self._twice = said_twice(self._reader, rows, self._same)
        for key, copies in rows.items():
            if (split_key(key) or ("",))[0] not in ANSWER_ROWS:
                self._row(key, copies)
        self._answer_rows(rows)
        self._tell_tables(tables, rows)

    def _answer_rows(self, rows: Mapping[str, list[SheetRow]]) -> None:
        """Propose the rows that are part of an answer, or propose one."""
        answers: dict[str, dict[str, SheetRow]] = {}
        for key, copies in rows.items():
            kind, identity = split_key(key) or ("", "")
            if kind == PROPOSAL:
                for row in copies:
                    propose_proposal(self._reader, identity.rpartition("@")[0], row)
            elif kind == ROW:
                answers.setdefault(answer_of(key), {})[key] = copies[0]
                self._added_rows.setdefault(answer_of(key), []).extend(
                    row for row in copies[1:] if _content(row) != _content(copies[0]))
        for identity, known in answers.items():
            propose_answer(self._reader, identity, known, self._added_rows.get(identity, []))

    # -- which post a row is about ---------------------------------------------------------------------------------
    def _keyed(self, table: ReadTable, row: SheetRow) -> SheetRow | None:
        """Return the row with the key it is about; None where it has none, or says two things, which is handled."""
        if row.key:
            named = self._by_who.get(who(row, table.table.columns))
            if row.key in self._exported and named is not None and named != row.key and named in table.table.rows:
                self._there |= {row.key, named}
                self._refuse(row, row.key, returned_texts.KEY_AND_ID.format(
                    row=self._title(row.key), other=self._title(named)))
                return None
            return row
        known = self._named(table, row)
        self._there.add(known)
        if table.key_column is not None and (table.kind in GROWING or not known):
            self._added_row(table, row)
            return None
        if known and self._choices.by_title:
            return replace(row, key=known)
        if known:
            self._refuse(row, known, returned_texts.NO_KEY_ROW.format(row=self._title(known)), "by_title")
        elif self._choices.by_title:
            self._added_row(table, row)
        else:
            self._refuse(row, "", returned_texts.NO_KEY_UNKNOWN_ROW, "by_title")
        return None

    def _named(self, table: ReadTable, row: SheetRow) -> str:
        """Return the key of the only post that the row's id and actor, or its title, are those of."""
        named = self._by_who.get(who(row, table.table.columns), "")
        if named in table.table.rows:
            return named
        column = title_column(table.kind)
        title = fold(row.cells[column][0].text.strip()) if column in row.cells else ""
        alike = [key for key, cells in table.table.rows.items() if title and fold(cells[column].text.strip()) == title]
        return alike[0] if len(alike) == 1 else ""

    def _title(self, key: str, *, marked: bool = False) -> str:
        """Return what a post is called: its title, or what is asked and of whom."""
        _, cells = self._exported[key]
        target = split_key(key)
        column = next((title for title, name in fillable_columns(target[0]).items()
                       if name == "title" and title in cells), "") if target else ""
        if column:
            return cells[column].text
        named = (documents_texts.GRID_ID, documents_texts.LABEL_REQUIREMENT, documents_texts.GRID_QUESTION)
        about = " ".join(cells[title].text.partition("\n")[0] for title in named if title in cells)
        actor = cells.get(documents_texts.COLUMN_ACTOR)
        return f"{about}, {actor.text}" if actor is not None and not marked else about

    def _place(self, key: str, title: str, row: SheetRow, given: Given, *, marked: bool = False) -> str:
        """Return what a cell is called and where it stands; `marked` where it is said beside that all share it."""
        named = f"{self._title(key, marked=marked)}: " if key else ""
        return f"{named}{title} ({row.cell_place(given)})"

    def _unknown_row(self, table: ReadTable, row: SheetRow) -> None:
        """A key that the form did not have: in a list that grows it may be a row that was dragged down."""
        if table.kind in GROWING and self._choices.is_new(row.number):
            propose_added(self._reader, table.kind, row, keeps_id=False)
        else:
            question, _, actor = row.key.partition("-")[2].rpartition("@")
            reason = reason_not_asked(question)
            if reason and self._is_as_answered(row, question, actor):
                return
            self._refuse(row, "", reason or returned_texts.ROW_UNKNOWN.format(key=row.key),
                         "new_row" if table.kind in GROWING else "")

    def _is_as_answered(self, row: SheetRow, question: str, actor: str) -> bool:
        """Tell whether a row of a question that is asked no more says what it said when the form was written out."""
        answers = [given for title in fillable_columns(QUESTION) for given in row.cells.get(title, ())]
        return bool(answers) and all(self._reader.as_answered_then(question, actor, one) for one in answers)

    def _added_row(self, table: ReadTable, row: SheetRow) -> None:
        if table.kind == ROW:
            self._added_rows.setdefault(answer_of(next(iter(table.table.rows))), []).append(row)
        elif table.kind not in GROWING:
            self._refuse(row, "", returned_texts.NEW_NOT_HERE)
        elif looks_like_note(table.kind, row) and not self._choices.is_new(row.number):
            titled = any(not one.empty for one in row.cells.get(title_column(table.kind), ()))
            for title, given in row.filled:
                self._found.places.append(Place(
                    "unclear", f"{title} ({row.cell_place(given)})", given.text.strip(),
                    given.fault or returned_texts.LOOKS_LIKE_NOTE, choice="new_row" if titled else "", row=row.number))
        else:
            propose_added(self._reader, table.kind, row, keeps_id=True)

    # -- one post --------------------------------------------------------------------------------------------------
    def _row(self, key: str, rows: Sequence[SheetRow]) -> None:
        table, cells = self._exported[key]
        kept: list[SheetRow] = []
        by_sheet: dict[str, list[SheetRow]] = {}
        for row in rows:
            by_sheet.setdefault(row.sheet, []).append(row)
        for same_sheet in by_sheet.values():
            kept += self._originals(key, table, cells, same_sheet)
        for title in dict.fromkeys(title for row in kept for title in row.cells):
            given = [(row, given) for row in kept for given in row.cells.get(title, ())]
            if Spot(key, title) not in self._twice.silent:
                self._cell(key, title, given)
            elif Spot(key, title) in self._twice.repeats:
                self._found.taken_along(self._place(key, title, *given[0]), plain(given[0][1].text))

    def _originals(self, key: str, table: ExportedTable, cells: Mapping[str, Cell], rows: list[SheetRow]
                   ) -> list[SheetRow]:
        """Return the row that a key belongs to; copies of it in the same sheet are listed, never written over it."""
        target = split_key(key)
        if len(rows) == 1 or target is None:
            return rows
        column = title_column(target[0])
        if target[0] in GROWING and column in cells:
            same = [row for row in rows if all(self._reader.same(cells[column], table.columns[column], one)
                                               for one in row.cells.get(column, ()))]
            others = [row for row in rows if row not in same]
        else:
            same, others = rows, []
        numbers = [row.number for row in rows]
        for row in others:
            if self._choices.is_new(row.number):
                propose_added(self._reader, target[0], row, keeps_id=False)
            else:
                reason = returned_texts.same_key(numbers, may_be_new=True)
                self._refuse(row, key, reason, "new_row")
        if len({_content(row) for row in same}) <= 1:
            return same
        for row in same:
            self._refuse(row, key, returned_texts.same_key(numbers, may_be_new=False))
        return []

    def _cell(self, key: str, title: str, given: Sequence[tuple[SheetRow, Given]]) -> None:
        _, cells = self._exported[key]
        target = split_key(key)
        name = fillable_columns(target[0]).get(title) if target else None
        tell_beside_boxes(self._found, cells[title], [
            (self._place(key, title, row, one), one) for row, one in given])
        given = [(row, newly_ticked(cells[title], one)) for row, one in given]
        changed = [(row, one) for row, one in given if not self._same(key, title, one)]
        if not changed and target is not None and name is not None and self._reader.may_be_taken_back(target, name):
            changed = list(given)
        readable = [(row, one) for row, one in changed if not one.fault]
        for row, one in changed:
            if one.fault:
                self._found.unclear(self._place(key, title, row, one), one.text.strip(), one.fault)
        if not readable:
            return
        agree = len({plain(one.text) for _, one in readable}) == 1
        differ = self._twice.differ.get(Spot(key, title), "") if agree else returned_texts.TWO_CELLS
        marked = bool(agree and name and target and self._reader.mark(target[1].rpartition("@")[2]))
        told = tuple(Told(self._place(key, title, row, one, marked=marked), emptied(ticked_told(cells[title], one)))
                     for row, one in readable)
        if target is None or name is None:
            for each in told:
                self._found.refuse(each.where, each.text, returned_texts.READ_ONLY)
        elif differ:
            for each in told:
                self._found.refuse(each.where, each.text, differ)
        else:
            self._reader.filled(target, name, readable[0][1], told, cells[title])

    def _same(self, key: str, title: str, given: Given) -> bool:
        """Tell whether a cell says nothing new; where nothing is filled in, what a form of an earlier version said."""
        table, cells = self._exported[key]
        if self._reader.same(cells[title], table.columns[title], given):
            return True
        target = split_key(key)
        name = fillable_columns(target[0]).get(title) if target else None
        if target is not None and name is not None and not given.fault:
            question, _, actor = target[1].rpartition("@")
            then = target[0] == QUESTION and self._reader.as_answered_then(question, actor, given)
            return then or self._reader.means_same(target, name, cells[title], given)
        if name is not None or given.fault or documents_texts.GRID_ID not in cells:
            return False
        state, shown, of = self._reader.session.state, cells[title].text, cells[documents_texts.GRID_ID].text
        return differs_in_words_only(in_own_words(state, given.text), shown) or names_same_plan(
            state, given.text, shown) or is_former(given.text, of=of, label=title)

    def _refuse(self, row: SheetRow, key: str, reason: str, choice: Choice = "") -> None:
        """Refuse what a row says that the form did not say in the row of a key; without one, everything in it."""
        identity = next((one.text for one in row.cells.get(documents_texts.GRID_ID, ())), "")
        for title, all_given in row.cells.items():
            for given in all_given:
                if not key:
                    if given.empty or given.value is False or not plain(given.text) or (
                            not given.fault and is_former(given.text, of=identity, label=title)):
                        continue
                elif self._same(key, title, given):
                    continue
                self._found.places.append(Place(
                    "unclear" if given.fault else "refused", self._place(key, title, row, given),
                    emptied(plain(given.text)), given.fault or reason, choice=choice, row=row.number))

    # -- the tables as such ----------------------------------------------------------------------------------------
    def _added_columns(self, table: ReadTable) -> None:
        """List every cell in columns that are not ours."""
        for place, heading in table.added.items():
            named = returned_texts.added_column(heading)
            for row in range(table.header + 1, len(table.sheet.rows)):
                cells = table.sheet.rows[row]
                given = cells[place] if place < len(cells) else Given()
                if not given.empty and given.value is not False:
                    where = returned_texts.cell_place(table.sheet.name, given.where)
                    self._found.unclear(where, given.text.strip(), given.fault or named)

    def _tell_tables(self, tables: Sequence[ReadTable], rows: Mapping[str, object]) -> None:
        notes, has_keys = self._found.notes, self._reader.form.has_keys
        earlier = any(key not in self._was.rows for key in rows)
        for exported in self._was.tables:
            sheets = [one.sheet.name for one in tables if one.table is exported]
            if not sheets and exported.rows:
                notes.append(returned_texts.SHEET_GONE.format(sheet=exported.caption))
            if len(sheets) > 1:
                notes.append(returned_texts.sheets_copied(sheets))
            missing = [key for key, cells in exported.rows.items()
                       if key not in rows and key not in self._there and (not earlier or _had(cells))]
            keyed = not has_keys or any(one.key_column is not None for one in tables if one.table is exported)
            if sheets and keyed:
                gone = [key for key in missing if not propose_removed(self._reader, key, sheets[0])]
                notes += [returned_texts.rows_gone(sheets[0], len(gone))] if gone else []
                propose_unadded(self._reader, exported.kind, sheets[0])
        for table in tables:
            name = table.sheet.name
            if table.key_column is None and has_keys:
                notes.append(returned_texts.NO_KEYS.format(sheet=name))
            notes += [returned_texts.COLUMN_RENAMED.format(sheet=name, theirs=theirs, ours=ours)
                      for theirs, ours in table.renamed.items()]
            if table.missing:
                notes.append(returned_texts.columns_gone(name, table.missing))
            doubled = [title for title in table.table.columns if list(table.columns.values()).count(title) > 1]
            if doubled:
                notes.append(returned_texts.columns_doubled(name, doubled))


def _had(cells: Mapping[str, Cell]) -> bool:
    """Tell whether a form of an earlier version had the row at all."""
    identity = cells[documents_texts.GRID_ID].text if documents_texts.GRID_ID in cells else ""
    return not identity or is_former(identity, of=identity, label=documents_texts.GRID_ID)


def _content(row: SheetRow) -> tuple[tuple[str, str], ...]:
    return tuple((title, plain(given.text)) for title, cells in row.cells.items() for given in cells)
