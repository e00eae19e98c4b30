"""A form that the same kommun sends again: corrected, cleared, or filled in by two people."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession

from .returning import KOMMUN, fill_in, filled_plan, opened, sheet_with, take_in, written

REQUIREMENTS = ("sam-01", "sam-02", "sam-04", "sam-05", "sam-06", "sam-07")


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return filled_plan(tmp_path)


@pytest.fixture
def form(session: PlanSession, tmp_path: Path) -> Path:
    return written(session, tmp_path / "ut", "checklista", "xlsx")


def bound(path: Path) -> list[str]:
    """Return requirements of the form that nobody has said anything about."""
    book = opened(path)
    keys = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row
            if isinstance(cell.value, str) and cell.value.startswith("krav-") and cell.value.endswith(f"@{KOMMUN}")]
    return [key for key in keys if not key.startswith("krav-sam-03")][:6]


def reasons(path: Path, *texts: str | None) -> Path:
    """Fill in the reasons of the first requirements."""
    return fill_in(path, {(key, "Motivering"): text for key, text in zip(bound(path), texts, strict=False)})


def said(session: PlanSession, path: Path) -> list[str]:
    known = session.state.objects["kravbedomning"]
    return [getattr(known.get(key.removeprefix("krav-")), "reason", "") for key in bound(path)]


def copy_of(path: Path, name: str) -> Path:
    other = path.with_name(name)
    shutil.copy(path, other)
    return other


def test_a_corrected_return_replaces_the_first_and_a_cleared_answer_is_cleared(session: PlanSession, form: Path
                                                                               ) -> None:
    first = reasons(copy_of(form, "svar.xlsx"), "a", "b", "c", "d")
    assert len(take_in(session, first).account.taken) == 4
    second = reasons(copy_of(first, "rättat.xlsx"), "a", None, "C", "d", "e")
    found = take_in(session, second)
    assert (len(found.account.taken), found.account.left) == (3, [])
    assert said(session, form) == ["a", "", "C", "d", "e", ""]
    assert take_in(session, second).account.total == 0


def test_what_the_coordinator_has_changed_since_is_a_clash(session: PlanSession, form: Path) -> None:
    first = reasons(copy_of(form, "svar.xlsx"), "a", "b", "c")
    take_in(session, first)
    session.do(SetObject("kravbedomning", bound(form)[1].removeprefix("krav-"), {"reason": "samordnarens"}))
    found = take_in(session, reasons(copy_of(first, "rättat.xlsx"), "a", "B", "c"))
    assert [one.ours for one in found.account.refused] == ["samordnarens"]
    assert said(session, form)[:3] == ["a", "samordnarens", "c"]


def test_two_people_who_fill_in_a_part_each_clear_nothing_for_one_another(session: PlanSession, form: Path) -> None:
    take_in(session, reasons(copy_of(form, "anna.xlsx"), "a", "b", "c"))
    found = take_in(session, reasons(copy_of(form, "bo.xlsx"), None, None, "annat", "d", "e", "f"))
    assert [(one.text, one.ours) for one in found.account.refused] == [("annat", "c")]
    assert said(session, form) == ["a", "b", "c", "d", "e", "f"]


def test_an_empty_form_clears_nothing(session: PlanSession, form: Path) -> None:
    take_in(session, reasons(copy_of(form, "svar.xlsx"), "a"))
    assert take_in(session, form).account.total == 0
    assert said(session, form)[0] == "a"
    assert sheet_with(opened(form), bound(form)[0]) is not None


def test_a_row_that_was_added_is_corrected(session: PlanSession, tmp_path: Path) -> None:
    form = written(session, tmp_path / "ut", "insatser", "xlsx")

    def added(path: Path, state: str) -> Path:
        book = opened(path)
        sheet = sheet_with(book, "insats-sip")
        header = next(row for row in sheet.iter_rows(max_row=10) if any(one.value == "Nyckel" for one in row))
        titles = {one.value: one.column for one in header}
        row = next(number for number in range(header[0].row + 1, 40) if all(
            sheet.cell(number, column).value in (None, "") for column in titles.values()))
        sheet.cell(row, titles["Rubrik"]).value = "Läkarstöd"
        sheet.cell(row, titles["Läge"]).value = state
        book.save(path)
        return path

    take_in(session, added(copy_of(form, "svar.xlsx"), "planerad"))
    found = take_in(session, added(copy_of(form, "rättat.xlsx"), "pågående"))
    assert found.account.left == []
    assert sorted((one.__dict__["title"], one.__dict__["state"]) for one in session.state.objects["insats"].values()
                  ) == [("Läkarstöd", "pagaende"), ("SIP för alla", "planerad")]
