"""Words that people write in forms: what is clear comes in, a sign alone does not, and a refusal says things once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.services.exchange.import_told import choices_told, left_told
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.session import PlanSession

from .returning import (
    KOMMUN,
    assessment,
    cell,
    fill_in,
    filled_plan,
    numbers,
    opened,
    sheet_with,
    take_in,
    written,
)

KEY = f"krav-sam-03@{KOMMUN}"
STRUCTURE = "1.0.struktur"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A plan in which a kommun has filled in a little of everything."""
    return filled_plan(tmp_path)


@pytest.mark.parametrize(("written_as", "judgement"), [
    ("ej tillämplig", "ej_tillampligt"), ("INTE TILLÄMPLIGT", "ej_tillampligt"), ("n/a", "ej_tillampligt"),
    ("Ej aktuellt", "ej_tillampligt"), ("✓", "uppfyllt"), ("☒", "uppfyllt"), ("x", "uppfyllt"), ("Ja", "uppfyllt"),
    ("Uppfyllt.", "uppfyllt"), ("uppfyllda", "uppfyllt"), ("”Uppfylld”", "uppfyllt"), ("Ej uppfylld", "ej_uppfyllt"),
    ("nej", "ej_uppfyllt"), ("ej bedömd", "ej_bedomd"),
])
def test_a_judgement_is_read_in_any_form_of_its_words(session: PlanSession, tmp_path: Path, written_as: str,
                                                      judgement: str) -> None:
    path = fill_in(written(session, tmp_path / "ut", "checklista", "xlsx"), {(KEY, "Bedömning"): written_as})
    assert numbers(take_in(session, path)) == (1, 0, 0)
    assert assessment(session)["judgement"] == judgement


@pytest.mark.parametrize(("title", "written_as", "name", "value"), [
    ("Läge", "PÅGÅENDE", "state", "pagaende"), ("Läge", "pågår", "state", "pagaende"),
    ("Läge", "Avslutat", "state", "avslutad"), ("Spridning", "Bredd-införd", "spread", "breddinford"),
    ("Krav", "KON-01 KON-06", "requirements", ("KON-01", "KON-06")),
    ("Krav", "KON-01 och KON-06", "requirements", ("KON-01", "KON-06")),
    ("Krav", "KON-01/KON-06, samt KON-07", "requirements", ("KON-01", "KON-06", "KON-07")),
    ("Planer", "gemensam + kontinuitet", "plans", ("gemensam", "kontinuitet")),
    ("Målgrupper", "Äldre, Barn och unga och Närstående", "target_groups", ("aldre", "barn_unga", "narstaende")),
    ("Deltar också", "Alvesta & Ljungby", "participants", ("0764", "0781")),
])
def test_what_is_clear_comes_in(session: PlanSession, tmp_path: Path, title: str, written_as: str, name: str,
                                value: object) -> None:
    path = fill_in(written(session, tmp_path / "ut", "insatser", "xlsx"), {("insats-sip", title): written_as})
    assert numbers(take_in(session, path)) == (1, 0, 0)
    found: dict[str, Any] = session.state.objects["insats"]["sip"].model_dump()
    assert found[name] == value


@pytest.mark.parametrize("sign", ["-", "—", "--", ".", "?", "*"])
def test_a_sign_alone_is_listed_and_takes_nothing_s_place(session: PlanSession, tmp_path: Path, sign: str) -> None:
    session.do(SetObject("insats", "sip", {"effect": "Färre ringer", "requirements": ["KON-01"]}))
    before = session.state.objects["insats"]["sip"]
    path = fill_in(written(session, tmp_path / "ut", "insatser", "xlsx"),
                   {("insats-sip", title): sign for title in ("Effekt", "Slut", "Når i dag", "Regi", "Krav")})
    found = take_in(session, path)
    assert numbers(found) == (0, 0, 5)
    reason = f"”{sign}”. Ett tecken ensamt säger inget. Skriv ett svar, eller lämna tomt."
    assert all(told.endswith(reason) for told in left_told(found))
    assert session.state.objects["insats"]["sip"] == before


def test_our_own_sign_for_empty_empties(session: PlanSession, tmp_path: Path) -> None:
    path = fill_in(written(session, tmp_path / "ut", "insatser", "xlsx"), {("insats-sip", "Start"): "–"})
    assert numbers(take_in(session, path)) == (1, 0, 0)
    assert session.state.objects["insats"]["sip"].model_dump()["start"] == ""


def test_a_tick_answers_a_question_of_yes_or_no(session: PlanSession, tmp_path: Path) -> None:
    path = fill_in(written(session, tmp_path / "ut", "checklista", "xlsx"), {("fraga-1.12.medel@lan", "Svar"): "✓"})
    assert numbers(take_in(session, path)) == (1, 0, 0)
    assert session.state.answer("1.12.medel", "lan").value is True


@pytest.mark.parametrize(("document", "key", "title", "text"), [
    ("checklista", KEY, "Bedömning", "Nja"), ("insatser", "insats-sip", "Läge", "Rullar"),
    ("insatser", "insats-sip", "Slut", "snart"), ("insatser", "insats-sip", "Når i dag", "ca 14"),
    ("insatser", "insats-sip", "Ansvarig aktör", "Grannen"), ("insatser", "insats-sip", "Krav", "KON-1 KON-2"),
    ("checklista", f"fraga-{STRUCTURE}@lan", "Svar", "kanske"),
])
def test_a_refusal_says_each_thing_once(session: PlanSession, tmp_path: Path, document: str, key: str, title: str,
                                        text: str) -> None:
    path = fill_in(written(session, tmp_path / "ut", document, "xlsx"), {(key, title): text})
    found = take_in(session, path)
    assert numbers(found) == (0, 1, 0)
    told, = left_told(found)
    assert told.count(f"”{text}”") == told.count(text) == 1
    assert told.count(f"{title}:") + told.count(f"{title} (") == 1
    assert told.casefold().count("hela länet") == (1 if key.endswith("@lan") else 0)
    assert not {"'", '"', "“", "‘"} & set(told)


def test_a_county_s_answer_is_called_so_once_when_it_is_taken_in(session: PlanSession, tmp_path: Path) -> None:
    option = all_questions()[STRUCTURE].options[0]
    session.do(SetAnswer(STRUCTURE, all_questions()[STRUCTURE].options[1].id))
    path = fill_in(written(session, tmp_path / "ut", "checklista", "xlsx"),
                   {(f"fraga-{STRUCTURE}@lan", "Svar"): option.label})
    place, = take_in(session, path).account.taken
    assert place.where.startswith("hela länets svar: ")
    assert place.where.casefold().count("hela länet") == 1


def test_what_looks_like_a_note_is_no_example_of_a_new_row(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "insatser", "xlsx")
    book = opened(path)
    sheet = sheet_with(book, "insats-sip")
    column = cell(sheet, "insats-sip", "Rubrik").column
    sheet.cell(sheet.max_row + 2, column).value = "OBS! Ring mig om detta"
    book.save(path)
    told = " ".join(choices_told(take_in(session, path, preview=True)))
    assert told == "Är en rad som ser ut som en anteckning ändå en post? Ta in den med ”--nya-rader” och radens nummer."
