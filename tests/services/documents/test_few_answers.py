"""A plan with few answers is read too: one thing is told as one, nothing twice, and what is not known in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from nvplan.catalog.questions import plan_form
from nvplan.catalog.tellings import tellings
from nvplan.model.document import Paragraph
from nvplan.model.kinds import kind_of
from nvplan.model.plan import Answer
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.model.values import Row
from nvplan.services.documents.statements import sentence
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_plans as documents_plans_texts
from tests.services.documents.plans import build, shown, tables

_DOCUMENTS: dict[PlanKey, str] = {"gemensam": "gemensam-plan", "kontinuitet": "kontinuitet",
                                  "patientkontrakt": "patientkontrakt"}


@pytest.fixture
def blekinge(tmp_path: Path) -> Iterator[PlanSession]:
    session = create_plan(tmp_path / "blekinge.nvplan", "10", 2027)
    yield session
    session.close()


@pytest.mark.parametrize("plan", PLANS)
def test_one_chosen_thing_is_told_as_one_and_two_as_two(plan: PlanKey) -> None:
    form, told, several = plan_form(plan), tellings(plan), re.compile(r"\bde här\b", re.IGNORECASE)
    spoken = [one for one in form.questions if kind_of(one).is_counted and one.options
              and several.search(told[one.id].sentence)]
    assert spoken, "no sentence speaks of several"
    for question in spoken:
        plain = [one.id for one in question.options if one.id not in told[question.id].says and not one.own]
        one = sentence(question, told[question.id], Answer(value=plain[:1]))
        assert not several.search(one), one
        assert re.search(r"\b(den|det) här\b", one, re.IGNORECASE), one
        assert several.search(sentence(question, told[question.id], Answer(value=plain[:2])))


def test_a_heading_is_not_said_again_by_its_sentence(blekinge: PlanSession) -> None:
    blekinge.do(SetAnswer("1.6.prioriterade", ["utskrivning"]))
    told = {block.lead: block.text for block in build(blekinge, "gemensam-plan").blocks if isinstance(block, Paragraph)}
    assert told["Samverkan att utveckla först"] == "Utskrivning från sjukhus."


@pytest.mark.parametrize(("plan", "question"), [
    ("gemensam", "1.2.malgrupper"), ("kontinuitet", "2.11.grupper"), ("patientkontrakt", "3.1.forst")])
def test_what_the_first_page_says_is_not_said_again(blekinge: PlanSession, plan: PlanKey, question: str) -> None:
    form = plan_form(plan)
    chosen = [one.id for one in form.by_id[question].options if one.id not in tellings(plan)[question].says][:2]
    blekinge.do(SetAnswer(question, chosen))
    text = shown(build(blekinge, _DOCUMENTS[plan]))
    assert text.count(sentence(form.by_id[question], tellings(plan)[question], Answer(value=chosen))) == 1
    assert text.count(documents_plans_texts.NO_GOALS) == 1


def test_an_empty_cell_looks_one_way_in_a_table_and_what_is_asked_for_is_marked(blekinge: PlanSession) -> None:
    rows: list[Row] = [{"punkt": "1. Vanliga vårdbehov", "privat": "Samma uppdrag", "gemensamt": "SIP"},
                       {"punkt": "2. Lätt tillgänglig vård", "region": "1177"}]
    blekinge.do(SetAnswer("1.3.matris", rows))
    caption = tellings("gemensam")["1.3.matris"].heading
    table = next(one for one in tables(build(blekinge, "gemensam-plan")) if caption in one.caption)
    empty = [cell for row in table.rows for cell in row if cell.text not in ("Samma uppdrag", "SIP", "1177")
             and not cell.text[0].isdigit()]
    assert {cell.text for cell in empty} == {documents_texts.NOTHING}
    assert {cell.missing for cell in empty} == {True, False}


def test_the_reader_of_a_plan_is_told_what_an_agreement_that_has_ended_means(blekinge: PlanSession) -> None:
    for name in _DOCUMENTS.values():
        said = {fact.label: fact.value for fact in build(blekinge, name).meta}[documents_texts.META_SET]
        assert said == ("Överenskommelsen 2023 (avslutad). Det är den senaste vars text är kontrollerad. "
                        "En nyare kan gälla för 2027: kontrollera det.")


def test_an_owner_is_told_after_the_one_it_belongs_to_and_no_answer_is_not_told_as_a_survey(
        blekinge: PlanSession) -> None:
    for actor, role in (("region", "Hälso- och sjukvårdsdirektör"), ("1080", "Socialchef"), ("1081", "Socialchef")):
        blekinge.do(SetAnswer("1.0.agare", role, actor))
    told = {block.lead: block.text for block in build(blekinge, "gemensam-plan").blocks if isinstance(block, Paragraph)}
    left = "För Karlshamn, Olofström och Sölvesborg finns inget svar än."
    assert told["Planens ägare"] == (
        f"Region Blekinge: hälso- och sjukvårdsdirektör. Karlskrona och Ronneby: socialchef. {left}")
    assert told["Ansvarig för planen"] == told["Planens ägare"]


def test_those_who_lack_several_answers_of_a_section_are_told_once(blekinge: PlanSession) -> None:
    for question, value in (("1.7.lakaravtal", "galler"), ("1.7.mas-mar", "bada")):
        for actor in ("1060", "1080", "1081", "1082"):
            blekinge.do(SetAnswer(question, value, actor))
    text = shown(build(blekinge, "gemensam-plan"))
    assert text.count("finns inget svar än") == 1
    assert ("För Sölvesborg finns inget svar än om detta: läkarmedverkan i kommunal vård; MAS och MAR i kommunerna."
            ) in text


def test_what_the_county_calls_the_parts_of_its_plan_is_said_in_a_sentence(example: PlanSession) -> None:
    text = shown(build(example, "gemensam-plan"))
    assert "Länet kallar planens delar ”Målområde” och under dem ”Inriktning”." in text
