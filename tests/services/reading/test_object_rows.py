"""The lists of shared objects: rows, filters, the checklist of an actor, how hinder stand, and where places lead."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from nvplan.model.errors import ConflictError
from nvplan.model.objects import Obstacle
from nvplan.services.reading.beginnings import starting_fields
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.object_rows import ObjectRows, facet_values, headings, object_name
from nvplan.services.reading.obstacles import ObstacleTimes, obstacle_times
from nvplan.services.reading.places import LISTED, Place, find_place, place_parts, place_words
from nvplan.services.reading.requirement_list import judging_actors, requirement_rows
from nvplan.services.writing.commands import Judge, SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

TODAY = dt.date(2027, 3, 1)


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """An open plan for Kronoberg."""
    return create_plan(tmp_path / "k.nvplan", "07", 2027)


def _effort(session: PlanSession, identity: str, **given: object) -> None:
    session.do(SetObject("insats", identity, {"title": identity, **given}))


def test_every_list_has_a_heading_for_every_cell(session: PlanSession) -> None:
    session.do(SetObject("hinder", "h", {"title": "Två journaler"}))
    _effort(session, "team")
    for kind in LISTED:
        for row in ObjectRows(kind).rows(session.state, {}):
            assert len(row.cells) == len(headings(kind)), kind


def test_a_goals_values_have_their_percent_sign_and_are_found_and_sorted_as_numbers(session: PlanSession) -> None:
    for identity, base, fields in (("andel", "41.2", {"unit": "procent"}), ("index", "0.305", {"unit": "index"}),
                                   ("platser", "210", {"unit": "annan", "unit_text": "platser i länet"})):
        session.do(SetObject("mal", identity, {"title": identity, "baseline": base, **fields}))
    rows = {row.id: row for row in ObjectRows("mal").rows(session.state, {})}
    column = headings("mal").index("Basvärde")
    shown = {identity: row.cells[column] for identity, row in rows.items()}
    assert shown == {"andel": "41,2\u00a0%", "index": "0,305", "platser": "210"}
    assert sorted(rows, key=lambda identity: rows[identity].sort_value(column) or 0) == ["index", "andel", "platser"]
    assert [row.id for row in ObjectRows("mal").rows(session.state, {}, "41,2")] == ["andel"]


def test_what_nobody_has_named_is_called_by_what_it_is_about_and_never_by_its_id(session: PlanSession) -> None:
    session.do(SetObject("mal", "lakare", {"title": "Fler har en läkare"}))
    for identity, fields in (("a", {"value": "48"}), ("b", {"value": "48", "goal": "lakare"}),
                             ("c", {"goal": "lakare", "measure": "coc_lakare"}), ("d", {"title": "Mars"})):
        session.do(SetObject("matning", identity, fields))
    named = [object_name(session.state, "matning", identity) for identity in "abcd"]
    assert named == ["Mätning utan rubrik", "Fler har en läkare", "Kontinuitetsindex för läkare", "Mars"]
    assert object_name(session.state, "matning", "borta") == ""


def test_words_are_found_in_any_order_without_marks(session: PlanSession) -> None:
    _effort(session, "a", title="Åtgärder för äldre", purpose="Kortare väg till läkare")
    _effort(session, "b", title="Hälsosamtal")
    rows = ObjectRows("insats")
    assert [row.id for row in rows.rows(session.state, {}, "lakare atgard")] == ["a"]
    assert [row.id for row in rows.rows(session.state, {}, "halso")] == ["b"]
    assert rows.rows(session.state, {}, "finns inte") == []


def test_an_area_takes_in_the_areas_that_belong_to_it_and_an_actor_those_that_take_part(session: PlanSession) -> None:
    _effort(session, "a", area="vfu", actor="region", participants=["0780"])
    _effort(session, "b", area="ehalsa", actor="0780")
    rows = ObjectRows("insats")
    assert [row.id for row in rows.rows(session.state, {"area": "medarbetare"})] == ["a"]
    assert [row.id for row in rows.rows(session.state, {"actor": "0780"})] == ["a", "b"]
    assert [row.id for row in rows.rows(session.state, {"state": "saknas", "actor": "region"})] == ["a"]
    counts = {(one.field, one.value): one.count for one in facet_values(session.state, "insats", {})}
    assert counts["actor", "0780"] == 2
    assert counts["area", "medarbetare"] == 1
    assert starting_fields("insats", {"plans": "gemensam", "state": "saknas"}) == {"plans": ["gemensam"]}


def test_a_row_follows_the_object_and_the_actor_s_name(session: PlanSession) -> None:
    session.do(SetObject("aktor", "eken", {"name": "Eken", "type": "privat"}))
    _effort(session, "a", actor="eken")
    rows = ObjectRows("insats")
    assert "Eken" in rows.rows(session.state, {})[0].cells
    session.do(SetObject("aktor", "eken", {"name": "Vårdcentralen Eken"}))
    assert "Vårdcentralen Eken" in rows.rows(session.state, {})[0].cells


@pytest.mark.parametrize(("given", "expected"), [
    ({"raised": "2027-02-01", "answer_due": "2027-03-15"}, ObstacleTimes(28, "vantar", 14)),
    ({"raised": "2027-02-01", "answer_due": "2027-02-15"}, ObstacleTimes(28, "sent", 14)),
    ({"raised": "2027-02-01", "answered": "2027-02-11"}, ObstacleTimes(28, "besvarat", 10)),
    ({"raised": "2027-02-01", "solved": "2027-02-21"}, ObstacleTimes(20, "lost")),
    ({"raised": "2027-02-01"}, ObstacleTimes(28, "utan_dag")),
    ({}, ObstacleTimes(None, "utan_dag")),
])
def test_how_long_a_hinder_has_waited(session: PlanSession, given: dict[str, str], expected: ObstacleTimes) -> None:
    obstacle = Obstacle.model_validate({"id": "h", "title": "Två journaler", **given})
    assert obstacle_times(obstacle, session.state, TODAY) == expected


def test_the_answer_time_of_the_plan_holds_where_a_hinder_has_no_day_of_its_own(session: PlanSession) -> None:
    session.do(SetAnswer("1.4.svarstid", "30"))
    obstacle = Obstacle(id="h", title="Två journaler", raised="2027-02-15")
    assert obstacle_times(obstacle, session.state, TODAY) == ObstacleTimes(14, "vantar", 16)


def test_the_checklist_has_what_binds_the_actor_the_most_binding_first(session: PlanSession) -> None:
    rss = next(actor for actor in session.state.actors if actor.type == "rss")
    region = session.state.actor("region")
    assert region in judging_actors(session.state)
    modalities = [row.requirement.modality for row in requirement_rows(session.state, region, {})]
    assert modalities[0] == "ska"
    assert modalities == sorted(modalities, key=("ska", "mal", "lag", "bor", "central", "kan").index)
    assert all("rss" in row.requirement.addressees for row in requirement_rows(session.state, rss, {}))
    chosen = requirement_rows(session.state, region, {"modality": "mal", "plan": "kontinuitet"})
    assert {row.requirement.modality for row in chosen} == {"mal"}


def test_a_judgement_is_set_and_one_that_someone_else_has_changed_is_not_written_over(session: PlanSession) -> None:
    region = session.state.actor("region")
    row = requirement_rows(session.state, region, {})[0]
    session.do(Judge(row.requirement.id, "region", "delvis", row.judgement))
    with pytest.raises(ConflictError):
        session.do(Judge(row.requirement.id, "region", "uppfyllt", row.judgement))
    fresh = requirement_rows(session.state, region, {})[0]
    assert fresh.judgement == "delvis"
    session.do(Judge(row.requirement.id, "region", "uppfyllt", fresh.judgement))
    assert requirement_rows(session.state, region, {})[0].judgement == "uppfyllt"


@pytest.mark.parametrize(("text", "expected"), [
    ("insats:team", Place("insats", "team")), ("insats:borta", Place("insats")), ("insats:", Place("insats")),
    ("aktor:region", Place("aktor", "region")), ("krav:KON-01@region", Place("krav", "KON-01", "region")),
    ("kravbedomning:kon-01@region", Place("krav", "KON-01", "region")), ("granska:", Place("granska")),
    ("okand:x", None), ("1.1.malbild@lan", None), ("plan:okand", None),
])
def test_where_a_place_leads(session: PlanSession, text: str, expected: Place | None) -> None:
    _effort(session, "team")
    assert find_place(text, session.state) == expected


def test_a_finding_on_a_question_or_a_plan_leads_to_a_question(session: PlanSession) -> None:
    found = find_place("fraga:1.1.malbild@lan", session.state)
    assert isinstance(found, Stop)
    assert found.question.id == "1.1.malbild"
    assert isinstance(find_place("plan:kontinuitet", session.state), Stop)
    _effort(session, "team", title="Gemensamma team")
    assert place_words("insats:team", session.state) == "Gemensamma team"
    assert place_parts("krav:KON-01@region", session.state)[1:] == ("Region Kronoberg", "KON-01")
    assert place_words("krav:KON-01@region", session.state).endswith(" · Region Kronoberg")
    assert "KON-01" not in place_words("krav:KON-01@region", session.state), "words, no code"


def test_a_malomrade_takes_in_the_levels_below_it(session: PlanSession) -> None:
    for identity, parent in (("a", ""), ("b", "a"), ("c", "b"), ("d", "")):
        session.do(SetObject("malomrade", identity, {"title": f"Område {identity}", "parent": parent}))
    for identity, areas in (("over", ["a"]), ("under", ["c"]), ("bredvid", ["d"]), ("utan", [])):
        session.do(SetObject("insats", identity, {"title": identity, "structure": areas}))

    def shown(area: str) -> list[str]:
        return sorted(row.id for row in ObjectRows("insats").rows(session.state, {"structure": area}))

    assert (shown("a"), shown("b"), shown("c"), shown("d")) == (["over", "under"], ["under"], ["under"], ["bredvid"])
    counts = {one.value: one.count for one in facet_values(session.state, "insats", {}) if one.field == "structure"}
    assert (counts["a"], counts["b"], counts["d"]) == (2, 1, 1)
