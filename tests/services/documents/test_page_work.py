"""The page that stands alone: counts that add up, a short table, a risk told as a risk, and money told once."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from nvplan.catalog.questions import all_questions
from nvplan.files.write.bound import MARK
from nvplan.files.write.pdf import describe, render
from nvplan.model.document import Cell, Document, Heading, PageBreak, Paragraph, Table, TableColumn
from nvplan.model.numbers import format_number
from nvplan.model.objects import Effort
from nvplan.model.values import check_value
from nvplan.services.documents.efforts import is_everywhere
from nvplan.services.documents.words import amount
from nvplan.services.writing.commands import Command, SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_statements as statements_texts
from tests.example import example_session
from tests.services.documents.plans import build, shown, tables


def page(session: PlanSession) -> Document:
    """Return the joint plan's page that stands alone with its decision: what comes before the third heading."""
    document = build(session, "gemensam-plan")
    ends = [place for place, block in enumerate(document.blocks)
            if isinstance(block, Heading) and block.level == 1][2]
    return document.model_copy(update={"blocks": document.blocks[:ends]})


def told(session: PlanSession) -> dict[str, str]:
    """Return the page's paragraphs by the words before them."""
    return {block.lead: block.text for block in page(session).blocks if isinstance(block, Paragraph)}


def plan_of(path: Path, *efforts: Mapping[str, object]) -> PlanSession:
    """Make a plan that has these insatser."""
    session = create_plan(path / "a.nvplan", "07", 2027)
    commands: list[Command[str]] = [
        SetObject("insats", f"i{number}", {"title": f"Insats {number}", "plans": ["gemensam"], **fields})
        for number, fields in enumerate(efforts)]
    for command in commands:
        session.do(command)
    return session


@pytest.mark.parametrize("county", ["example", "island", "western"])
def test_the_plan_on_a_page_and_its_decision_are_one_page(request: pytest.FixtureRequest, county: str) -> None:
    document = page(request.getfixturevalue(county))
    alone = document.model_copy(update={"blocks": (PageBreak(), *document.blocks)})
    with pikepdf.open(io.BytesIO(render(alone))) as opened:
        assert len(opened.pages) == 2, "its title stands on the first"


def test_every_insats_is_counted_once_and_who_is_left_out_of_the_cost_is_told(tmp_path: Path) -> None:
    states = ("planerad", "paborjad", "pagaende", "avslutad", "pausad", "avbruten")
    session = plan_of(tmp_path, *({"state": state, "cost": 1000} for state in states), {})
    found = told(session)
    assert found[page_texts.DOING].startswith(
        "Planen har sju insatser. En planeras, två pågår, en är avslutad, en är pausad, en är avbruten och en saknar "
        "läge.")
    assert found[page_texts.COST].startswith(
        "De fyra insatser som planeras, pågår eller är pausade kostar tillsammans 4\u00a0000\u00a0kronor. "
        "Planen säger inte hur beloppen fördelas på år. ")
    session.close()


@pytest.mark.parametrize(("fields", "says"), [
    ([{"cost": 900, "start": "2026-03-01", "end": "2028-02-01"}], "kostar 900\u00a0kronor under 2026–2028."),
    ([{"cost": 900, "start": "2027-03-01", "end": "2027-12-01"}], "kostar 900\u00a0kronor under 2027."),
    ([{"cost": 900, "start": "2026-03-01"}], "kostar 900\u00a0kronor. Planen säger inte vilka år beloppet gäller."),
    ([{"yearly_costs": ["2027: 300", "2028: 600"]}],
     "kostar 900\u00a0kronor under 2027–2028, varav 300\u00a0kronor under 2027."),
    ([{"cost": 900, "start": "2027-03-01", "end": "2027-12-01"}, {"yearly_costs": ["2026: 1"]}],
     "tillsammans 901\u00a0kronor under 2026–2027.")])
def test_what_it_costs_is_told_with_its_years_and_no_share_that_nobody_gave(
        tmp_path: Path, fields: list[dict[str, object]], says: str) -> None:
    session = plan_of(tmp_path, *({"state": "pagaende", **one} for one in fields))
    assert says in told(session)[page_texts.COST]
    session.close()


@pytest.mark.parametrize(("state", "reached", "everywhere"), [
    ("planerad", None, False), ("pausad", 8, False), ("avbruten", 8, False), ("pagaende", 0, False),
    ("pagaende", 7, False), ("pagaende", 8, True), ("avslutad", 8, True), ("pagaende", None, True)])
