"""A county's own structure: målområden in three levels, milestones, priority and cost by year, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nvplan.model.document import Heading, Table
from nvplan.model.errors import InputError
from nvplan.model.objects import Milestone
from nvplan.services.reading.county_structure import in_structure, national_area, with_national_areas
from nvplan.services.reading.object_references import reference_options
from nvplan.services.reading.object_rows import rows_of
from nvplan.services.writing.commands import SetObject
from nvplan.services.writing.session import PlanSession
from tests.services.documents.plans import build, shown, tables
from tests.services.reports.counties import new_county, put


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A county with three levels, given out of order, and an insats that serves two of them."""
    session = new_county(tmp_path / "lan.nvplan")
    put(session, "malomrade", "b", title="God vård nära hemmet", number="2", term="Målområde", areas=["samverkan"])
    put(session, "malomrade", "a", title="Tillgänglig vård", number="1", term="Målområde")
    for number in (10, 9):
        put(session, "malomrade", f"b{number}", title=f"Inriktning {number}", number=f"2.{number}", parent="b",
            term="Strategisk inriktning")
    put(session, "malomrade", "b9x", title="Fokus på äldre", parent="b9", term="Fokustema", time="2027")
    put(session, "insats", "team", title="Mobila team", plans=["gemensam"], structure=["b9x", "a"], start="2024",
        end="2030", priority="hog", yearly_costs=["2027: 500 000", "2026: 250 000 kr"],
        other_target_groups=["Äldre på landsbygden"], actor="0780", state="pagaende", spread="pilot")
    put(session, "insats", "del", title="Team i norr", plans=["gemensam"], parent="team")
    put(session, "delmal", "ett", title="Avtal klart", effort="team", date="våren 2027", role="Projektledare")
    put(session, "delmal", "noll", title="Förstudie klar", effort="team", date="2026", done="2026-11-02")
    return session


def test_the_countys_order_is_by_place_then_by_number_and_each_is_followed_by_what_lies_under_it(session: PlanSession
                                                                                                 ) -> None:
    assert [(one.area.id, one.level) for one in in_structure(session.state)] == [
        ("a", 1), ("b", 1), ("b9", 2), ("b9x", 3), ("b10", 2)]
    put(session, "malomrade", "b", order=1)
    assert next(one.area.id for one in in_structure(session.state)) == "b"
    assert [row.id for row in rows_of(session, "malomrade").rows(session.state, {})] == ["b", "b9", "b9x", "b10", "a"]


def test_an_insats_is_reported_under_the_national_area_of_its_malomrade(session: PlanSession) -> None:
    effort: Any = session.state.objects["insats"]["team"]
    assert (effort.area, national_area(session.state, effort)) == ("", "samverkan")
    assert [one.area for one in with_national_areas(session.state, [effort])] == ["samverkan"]
    put(session, "insats", "team", area="ehalsa")
    own: Any = session.state.objects["insats"]["team"]
    assert national_area(session.state, own) == "ehalsa"


def test_the_joint_plan_stands_in_the_countys_own_order_and_says_all_of_it(session: PlanSession) -> None:
    document = build(session, "gemensam-plan")
    heads = [block.text for block in document.blocks if isinstance(block, Heading)]
    begins = heads.index("1 Tillgänglig vård")
    assert heads[begins:begins + 6] == ["1 Tillgänglig vård", "2 God vård nära hemmet", "2.9 Inriktning 9",
                                        "Fokus på äldre", "2.10 Inriktning 10", "Insatser utanför målområdena"]
    told = shown(document)
    for words in ("Fokustema, 2027", "Prioritet: hög", "Del av: Mobila team", "Äldre på landsbygden", "Avtal klart",
                  "våren 2027", "Projektledare", "2 november 2026", "2024–2030"):
        assert words in told, words
    assert sum(table.caption.startswith("Insatser under") for table in tables(document)) == 2  # it serves both
    assert "Målområde · Strategisk inriktning · Fokustema" not in told, "names of kinds of part alone say nothing"


def test_cost_by_year_is_summed_and_milestones_stand_in_time(session: PlanSession) -> None:
    put(session, "insats", "del", yearly_costs=["2027: 100"])
    document = build(session, "gemensam-plan")
    costs = next(table for table in tables(document) if [one.title for one in table.columns][1:] == ["2026", "2027"])
    assert [cell.text for cell in costs.rows[-1]] == ["Summa", "250\N{NO-BREAK SPACE}000", "500\N{NO-BREAK SPACE}100"]
    milestones = next(table for table in tables(document) if table.columns[1].title == "Delmål")
    assert [row[1].text for row in milestones.rows] == ["Förstudie klar", "Avtal klart"]
    assert milestones.rows[1][3].text == "inte klart"


