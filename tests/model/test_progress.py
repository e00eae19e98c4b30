"""One definition of progress: answered ÷ applicable core questions."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from nvplan.model.county import Actor
from nvplan.model.plan import Answer, PlanInfo, PlanState
from nvplan.model.progress import applies, progress, respondents
from nvplan.model.question import Question

ACTORS = (Actor(id="region", type="region", name="Region"), Actor(id="1", type="kommun", name="A kommun"),
          Actor(id="2", type="kommun", name="B kommun"), Actor(id="rss", type="rss", name="RSS"))


def question(identity: str, kind: str = "text", **more: Any) -> Question:
    """Make a core question."""
    return Question.model_validate({"id": identity, "plan": "gemensam", "chapter": "1.0", "kind": kind,
                                    "label": "Fråga?", "core": True, **more})


def state(**answers: Any) -> PlanState:
    """Make a state from `question` or `question__actor` to value."""
    found = {}
    for name, value in answers.items():
        identity, _, actor = name.partition("__")
        found[actor or "lan", identity] = value if isinstance(value, Answer) else Answer(value=value)
    info = PlanInfo(county_code="07", year=2027, requirement_set="OK2023")
    return PlanState(info=info, revision=1, changed="", actors=ACTORS, answers=found)


def measured(questions: list[Question], now: PlanState) -> tuple[Fraction | int, int]:
    """Return answered and applicable."""
    found = progress(questions, now, {one.id: one for one in questions})
    return found.answered, found.applicable


def test_only_core_questions_count() -> None:
    questions = [question("a"), question("b", core=False)]
    assert measured(questions, state(b="x")) == (0, 1)


def test_a_question_per_actor_counts_the_share() -> None:
    assert measured([question("a", per="aktor")], state(a__region="x", a__1="y")) == (Fraction(2, 3), 1)
    assert measured([question("a", per="aktor", actors=["kommun"])], state(a__1="y")) == (Fraction(1, 2), 1)


def test_a_skipped_question_is_unanswered() -> None:
    assert measured([question("a")], state(a=Answer(skipped=True))) == (0, 1)


def test_a_question_whose_condition_fails_does_not_apply_and_its_followers_neither() -> None:
    first = question("a", "ja_nej")
    second = question("b", condition=[{"question": "a", "operator": "ar", "values": ["ja"]}])
    third = question("c", condition=[{"question": "b", "operator": "besvarad"}])
    questions = [first, second, third]
    assert measured(questions, state()) == (0, 1)
    assert measured(questions, state(a=True)) == (1, 2)
    assert measured(questions, state(a=False, b="kvar sedan förut")) == (1, 1)
    assert measured(questions, state(a=True, b="x")) == (2, 3)


def test_any_of_several_and_not() -> None:
    several = question("a", "flerval", options=[{"id": "x", "label": "X"}, {"id": "y", "label": "Y"}])
    wanted = question("b", condition=[{"question": "a", "operator": "nagon_av", "values": ["y"]}])
    other = question("c", condition=[{"question": "a", "operator": "ar_inte", "values": ["y"]}])
    by_id = {one.id: one for one in (several, wanted, other)}
    assert applies(wanted, state(a=["x", "y"]), "lan", by_id)
    assert not applies(other, state(a=["x", "y"]), "lan", by_id)
    assert applies(other, state(a=["x"]), "lan", by_id)
    assert not applies(other, state(), "lan", by_id)


def test_a_condition_on_a_question_per_actor_is_read_for_the_same_actor() -> None:
    first = question("a", "ja_nej", per="aktor")
    second = question("b", per="aktor", condition=[{"question": "a", "operator": "ar", "values": ["ja"]}])
    by_id = {one.id: one for one in (first, second)}
    assert respondents(second, state(a__1=True, a__2=False), by_id) == ["1"]


def test_nothing_applicable_is_nothing_done_and_per_cent_is_rounded_down() -> None:
    assert progress([], state(), {}).share == 0
    questions = [question(f"q{number}") for number in range(3)]
    found = progress(questions, state(q0="x", q1="x"), {one.id: one for one in questions})
    assert found.rounded == 0.6666