def test_an_insats_is_everywhere_only_where_it_is_in_use_and_its_reach_says_so(
        state: str, reached: int | None, everywhere: bool) -> None:
    effort = Effort.model_validate({"id": "a", "title": "A", "state": state, "spread": "breddinford",
                                    "reached": reached, "reach_of": 8})
    assert is_everywhere(effort) is everywhere


def test_the_table_has_what_begins_next_and_what_costs_most_and_no_semicolons(example: PlanSession) -> None:
    table = tables(page(example))[1]
    names = [row[0].text for row in table.rows]
    efforts = [one for one in example.state.objects["insats"].values()
               if isinstance(one, Effort) and "gemensam" in one.plans]
    begins = sorted((one for one in efforts if one.state == "planerad" and one.start), key=lambda one: one.start)
    dearest = max((one for one in efforts if one.state == "pagaende"), key=lambda one: sum(one.costs_by_year.values()))
    assert len(names) <= 6
    assert dearest.title in names
    assert {one.title for one in begins[:2]} <= set(names)
    assert all(row[1].text and row[2].text for row in table.rows), "who and when"
    text = told(example)[page_texts.DOING]
    assert ";" not in text
    assert text.endswith("Alla står under ”Det här gör länet”.")


@pytest.mark.parametrize(("costs", "start", "caption", "when"), [
    ((None,), "2027-03-01", "Insatser som pågår, och de som börjar härnäst", "börjar 1 mars 2027"),
    ((None, 1, 2, 3, 4), "2020-03-01", "De pågående insatser som kostar mest, och de som börjar härnäst",
     "skulle ha börjat 1 mars 2020"),
    ((None,) * 6, "", "Några av de insatser som pågår", "pågår")])
def test_the_table_is_called_what_stands_in_it_and_a_day_that_has_passed_is_not_to_come(
        tmp_path: Path, costs: tuple[int | None, ...], start: str, caption: str, when: str) -> None:
    planned = [{"state": "planerad", "start": start}] if start else []
    session = plan_of(tmp_path, *({"state": "pagaende", "cost": cost} for cost in costs), *planned)
    table = tables(page(session))[0]
    assert table.caption == caption
    assert table.rows[-1][2].text == when
    session.close()


def test_a_risk_is_told_as_one_with_how_likely_it_is_and_who_does_what_by_when(example: PlanSession) -> None:
    assert told(example)[page_texts.RISK_AMONG] == (
        "Det här kan hända: två kommuner säger nej till läkarlinjen. Sannolikheten bedöms som medelhög och allvaret "
        "som högt. Åtgärd: börja med dem som vill, visa resultat efter sex månader (primärvårdschef, senast 30 juni "
        "2027).")


def test_a_risk_without_a_measure_says_that_there_is_none(tmp_path: Path) -> None:
    session = plan_of(tmp_path)
    rows = [{"risk": "Brist på läkare", "sannolikhet": "lag", "foljd": "lag"}]
    session.do(SetAnswer("1.16.risker", check_value(all_questions()["1.16.risker"], rows)))
    assert told(session)[page_texts.RISK] == (
        "Det här kan hända: brist på läkare. Sannolikheten bedöms som låg och allvaret som lågt. Ingen åtgärd är "
        "angiven.")
    session.close()


def test_a_source_of_money_stands_once_and_the_posts_add_up(tmp_path: Path) -> None:
    live = {"state": "pagaende"}
    session = plan_of(
        tmp_path, {**live, "cost": 500, "funding": "Statsbidrag", "actor": "region"},
        {**live, "cost": 300, "funding": "Statsbidrag och egna medel", "actor": "0780"},
        *({**live, "cost": 10 + number, "funding": f"Källa {number}", "actor": "rss"} for number in range(4)),
        {**live, "cost": 7})
    text = told(session)[page_texts.COST]
    assert "Pengarna kommer från: statsbidrag (ensamt eller med annat), källa 3, källa 2 och två källor till." in text
    assert page_texts.KOMMUNER_PAY not in text, "a kommun is responsible for one that has a cost"
    assert f"För 7\u00a0kronor är finansieringen {documents_texts.NOT_GIVEN}." in text
    assert "Regionen ansvarar för 500\u00a0kronor, kommunerna för 300\u00a0kronor" in text
    assert format_number(Decimal(853)) in text
    session.close()


