"""Edits exported lists the way people do, takes them in, and checks that the three numbers add up and nothing moved.

Run in full with `python -m tests.robust.returned --rounds 500`.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections import Counter
from copy import copy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font

from nvplan.files.ports import READER, WRITER
from nvplan.services.documents.registry import Request, find_document
from nvplan.services.exchange.exporting import export
from nvplan.services.exchange.importing import import_file
from nvplan.services.reading.actors import find_actor
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession
from nvplan.texts import returned as returned_texts
from tests.files.returning import KOMMUN, filled_plan
from tests.robust.page_edits import edit_pages
from tests.robust.plans import said
from tests.robust.sheet_edits import CELL_EDITS, COLUMN_EDITS, KEY, ROW_EDITS, Made, Table

#: One file in so many is saved by LibreOffice before it is taken in.
LIBREOFFICE_EVERY = 12
_TABLES = {"krav": "kravbedomning", "insats": "insats", "fraga": "answers"}


@dataclass
class Outcome:
    """What came of the rounds."""

    rounds: int = 0
    places: int = 0
    taken: int = 0
    refused: int = 0
    unclear: int = 0
    saved_by_libreoffice: int = 0
    edits: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def plan(folder: Path) -> PlanSession:
    """Return a plan with enough in it for a list to be edited."""
    session = filled_plan(folder)
    for number in range(5):
        session.do(SetObject("insats", f"i{number}", {
            "title": f"Insats nummer {number}", "state": "pagaende", "spread": "pilot", "actor": KOMMUN,
            "start": f"2027-0{number + 1}-15", "reached": number + 2, "reach_of": 20 + number, "cost": f"{number}500,5",
            "resources": f"Så många årsarbetare: {number}", "output": f"Prestation {number}"}))
    return session


def forms(session: PlanSession, folder: Path) -> list[Path]:
    """Export what is edited: a kommun's checklist, its insatser, the county's insatser, and the checklist in Word."""
    kommun = find_actor(session.state, KOMMUN)
    wanted = (("a", "checklista", "xlsx", kommun), ("b", "insatser", "xlsx", kommun), ("c", "insatser", "xlsx", None),
              ("d", "checklista", "docx", kommun))
    return [next(iter(export(session, [find_document(document)], [kind], folder / name,
                             Request(actor=actor, as_boxes=kind == "docx"), writer=WRITER)))
            for name, document, kind, actor in wanted]


def _open(path: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path)


def _read(sheet: Any, chance: random.Random) -> tuple[Table, int] | None:
    """Return the sheet's table and its header row; None where it has no keys."""
    for header in range(1, min(sheet.max_row, 10) + 1):
        headings = [cell.value for cell in sheet[header]]
        if KEY in headings:
            break
    else:
        return None
    key = headings.index(KEY)
    rows = [[Made((str(row[key].value), str(headings[at])), cell.value, cell.value, cell._style)
             for at, cell in enumerate(row)] for row in sheet.iter_rows(min_row=header + 1)]
    return Table(sheet.title, [str(one) for one in headings], [str(one) for one in headings], rows, chance), header


def _write(sheet: Any, table: Table, header: int, rows: list[list[Made]]) -> None:
    if sheet.max_row > header:
        sheet.delete_rows(header + 1, sheet.max_row - header)
    for column in range(1, sheet.max_column + 1):
        sheet.cell(header, column).value = None
    for column, shown in enumerate(table.shown, 1):
        sheet.cell(header, column).value = shown or None
    for number, row in enumerate(rows, header + 1):
        for column, made in enumerate(row, 1):
            cell = sheet.cell(number, column)
            if made.style is not None:
                cell._style = copy(made.style)  # a copied row would otherwise be struck out with its original
            cell.value = made.now
            if made.extra == "struck":
                cell.font = Font(strike=True)
            if made.comment:
                cell.comment = Comment("Stämmer det här?", "Någon")
        if number - header - 1 in table.hidden:
            sheet.row_dimensions[number].hidden = True


