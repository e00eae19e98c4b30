"""Requirement sets over time: what a change means, that own text is never touched, and what a county itself says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nvplan.catalog.requirements import plan_sets, requirements, requirements_in_force, sets_label
from nvplan.model.errors import InputError, UnknownNameError
from nvplan.services.reading.status import requirement_tally
from nvplan.services.reports.switching import preview, told, warnings
from nvplan.services.writing.commands import Undo
from nvplan.services.writing.commands_plans import SayInForce, SwitchSet, TakeBackInForce
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import answer, build, new_county, page, put

PROPOSAL = "PROP2025-26-19"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return new_county(tmp_path, requirement_set="OK2021")


def _everything(session: PlanSession) -> dict[str, Any]:
    plan = session.repository
    return {name: list(plan.list(name)) for name in plan.tables() if name not in ("plan", "history")}


def test_every_requirement_of_both_sets_is_told_once(session: PlanSession) -> None:
    found = preview(session.state, "ok2023")
    after = {row.id for row in requirements().values() if row.set == "OK2023"}
    before = {row.id for row in requirements().values() if row.set == "OK2021"}
    same, changed, new = ({one.id for one in found.same}, {one.after.id for one in found.changed},
                          {one.id for one in found.new})
    assert (same & after) | changed | new == after
    assert not changed & new
    assert {one.id for one in found.ended} | {one.before.id for one in found.changed} >= before - same
    assert not {one.id for one in found.ended} & {one.before.id for one in found.changed}


def test_a_changed_requirement_says_in_what_it_differs(session: PlanSession) -> None:
    found = {(one.before.id, one.after.id): one.differs for one in preview(session.state, "OK2023").changed}
    assert "hur bindande det är" in found["21-MED-2", "MED-05"]
    assert "vem det gäller" in found["21-RES-1", "RES-01"]
    assert all(found.values())


def test_what_always_stands_beside_is_the_same(session: PlanSession) -> None:
    same = {one.set for one in preview(session.state, "OK2023").same}
    assert {"LAG", "SKR2023", "SKR2025"} <= same


def test_a_preview_changes_nothing_and_a_switch_changes_only_the_set(session: PlanSession) -> None:
    put(session, "kravbedomning", "21-sam-1@region", judgement="uppfyllt", reason="Vår egen text")
    answer(session, "1.18.aret", "Vår egen text")
    before, revision = _everything(session), session.state.revision
    found = preview(session.state, "OK2023")
    assert found.resting == 1
    assert any("1 kravbedömningar" in line for line in warnings(found))
    assert session.state.revision == revision
    session.do(SwitchSet("OK2023"))
    assert session.state.info.requirement_set == "OK2023"
    assert _everything(session) == before
    session.do(Undo())
    assert session.state.info.requirement_set == "OK2021"
    assert _everything(session) == before


def test_a_set_that_is_not_verified_or_not_whole_says_so(session: PlanSession) -> None:
    told = " ".join(warnings(preview(session.state, "OK2024")))
    assert "inte verifierat" in told
    assert "betyder inte att det inte finns" in told
    assert "bara föreslagen" in " ".join(warnings(preview(session.state, PROPOSAL)))


@pytest.mark.parametrize(("wanted", "words"), [("OK2021", "redan"), ("LAG", "vid sidan av")])
def test_what_is_no_change_is_refused(session: PlanSession, wanted: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        session.do(SwitchSet(wanted))
    with pytest.raises(UnknownNameError):
        preview(session.state, "OK1999")


# -- on the county's own word ------------------------------------------------------------------------------------------
def test_a_proposal_is_in_force_only_on_the_countys_word_and_with_its_reference(session: PlanSession) -> None:
    with pytest.raises(InputError, match="hänvisning"):
        session.do(SayInForce(PROPOSAL, "  "))
    with pytest.raises(InputError, match="inget förslag"):
        session.do(SayInForce("OK2023", "SFS 2026:1"))
    assert "SAM-19" not in {one.id for one in requirements_in_force(session.state.info)}
    session.do(SayInForce(PROPOSAL, "SFS 2026:123,\n1 juli 2026"))
    info = session.state.info
    assert info.own_standing == {PROPOSAL: "SFS 2026:123, 1 juli 2026"}
    found = {one.id: one for one in requirements_in_force(info)}
    assert not found["SAM-19"].title.startswith("Föreslagen")
    assert not plan_sets(info)[PROPOSAL].is_proposed
    assert requirement_tally(session.state)["lag"]["unassessed"] > 0


def test_everywhere_it_says_that_it_is_the_countys_own_word(session: PlanSession) -> None:
    session.do(SayInForce(PROPOSAL, "SFS 2026:123"))
    label = "Prop. 2025/26:19 (gäller enligt länet: SFS 2026:123) – länets egen uppgift"
    assert label in sets_label(session.state.info)
    assert label in session.requirement_set.label
    checklist = build(session, "checklista")
    assert any(label in fact.value for fact in checklist.meta)
    assert label in str(checklist.blocks)
    assert label in next(fact.value for fact in build(session, "redovisning-region").meta
                         if fact.label == "Krav enligt")
    assert "Föreslagen:" not in page(checklist)


def test_the_word_can_be_taken_back_and_undone(session: PlanSession) -> None:
    session.do(SayInForce(PROPOSAL, "SFS 2026:123"))
    session.do(TakeBackInForce(PROPOSAL))
    assert session.state.info.own_standing == {}
    session.do(Undo())
    assert session.state.info.own_standing == {PROPOSAL: "SFS 2026:123"}
    session.do(Undo())
    assert session.state.info.own_standing == {}
    with pytest.raises(InputError, match="inte angett"):
        session.do(TakeBackInForce(PROPOSAL))


def test_both_texts_of_a_changed_requirement_are_told_before_the_change(session: PlanSession) -> None:
    found = preview(session.state, "OK2023")
    one = next(one for one in found.changed if "lydelsen" in one.differs)
    lines = [line for _, part in told(found) for line in part]
    assert f"  Förut: {one.before.text}" in lines
    assert f"  Nu: {one.after.text}" in lines
    row = next(row for row in found.as_json()["changed"] if row["after"] == one.after.id)
    assert (row["before_text"], row["after_text"]) == (one.before.text, one.after.text)