@pytest.mark.parametrize(("funding", "is_told"), [
    ("Statsbidrag", True), ("Kommunernas egna medel", False), ("Växjö betalar lokalen", False)])
def test_what_the_kommuner_pay_is_said_not_to_be_told_only_where_no_cost_names_one(
        tmp_path: Path, funding: str, is_told: bool) -> None:
    session = plan_of(tmp_path, {"state": "pagaende", "cost": 5, "actor": "region", "funding": funding})
    assert told(session)[page_texts.COST].endswith(page_texts.KOMMUNER_PAY) is is_told
    session.close()


@pytest.mark.parametrize(("states", "says"), [
    (("pagaende", "planerad"), "Den som pågår är införd överallt där den hör hemma."),
    (("pagaende", "avslutad", "pausad"), "Av de två som pågår eller är avslutade är alla införda överallt där de hör"),
    (("planerad", "pausad"), "En planeras och en är pausad.")])
def test_how_many_are_everywhere_is_told_of_those_in_use_alone(tmp_path: Path, states: tuple[str, ...],
                                                               says: str) -> None:
    session = plan_of(tmp_path, *({"state": state, "spread": "breddinford"} for state in states))
    text = told(session)[page_texts.DOING]
    assert says in text
    assert ("överallt" in text) is ("överallt" in says)
    session.close()


def test_a_role_has_its_employer_and_rss_is_spelled_out_once(tmp_path: Path) -> None:
    session = plan_of(tmp_path, *({"state": "pagaende", "actor": actor, "role": role} for actor, role in (
        ("rss", "HR-strateg"), ("rss", "Samordnare, RSS"), ("region", "Primärvårdschef"), ("0780", "Socialchef"),
        ("region", "Chefläkare, primärvården"))))
    cells = [row[1].text for row in tables(page(session))[0].rows]
    assert cells == ["HR-strateg, RSS (regional samverkans- och stödstruktur)", "Samordnare, RSS",
                     "Primärvårdschef, regionen", "Socialchef, Växjö", "Chefläkare, primärvården (regionen)"]
    session.close()


def test_a_plan_that_is_hardly_answered_says_so_first_and_what_is_not_decided_last(island: PlanSession) -> None:
    texts = [block.text for block in page(island).blocks if isinstance(block, Paragraph)]
    assert re.fullmatch(r"Tre av planens \d\d viktigaste frågor är helt besvarade\. "
                        r"Resten står under ”Det som inte är besvarat”\.", texts[1])
    assert "Insatsen har ingen angiven kostnad." in texts
    assert texts[-2:] == [page_texts.NOT_SET["review"], "Det är inte angivet om Region Gotland har behandlat planen."]
    assert statements_texts.MISSING.format(what="") not in " ".join(texts)


def test_who_decides_knows_from_when_the_plan_holds_whether_it_binds_and_when_to_decide(example: PlanSession,
                                                                                         tmp_path: Path) -> None:
    text = shown(page(example))
    assert "Planen gäller från och med 2027 till och med december 2029." in text
    assert "Planen är en rekommendation till huvudmännen. Varje huvudman föreslås besluta så här:" in text
    session = plan_of(tmp_path)
    session.do(SetObject("beslut", "b", {"title": "Planen", "subject": "gemensam", "actor": "0780",
                                         "outcome": "vantar", "date": "2026-12-15"}))
    assert told(session)[page_texts.EXPECTED] == "Växjö kommun 15 december 2026."
    session.close()


def test_of_many_the_region_is_named_in_its_group_and_the_table_is_the_one_referred_to(western: PlanSession) -> None:
    text = next(block.text for block in page(western).blocks
                if isinstance(block, Paragraph) and block.lead == "Planens behandling hos huvudmännen")
    assert "huvudmän, däribland Västra Götalandsregionen, väntar på beslut om planen." in text
    number = re.search(r"Vilka det är står i bilagan, (tabell \d+)\.", text)
    assert number is not None
    captions = [one.caption for one in tables(build(western, "gemensam-plan"))]
    assert f"{statements_texts.start(number[1])}. Planens behandling hos huvudmännen" in captions


