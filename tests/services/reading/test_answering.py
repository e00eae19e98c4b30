"""Who has answered what agrees with progress, and tells what is left for whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.catalog.questions import plan_form
from nvplan.model.plan import PlanState
from nvplan.model.progress import question_progress
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.services.reading.answering import Tally, answering
from nvplan.services.writing.commands import SetAnswer, SkipQuestion
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import answering as answering_texts
from tests.example import example_plan


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> PlanState:
    path = tmp_path_factory.mktemp("answering") / "plan.nvplan"
    example_plan(path)
    return PlanSession.open(path).state


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("everything", [False, True])
def test_a_question_is_left_for_someone_where_progress_says_that_it_is_not_whole(
        example: PlanState, plan: PlanKey, everything: bool) -> None:
    form = plan_form(plan)
    found = answering(example, plan, everything=everything)
    left = {stop.question.id for one in found for stop in one.left}
    chosen = [one for one in form.questions if one.core or everything]
    progress = {one.id: question_progress(one, example, form.by_id) for one in chosen}
    assert left == {name for name, one in progress.items() if one.whole < one.applicable}
    assert {stop.actor for one in found for stop in one.left if stop.actor != one.actor} == set()


def test_the_county_is_told_apart_from_the_actors_so_that_the_numbers_agree_with_the_overview() -> None:
    assert answering_texts.summary(6, 6, 19) == "6 av 6 aktörer har frågor kvar · länet har 19 kvar"
    assert answering_texts.summary(9, 0, 0) == "9 aktörer har svarat på allt · länet är klart"
    assert answering_texts.summary(1, 1, None) == "1 av 1 aktör har frågor kvar"
    assert answering_texts.summary(0, 0, 2) == "länet har 2 kvar"
    assert [answering_texts.with_left(actors, county=county) for actors, county in (
        (6, True), (1, False), (0, True), (0, False))] == [
        "6 aktörer och länet har det kvar", "1 aktör har det kvar", "länet har det kvar", "alla har svarat"]


def test_steps_and_marks_add_up(example: PlanState) -> None:
    for one in answering(example, "gemensam"):
        assert one.total.left == len(one.left)
        assert one.total.asked == sum(tally.asked for tally in one.steps.values())
    assert [Tally().mark, Tally(2, 2).mark, Tally(2, 1).mark, Tally(2, 0, 1).mark, Tally(2, 0, 0, 1).mark,
            Tally(2).mark] == ["fragas-inte", "klart", "paborjat", "paborjat", "paborjat", "saknas"]


def test_one_question_tells_who_has_not_answered_it(tmp_path: Path) -> None:
    session = create_plan(str(tmp_path / "p.nvplan"), "07", 2027)
    session.do(SetAnswer("1.1.beslut", "antagen", "0764"))
    session.do(SkipQuestion("1.1.beslut", True, "0780", clears=True))
    found = {one.actor: one for one in answering(session.state, "gemensam", question="1.1.beslut")}
    assert not found["0764"].left
    assert found["0780"].left, "what is skipped has no answer"
    assert "lan" not in found
    mine = next(one for one in answering(session.state, "gemensam") if one.actor == "0764")
    assert mine.left
    assert "1.1.beslut" not in [stop.question.id for stop in mine.left]
