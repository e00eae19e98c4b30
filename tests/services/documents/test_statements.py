"""How answers are told in a plan: numbers and names, sentences that belong together, dates and numbers one way."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from nvplan.model.document import Heading, Paragraph
from nvplan.model.numbers import format_number
from nvplan.model.objects import Effort
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_page as page_texts
from tests.services.documents.plans import build, shown, tables


def test_a_reader_of_the_page_alone_knows_what_by_when_who_what_it_costs_and_what_is_to_be_decided(
        example: PlanSession) -> None:
    for name in ("gemensam-plan", "kontinuitet", "patientkontrakt"):
        blocks = build(example, name).blocks
        ends = [place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1][2]
        page = build(example, name).model_copy(update={"blocks": blocks[:ends]})
        goals = tables(page)[0]
        assert goals.caption == page_texts.GOALS
        assert all(not row[3].missing for row in goals.rows), "who"
        assert any("senast" in row[2].text for row in goals.rows), "by when"
        text = shown(page)
        assert "insats" in text, "what"
        assert "kronor" in text, "what it costs"
        assert "antas." in text or "antog planen" in text, "what is to be decided, or was"


@pytest.mark.parametrize(("county", "question", "actors", "told"), [
    ("07", "1.7.lakaravtal", ("0780",), "En av åtta kommuner har ett gällande avtal med regionen om "
     "läkarmedverkan: Växjö. För Alvesta, Lessebo, Ljungby, Markaryd, Tingsryd, Uppvidinge och Älmhult finns inget "
     "svar än."),
    ("07", "1.7.lakaravtal", ("0780", "0764"), "Båda som har svarat har ett gällande avtal med regionen om "
     "läkarmedverkan. För Lessebo, Ljungby, Markaryd, Tingsryd, Uppvidinge och Älmhult finns inget svar än."),
    ("14", "1.7.lakaravtal", ("1480",), "En av 49 kommuner har ett gällande avtal med regionen om läkarmedverkan: "
     "Göteborg. För 48 kommuner finns inget svar än. Vilka det är står i bilagan, tabell 1."),
])
def test_a_group_is_told_by_number_or_by_name_whatever_the_county_s_size(
        tmp_path: Path, county: str, question: str, actors: tuple[str, ...], told: str) -> None:
    session = create_plan(tmp_path / "a.nvplan", county, 2027)
    for actor in actors:
        session.do(SetAnswer(question, "galler", actor))
    document = build(session, "gemensam-plan")
    found = {block.lead: block.text for block in document.blocks if isinstance(block, Paragraph)}
    assert found["Läkarmedverkan i kommunal vård"] == told
    if county == "14":
        last = tables(document)[-1]
        assert last.rows[-1][1].text == "48", "who they are stands in the appendix"
        assert "Ale" in last.rows[-1][2].text
    session.close()


@pytest.mark.parametrize(("value", "written"), [("999", "999"), ("1250", "1\u00a0250"), ("12500", "12\u00a0500"),
                                                ("0.34", "0,34"), ("-1250", "\u22121\u00a0250")])
def test_numbers_are_written_one_way(value: str, written: str) -> None:
    assert format_number(Decimal(value)) == written


def test_a_year_has_no_space_in_it(example: PlanSession) -> None:
    for name in ("gemensam-plan", "kontinuitet", "patientkontrakt", "handlingsplaner"):
        assert not re.search("2\u00a00[23][0-9]", shown(build(example, name)))


def test_answers_of_several_actors_are_numbers_and_exceptions_by_name(example: PlanSession) -> None:
    told = {block.lead: block.text for block in build(example, "gemensam-plan").blocks if isinstance(block, Paragraph)}
    assert told["Målbildens behandling hos huvudmännen"] == (
        "Fem av nio huvudmän har antagit målbilden utan ändringar. Uppvidinge väntar på beslut om målbilden. "
        "Ljungby har antagit målbilden med ändringar. För Markaryd och Tingsryd finns inget svar än.")
    assert told["Läkartid i kommunal vård"].startswith(
        "Alvesta: 22,5\u00a0timmar per vecka. Markaryd: 11\u00a0timmar per vecka.")


def test_neighbours_are_one_paragraph_and_dates_stand_as_they_are_said(example: PlanSession) -> None:
    told = {block.lead: block.text for block in build(example, "gemensam-plan").blocks if isinstance(block, Paragraph)}
    assert told["Planens ställning och tid"] == (
        "Planen är en rekommendation till huvudmännen. Den gäller till och med december 2029.")
    assert told["Nästa översyn"].startswith("Planen ses över i oktober 2027.")
    assert told["Omställningens fas"].endswith("Nästa beslutspunkt är den 15 april 2027.")


def test_the_page_counts_insatser_and_their_cost(example: PlanSession) -> None:
    told = {block.lead: block.text for block in build(example, "gemensam-plan").blocks if isinstance(block, Paragraph)}
    every = [one for one in example.state.objects["insats"].values() if isinstance(one, Effort)]
    found = [one for one in every if "gemensam" in one.plans]
    live = [one for one in found if one.state in ("planerad", "paborjad", "pagaende", "pausad")]
    total = sum((amount for one in live for amount in one.costs_by_year.values()), Decimal(0))
    assert told[page_texts.DOING].startswith(f"Planen har {len(found)} insatser. ")
    assert f"tillsammans {format_number(total)}\u00a0kronor under 2027." in told[page_texts.COST]
    assert told[page_texts.RISK_AMONG].startswith("Det här kan hända: två kommuner säger nej till läkarlinjen. ")
