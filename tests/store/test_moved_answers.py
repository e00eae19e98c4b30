"""A plan of 0.1.0 in which every question is answered by everyone: each answer is found again, or set aside."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from nvplan.catalog.bindings import bindings
from nvplan.catalog.questions import all_questions, removed_questions
from nvplan.model.kinds import kind_of
from nvplan.model.objects import Decision, Goal, Measurement
from nvplan.model.values import show_value
from nvplan.services.reading.state import ANSWERS
from nvplan.services.writing.commands import SetAnswer, Undo
from nvplan.services.writing.commands_plans import MergePlan
from nvplan.services.writing.session import PlanSession
from nvplan.store.format import SCHEMA, decode

KEPT = Path(__file__).parent / "kept" / "0.1.0-allt.nvplan"
#: What the registers of that plan say otherwise: the base value of a goal, and a kommun's decision on the målbild.
CONFLICTS = {("1.1.beslut", "1080"): "avslag", ("2.4.lakare-basvarde", "lan"): "0.31"}
#: Questions that have become one with another and said something else than it: their answers are set aside to choose.
MERGED = {(one.id, "lan") for one in removed_questions().values() if one.moves}


@pytest.fixture
def plan(tmp_path: Path) -> PlanSession:
    path = tmp_path / "lan.nvplan"
    shutil.copy(KEPT, path)
    return PlanSession.open(path)


def written() -> dict[tuple[str, str], Any]:
    """Return the answers as they stand in the file, by question and actor."""
    tables = decode(KEPT.read_bytes(), KEPT.name).tables
    return {(question, str(body["actor"])): answer["value"] for body in tables["answers"].values()
            for question, answer in body["answers"].items()}


def aside(plan: PlanSession, *, settled: bool = False) -> set[tuple[str, str]]:
    """Return what is set aside for someone to choose, or what nobody asks for any more."""
    return {(one.path[1], one.identity.rpartition("@")[2]) for one in plan.state.set_aside
            if one.table == ANSWERS and one.settled is settled}


def now(plan: PlanSession, question: str, actor: str) -> Any:
    """Return the answer where it stands now, in the words that it was given in."""
    row = removed_questions().get(question)
    if row is None or not row.moves:
        return plan.state.answer(question, actor).value
    value = plan.state.answer(row.to, actor).value
    return next((old for old, new in row.codes.items() if new == value), value)


def test_the_file_has_every_question_of_0_1_0_answered() -> None:
    assert len({question for question, _ in written()}) == 368
    assert len(written()) == 528
    assert decode(KEPT.read_bytes(), KEPT.name).schema < SCHEMA


def test_every_answer_is_found_again_or_set_aside(plan: PlanSession) -> None:
    lost = {key for key, value in written().items()
            if now(plan, *key) != value and key not in aside(plan) | aside(plan, settled=True)}
    assert lost == set()
    gone = {question for question, _ in aside(plan, settled=True)}
    asked = {question for question, _ in written()}
    steps = {one.id for one in all_questions().values() if kind_of(one).is_shown_alone} & asked
    assert gone == {one.id for one in removed_questions().values() if not one.moves} | steps
    assert set(CONFLICTS) <= aside(plan) <= set(CONFLICTS) | MERGED
    for key, value in CONFLICTS.items():
        assert plan.state.answer(*key).value == value


def test_the_answers_stand_in_the_registers_and_nowhere_else(plan: PlanSession) -> None:
    stored = {(question, str(body["actor"])) for body in plan.repository.list(ANSWERS)
              for question in body["answers"] if question in bindings()
              and (bindings()[question].field or not bindings()[question].complete)  # a table keeps rows not yet whole
              and bindings()[question].type != "aktor"}
    assert stored == set(CONFLICTS)
    decided = [one for one in plan.state.objects["beslut"].values() if isinstance(one, Decision)]
    assert sum(one.subject == "malbild" and bool(one.outcome) for one in decided) == 6
    (index,) = [one for one in plan.state.objects["mal"].values() if isinstance(one, Goal) and one.national == "KON-M3"]
    assert (index.measure, index.unit, index.baseline_year, index.selection) == ("coc_alla", "index", 2025, "annat")
    homes = [one for one in plan.state.objects["matning"].values() if isinstance(one, Measurement)
             and one.actor == "1082" and one.measure == "andel_lakarkontakt_sabo"]
    assert [(one.numerator, one.count, str(one.value)) for one in homes] == [(40, 55, "72.7")]


def test_what_a_register_had_beside_stays(plan: PlanSession) -> None:
    one = plan.state.objects["beslut"]["beslut-2"]
    assert isinstance(one, Decision)
    assert (one.outcome, one.diary_number) == ("antagen", "KS 2026/15")
    older = plan.state.objects["matning"]["matning-1"]
    assert isinstance(older, Measurement)
    assert str(older.value) == "44"


def test_answering_chooses_what_was_set_aside(plan: PlanSession) -> None:
    plan.do(SetAnswer("2.4.lakare-basvarde", "0.5"))
    plan.do(SetAnswer("1.1.beslut", "avslag", "1080"))
    assert not aside(plan) - MERGED
    one = plan.state.objects["mal"]["mal-1"]
    assert isinstance(one, Goal)
    assert (str(one.baseline), one.title, str(one.target)) == ("0.5", "Läkarindex upp", "0.37")
    plan.do(Undo())
    assert aside(plan) - MERGED == {("1.1.beslut", "1080")}
    assert PlanSession.open(plan.address).state.answers == plan.state.answers


def test_the_file_is_not_touched_until_something_is_written(plan: PlanSession) -> None:
    assert Path(plan.address).read_bytes() == KEPT.read_bytes()
    plan.do(SetAnswer("1.0.agare", "ny", "region"))
    assert decode(Path(plan.address).read_bytes(), "lan").schema == SCHEMA
    again = PlanSession.open(plan.address)
    assert again.state.answers == plan.state.answers
    assert again.state.objects == plan.state.objects


def test_an_old_copy_that_has_gone_on_is_merged(tmp_path: Path, plan: PlanSession) -> None:
    """Both began from the same file: only what was answered since is new."""
    copy = tmp_path / "kopia.nvplan"
    shutil.copy(KEPT, copy)
    theirs = PlanSession.open(copy, "kommunen")
    theirs.do(SetAnswer("1.17.plan-beslut", "antagen", "1082"))
    theirs.do(SetAnswer("2.4.sabo-basar", "2024"))
    found = plan.do(MergePlan(theirs))
    assert sorted((one.change["id"], one.change["path"], one.kind) for one in found) == [
        ("beslut-gemensam-1082", ["outcome"], "changes"), ("mal-kon-m5", ["baseline_year"], "changes")]
    assert plan.state.answer("1.17.plan-beslut", "1082").value == "antagen"
    assert plan.do(MergePlan(theirs)) == []


def test_what_is_set_aside_is_told_in_the_words_of_its_question(plan: PlanSession) -> None:
    told = {(one.path[1], one.identity.rpartition("@")[2]): one.text for one in plan.state.set_aside
            if one.table == ANSWERS}
    for place in CONFLICTS:
        assert told[place] == show_value(all_questions()[place[0]], written()[place])
    assert told["2.4.lakare-basvarde", "lan"] == "0,5 (index 0–1)"
    settled = {told[place] for place in aside(plan, settled=True)}
    assert settled <= {"Ja", "Nej"}
    assert not any(sign in text for text in told.values() for sign in ("True", "False", "[{", "{'"))