def _edit(path: Path, into: Path, chance: random.Random) -> tuple[Table, int]:
    """Edit a form and return its table with the number of places that differ, counted without nvplan."""
    book = _open(path)
    read = [(sheet, found) for sheet in book.worksheets if (found := _read(sheet, chance)) is not None]
    sheet, (table, header) = chance.choice(read)
    for _ in range(chance.randint(1, 6)):
        edit = chance.choice(chance.choice((CELL_EDITS, CELL_EDITS, ROW_EDITS, COLUMN_EDITS)))
        edit(table)
        table.done.append(edit.__name__)
    if chance.random() < 0.12:
        table.copies.append([[replace(cell, comment=False) for cell in row] for row in table.rows])
        table.done.append("copy_sheet")
    merged = _merge(table, chance) if chance.random() < 0.15 else None
    _write(sheet, table, header, table.rows)
    if merged is not None:
        at, place = merged
        sheet.merge_cells(start_row=header + 1 + at, end_row=header + 2 + at, start_column=place + 1,
                          end_column=place + 1)
    for rows in table.copies:
        _write(book.copy_worksheet(sheet), table, header, rows)
    # The note comes last, so that a copied sheet has it once.
    beside = _note(book, sheet, chance) if chance.random() < 0.15 else 0
    book.save(into)
    comments = sum(cell.comment for row in table.rows for cell in row)
    return table, len(table.differing()) + beside + comments


def _note(book: Any, sheet: Any, chance: random.Random) -> int:
    """Write beside: on the first sheet, above the table or on a sheet of one's own."""
    way = chance.randrange(3)
    if way == 0:
        book["Om filen"]["D6"] = "Ring mig om det här"
    elif way == 1:
        sheet["C1"] = "Ifyllt av nämnden"
    else:
        book.create_sheet("Anteckningar")["B2"] = "Kom ihåg mötet"
    return 1


def _merge(table: Table, chance: random.Random) -> tuple[int, int] | None:
    """Merge a cell with the one below: the lower one then says what the upper does, and is listed if that is new."""
    for _ in range(20):
        at, place = chance.randrange(len(table.rows) - 1), chance.randrange(len(table.headings))
        upper, lower = table.rows[at][place], table.rows[at + 1][place]
        if table.headings[place] in (KEY, "Id", "Aktör", "Rubrik") or not upper.origin or not lower.origin:
            continue
        if upper.extra or lower.extra or lower.comment or upper.same or lower.same or table.copies:
            continue
        if table.headings.count(table.headings[place]) > 1:
            continue
        blank = {None, ""}
        new = (upper.now or "") != (lower.was or "") and not (upper.now in blank and lower.was in blank)
        table.rows[at + 1][place] = replace(lower, now=lower.was, extra="merged" if new else "")
        table.merges.append((at, place, at + 1, place))
        table.done.append("merge")
        return at, place
    return None


def through_libreoffice(path: Path, folder: Path) -> Path:
    """Save a file with LibreOffice."""
    program = shutil.which("soffice") or ""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run([program, profile, "--headless", "--convert-to", path.suffix[1:], "--outdir", str(folder / "lo"),
                    str(path)], check=True, capture_output=True, timeout=300)
    return folder / "lo" / path.name


