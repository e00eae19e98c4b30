"""The three plans and their combination: every core question, goals, insatser, decisions and what is left."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from nvplan.catalog.questions import plan_form
from nvplan.catalog.tellings import tellings
from nvplan.model.dimensioning import Dimensioning
from nvplan.model.document import Chart, Document, Heading, Paragraph
from nvplan.model.objects import Comment, Decision, Effort, Goal, Measurement, Obstacle
from nvplan.model.progress import respondents
from nvplan.model.requirement import PlanKey
from nvplan.services.writing.commands import Command, SetAnswer, SetObject
from nvplan.services.writing.commands_plans import FreezePlan, SetStanding
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_statements as statements_texts
from tests.services.documents.plans import build, shown, tables

#: The documents that are a plan.
PLAN_DOCUMENTS: tuple[tuple[str, PlanKey], ...] = (
    ("gemensam-plan", "gemensam"), ("kontinuitet", "kontinuitet"), ("patientkontrakt", "patientkontrakt"))
#: What the parts of the agreement are called.
PART_TITLES = ["Överenskommelsens innehåll", "Sammanhållen planering", "Överenskommen tid", "Fast kontakt"]


@pytest.mark.parametrize(("name", "plan"), PLAN_DOCUMENTS)
@pytest.mark.parametrize("session", ["example", "empty"])
def test_every_core_answer_is_told_and_what_is_missing_stands_where_it_belongs_and_last(
        request: pytest.FixtureRequest, session: str, name: str, plan: PlanKey) -> None:
    opened: PlanSession = request.getfixturevalue(session)
    document, form, told = build(opened, name), plan_form(plan), tellings(plan)
    leads = {block.lead for block in document.blocks if isinstance(block, Paragraph)}
    leads |= {table.caption.partition(". ")[2] or table.caption for table in tables(document)}
    lines = [line for block in document.blocks if isinstance(block, Paragraph) and block.tone == "missing"
             for line in block.text.split("\n")]
    before = statements_texts.MISSING.format(what="")
    missing = [item for line in lines if line.startswith(before)
               for item in line.removeprefix(before).removesuffix(".").split("; ")]
    last = _listed_last(document)
    for question in form.questions:
        telling = told[question.id]
        asked = respondents(question, opened.state, form.by_id)
        if not question.core or not asked or telling.role != "innehall":
            continue
        silent = [one for one in asked if opened.state.answer(question.id, one).value is None]
        if len(silent) == len(asked):
            assert missing.count(statements_texts.inside(telling.heading)) == 1, question.id
        elif not telling.joins:
            assert telling.heading in leads, question.id
        if silent:
            assert any(statements_texts.inside(item).startswith(statements_texts.inside(telling.heading))
                       for item in last), question.id


def _listed_last(document: Document) -> list[str]:
    """Return what the list at the end says is missing, of all its sections."""
    place = next(number for number, block in enumerate(document.blocks)
                 if isinstance(block, Heading) and block.text == documents_plans_texts.UNANSWERED)
    return [item for block in document.blocks[place:] if isinstance(block, Paragraph) and block.lead
            for item in block.text.split("; ")]


@pytest.mark.parametrize("name", ["gemensam-plan", "kontinuitet", "patientkontrakt"])
def test_the_first_page_is_the_plan_on_a_page_and_then_comes_what_is_to_be_decided(
        example: PlanSession, empty: PlanSession, name: str) -> None:
    for session in (example, empty):
        blocks = build(session, name).blocks
        headings = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
        adopted = session is example and name == "kontinuitet"
        assert headings[:2] == [page_texts.PAGE, page_texts.DECIDED if adopted else page_texts.PROPOSAL]
        assert isinstance(blocks[0], Heading)
    leads = [block.lead for block in build(example, name).blocks if isinstance(block, Paragraph)]
    for lead in (page_texts.DOING, page_texts.COST, page_texts.OBSTACLES):
        assert lead in leads


def test_a_handlingsplan_that_is_adopted_says_by_whom_and_when(example: PlanSession) -> None:
    text = shown(build(example, "kontinuitet"))
    assert ("Styrgrupp för primärvården antog planen den 15 juni 2026 (EX 2026/52). "
            "Det här utkastet ändrades senast den 7 september 2026, efter beslutet.") in text


def test_a_decided_plan_says_by_whom_and_has_no_mark_of_a_draft(changed: PlanSession) -> None:
    do(changed, SetStanding("beslutad", "2026-11-20", "Regionfullmäktige"))
    document = build(changed, "gemensam-plan")
    text = shown(document)
    assert document.mark == ""
    assert page_texts.PROPOSAL not in text
    assert "Planen är beslutad, Regionfullmäktige, 20 november 2026." in text
    assert "○" not in text, "what is missing stands in the list at the end alone"
    assert documents_plans_texts.UNANSWERED in text


def test_every_object_of_the_plan_stands_with_what_it_must_say(example: PlanSession) -> None:
    text = shown(build(example, "gemensam-plan", appendices=True))
    objects = example.state.objects
    for effort in objects["insats"].values():
        assert isinstance(effort, Effort)
        assert (effort.title in text) == ("gemensam" in effort.plans)
        if "gemensam" in effort.plans:
            assert effort.role in text or statements_texts.inside(effort.role) in text
            assert effort.funding in text
    for decision in objects["beslut"].values():
        assert isinstance(decision, Decision)
        own = decision.subject in ("kontinuitet", "patientkontrakt")
        if decision.actor and not decision.date:
            continue  # that a body has yet to decide is told in a sentence, with its name
        assert (decision.title in text) != own or decision.title in ("Handlingsplan för kontinuitet",)
        assert own or decision.diary_number in text
    for obstacle in objects["hinder"].values():
        assert isinstance(obstacle, Obstacle)
        assert (obstacle.title in text) == ("gemensam" in obstacle.plans)
    for comment in objects["kommentar"].values():
        assert isinstance(comment, Comment)
        assert (comment.text in text) == (comment.plan == "gemensam")
        assert comment.plan != "gemensam" or comment.handled in text


def test_the_appendices_stand_only_where_they_are_asked_for(example: PlanSession) -> None:
    for name in ("gemensam-plan", "kontinuitet", "patientkontrakt", "handlingsplaner"):
        plain, whole = (
            {block.text for block in build(example, name, appendices=given).blocks if isinstance(block, Heading)}
            for given in (False, True)
        )
        for title in (documents_plans_texts.COMMENTS, documents_plans_texts.UNMET, documents_plans_texts.SOURCES):
            assert title not in plain
            assert title in whole


def test_goals_and_measurements_say_from_where_of_whom_and_when(example: PlanSession) -> None:
    text = shown(build(example, "kontinuitet"))
    for goal in example.state.objects["mal"].values():
        assert isinstance(goal, Goal)
        if "kontinuitet" in goal.plans:
            assert goal.title in text
            assert goal.baseline_source in text
            assert goal.inclusion in text
    for one in example.state.objects["matning"].values():
        assert isinstance(one, Measurement)
        goal_of = example.state.objects["mal"].get(one.goal)
        if one.goal:
            assert isinstance(goal_of, Goal)
        if not isinstance(goal_of, Goal) or "kontinuitet" in goal_of.plans:
            assert one.source in text
            assert one.title in text


@pytest.fixture
def changed(example: PlanSession, tmp_path: Path) -> PlanSession:
    """The example county in a file of its own, to change."""
    copy = tmp_path / "kopia.nvplan"
    shutil.copyfile(Path(example.address), copy)
    return PlanSession.open(copy)


def do(session: PlanSession, *commands: Command[str]) -> PlanSession:
    """Carry out commands."""
    for command in commands:
        session.do(command)
    return session


def test_the_computed_level_is_base_times_1_20_and_says_that_the_agreement_names_no_base_year(
        example: PlanSession) -> None:
    plan = build(example, "kontinuitet")
    national = next(table for table in tables(plan) if table.caption == documents_actions_texts.NATIONAL_TABLE)
    share, doctors, everyone, _, homes = ([cell.text for cell in row] for row in national.rows)
    assert "0,305 (2024)" in doctors[1]
    assert shown(plan).count(documents_actions_texts.BASE_NOT_STATED) == 1, "said once below the table"
    assert doctors[3] == "0,366 (basvärdet × 1,20)"
    assert everyone[1] == documents_actions_texts.BASE_MISSING
    assert everyone[3] == documents_actions_texts.LEVEL_UNKNOWN
    assert homes[3] == documents_actions_texts.LEVEL_NO_NUMBER
    assert share[3] == "55\u00a0%"


def test_the_county_s_own_number_for_betydande_is_named_as_such(changed: PlanSession) -> None:
    do(changed, SetAnswer("2.4.betydande", "10", "lan"))
    assert "0,5225 (länets eget tal: 10 %)" in shown(build(changed, "kontinuitet"))


def test_two_bases_that_contradict_are_pointed_out(changed: PlanSession) -> None:
    do(changed, SetObject("mal", "ett-till", {"title": "Ett till", "national": "KON-M2", "baseline": "0,31"}))
    assert "0,31 och 0,305" in shown(build(changed, "kontinuitet"))


def test_share_and_index_always_stand_together(example: PlanSession, empty: PlanSession) -> None:
    for name in ("kontinuitet", "handlingsplaner"):
        titles = [block.title for block in build(example, name).blocks if isinstance(block, Chart)]
        assert (
            titles.index(documents_actions_texts.INDEX_CHART) == titles.index(documents_actions_texts.SHARE_CHART) + 1
        )
    beside = next(table for table in tables(build(example, "kontinuitet"))
                  if table.caption.endswith(documents_actions_texts.SHARE_AND_INDEX))
    assert [column.title for column in beside.columns][1:] == [
        documents_actions_texts.COLUMN_SHARE,
        documents_actions_texts.COLUMN_CHOICE,
        documents_actions_texts.COLUMN_INDEX,
        documents_actions_texts.COLUMN_INDEX_ALL,
    ]
    assert documents_actions_texts.SHARE_AND_INDEX_NONE in shown(build(empty, "kontinuitet"))


def test_an_index_without_insatser_is_warned_of(empty: PlanSession, example: PlanSession) -> None:
    assert documents_actions_texts.NO_INDEX_EFFORTS in shown(build(empty, "kontinuitet"))
    assert documents_actions_texts.NO_INDEX_EFFORTS not in shown(build(example, "kontinuitet"))


def test_the_need_is_counted_on_the_guide_value_and_called_neither_floor_nor_ceiling(example: PlanSession) -> None:
    document = build(example, "kontinuitet")
    need = next(table for table in tables(document) if table.caption == documents_actions_texts.NEED_TABLE)
    assert [cell.text for cell in need.rows[0]] == [
        "Egen regi", "147\u00a0200", "98,5 specialister\n41 ST-läkare", "133,8",
        "130\u00a0900 personer\n1\u00a0237 listade per specialist",
        "16\u00a0300 personer över riktvärdet, motsvarar 14,8 specialister"]
    assert need.rows[-1][0].text == documents_actions_texts.TOTAL
    assert "varken golv eller tak" in shown(document)


def test_the_worked_example_of_the_domain() -> None:
    one = Dimensioning(Decimal(8800), Decimal(5), Decimal(2))
    assert (one.need, one.capacity, one.gap) == (Decimal("8.0"), Decimal(6600), Decimal(2200))
    assert one.gap_in_specialists == Decimal("2.0")
    assert one.listed_per_specialist == 1467


def test_the_word_and_the_parts_are_the_county_s_own(changed: PlanSession) -> None:
    assert build(changed, "patientkontrakt").title == "Handlingsplan för patientkontrakt (dokumenterad överenskommelse)"
    do(changed, SetAnswer("3.0.term", "eget", "lan"), SetAnswer("3.0.eget-ord", "Min plan", "lan"),
       SetAnswer("3.0.delar", "tre", "lan"))
    document = build(changed, "patientkontrakt")
    assert document.title == "Handlingsplan för Min plan"
    parts = next(
        table for table in tables(document) if table.caption == documents_actions_texts.PARTS_TABLE.format(count="tre")
    )
    assert [row[0].text for row in parts.rows] == PART_TITLES[1:]


def test_four_parts_begin_with_the_agreement_itself(example: PlanSession) -> None:
    parts = next(table for table in tables(build(example, "patientkontrakt"))
                 if table.caption == documents_actions_texts.PARTS_TABLE.format(count="fyra"))
    assert [row[0].text for row in parts.rows] == PART_TITLES


def test_fasta_kontakter_are_told_as_the_plan_for_continuity_has_them(example: PlanSession) -> None:
    document = build(example, "patientkontrakt")
    place = next(place for place, block in enumerate(document.blocks)
                 if isinstance(block, Heading) and block.text == documents_actions_texts.PULLED)
    routine = document.blocks[place + 1]
    assert isinstance(routine, Paragraph)
    said = tellings("kontinuitet")["2.6.rutin"].says["beslutad_lakarkontakt"]
    assert routine.text == f"Rutinen slutade gälla den 12 februari 2026. Förut gällde det här: {said}"


def test_what_the_plans_share_stands_once_when_they_are_together(example: PlanSession) -> None:
    document = build(example, "handlingsplaner", appendices=True)
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    for shared in (
        documents_plans_texts.OBSTACLES,
        documents_plans_texts.DECISIONS,
        documents_plans_texts.COMMENTS,
        documents_plans_texts.UNMET,
        documents_plans_texts.UNANSWERED,
        documents_plans_texts.SOURCES,
    ):
        assert headings.count(shared) == 1


def test_the_difference_is_to_the_last_decided_text(changed: PlanSession) -> None:
    assert documents_plans_texts.NO_SNAPSHOT in shown(build(changed, "gemensam-plan", appendices=True))
    do(changed, SetStanding("beslutad", "2026-09-01", "Nämnden"))
    changed.do(FreezePlan("Beslutad 2026"))
    do(changed, SetStanding("utkast", "", ""), SetAnswer("1.0.struktur", "byggs", "lan"),
       SetObject("insats", "lakarlinje", {"state": "pagaende"}))
    changed.do(FreezePlan("Arbetsläge"))
    do(changed, SetAnswer("2.0.planform", "kombinerad", "lan"))
    document = build(changed, "gemensam-plan", appendices=True)
    text = shown(document)
    assert "Beslutad 2026" in text
    assert documents_plans_texts.CHANGES_DECIDED in text
    rows = [
        [cell.text for cell in row]
        for table in tables(document)
        if table.caption == documents_plans_texts.CHANGE_TABLE
        for row in table.rows
    ]
    assert ["Länets struktur för planering", "Ja, och vi använder den", "Den byggs upp"] in rows
    assert any("Läge" in row[0] and row[1:] == ["Planerad", "Pågående"] for row in rows)
    assert not any("2.0.planform" in row[0] for row in rows)
