"""The questions: whole plans, a core that fits an afternoon, guidance at each, tied to what is required."""

from __future__ import annotations

import re

import pytest

from nvplan.catalog.checking_core import MOST_CORE, MOST_TOGETHER
from nvplan.catalog.checking_questions import LAST_CHAPTER
from nvplan.catalog.following import followed
from nvplan.catalog.questions import all_questions, as_asked, find_question, plan_form
from nvplan.catalog.requirements import requirement_sets, requirements
from nvplan.model.errors import UnknownNameError
from nvplan.model.kinds import kind_of
from nvplan.model.plan import PlanInfo
from nvplan.model.requirement import PLANS, PlanKey

SIZES = {"gemensam": (19, 138, 27), "kontinuitet": (18, 128, 27), "patientkontrakt": (17, 117, 24)}


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_has_all_its_chapters_in_order_in_eight_steps(plan: PlanKey) -> None:
    form = plan_form(plan)
    first, last = LAST_CHAPTER[plan]
    assert [chapter.id for chapter in form.chapters] == [f"{first}.{number}" for number in range(last + 1)]
    assert len(form.steps) == 8
    for step in form.steps:
        assert any(question.core for chapter in form.of_step(step.id) for question in form.of_chapter(chapter.id))
    assert all(form.of_chapter(chapter.id) and chapter.intro for chapter in form.chapters)


@pytest.mark.parametrize("plan", PLANS)
def test_the_core_is_an_afternoons_work(plan: PlanKey) -> None:
    form = plan_form(plan)
    core = sum(question.core for question in form.questions)
    assert (len(form.chapters), len(form.questions), core) == SIZES[plan]
    assert core <= MOST_CORE == 30


def test_the_three_cores_together_are_at_most_eighty_questions() -> None:
    assert sum(question.core for question in all_questions().values()) <= MOST_TOGETHER == 80


def test_most_of_the_core_is_answered_by_a_choice_a_number_a_date_or_a_few_words() -> None:
    core = [question for question in all_questions().values() if question.core]
    quick = [question for question in core if question.kind not in ("langtext", "tabell")]
    assert len(quick) > len(core) * 2 / 3


@pytest.mark.parametrize("plan", PLANS)
def test_every_demand_and_goal_of_a_plan_has_a_core_question(plan: PlanKey) -> None:
    core = [question for question in plan_form(plan).questions if question.core]
    for one in requirements().values():
        if plan in one.plans and one.modality in ("ska", "mal"):
            assert any(one.id in followed(question.requirements, one.set) for question in core), one.id


def test_a_core_question_that_nothing_requires_says_what_it_decides() -> None:
    """In each set that a plan can choose: what one agreement asks for may be free in another."""
    agreements = [one.id for one in requirement_sets().values() if one.complete and not one.always]
    assert len(agreements) >= 1
    for question in all_questions().values():
        if question.core and any(not followed(question.requirements, one) for one in (*agreements, "OK2021")):
            assert question.decision, question.id


def test_every_free_question_says_what_its_answer_decides() -> None:
    assert [question.id for question in all_questions().values()
            if not (question.requirements or question.decision)] == []


def test_a_decision_goes_on_from_the_words_before_it() -> None:
    """”Svaret avgör …”: a clause that begins in lower case and has no full stop of its own."""
    told = [question for question in all_questions().values() if question.decision]
    assert len(told) > 30
    for question in told:
        assert re.match(r"(i )?(om|var|vad|vem|vilken|vilket|vilka|när|hur) ", question.decision), question.id
        assert not question.decision.endswith((".", "?")), question.id


def test_every_question_says_what_is_asked_why_how_others_did_and_what_a_group_can_talk_about() -> None:
    for question in all_questions().values():
        for guidance in (question.label, question.asks or question.background, question.why, question.example,
                         question.group):
            assert guidance.strip(), question.id
        assert question.hint or (kind_of(question).is_chosen and question.per == "aktor"), question.id
        assert question.sources, question.id


def test_an_example_is_history_with_its_year_or_is_called_an_example() -> None:
    for question in all_questions().values():
        dated = re.search(r"\b(19|20)\d\d\b", question.example)
        assert dated or question.example.startswith("Till exempel") or ": " in question.example, question.id
        assert dated or "Till exempel" in question.example, question.id


def test_no_question_speaks_of_the_agreement_of_2023_without_saying_that_it_has_ended() -> None:
    for question in all_questions().values():
        told = " ".join((question.label, question.asks, question.background, question.why, question.example,
                         question.hint))
        assert not re.search(r"överenskommelsen? 2023(?! \(avslutad)", told, re.IGNORECASE), question.id


def test_the_patients_agreement_and_the_states_are_told_apart_in_every_sentence() -> None:
    """In the plan where the patient's is called överenskommelsen, the state's is always the state's and SKR's."""
    told = 0
    for question in plan_form("patientkontrakt").questions:
        for text in (question.label, question.asks, question.background, question.why, question.example, question.hint):
            for one in re.finditer(r"överenskommelse[n]? 20\d\d", text, re.IGNORECASE):
                assert re.search(r"statens och SKR:s $", text[:one.start()], re.IGNORECASE), question.id
                told += 1
    assert told > 20


