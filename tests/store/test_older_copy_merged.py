"""A copy that went on in 0.1.0, merged into the plan that went on in 0.2.0: what both changed is a clash in words."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from nvplan.model.kinds.table import rows_of
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.commands_plans import MergePlan
from nvplan.services.writing.merging import Proposal
from nvplan.services.writing.session import PlanSession
from nvplan.store.format import SCHEMA, decode, encode

KEPT = Path(__file__).parent / "kept" / "0.1.0-allt.nvplan"
REVIEW, BASE_YEAR, DECISION = "1.17.revidering", "2.4.alla-basar", "1.17.plan-beslut"


def answered_in_0_1_0(path: Path, question: str, value: Any, actor: str = "lan") -> PlanSession:
    """Return a copy of the kept file in which 0.1.0 has given one more answer; an empty one takes it away."""
    content = decode(KEPT.read_bytes(), KEPT.name)
    tables = json.loads(json.dumps(content.tables))
    chapter = question.rpartition(".")[0]
    body = next(one for one in tables["answers"].values() if one["id"] == f"{chapter}@{actor}")
    change: dict[str, Any] = {"table": "answers", "id": body["id"], "path": ["answers", question]}
    if question in body["answers"]:
        change["before"] = body["answers"][question]
    stamp = {"changed": "2026-11-02T10:00:00+00:00", "role": "kommunen"}
    if value is None:
        del body["answers"][question]
    else:
        change["after"] = body["answers"][question] = {"value": value, **stamp}
    revision = content.revision + 1
    tables["history"][str(revision)] = {
        "id": str(revision), "when": stamp["changed"], "role": "kommunen", "command": "svara", "subject": question,
        "actor": actor, "revision": revision, "changes": [change]}
    with patch("nvplan.store.format.SCHEMA", content.schema):
        path.write_bytes(encode(tables, revision))
    assert decode(path.read_bytes(), path.name).schema < SCHEMA
    return PlanSession.open(path, "kommunen")


@pytest.fixture
def plan(tmp_path: Path) -> PlanSession:
    path = tmp_path / "lan.nvplan"
    shutil.copy(KEPT, path)
    return PlanSession.open(path)


def told(found: list[Proposal]) -> Mapping[str, str]:
    return {one.place: one.kind for one in found}


@pytest.mark.parametrize(("question", "ours", "theirs", "actor"), [
    (REVIEW, "2028-05", "2028-09", "lan"), (BASE_YEAR, "2023", "2021", "lan"),
    (DECISION, "avslag", "aterremiss", "1082")])
def test_what_both_have_answered_is_a_clash_in_words_and_nothing_is_dropped(
        plan: PlanSession, tmp_path: Path, question: str, ours: str, theirs: str, actor: str) -> None:
    plan.do(SetAnswer(question, ours, actor))
    other = answered_in_0_1_0(tmp_path / "kopia.nvplan", question, theirs, actor)
    assert other.state.answer(question, actor).value == theirs
    found = plan.do(MergePlan(other))
    assert list(told(found).values()) == ["contradicts"]
    (one,) = found
    assert one.place.partition(" ")[0] in ("Planuppgift", "Mål", "Beslut"), one.place
    assert plan.state.answer(question, actor).value == ours
    assert other.state.answer(question, actor).value == theirs


def test_what_only_the_older_copy_has_answered_is_taken(plan: PlanSession, tmp_path: Path) -> None:
    plan.do(SetAnswer("1.0.struktur", "byggs"))
    other = answered_in_0_1_0(tmp_path / "kopia.nvplan", REVIEW, "2028-09")
    assert list(told(plan.do(MergePlan(other))).values()) == ["changes"]
    assert plan.state.answer(REVIEW).value == "2028-09"
    assert plan.state.answer("1.0.struktur").value == "byggs"
    assert plan.do(MergePlan(other)) == []


def test_what_only_ours_has_changed_in_the_register_stays(plan: PlanSession, tmp_path: Path) -> None:
    plan.do(SetObject("planuppgift", "plan-gemensam", {"review": "2028-05"}))
    other = answered_in_0_1_0(tmp_path / "kopia.nvplan", BASE_YEAR, "2021")
    plan.do(MergePlan(other))
    assert plan.state.answer(REVIEW).value == "2028-05"
    assert plan.state.answer(BASE_YEAR).value == "2021"


def test_an_answer_that_the_older_copy_took_away_is_told_where_ours_changed_it(plan: PlanSession, tmp_path: Path
                                                                             ) -> None:
    plan.do(SetAnswer(REVIEW, "2028-05"))
    other = answered_in_0_1_0(tmp_path / "kopia.nvplan", REVIEW, None)
    found = plan.do(MergePlan(other))
    assert "contradicts" in told(found).values()
    assert plan.state.answer(REVIEW).value == "2028-05"


def test_a_table_that_both_have_changed_is_a_clash_too(plan: PlanSession, tmp_path: Path) -> None:
    question = "2.3.index"
    before = rows_of(plan.state.answer(question).value)
    rows, theirs = ([{**before[0], "varde": value}, *before[1:]] for value in ("0.61", "0.71"))
    plan.do(SetAnswer(question, rows))
    other = answered_in_0_1_0(tmp_path / "kopia.nvplan", question, theirs)
    found = plan.do(MergePlan(other))
    assert "contradicts" in told(found).values()
    assert plan.state.answer(question).value == rows
