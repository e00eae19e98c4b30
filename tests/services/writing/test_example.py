"""The example county opens, holds together and shows what it is there to show."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.catalog.reading import read_jsonl
from nvplan.catalog.requirements import requirements
from nvplan.model.kinds import kind_of
from nvplan.model.objects import (
    EFFORT_SPREADS,
    EFFORT_STATES,
    OBSTACLE_LEVELS,
    TYPES,
    Assessment,
    Attachment,
    Decision,
    Effort,
    Measurement,
    Obstacle,
    ReportOccasion,
    Service,
    SharedObject,
)
from nvplan.model.plan import WHOLE_COUNTY, PlanState
from nvplan.model.progress import applies, progress, respondents
from nvplan.model.requirement import PlanKey
from nvplan.model.values import check_value, show_value
from nvplan.services.reading.object_fields import fields
from nvplan.services.review.findings import review
from nvplan.services.writing.example import ExampleAnswer, create_example
from nvplan.services.writing.session import PlanSession

#: A date of birth followed by four digits, as personnummer are written.
PERSONAL_NUMBER = re.compile(r"\b(?:\d{2})?\d{6}[-+ ]?\d{4}\b")
FIRST_DAY_OF_THE_PLAN = "2027-01-01"
DATA = "exempellan/svar.jsonl"
_Object = TypeVar("_Object", bound=SharedObject)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlanSession]:
    opened = create_example(tmp_path_factory.mktemp("exempel") / "lan.nvplan")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def state(session: PlanSession) -> PlanState:
    return session.state


def _rows() -> list[ExampleAnswer]:
    return list(read_jsonl(DATA, ExampleAnswer))


def _share(state: PlanState, plan: PlanKey) -> int:
    questions = all_questions()
    return int(progress([one for one in questions.values() if one.plan == plan], state, questions).share * 100)


def test_it_says_that_it_is_an_example(state: PlanState) -> None:
    assert state.info.example
    assert (state.info.county_code, state.info.year) == ("07", 2027)


def test_every_answer_is_kept_and_can_be_shown(state: PlanState) -> None:
    for row in _rows():
        question = all_questions()[row.question]
        stored = state.answer(row.question, row.actor).value
        assert stored is not None, row
        assert stored == check_value(question, row.value), row
        assert show_value(question, stored).strip(), row


def test_nobody_answers_what_they_are_not_asked(state: PlanState) -> None:
    questions = all_questions()
    for row in _rows():
        question = questions[row.question]
        assert row.actor in respondents(question, state, questions), row
        assert applies(question, state, row.actor, questions), row


def test_no_answer_is_given_twice() -> None:
    keys = [(row.actor, row.question) for row in _rows()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("plan", "least", "most"),
                         [("gemensam", 76, 86), ("kontinuitet", 63, 73), ("patientkontrakt", 50, 62)])
def test_the_plans_have_come_differently_far(state: PlanState, plan: PlanKey, least: int, most: int) -> None:
    assert least <= _share(state, plan) <= most


def test_no_kommun_answers_for_all_and_several_answer(state: PlanState) -> None:
    questions = all_questions()
    kommuner = {actor.id for actor in state.actors if actor.type == "kommun"}
    answering = {row.actor for row in _rows()} & kommuner
    assert answering == kommuner
    for question in questions.values():
        asked = set(respondents(question, state, questions)) & kommuner
        given = {one for one in asked if state.answer(question.id, one).value is not None}
        assert given < asked or not asked or question.condition, question.id


def test_the_example_shows_every_kind_of_answer_and_the_hard_ones() -> None:
    questions = all_questions()
    rows = _rows()
    kinds = {questions[row.question].kind for row in rows}
    assert kinds == {question.kind for question in questions.values() if not kind_of(question).is_shown_alone}
    assert any("[X] klar" in row.value for row in rows if isinstance(row.value, str))
    assert any("\n" in row.value for row in rows if isinstance(row.value, str))
    assert any(questions[row.question].kind == "tal" and "," in str(row.value) for row in rows)
    assert any(isinstance(row.value, list) and len(row.value) > 3 for row in rows
               if questions[row.question].kind == "tabell")
    assert sum(bool(questions[row.question].condition) for row in rows) >= 20


def _shown_texts(state: PlanState) -> Iterator[tuple[str, str]]:
    questions = all_questions()
    for (actor, name), answer in state.answers.items():
        yield f"{name}@{actor}", show_value(questions[name], answer.value)
    for kind, objects in state.objects.items():
        for identity, one in objects.items():
            yield f"{kind} {identity}", one.model_dump_json()


def test_nothing_looks_like_a_personnummer(state: PlanState) -> None:
    found = [place for place, text in _shown_texts(state) if PERSONAL_NUMBER.search(text)]
    assert not found


def _of(state: PlanState, kind: str, model: type[_Object]) -> list[_Object]:
    return [one for one in state.objects[kind].values() if isinstance(one, model)]


def test_the_efforts_cover_every_state_spread_and_area(state: PlanState) -> None:
    efforts = _of(state, "insats", Effort)
    assert {one.state for one in efforts} == set(EFFORT_STATES)
    assert {one.spread for one in efforts} == set(EFFORT_SPREADS)
    assert {one.provider for one in efforts} == {"egen", "privat", "bada"}
    assert {"arbetsplats", "ehalsa", "ambulans", "kontinuitet", "patientkontrakt"} <= {one.area for one in efforts}
    assert all(one.reached is not None and one.reach_of and one.reach_unit for one in efforts)
    assert all(one.state_reason for one in efforts if one.state in ("pausad", "avbruten"))
    assert any(one.output and one.effect and one.effect_known_by for one in efforts)


def test_the_assessments_cover_every_judgement_and_only_ask_whom_the_requirement_binds(state: PlanState) -> None:
    assessments = _of(state, "kravbedomning", Assessment)
    assert {one.judgement for one in assessments} == {"ej_bedomd", "uppfyllt", "delvis", "ej_uppfyllt",
                                                      "ej_tillampligt"}
    assert {one.work for one in assessments} == {"ej_paborjad", "pagar", "till_granskning", "klar"}
    assert len({one.actor for one in assessments}) >= 6
    assert any(one.evidence for one in assessments)
    for one in assessments:
        actor = state.actor(one.actor)
        assert actor is not None, one
        assert actor.type in requirements()[one.requirement].addressees, one


def test_obstacles_stand_on_every_level_and_an_attachment_has_run_out(state: PlanState) -> None:
    assert {one.level for one in _of(state, "hinder", Obstacle)} == set(OBSTACLE_LEVELS)
    attachments = _of(state, "underlag", Attachment)
    assert any(one.status == "utgaget" and "" < one.valid_to < FIRST_DAY_OF_THE_PLAN for one in attachments)
    assert any(one.valid_to > FIRST_DAY_OF_THE_PLAN for one in attachments)


def test_every_measurement_says_when_and_from_where(state: PlanState) -> None:
    for one in _of(state, "matning", Measurement):
        assert one.value is not None, one
        assert one.date, one
        assert "påhittat" in one.source.lower(), one


def test_every_reference_and_code_leads_somewhere(state: PlanState) -> None:
    known = {"aktor": {actor.id for actor in state.actors}, "krav": set(requirements()), "fraga": set(all_questions()),
             "mal": set(state.objects["mal"]), "insats": set(state.objects["insats"])}
    for kind in TYPES:
        for identity, one in state.objects.get(kind, {}).items():
            body = one.model_dump(mode="json")
            for spec in fields(kind):
                given = body[spec.name] if spec.many else [body[spec.name]]
                allowed = {option.id for option in spec.options} or known.get(spec.target or "")
                if allowed and not spec.system:
                    assert {value for value in given if value} <= allowed, (kind, identity, spec.name)


def test_there_is_a_private_provider_and_something_of_every_kind(state: PlanState) -> None:
    assert any(actor.type == "privat" for actor in state.actors)
    assert {kind for kind in TYPES if not state.objects.get(kind)} <= {
        "kvittens", "godkannande", "omgang", "insamling", "utskick"}


def test_two_runs_give_the_same_example(session: PlanSession, tmp_path: Path) -> None:
    again = create_example(tmp_path / "igen.nvplan")
    try:
        assert again.state.answers == session.state.answers
        assert again.state.objects == session.state.objects
        assert again.state.revision == session.state.revision
    finally:
        again.close()


def test_whole_county_answers_stand_under_the_county() -> None:
    for row in _rows():
        assert (all_questions()[row.question].per == "lan") == (row.actor == WHOLE_COUNTY), row


def test_granska_warns_of_much_and_the_one_fault_is_let_stand_with_a_reason(session: PlanSession) -> None:
    found = review(session, dt.date(2026, 11, 23))
    assert [one.rule for one in found if one.level == "fel"] == []
    assert [(one.rule, one.place) for one in found if one.acknowledged] == [("mal-utan-basvarde", "mal:index-alla")]
    assert sum(one.level == "varning" for one in found) > 10


def test_a_diary_number_is_one_matter_of_one_body(state: PlanState) -> None:
    """Two decisions on different things never carry the same number, and no other paper borrows a report's."""
    numbers = [one.diary_number for one in _of(state, "beslut", Decision) if one.diary_number]
    assert len(numbers) > 5
    assert len(numbers) == len(set(numbers))
    reported = {number for one in _of(state, "rapporttillfalle", ReportOccasion) for number in one.diary_numbers}
    evidence = " ".join(text for one in _of(state, "kravbedomning", Assessment) for text in one.evidence)
    assert reported
    assert not [number for number in reported if number in evidence]


def test_what_is_told_twice_in_the_example_is_told_alike(state: PlanState) -> None:
    (study,) = (one for one in _of(state, "insats", Effort) if one.id == "specialist-ssk")
    for text in (str(state.answer("1.7.insatser").value), study.output):
        assert re.findall(r"(\S+) sjuksköterskor läser", text) == ["31"]
    (first,) = (one for one in _of(state, "tjanst", Service) if one.service == "fast_kontakt")
    assert first.date <= str(state.answer("2.7.vem-1177-datum").value), "no unit is later than the whole county"
