"""What a person has settled about a returned form stays settled, and a post whose row is gone is told and not lost."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import docx
import pytest

from nvplan.files.ports import READER
from nvplan.services.exchange.importing import Imported, import_file
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.returned.form import Choices
from nvplan.services.writing.session import PlanSession
from nvplan.services.writing.settling import Settled, Settling
from tests.cli.runner import nvplan

from .returning import fill_in, numbers, opened, sheet_with, take_in, written
from .test_collecting_story import add_effort, own_copy

LESSEBO, ROLE, ROLES = "0761", "1.0.agare", "2.1.roll"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    session = create_plan(tmp_path / "lan.nvplan", "07", 2027)
    session.do(SetObject("insats", "sip", {"title": "SIP för alla", "actor": LESSEBO}))
    return session


def settle(session: PlanSession, path: Path, how: Settled, *, preview: bool = False) -> Imported:
    return import_file(session, path, reader=READER, preview=preview, choices=Choices(settling=Settling(otherwise=how)))


def answered(session: PlanSession, folder: Path) -> Path:
    path = written(session, folder / "ut", "utskick", "xlsx", LESSEBO)
    fill_in(path, {(f"fraga-{ROLE}@{LESSEBO}", "Svar"): "Socialchef"})
    session.do(SetAnswer(ROLE, "Samordnarens ord", LESSEBO))
    return path


def without_row(path: Path, name: str, key: str) -> Path:
    other = path.with_name(name)
    book = opened(path)
    sheet = sheet_with(book, key)
    sheet.delete_rows(next(row for row in sheet.iter_rows() if any(cell.value == key for cell in row))[0].row)
    book.save(other)
    return other


def titles(session: PlanSession) -> list[str]:
    return sorted(one.__dict__["title"] for one in session.state.objects.get("insats", {}).values())


def test_ours_is_remembered_and_the_same_file_asks_no_more(session: PlanSession, tmp_path: Path) -> None:
    path = answered(session, tmp_path)
    assert take_in(session, path).account.exit_code == 1
    chosen = settle(session, path, "ours")
    assert (numbers(chosen), len(chosen.account.settled), chosen.account.exit_code) == ((0, 0, 0), 1, 0)
    again = take_in(session, path)
    (place,) = again.account.settled
    assert (place.text, place.ours, again.account.left) == ("Socialchef", "Samordnarens ord", [])
    told = nvplan("importera", str(session.address), str(path))
    assert (told.code, "Avgjort, planens svar står kvar: 1." in told.out) == (0, True)
    assert session.state.answer(ROLE, LESSEBO).value == "Samordnarens ord"


def test_another_value_in_the_same_field_is_a_clash_again(session: PlanSession, tmp_path: Path) -> None:
    path = answered(session, tmp_path)
    settle(session, path, "ours")
    found = take_in(session, fill_in(path, {(f"fraga-{ROLE}@{LESSEBO}", "Svar"): "Förvaltningschef"}))
    assert [(one.text, one.ours) for one in found.account.refused] == [("Förvaltningschef", "Samordnarens ord")]


def test_a_preview_remembers_nothing_and_a_settled_place_can_be_settled_anew(session: PlanSession, tmp_path: Path
                                                                            ) -> None:
    path = answered(session, tmp_path)
    settle(session, path, "ours", preview=True)
    assert len(take_in(session, path).account.refused) == 1
    settle(session, path, "ours")
    # What is said of all clashes is not said of one that is none any more; what is said of it by name is.
    assert nvplan("importera", str(session.address), str(path), "--krock", "deras").code == 0
    session.watch()
    assert session.state.answer(ROLE, LESSEBO).value == "Samordnarens ord"
    assert nvplan("importera", str(session.address), str(path), "--krock", "deras", "--plats", ROLE).code == 0
    session.watch()
    assert session.state.answer(ROLE, LESSEBO).value == "Socialchef"


def test_ours_is_remembered_against_a_copy_too(session: PlanSession, tmp_path: Path) -> None:
    path = own_copy(session, tmp_path, LESSEBO, "Team")
    session.do(SetAnswer(ROLE, "Samordnarens ord", LESSEBO))
    settle(session, path, "ours")
    found = take_in(session, path)
    assert (found.account.left, len(found.account.settled)) == ([], 1)
    assert session.state.answer(ROLE, LESSEBO).value == "Samordnarens ord"


@pytest.mark.parametrize(("how", "stand"), [("theirs", []), ("ours", ["SIP för alla"]), ("later", ["SIP för alla"])])
def test_a_row_of_hers_that_is_gone_is_told_and_settled(session: PlanSession, tmp_path: Path, how: Any,
                                                        stand: list[str]) -> None:
    path = without_row(written(session, tmp_path / "ut", "utskick", "xlsx", LESSEBO), "utan.xlsx", "insats-sip")
    seen = take_in(session, path)
    (place,) = seen.account.refused
    for words, told in (("SIP för alla", place.where), ("SIP för alla", place.ours), ("borttagen i", place.reason)):
        assert words in told
    settle(session, path, how)
    assert titles(session) == stand
    assert numbers(take_in(session, path)) == (0, 1 if how == "later" else 0, 0)


def test_a_post_that_she_added_and_then_took_away_is_told_and_settled_by_command(session: PlanSession, tmp_path: Path
                                                                                 ) -> None:
    path = written(session, tmp_path / "ut", "utskick", "xlsx", LESSEBO)
    empty = path.with_name("rättad.xlsx")
    shutil.copy(path, empty)
    fill = {(f"fraga-{ROLE}@{LESSEBO}", "Svar"): "Socialchef", (f"fraga-{ROLES}@{LESSEBO}", "Svar"): "MAS"}
    take_in(session, fill_in(add_effort(path, "Läkarstöd"), fill))
    assert titles(session) == ["Läkarstöd", "SIP för alla"]
    corrected = fill_in(empty, fill)
    found = take_in(session, corrected)
    (place,) = found.account.refused
    assert "Läkarstöd" in place.where
    added = next(one.id for one in session.state.objects["insats"].values() if one.__dict__["title"] == "Läkarstöd")
    done = nvplan("importera", str(session.address), str(corrected), "--krock", "deras", "--plats", added)
    assert done.code == 0
    session.watch()
    assert titles(session) == ["SIP för alla"]
    assert numbers(take_in(session, corrected)) == (0, 0, 0)


def test_another_person_s_part_of_the_form_takes_nothing_away(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "utskick", "xlsx", LESSEBO)
    other = path.with_name("den andra.xlsx")
    shutil.copy(path, other)
    take_in(session, fill_in(add_effort(path, "Läkarstöd"), {(f"fraga-{ROLE}@{LESSEBO}", "Svar"): "Socialchef"}))
    found = take_in(session, fill_in(other, {(f"fraga-{ROLES}@{LESSEBO}", "Svar"): "MAS"}))
    assert numbers(found) == (1, 0, 0)
    assert titles(session) == ["Läkarstöd", "SIP för alla"]


def test_a_row_that_is_gone_in_word_is_told_too(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "utskick", "docx", LESSEBO)
    document = docx.Document(str(path))
    row = next(row for table in document.tables for row in table.rows if "SIP för alla" in row.cells[0].text)
    row._tr.getparent().remove(row._tr)
    document.save(str(path))
    (place,) = take_in(session, path).account.refused
    assert "SIP för alla" in place.where