def test_a_question_in_a_plan_of_another_set_names_whose_agreement_it_is() -> None:
    info = PlanInfo(county_code="07", year=2027, requirement_set="OK2023")
    asked = as_asked(find_question("3.3.samtal"), info)
    assert asked.background.startswith("Patientens överenskommelse ska stödja")
    assert "enligt statens och SKR:s överenskommelse 2023 (avslutad)" in asked.background
    assert "statens" not in as_asked(find_question("1.18.aret"), info).background


def test_no_text_calls_a_source_by_its_number_or_speaks_as_its_makers() -> None:
    for question in all_questions().values():
        told = " ".join((question.label, question.asks, question.background, question.why, question.example,
                         question.hint))
        assert not re.search(r"källa(n|orna)? 00\d|[Vv]i läser det som|inte som ett ska|lag här\b", told), question.id


def test_a_demand_is_read_in_the_plans_year_and_says_which_agreement_a_day_was_set_by() -> None:
    """”Ni ska … under 2023” cannot be done by a plan for 2027."""
    for one in requirements().values():
        for sentence in re.split(r"(?<=[.;]) ", one.text):
            if re.search(r"\b20(22|23|24)\b", sentence) and (one.set, one.modality) == ("OK2023", "ska"):
                named = "(överenskommelsen 2023, avslutad)" in sentence
                assert named or not re.search(r"\b[Nn]i ska\b", sentence), one.id


def test_a_question_on_what_is_only_central_or_allowed_never_says_that_it_is_required() -> None:
    for question in all_questions().values():
        binding = {requirements()[identity].modality for identity in question.requirements
                   if requirement_sets()[requirements()[identity].set].standing != "foreslagen"}
        if not binding & {"ska", "lag", "mal"}:
            assert not re.search(r"överenskommelsen? 2023 \(avslutad\) (kräver|säger att .{0,40} ska)",
                                 question.background)
            assert not re.search(r"^(Regionen|Kommunen|Ni) ska ", question.asks + question.background), question.id


def test_questions_are_tied_to_requirements_and_the_plans_requirements_are_asked_about() -> None:
    asked = {identity for question in all_questions().values() for identity in question.requirements}
    assert asked <= set(requirements())
    binding = {row.id for row in requirements().values()
               if row.set == "OK2023" and row.modality in ("ska", "mal") and set(row.plans) & {"kontinuitet",
                                                                                              "patientkontrakt"}}
    assert binding <= asked


def test_the_term_and_the_number_of_parts_are_settings() -> None:
    assert {option.id for option in find_question("3.0.term").options} == {"patientkontrakt", "dokumenterad", "bada",
                                                                            "eget"}
    assert {option.id for option in find_question("3.0.delar").options} == {"tre", "fyra"}


def test_whether_the_two_plans_are_one_is_asked_once() -> None:
    assert "3.0.egen-plan" not in all_questions()
    assert not find_question("3.0.galler-till").condition
    assert {option.id for option in find_question("2.0.planform").options} == {"egen", "kombinerad", "ej_bestamt"}


def test_ids_are_ascii_and_unknown_ones_get_the_nearest() -> None:
    assert all(identity.isascii() and identity == identity.lower() for identity in all_questions())
    with pytest.raises(UnknownNameError, match=r"2\.0\.planform"):
        find_question("2.0.planfrm")


def test_no_question_generalises_without_saying_who_found_it() -> None:
    for question in all_questions().values():
        for sentence in re.split(r"(?<=[.!?]) ", question.why):
            if re.search(r"\b(ofta|oftast|sällan|alltid|aldrig|vanligt)\b", sentence):
                assert re.search(r"Socialstyrelsen|SKR|Vårdanalys", sentence), question.id


def test_what_the_sources_leave_open_does_not_stand_beside_the_question() -> None:
    for question in all_questions().values():
        assert not re.search(r"nget krav|inget ska|verifiera|Texten säger inte|Vi läser", question.asks), question.id


def test_a_step_has_a_name_in_a_word_that_tells_it_apart() -> None:
    for plan in PLANS:
        names = [step.short for step in plan_form(plan).steps]
        assert len(set(names)) == len(names) == 8
        assert all(len(name) <= 11 and " " not in name for name in names), names


def test_no_text_names_a_chapter_by_a_number_that_no_screen_shows() -> None:
    """A chapter is told by its title; what has a number is a heading of a source, and stands in the source alone."""
    texts = [(question.id, text) for question in all_questions().values()
             for text in (question.label, question.asks, question.why, question.hint, question.example)]
    texts += [(chapter.id, chapter.intro) for plan in PLANS for chapter in plan_form(plan).chapters]
    assert [(name, text) for name, text in texts
            if re.search(r"kapit(el|let|len) \d|\bi [123]\.\d{1,2}(?=[\s.,;])", text or "")] == []