def test_a_milestone_that_is_not_done_is_in_the_calendar_and_one_of_a_broken_off_insats_is_not(session: PlanSession
                                                                                               ) -> None:
    put(session, "delmal", "tva", title="Utvärderat", effort="team", date="2028-05-02")
    titles = {event.title: event.day for event in build(session, "kalender").events}
    assert titles["Delmål ska vara klart: Utvärderat"] == "2028-05-02"
    assert not any("Förstudie klar" in title for title in titles)
    put(session, "insats", "team", state="avbruten")
    assert not any("Delmål" in event.title for event in build(session, "kalender").events)


def test_a_milestone_is_its_insats_actors_and_follows_it(session: PlanSession) -> None:
    def actor(identity: str) -> str:
        one = session.state.objects["delmal"][identity]
        assert isinstance(one, Milestone)
        return one.actor

    put(session, "delmal", "eget", title="Eget", effort="team", actor="0760")
    assert (actor("ett"), actor("eget")) == ("0780", "0760")
    put(session, "insats", "team", actor="region")
    assert (actor("ett"), actor("eget")) == ("region", "0760")
    part = build(session, "gemensam-plan", actor=session.state.actor("0760"))
    assert "Avtal klart" not in shown(part)


@pytest.mark.parametrize(("kind", "identity", "given", "sentence"), [
    ("malomrade", "b", {"parent": "b9x"}, "”God vård nära hemmet” kan inte ligga under ”Fokus på äldre”"),
    ("malomrade", "", {"title": "Djupare", "parent": "b9x"}, "”Djupare” skulle hamna på nivå 4"),
    ("malomrade", "b", {"parent": "a"}, "”God vård nära hemmet” skulle hamna på nivå 4"),
    ("insats", "team", {"parent": "del"}, "”Mobila team” kan inte vara del av ”Team i norr”"),
    ("insats", "team", {"parent": "team"}, "kan inte hänvisa till sig själv"),
    ("delmal", "", {"title": "Sent", "effort": "team", "date": "våren 2031"},
     "Delmålet ”Sent” (våren 2031) ligger efter insatsens slut (2030)"),
    ("insats", "team", {"end": "2026"}, "Delmålet ”Avtal klart” (våren 2027) ligger efter insatsens slut (2026)"),
    ("delmal", "", {"title": "Utan insats"}, "Insats"),
    ("delmal", "", {"title": "T", "effort": "finns-inte"}, "finns inte"),
    ("insats", "team", {"yearly_costs": ["500 000"]}, "saknar år eller belopp"),
    ("insats", "team", {"yearly_costs": ["2027: 1", "2027: 2"]}, "2027 står redan på en rad ovanför"),
    ("insats", "team", {"yearly_costs": ["2027: mycket"]}, "är inget tal"),
    ("insats", "team", {"start": "2031"}, "Slutet ligger före starten"),
    ("malomrade", "a", {"time": "våren 20266"}, "är inget datum"),
    ("malomrade", "a", {"time": "2030–2024"}, "slutar innan den börjar"),
    ("malomrade", "a", {"areas": ["hittepå"]}, "Nationella områden"),
])
def test_what_does_not_hang_together_is_refused_with_one_sentence_and_nothing_is_stored(
    session: PlanSession, kind: str, identity: str, given: dict[str, Any], sentence: str
) -> None:
    before = session.state.revision
    with pytest.raises(InputError) as caught:
        session.do(SetObject(kind, identity, given))
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)
    session.watch()
    assert session.state.revision == before


def test_a_loop_that_two_copies_made_together_stops_nothing(session: PlanSession) -> None:
    with session.transaction("satt", "b", "malomrade") as change:
        change.put("malomrade", "b", {"title": "God vård nära hemmet", "parent": "b9"})
    assert {one.area.id for one in in_structure(session.state)} == {"a", "b", "b9", "b9x", "b10"}
    document = build(session, "gemensam-plan")
    assert any(isinstance(block, Table) and "Fokus på äldre" in block.caption for block in document.blocks)


def test_a_document_of_another_plan_has_only_the_malomraden_that_its_insatser_hang_under(session: PlanSession) -> None:
    put(session, "insats", "kont", title="Listning", plans=["patientkontrakt"], structure=["b10"])
    heads = [block.text for block in build(session, "patientkontrakt").blocks if isinstance(block, Heading)]
    assert "2.10 Inriktning 10" in heads
    assert "1 Tillgänglig vård" not in heads


def test_a_malomrade_is_chosen_in_the_countys_order_and_found_by_its_number(session: PlanSession) -> None:
    offered = reference_options(session.state, "malomrade")
    assert [(one.help, one.label) for one in offered] == [
        ("1", "Tillgänglig vård"), ("2", "God vård nära hemmet"), ("2.9", "Inriktning 9"), ("", "Fokus på äldre"),
        ("2.10", "Inriktning 10")]
