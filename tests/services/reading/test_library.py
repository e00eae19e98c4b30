"""The library: every part of the catalogue that helps to write, narrowed down, and what an insats begins from."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.model.errors import UnknownNameError
from nvplan.model.plan import PlanInfo
from nvplan.services.reading.library import (
    area_code,
    beginning_from,
    county_choices,
    entry,
    library,
    library_json,
    look_through,
)
from nvplan.services.reading.places import Place, find_place
from nvplan.services.reading.search import search
from nvplan.services.writing.commands import AddObject
from nvplan.services.writing.session import PlanSession
from nvplan.texts import library as library_texts
from tests.services.reports.counties import new_county


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """Kronoberg's plan, with nothing in it."""
    return new_county(tmp_path / "lan.nvplan")


@pytest.fixture
def info(session: PlanSession) -> PlanInfo:
    """The frame of Kronoberg's plan."""
    return session.state.info


def test_every_part_is_there_and_history_is_this_countys_alone(info: PlanInfo) -> None:
    rows = library(info)
    assert list(dict.fromkeys(one.part for one in rows)) == list(library_texts.PARTS)
    assert {one.county_codes for one in rows if one.part == "historik"} == {("07",)}
    assert len(county_choices(rows)) > 10, "examples are from every county"
    assert len({one.id for one in rows}) == len(rows)


def test_requirements_are_those_that_the_plan_is_measured_against(info: PlanInfo) -> None:
    mine = {one.key for one in library(info) if one.part == "krav"}
    older = {one.key for one in library(info.model_copy(update={"requirement_set": "OK2021"})) if one.part == "krav"}
    assert mine
    assert mine != older


def test_an_indicator_tells_its_value_and_its_trend_and_every_entry_its_source(info: PlanInfo) -> None:
    facts = dict(entry(info, "indikatorer:IND-02").facts)
    assert facts["Värde"].startswith("0,31")
    assert facts["Trend"] == "sämre"
    assert "000" not in facts["Källa"]
    without = [one.id for one in library(info) if "Källa" not in dict(one.facts) and one.part != "begrepp"]
    assert without == []


@pytest.mark.parametrize(("narrowed", "least"), [
    ({"words": "DEMENS samordnare"}, 1), ({"part": "lankar"}, 36), ({"area": "medarbetare", "part": "exempel"}, 5),
    ({"county": "24"}, 3), ({"words": "xyzzyq"}, 0)])
def test_it_is_narrowed_down(info: PlanInfo, narrowed: dict[str, str], least: int) -> None:
    found = look_through(library(info), **narrowed)
    assert len(found) >= least
    assert bool(found) is bool(least)
    assert len(found) < len(library(info))
    if "county" in narrowed:
        assert all("24" in one.county_codes and one.part == "exempel" for one in found)


def test_an_insats_begins_with_the_examples_shape_and_none_of_its_words(session: PlanSession) -> None:
    one = look_through(library(session.state.info), area="kontinuitet", part="exempel")[0]
    begun = beginning_from(one)
    assert begun == {"area": "kontinuitet", "state": "planerad", "plans": ["kontinuitet"]}
    identity = session.do(AddObject("insats", {"title": "Vårt eget", **begun}))
    stored = session.state.objects["insats"][identity].model_dump_json()
    assert one.title[:30] not in stored
    assert beginning_from(entry(session.state.info, "begrepp:C-001")) == {}
    assert library_json([one])[0]["begin"] == dict(begun)


def test_an_area_without_requirements_belongs_to_the_plans_of_the_area_above_it(info: PlanInfo) -> None:
    for one in library(info):
        if one.part == "exempel" and one.area == "gemensam_plan":
            assert "gemensam" in beginning_from(one)["plans"]


def test_an_area_is_known_by_its_code_and_its_name_and_what_is_not_there_is_said() -> None:
    assert area_code("Kontinuitet och fasta kontakter") == area_code("kontinuitet") == "kontinuitet"
    with pytest.raises(UnknownNameError, match="Menar ni kontinuitet"):
        area_code("kontinuitt")


def test_it_is_found_by_the_search_with_everything_else(session: PlanSession) -> None:
    hits = [row for row in search(session, "demenssamordnare") if row.leads_to == find_place(row.place, session.state)]
    assert any(isinstance(row.leads_to, Place) and row.leads_to.kind == "bibliotek" for row in hits)
    with pytest.raises(UnknownNameError):
        entry(session.state.info, "E999-999")
