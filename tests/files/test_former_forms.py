"""Forms that version 0.1.0 wrote come in whatever we call things today: every label of it that has changed is known.

`kept/0.1.0` has a plan and its forms as 0.1.0 wrote them, and every word that it had for fields, columns and choices.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import docx
import pytest

from nvplan.catalog.questions import all_questions, removed_questions
from nvplan.model.kinds.field import Field, Option
from nvplan.model.kinds.meaning import option_meant
from nvplan.model.objects import ABOUT
from nvplan.services.reading.object_fields import code_options, fields_by_name
from nvplan.services.reading.pasted_rows import read_pasted
from nvplan.services.writing.pasted_objects import read_pasted_objects
from nvplan.services.writing.returned.columns import fillable_columns, former_titles
from nvplan.services.writing.session import PlanSession

from .returning import assessment, cell, numbers, opened, sheet_with, take_in
from .test_returned_word import below, write

KEPT = Path(__file__).parent / "kept" / "0.1.0"
#: Each word of 0.1.0 by what it is for: `f TYPE FIELD`, `k LIST CODE`, `o LIST CODE`, `q QUESTION kolumn COL val CODE`.
WORDS: list[tuple[str, str]] = [
    (where, word) for line in (KEPT / "ord.tsv").read_text(encoding="utf-8").splitlines()
    for where, word in [line.split("\t")]]


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """The plan that the forms were written from."""
    shutil.copy(KEPT / "plan.nvplan", tmp_path / "plan.nvplan")
    return PlanSession.open(tmp_path / "plan.nvplan")


def form(folder: Path, name: str) -> Path:
    """Return a form of 0.1.0 to fill in."""
    return Path(shutil.copy(KEPT / name, folder / name))


def _asked(parts: list[str]) -> Field:
    question: Field = all_questions()[parts[1]]
    return next(one for one in question.inner if one.id == parts[3]) if parts[2] == "kolumn" else question


def _options(parts: list[str]) -> tuple[Option, ...]:
    return _asked(parts).options if parts[0] == "q" else code_options(parts[1])


def test_every_choice_is_known_by_what_it_was_called() -> None:
    unknown = []
    for key, word in WORDS:
        parts = key.split()
        if parts[0] in ("k", "o") or "val" in parts:
            if parts[0] == "q" and parts[1] not in all_questions():
                assert parts[1] in removed_questions()
                continue
            found = option_meant(_options(parts), word)
            unknown += [] if found is not None and found.id == parts[-1] else [(key, word)]
    assert unknown == []


def test_every_field_s_column_is_known_by_what_it_was_called(session: PlanSession) -> None:
    unknown, count = [], 0
    for key, word in WORDS:
        kind, *parts = key.split()
        if kind != "f" or (spec := fields_by_name(parts[0])[parts[1]]).system:
            continue
        count += 1
        filled = fillable_columns(parts[0])
        if word not in (spec.label, *spec.former):
            unknown.append((key, word))
        if filled.get(word) == spec.name and word != spec.label and spec.label in filled:
            assert former_titles(parts[0])[word] == spec.label
    assert unknown == []
    assert count >= 180
    pasted = "Rubrik\tNår\tAv\tRäknas i\tSå vet ni\nTeam\t3\t8\tkommuner\tEnkät\n"
    found = read_pasted_objects(session, "insats", pasted)
    assert found.posts == [{"title": "Team", "reached": 3, "reach_of": 8, "reach_unit": "kommuner",
                            "effect_known_by": "Enkät"}]


def test_every_column_of_a_table_is_known_by_what_it_was_called() -> None:
    unknown = []
    for key, word in WORDS:
        parts = key.split()
        if len(parts) == 4 and parts[2] == "kolumn":
            asked = _asked(parts)
            unknown += [] if word in (asked.label, *asked.former) else [(key, word)]
    assert unknown == []
    pasted = "Tema\tVårdgivare som svarat ja\tAntal vårdgivare som svarat\nTillgänglighet\t61\t140\n"
    assert read_pasted(all_questions()["3.2.sju-fragor"], pasted).rows == [
        {"tema": "Tillgänglighet", "vard-ja": "61", "vard-antal": "140"}]


@pytest.mark.parametrize(("name", "key"), [("insatser", "insats-sip"), ("underlag", "underlag-rutin"),
                                           ("checklista", "krav-sam-03@0764")])
def test_every_column_that_is_filled_in_comes_in(session: PlanSession, tmp_path: Path, name: str, key: str) -> None:
    words = dict(WORDS)
    path = form(tmp_path, f"{name}.xlsx")
    book = opened(path)
    sheet = sheet_with(book, key)
    header = next(row for row in sheet.iter_rows(max_row=10) if any(one.value == "Nyckel" for one in row))
    type_name = {"krav": "kravbedomning"}.get(key.partition("-")[0], key.partition("-")[0])
    columns = fillable_columns(type_name)
    filled = {str(one.value): columns[one.value] for one in header if one.value in columns}
    assert set(filled.values()) == set(columns.values()) - set(ABOUT[type_name].later)
    kind = {"insatser": "insats", "underlag": "underlag", "checklista": "kravbedomning"}[name]
    for title, field in filled.items():
        cell(sheet, key, title).value = _value(kind, field, words)
    book.save(path)
    goals = sum(title == "Mål" for title in filled)  # the plan has none to point at
    assert numbers(take_in(session, path)) == (len(filled) - goals, 0, 0)


def _value(kind: str, name: str, words: dict[str, str]) -> Any:
    """Return something for a field that the form did not say, a choice in the words of 0.1.0."""
    spec = fields_by_name(kind)[name]
    if spec.options:
        code = spec.options[-1].id
        return words.get(f"k {spec.codes} {code}") or words[f"o {spec.codes} {code}"]
    if spec.target is not None:
        return {"aktor": "Ljungby kommun", "krav": "KON-01", "fraga": "1.0.agare", "mal": None}[spec.target]
    return {"tal": 3, "datum": "2027-05-01"}.get(spec.kind, f"Nytt i {name}")


def test_the_word_checklist_is_read_by_the_labels_that_it_has(session: PlanSession, tmp_path: Path) -> None:
    path = form(tmp_path, "checklista.docx")
    assert numbers(take_in(session, path)) == (0, 0, 0)
    document = docx.Document(str(path))
    write(below(document, "SAM-03", "Arbete"), "klart")
    write(below(document, "SAM-03", "Bedömning"), "ej tillämpligt")
    write(below(document, "SAM-03", "Motivering"), "Beslutat i maj")
    document.save(str(path))
    assert numbers(take_in(session, path)) == (3, 0, 0)
    found = assessment(session)
    assert (found["work"], found["judgement"], found["reason"]) == ("klar", "ej_tillampligt", "Beslutat i maj")


@pytest.mark.parametrize("name", ["checklista.xlsx", "checklista.docx", "insatser.xlsx", "underlag.xlsx"])
def test_a_form_that_nobody_has_filled_in_says_nothing_new(session: PlanSession, tmp_path: Path, name: str) -> None:
    found = take_in(session, form(tmp_path, name))
    assert numbers(found) == (0, 0, 0)
    assert [note for note in found.notes if "inte kvar" in note] == []


def test_a_question_that_was_in_the_core_is_answered_in_the_form(session: PlanSession, tmp_path: Path) -> None:
    path = form(tmp_path, "checklista.xlsx")
    book = opened(path)
    sheet = next(one for one in book if one.title == "Kärnfrågor")
    keys = [str(one.value) for row in sheet.iter_rows() for one in row if str(one.value).startswith("fraga-")]
    asked = [key for key in keys if key[6:].rpartition("@")[0] in all_questions()]
    left = [key for key in asked if not all_questions()[key[6:].rpartition("@")[0]].core]
    key = next(one for one in left if all_questions()[one[6:].rpartition("@")[0]].options)
    question = all_questions()[key[6:].rpartition("@")[0]]
    cell(sheet, key, "Svar").value = question.options[0].label
    book.save(path)
    assert numbers(take_in(session, path)) == (1, 0, 0)
    assert session.state.answer(question.id, key.rpartition("@")[2]).value is not None


def test_an_answer_to_a_question_that_is_asked_no_more_is_refused_with_the_reason(session: PlanSession, tmp_path: Path
                                                                                   ) -> None:
    path = form(tmp_path, "checklista.xlsx")
    book = opened(path)
    sheet = next(one for one in book if one.title == "Kärnfrågor")
    cell(sheet, "fraga-2.14.insatser@lan", "Svar").value = "Ja"
    cell(sheet, "fraga-3.6.bekrafta@lan", "Svar").value = "Nej"
    book.save(path)
    found = take_in(session, path)
    assert numbers(found) == (0, 2, 0)
    assert sorted(one.reason.split(".")[0] for one in found.account.places) == [
        "Frågan 3", "Frågan besvaras inte längre"]
    path = form(tmp_path, "checklista.docx")
    document = docx.Document(str(path))
    write(below(document, "(2.14.insatser)", "Svar"), "Ja")
    document.save(str(path))
    found = take_in(session, path)
    assert numbers(found) == (0, 1, 0)
    assert "registret" in found.account.places[0].reason