def _check(outcome: Outcome, base: Path, path: Path, table: Table, expected: int, told: str) -> None:
    copy = path.parent / "kopia.nvplan"
    shutil.copy(base, copy)
    session = PlanSession.open(copy)
    before = said(session.repository)
    preview = import_file(session, path, preview=True, reader=READER).account
    found = import_file(session, path, preview=False, reader=READER).account
    numbers = [(len(one.taken), len(one.refused), len(one.unclear)) for one in (preview, found)]
    if numbers[0] != numbers[1]:
        outcome.faults.append(f"{told}: preview {numbers[0]} import {numbers[1]}")
    gone = sum(one.text == returned_texts.ROW_REMOVED for one in found.places)
    if sum(numbers[1]) - gone != expected or gone > table.done.count("delete_row"):
        outcome.faults.append(f"{told}: {expected} places differ, told {numbers[1]}: "
                              f"{[(one.where, one.text, one.reason) for one in found.places][:30]}")
    after = said(PlanSession.open(copy).repository)
    _check_rest(outcome, before, after, table, told)
    again = import_file(PlanSession.open(copy), path, preview=False, reader=READER).account
    if len(again.taken) or again.total != found.total - len(found.taken):
        outcome.faults.append(f"{told}: the second time {len(again.taken)} of {again.total}, first {numbers[1]}: "
                              f"{[(one.where, one.text, one.reason) for one in again.taken][:8]}")
    outcome.places += expected
    outcome.taken += numbers[1][0]
    outcome.refused += numbers[1][1]
    outcome.unclear += numbers[1][2]


def _check_rest(outcome: Outcome, before: dict[str, Any], after: dict[str, Any], table: Table, told: str) -> None:
    """Nothing in the plan may change but what a cell that differs is about, and new posts for rows that are new."""
    touched = {cell.origin[0].partition("-")[2].partition("@")[0]: cell for cell in table.differing() if cell.origin}
    new_rows = sum(any(cell.now for cell in row) for row in table.rows if all(one.origin is None for one in row))
    for name in set(before) | set(after):
        for identity in set(before.get(name, {})) | set(after.get(name, {})):
            old, new = before.get(name, {}).get(identity), after.get(name, {}).get(identity)
            if old == new or name in ("plan", "utskick"):  # when a kommun's file came in is noted there
                continue
            if name == "insats" and old is None and new_rows:
                new_rows -= 1
            elif name == "answers":
                changed = {key for key in {**(old or {}).get("answers", {}), **new["answers"]}
                           if (old or {}).get("answers", {}).get(key) != new["answers"].get(key)}
                if not changed <= touched.keys():
                    outcome.faults.append(f"{told}: answers {changed - touched.keys()} changed")
            elif str(identity).partition("@")[0] not in touched:
                outcome.faults.append(f"{told}: {name} {identity} changed: {old} {new}")


def edit_and_take_in(folder: Path, rounds: int, seed: int = 1, *, libreoffice: bool = False) -> Outcome:
    """Edit forms this many times and check each."""
    outcome = Outcome()
    session = plan(folder)
    paths = forms(session, folder)
    session.repository.close()
    for number in range(rounds):
        chance = random.Random(f"{seed}-{number}")
        work = folder / "runda"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        source = chance.choices(paths, (2, 3, 3, 1))[0]
        path = work / source.name
        edit = _edit if source.suffix == ".xlsx" else edit_pages
        table, expected = edit(source, path, chance)
        told = f"round {number} {source.parent.name} {table.name} {table.done}"
        if libreoffice and number % LIBREOFFICE_EVERY == 0:
            path = through_libreoffice(path, work)
            outcome.saved_by_libreoffice += 1
            told += " libreoffice"
        try:
            _check(outcome, Path(session.address), path, table, expected, told)
        except Exception as error:
            outcome.faults.append(f"{told}: {type(error).__name__} {error}")
        outcome.rounds += 1
        outcome.edits.update(table.done)
    return outcome


def main() -> None:
    """Run in full and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = edit_and_take_in(Path(folder), options.rounds, options.seed,
                                 libreoffice=shutil.which("soffice") is not None)
    sys.stdout.write(
        f"{found.rounds} rounds, {found.places} places differ: {found.taken} taken in, {found.refused} refused, "
        f"{found.unclear} not understood; {found.saved_by_libreoffice} saved by LibreOffice\n"
        f"edits: {dict(found.edits)}\n" + "".join(f"FAULT {fault}\n" for fault in found.faults))
    sys.exit(bool(found.faults))


if __name__ == "__main__":
    main()