@pytest.mark.parametrize("name", ["gemensam-plan", "kontinuitet", "patientkontrakt"])
@pytest.mark.parametrize("county", ["example", "western"])
def test_every_table_that_the_text_refers_to_is_in_the_appendix(request: pytest.FixtureRequest, county: str,
                                                                name: str) -> None:
    document = build(request.getfixturevalue(county), name)
    referred = {number for block in document.blocks if isinstance(block, Paragraph)
                for number in re.findall(r"i bilagan, tabell (\d+)", block.text)}
    kept = {number for block in document.blocks if isinstance(block, Table)
            for number in re.findall(r"^Tabell (\d+)\.", block.caption)}
    assert referred == kept


def test_no_line_breaks_inside_a_number_of_a_unit_or_before_the_end_that_words_share() -> None:
    assert amount(Decimal(504), "annan", "per 100 000 invånare") == "504\u00a0per 100\u00a0000 invånare"
    table = Table(caption="A", columns=(TableColumn(title="B"),), rows=((Cell(text="Hälso- och sjukvård"),),))
    document = Document(name="a", title="A", subtitle="B", generated="2026-11-28T10:00:00+01:00", meta=(),
                        blocks=(table,))
    assert describe(document)["parts"][0]["blocks"][0]["rows"][0][0]["text"] == f"{MARK}Hälso- och{MARK} sjukvård"


@pytest.mark.parametrize("more", [1, 2, 4, 9])
def test_one_goal_more_tells_less_of_each_and_still_is_one_page(tmp_path: Path, more: int) -> None:
    with example_session(tmp_path / "a.nvplan") as session:
        for number in range(more):
            session.do(SetObject("mal", f"till-{number}", {
                "title": f"Ännu ett mål som länet har satt för vården nära hemmet, nummer {number}",
                "plans": ["gemensam"], "unit": "procent", "baseline": "40", "baseline_year": 2025, "target": "70",
                "date": "2028-12-31", "role": "Utvecklingsledare för nära vård", "direction": "hogre",
                "baseline_source": "Påhittat exempel: enkät hösten 2025"}))
        document = page(session)
        alone = document.model_copy(update={"blocks": (PageBreak(), *document.blocks)})
        with pikepdf.open(io.BytesIO(render(alone))) as opened:
            assert len(opened.pages) == 2, "its title stands on the first"
        goals = tables(document)[0]
        left = more + 2 - len(goals.rows)
        said = [block.text for block in document.blocks if isinstance(block, Paragraph)]
        assert (page_texts.goals_left(left) in said) is (left > 0)
        assert len(goals.rows) >= 3
        assert goals.rows[0][0].text.startswith("Den påverkbara slutenvården"), "the county's own order stays"


def test_the_goals_that_have_no_room_are_those_without_a_level(tmp_path: Path) -> None:
    with example_session(tmp_path / "a.nvplan") as session:
        for number in range(9):
            session.do(SetObject("mal", f"till-{number}", {
                "title": f"Mål {number}", "plans": ["gemensam"], "unit": "procent",
                **({"target": "70", "date": "2028-12-31"} if number == 8 else {})}))
        shown_goals = [row[0].text for row in tables(page(session))[0].rows]
        assert "Mål 8" in shown_goals
        assert "Mål 7" not in shown_goals


def test_in_a_pdf_the_page_says_where_what_it_leaves_out_stands(example: PlanSession) -> None:
    texts = [re.sub(r"\s+", " ", one.extract_text())
             for one in PdfReader(io.BytesIO(render(build(example, "gemensam-plan")))).pages]
    for name, begins in (("Det här gör länet", "Det här gör länet Läget säger"), ("Planens ägare", "Planens ägare. ")):
        found = re.search(rf"under ”{name}”, sidan (\d+)\.", texts[1])
        assert found is not None
        assert begins in texts[int(found[1]) - 1]


def test_in_a_pdf_the_text_says_on_which_page_the_table_it_names_begins(western: PlanSession) -> None:
    texts = [re.sub(r"\s+", " ", page.extract_text())
             for page in PdfReader(io.BytesIO(render(build(western, "gemensam-plan")))).pages]
    pointing = re.compile(r"i bilagan, tabell (\d+), sidan (\d+)")
    said = {number: int(at) for text in texts for number, at in pointing.findall(text)}
    begins = {number: place for place, text in enumerate(texts, 1) for number in re.findall(r"Tabell (\d+)\. ", text)}
    assert len(said) > 15
    assert said == begins
