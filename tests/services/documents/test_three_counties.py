"""What differs between counties: one body that decides alone, a plan with hardly an answer, and one of 49 kommuner."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pytest

from nvplan.catalog.questions import all_questions
from nvplan.files.write.layout import is_long
from nvplan.files.write.pdf import render
from nvplan.model.document import Bullets, Heading, PageBreak, Paragraph, Table
from nvplan.model.objects import Effort
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.commands_plans import SetStanding
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_actions as actions_texts
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_reports as documents_reports_texts
from nvplan.texts import documents_statements as statements_texts
from tests.services.documents.counties import island_plan
from tests.services.documents.plans import build, shown, tables

PLANS = ("gemensam-plan", "kontinuitet", "patientkontrakt", "handlingsplaner")
#: Words for several bodies, which a county of one body has no use for.
SEVERAL = re.compile(r"huvudmän|[Kk]ommunerna|region och kommun|[Rr]egionen och kommun|[Vv]arje huvudman")
MISSING = statements_texts.MISSING.format(what="")


@pytest.mark.parametrize("name", PLANS)
def test_where_region_and_kommun_are_one_body_no_plan_speaks_of_several(island: PlanSession, name: str) -> None:
    text = shown(build(island, name, without_data=True))
    assert SEVERAL.findall(text) == []
    if name != "handlingsplaner":
        assert "Region Gotland föreslås besluta så här:" in text


def test_nor_do_the_answers_of_its_plan(tmp_path: Path) -> None:
    with create_plan(tmp_path / "gotland.nvplan", "09", 2027) as session:
        for question, actor, value in (("1.3.enig", "lan", "ja"), ("1.4.systemledning", "lan", "skriftligt"),
                                       ("1.0.agare", "region", "Regiondirektör"), ("1.1.lage", "lan", "i_kraft"),
                                       ("2.1.deltar", "region", "okant"), ("3.4.oversikt", "lan", "nej")):
            assert question in all_questions()
            session.do(SetAnswer(question, value, actor))
        joint, continuity = shown(build(session, "gemensam-plan")), shown(build(session, "kontinuitet"))
        assert SEVERAL.findall(joint + continuity) == []
        assert "De ansvariga är överens om ansvarsfördelningen." in joint
        assert "Regiondirektör." in joint, "whose it is goes without saying where one body answers"
        assert "Region Gotland vet inte om den kommunala vården har varit med." in continuity


@pytest.mark.parametrize("name", ["gemensam-plan", "kontinuitet", "patientkontrakt"])
def test_a_plan_with_hardly_an_answer_has_a_line_for_each_section_and_a_list_at_the_end(island: PlanSession, name: str
                                                                                       ) -> None:
    document = build(island, name)
    lines: dict[str, list[str]] = {}
    section = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            section = block.text
        if isinstance(block, Paragraph) and block.tone == "missing" and MISSING in block.text:
            lines.setdefault(section, []).append(block.text)
    assert len(lines) >= 7
    assert [heading for heading, found in lines.items() if len(found) > 2] == []
    last = [block for block in document.blocks if isinstance(block, Paragraph) and block.lead in lines]
    assert {block.lead for block in last} >= set(lines) - {"Planen på en sida", "Förslag till beslut", "Utgångsläget"}
    assert not is_long(document), "a list of contents on a page of its own for what stands on three pages"


def test_what_nobody_has_counted_has_no_heading_and_no_rule(island: PlanSession) -> None:
    text = shown(build(island, "kontinuitet"))
    assert actions_texts.NEED_MISSING in text
    assert actions_texts.NEED_ABOUT not in text
    assert actions_texts.RULE_KNOWN not in text
    assert actions_texts.PARTS_UNKNOWN in shown(build(island, "patientkontrakt"))


def test_of_49_kommuner_the_text_tells_numbers_and_a_table_tells_which(western: PlanSession) -> None:
    document = build(western, "gemensam-plan")
    owner = next(block for block in document.blocks if isinstance(block, Paragraph) and block.lead == "Planens ägare")
    assert "16 kommuner: socialchef." in owner.text.replace("huvudmän", "kommuner")
    assert "Uddevalla" not in owner.text
    assert owner.text.endswith("Vilka det är står i bilagan, tabell 4."), (
        "where the names stand is told where they are missed")
    table = next(table for table in tables(document) if table.caption.endswith("Planens ägare"))
    assert "Uddevalla" in " ".join(cell.text for row in table.rows for cell in row)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            assert len(re.findall(r"Alingsås|Borås|Skövde|Uddevalla|Lerum|Mölndal", block.text)) < 3, block.lead


def test_the_list_at_the_end_names_those_who_are_few_and_counts_those_who_are_many(western: PlanSession) -> None:
    document = build(western, "gemensam-plan")
    place = next(number for number, block in enumerate(document.blocks)
                 if isinstance(block, Heading) and block.text == documents_plans_texts.UNANSWERED)
    told = " ".join(block.text for block in document.blocks[place:] if isinstance(block, Paragraph))
    assert "(alla utom " in told
    assert re.search(r"\(\d\d av \d\d (?:huvudmän|kommuner)\)", told)
    assert len(told) < 1500


def test_a_share_on_the_way_has_its_unit_and_an_index_has_none(example: PlanSession) -> None:
    table = next(one for one in tables(build(example, "kontinuitet")) if one.caption == "Delmål på vägen")
    values = {row[0].text: row[2].text for row in table.rows}
    assert values["Index läkare"] == "0,366"
    assert values["Andel i särskilt boende"] == "80\u00a0%"


def test_the_underlag_without_an_occasion_says_that_no_day_is_set_and_why_both_days_parts_stand(
        island: PlanSession) -> None:
    assert documents_reports_texts.no_day_set(["september", "mars"]) in shown(
        build(island, "redovisning-region", working=True))
    assert documents_reports_texts.NO_DAY in shown(build(island, "vfu", working=True))
    assert documents_reports_texts.NO_DAY not in shown(build(island, "redovisning-region")), "the receiver knows"


def test_what_is_missing_of_a_money_form_is_told_by_name(island: PlanSession) -> None:
    document = build(island, "ekonomi", actor=island.state.actor("region"))
    missing = next(fact for block in document.blocks if block.type == "facts" for fact in block.items
                   if fact.label == documents_reports_texts.LABEL_MISSING)
    assert "Överenskommelsens benämning" in missing.value.split("\n")
    assert not re.search(r"\b\d\.\d\b", missing.value)
    assert not [block for block in document.blocks if isinstance(block, Table) and "…" in block.caption]


@pytest.mark.parametrize("name", ["rekvisition", "ekonomi"])
@pytest.mark.parametrize("county", ["example", "island", "western"])
def test_a_form_of_every_recipient_is_one_page_to_sign_and_one_of_guidance_filled_in_or_blank(
        request: pytest.FixtureRequest, county: str, name: str) -> None:
    session, known = request.getfixturevalue(county), DOCUMENTS[name]
    for one in known.requests(session, Request()):
        with pikepdf.open(io.BytesIO(render(known.build(session, one)))) as opened:
            assert len(opened.pages) == 2, one.actor


def test_each_rss_has_a_report_of_its_own_to_hand_in_and_one_alone_needs_no_name(
        example: PlanSession, western: PlanSession) -> None:
    known = DOCUMENTS["redovisning-rss"]
    assert [one.actor for one in known.requests(example, Request())] == [None, None]
    asked = known.requests(western, Request())
    bodies = [one for one in western.state.actors if one.type == "rss"]
    assert [(one.actor, one.working) for one in asked] == [(body, working) for body in bodies
                                                           for working in (False, True)]
    document = known.build(western, asked[0])
    assert bodies[0].name in {fact.value for fact in document.meta}
    assert bodies[1].name not in {fact.value for fact in document.meta}


def test_what_is_taken_from_the_plan_is_named_and_not_numbered(example: PlanSession) -> None:
    text = shown(build(example, "redovisning-region", working=True))
    assert "Hämtat ur besluten om målbilden: när målbilden förankras politiskt i regionen;" in text
    assert not re.search(r"Hämtat ur \d", text)


def page(session: PlanSession, name: str) -> dict[str, str]:
    """Return what the page that stands alone and the decision below it say, by the words before each paragraph."""
    found: dict[str, str] = {}
    headings = 0
    for block in build(session, name).blocks:
        headings += isinstance(block, Heading) and block.level == 1
        if headings > 2:
            break
        if isinstance(block, Heading):
            found[block.text] = ""
        elif isinstance(block, Paragraph):
            found[block.lead or f"text {len(found)}"] = block.text
        elif isinstance(block, Table):
            found[block.caption] = "\n".join(cell.text for row in block.rows for cell in row)
        elif isinstance(block, Bullets):
            found["points"] = "\n".join(block.items)
    return found


@pytest.mark.parametrize("county", ["example", "island", "western"])
@pytest.mark.parametrize("name", ["gemensam-plan", "kontinuitet", "patientkontrakt"])
def test_five_questions_are_answered_from_the_page_that_stands_alone(request: pytest.FixtureRequest, county: str,
                                                                     name: str) -> None:
    """What, by when, who, cost and what is to be decided; where nobody has said it, that is said."""
    session: PlanSession = request.getfixturevalue(county)
    told = page(session, name)
    assert told[page_texts.GOALS], "what"
    assert told[page_texts.DOING], "what is done"
    assert re.search(r"till och med .*20\d\d", told["text 1"]) or page_texts.UNTIL_OPEN in told["text 1"], "by when"
    assert told[page_texts.COST], "cost"
    assert page_texts.PROPOSAL in told or page_texts.DECIDED in told, "to be decided"
    if name != "patientkontrakt":
        assert told[page_texts.OWNER], "who"
    if county != "island":
        done = next(text for caption, text in told.items() if "insatser som" in caption.lower())
        assert re.search(r"chef|ledare|samordnare", done), "who does it"
        assert re.search(r"20\d\d", done), "by when"


def test_a_plan_that_is_adopted_is_no_longer_proposed_to_hold(example: PlanSession) -> None:
    told = page(example, "kontinuitet")
    assert page_texts.DECIDED in told
    assert "Planen gäller till och med 31 december 2031." in told["text 1"]
    assert "föreslås gälla" in page(example, "patientkontrakt")["text 1"]


def test_where_one_body_carries_the_plan_its_owner_is_named_and_of_several_it_is_told_how_many(
        example: PlanSession, island: PlanSession) -> None:
    assert page(island, "gemensam-plan")[page_texts.OWNER] == "Hälso- och sjukvårdsdirektör."
    assert page(example, "gemensam-plan")[page_texts.OWNER] == (
        "Sju av nio huvudmän har utsett en ägare. Vilka de är står under ”Planens ägare”.")
    assert page(island, "kontinuitet")[page_texts.OWNER] == page_texts.OWNER_OPEN


def test_a_list_within_a_sentence_has_no_capitals_and_a_title_keeps_its_own(example: PlanSession) -> None:
    text = shown(build(example, "gemensam-plan"))
    assert "Målgrupper: boende i glest befolkade områden, sköra äldre" in text
    assert "Region Kronoberg, chef för e-hälsa" in text
    assert "RSS, samordnare för VFU" in text
    for effort in example.state.objects["insats"].values():
        assert isinstance(effort, Effort)
        assert effort.title in text or "gemensam" not in effort.plans


@pytest.mark.parametrize("name", PLANS)
def test_no_table_of_a_plan_has_a_column_of_nothing(example: PlanSession, western: PlanSession, name: str) -> None:
    for session in (example, western):
        for table in tables(build(session, name)):
            for column, cells in zip(table.columns, zip(*table.rows, strict=True), strict=True):
                assert {cell.text for cell in cells} != {documents_texts.NOTHING} or len(table.rows) < 2, column.title


@pytest.mark.parametrize(("county", "name", "most"), [
    ("example", "gemensam-plan", 14), ("example", "kontinuitet", 11), ("example", "patientkontrakt", 9),
    ("example", "handlingsplaner", 8), ("island", "gemensam-plan", 3), ("island", "kontinuitet", 3),
    ("island", "patientkontrakt", 2), ("island", "handlingsplaner", 2), ("western", "gemensam-plan", 15)])
def test_a_plan_has_no_more_pages_than_its_reader_has_time_for(request: pytest.FixtureRequest, county: str, name: str,
                                                               most: int) -> None:
    """Its appendix apart, which holds the tables that are too long for the text."""
    document = build(request.getfixturevalue(county), name)
    end = next((place for place, block in enumerate(document.blocks)
                if isinstance(block, Heading) and block.text == statements_texts.APPENDIX), len(document.blocks))
    while isinstance(document.blocks[end - 1], PageBreak):
        end -= 1
    with pikepdf.open(io.BytesIO(render(document.model_copy(update={"blocks": document.blocks[:end]})))) as opened:
        assert len(opened.pages) <= most


def test_a_decided_plan_has_no_line_of_what_is_missing_but_the_list_at_its_end(tmp_path: Path) -> None:
    with island_plan(tmp_path / "gotland.nvplan") as session:
        session.do(SetStanding("beslutad", "2026-11-20", "Regionfullmäktige"))
        for name in ("gemensam-plan", "kontinuitet", "patientkontrakt"):
            document = build(session, name)
            assert MISSING not in shown(document)
            headings = [block.text for block in document.blocks if isinstance(block, Heading)]
            assert "Läkare och kompetens" not in headings, "a section that says nothing is none"
            assert documents_plans_texts.UNANSWERED in headings
            assert page_texts.UNTIL_OPEN not in shown(document)
            assert page_texts.OWNER_OPEN not in shown(document)
