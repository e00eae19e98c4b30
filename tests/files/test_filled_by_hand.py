"""A form as a handläggare fills it in: words after an answer, small numbers, a slip in a year, more than all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from nvplan.catalog.questions import all_questions
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.table import rows_of
from nvplan.model.values import check_value
from nvplan.services.documents.registry import MAILING, Request
from nvplan.services.exchange.import_told import left_told, sentences_told
from nvplan.services.reading.actors import find_actor
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

from .returning import fill_in, left, numbers, row_of, take_in, tick, type_in, written

LESSEBO = "0761"
HOMES = f"rad-2.10.sabo@{LESSEBO}/1"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return create_plan(tmp_path / "lan.nvplan", "07", 2027)


def sheet(session: PlanSession, folder: Path, cells: dict[tuple[str, str], Any]) -> Path:
    return fill_in(written(session, folder / "ut", "utskick", "xlsx", LESSEBO), cells)


def answered(question: str) -> tuple[str, str]:
    return f"fraga-{question}@{LESSEBO}", "Svar"


def test_every_choice_says_how_many_answers_it_takes(session: PlanSession) -> None:
    document = MAILING.build(session, Request(actor=find_actor(session.state, LESSEBO)))
    for blocks, one, several in (
            (document.blocks, "Välj ett svar.", "Välj ett eller flera svar."),
            (document.grid_blocks, "Välj ett svar i listan.", "Skriv ett eller flera svar. Skilj dem åt med")):
        asked = [(key, row[0].text) for block in blocks if block.type == "table"
                 for key, row in zip(block.row_keys, block.rows, strict=False) if key.startswith("fraga-")]
        chosen = {key: text for key, text in asked
                  if kind_of(all_questions()[key.removeprefix("fraga-").partition("@")[0]]).is_chosen}
        assert len(chosen) > 15
        for key, text in chosen.items():
            question = all_questions()[key.removeprefix("fraga-").partition("@")[0]]
            assert (several if question.kind == "flerval" else one) in text, text
            for option in question.options:
                assert (f"”{option.label}:”" in text) == option.own, text


@pytest.mark.parametrize(("question", "typed", "stored", "beside"), [
    ("1.5.sakring", "Ja, men inte alla", True, "men inte alla"),
    ("1.5.sakring", "Nej – vi väntar på mallen", False, "vi väntar på mallen"),
    ("1.7.hyr", "Regelbundet (bara sommaren)", "regelbundet", "bara sommaren"),
    ("1.7.bedomning-lakare", "Olika i olika verksamheter, natt på distans", "varierar:natt på distans", ""),
    ("1.7.brist", "Läkare (natt); Dietist", ["lakare", "dietist"], "natt"),
    ("1.7.brist", "Annan, barnmorska; Dietist", ["dietist", "annan:barnmorska"], ""),
    ("2.1.deltar", "Ja, vi har varit med\noch skrivit avsnitt 3", "ja", "och skrivit avsnitt 3"),
])
def test_words_after_an_answer_leave_the_answer_and_are_told(
        session: PlanSession, tmp_path: Path, question: str, typed: str, stored: Any, beside: str) -> None:
    found = take_in(session, sheet(session, tmp_path, {answered(question): typed}))
    assert session.state.answer(question, LESSEBO).value == stored
    assert numbers(found) == (1, 0, 1 if beside else 0)
    assert [text for text, _ in left(found)] == ([beside] if beside else [])
    assert all("räknas" in reason and "följer inte med" in reason for _, reason in left(found))


@pytest.mark.parametrize(("question", "typed"), [
    ("1.5.sakring", "Ja; Nej"), ("1.5.sakring", "Ja\nNej"), ("1.5.sakring", "Ja, om vi hinner, annars nej, nej"),
    ("1.7.hyr", "Nej, Vet inte"), ("1.7.hyr", "Ganska ofta, mest på sommaren"), ("1.7.brist", "Läkare; trollkarlar"),
])
def test_what_may_mean_two_answers_or_none_is_refused_whole(session: PlanSession, tmp_path: Path, question: str,
                                                            typed: str) -> None:
    found = take_in(session, sheet(session, tmp_path, {answered(question): typed}))
    assert numbers(found) == (0, 1, 0)
    assert left(found)[0][0] == typed.replace("\n", "; ")
    assert session.state.answer(question, LESSEBO).value is None


def test_words_after_a_judgement_and_in_a_table_s_list_are_told_too(session: PlanSession, tmp_path: Path) -> None:
    found = take_in(session, sheet(session, tmp_path, {
        (f"krav-sam-01@{LESSEBO}", "Bedömning"): "delvis uppfyllt, rutin saknas", (HOMES, "Kvalitet"): "Osäker, gissat",
        (HOMES, "Boende med kontakten (personer)"): 40, (HOMES, "Boende som räknas (personer)"): 50}))
    assert sorted(text for text, _ in left(found)) == ["gissat", "rutin saknas"]
    assert session.state.objects["kravbedomning"][f"sam-01@{LESSEBO}"].__dict__["judgement"] == "delvis"
    row = rows_of(session.state.answer("2.10.sabo", LESSEBO).value)[0]
    assert (row["kvalitet"], row["med_kontakt"]) == ("osaker", "40")


@pytest.mark.parametrize("after", [": natt på distans", " natt på distans", ", natt på distans"])
def test_in_word_what_is_written_after_an_option_that_takes_words_is_a_part_of_the_answer(
        session: PlanSession, tmp_path: Path, after: str) -> None:
    path = written(session, tmp_path / "ut", "utskick", "docx", LESSEBO)
    document = docx.Document(str(path))
    cell = row_of(document, all_questions()["1.7.bedomning-lakare"].label).cells[-1]
    tick(cell, ["Olika i olika verksamheter"])
    run = next(one for one in cell._tc.iter(qn("w:t")) if (one.text or "").strip() == "Olika i olika verksamheter")
    run.text = f"{run.text}{after}"
    document.save(str(path))
    found = take_in(session, path)
    assert (numbers(found), left(found)) == ((1, 0, 0), [])
    assert session.state.answer("1.7.bedomning-lakare", LESSEBO).value == "varierar:natt på distans"


def test_so_few_persons_that_one_may_be_pointed_out_are_told_and_taken_in(session: PlanSession, tmp_path: Path) -> None:
    path = sheet(session, tmp_path, {
        (HOMES, "Boende med kontakten (personer)"): 3, (HOMES, "Boende som räknas (personer)"): "50"})
    before = take_in(session, path, preview=True)
    assert [one for one in sentences_told(before, preview=True) if "någon kan pekas ut" in one] == before.notes != []
    assert before.notes[0].startswith("Fast läkarkontakt, boende med kontakten (personer)")
    found = take_in(session, path)
    assert (numbers(found), found.notes) == ((2, 0, 0), before.notes)
    asked = all_questions()["2.10.sabo"]
    assert "från 1 till 4" in asked.hint
    assert "färre än fem" in asked.hint


@pytest.mark.parametrize("typed", ["färre än 5", "<5", "1–4"])
def test_words_for_few_where_a_number_goes_are_refused_with_what_to_write(session: PlanSession, tmp_path: Path,
                                                                          typed: str) -> None:
    found = take_in(session, sheet(session, tmp_path, {(HOMES, "Boende med kontakten (personer)"): typed}))
    assert left(found) == [(typed, "Rutan tar ett tal. Låt den vara tom, och skriv ”färre än fem” som källa.")]
    told = sheet(session, tmp_path / "igen", {(HOMES, "Källa"): "färre än fem", (HOMES, "Kvalitet"): "Uppgift saknas"})
    assert numbers(take_in(session, told)) == (2, 0, 0)


def test_two_ticks_are_told_apart(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "utskick", "docx", LESSEBO)
    document = docx.Document(str(path))
    tick(row_of(document, all_questions()["3.8.medverkar"].label).cells[-1],
         ["Vi lämnar synpunkter", "Vi är med i en arbetsgrupp"])
    document.save(str(path))
    assert left(take_in(session, path))[0][0] == "Vi är med i en arbetsgrupp; Vi lämnar synpunkter"


def test_more_than_all_is_told_once_in_the_words_of_what_was_written(session: PlanSession, tmp_path: Path) -> None:
    found = take_in(session, sheet(session, tmp_path, {
        (HOMES, "Boende med kontakten (personer)"): 60, (HOMES, "Boende som räknas (personer)"): 50}))
    assert numbers(found) == (0, 2, 0)
    (told,) = left_told(found)
    assert told.count("60 av 50 går inte ihop") == 1
    assert "”60”" in told
    assert "”50”" in told


@pytest.mark.parametrize("form", ["docx", "xlsx"])
@pytest.mark.parametrize(("year", "weeks", "reason"), [
    ("20226", "14", "från 1990 till 2100"), ("2026", "-3", "Minst 0"), ("206", "14", "från 1990 till 2100")])
def test_a_slip_in_a_year_or_below_none_is_refused_with_its_bounds(
        session: PlanSession, tmp_path: Path, form: str, year: str, weeks: str, reason: str) -> None:
    row = f"rad-1.7.vfu@{LESSEBO}/1"
    if form == "xlsx":
        path = sheet(session, tmp_path, {(row, "År"): int(year), (row, "VFU-veckor"): int(weeks)})
    else:
        path = written(session, tmp_path / "ut", "utskick", "docx", LESSEBO)
        document = docx.Document(str(path))
        cells = row_of(document, "Föregående vårtermin").cells
        type_in(cells[1], year)
        type_in(cells[2], weeks)
        document.save(str(path))
    found = take_in(session, path)
    assert numbers(found) == (1, 1, 0)
    assert reason in left(found)[0][1]


def test_years_shares_and_counts_have_bounds_wherever_they_are_asked_for() -> None:
    """The planner, commands and forms ask the same: `check_value`. What an older file holds still stands."""
    fields = [one for question in all_questions().values() for one in (question, *question.columns)
              if kind_of(one).is_number]
    years = [one for one in fields if one.label == "År" or one.unit == "år"]
    shares = [one for one in fields if one.unit in ("%", "procent")]
    counted = [one for one in fields if one.unit in ("personer", "veckor", "platser", "enheter", "individer")]
    assert min(len(years), len(shares), len(counted)) >= 5
    for one, wrong in [*((one, "20226") for one in years), *((one, "501") for one in shares),
                       *((one, "-1") for one in (*shares, *counted))]:
        with pytest.raises(InputError):
            check_value(one, wrong)
        if one.least is None and one.most is None:
            kind_of(one).check_stored(one, wrong)
