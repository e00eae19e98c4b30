"""What holds for every document: it says what it is, stands without explanation, and is the same twice."""

from __future__ import annotations

import re

import pytest

from nvplan.files.write.registry import render
from nvplan.model.document import Chart, Facts, Heading, Table, Ticks
from nvplan.services.documents.registry import COMES_BACK, DOCUMENTS
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_lists as documents_lists_texts
from tests.services.documents.plans import NAMES, build, shown

PLANS = ("gemensam-plan", "kontinuitet", "patientkontrakt", "handlingsplaner")
TEXT, TABLE = {"md", "docx", "pdf", "html", "json"}, {"md", "docx", "pdf", "xlsx", "html", "csv", "json"}


@pytest.fixture(params=["example", "empty", "marked"])
def plan(request: pytest.FixtureRequest) -> PlanSession:
    """Each of the plans in turn."""
    found: PlanSession = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_it_says_county_set_standing_date_and_what_is_unanswered(plan: PlanSession, name: str) -> None:
    said = {fact.label: fact.value for fact in build(plan, name).meta}
    if name == "protokoll":
        held = documents_lists_texts.MINUTES_NONE not in shown(build(plan, name))
        assert build(plan, name).mark == (documents_lists_texts.MINUTES_MARK if held else "")
        assert not said, "no meeting said that"
        return
    if name == "workshop-underlag":
        assert list(said) == [documents_texts.META_SET]
        assert "Överenskommelsen 2023 (avslutad)" in said[documents_texts.META_SET]
        return
    assert said[documents_texts.META_COUNTY] == "Kronobergs län"
    assert "Överenskommelsen 2023 (avslutad)" in said[documents_texts.META_SET]
    assert said[documents_texts.META_STANDING] == "utkast"
    assert said[documents_texts.META_CHANGED]
    if name in PLANS:
        assert documents_texts.META_UNANSWERED not in said, "a reader of the plan has no use for what is about the file"
        assert build(plan, name).mark == f"UTKAST {said[documents_texts.META_CHANGED]}"
        return
    assert documents_texts.META_REVISION not in said, "the file's inner number is nobody's"
    assert said.get(documents_texts.META_NUMBER) == (str(plan.state.revision) if name in COMES_BACK else None)
    assert "kärnfrågor" in said[documents_texts.META_UNANSWERED]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_plan_gives_the_same_document(plan: PlanSession, name: str) -> None:
    assert build(plan, name) == build(plan, name)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_says_that_its_answers_are_invented(example: PlanSession, empty: PlanSession, name: str) -> None:
    document = build(example, name)
    assert document.example
    said = [fact.label for fact in document.meta]
    outside = documents_texts.META_UNANSWERED not in said
    assert said.count(documents_texts.META_EXAMPLE) == (0 if outside else 1), "its header says it to readers outside"
    assert not build(empty, name).example


@pytest.mark.parametrize("name", NAMES)
def test_it_is_well_formed(plan: PlanSession, name: str) -> None:
    document = build(plan, name)
    assert document.blocks
    for block in (*document.blocks, *document.grid_blocks):
        if isinstance(block, Table):
            assert block.caption
            assert block.columns
            assert all(len(row) == len(block.columns) for row in block.rows), block.caption
            assert not block.row_keys or len(set(block.row_keys)) == len(block.rows)
            assert all(key.isascii() for key in block.row_keys)
        if isinstance(block, Chart):
            assert block.bars, block.title
            assert all(0 <= bar.value <= block.most for bar in block.bars), block.title
            assert block.alternative
        if isinstance(block, Heading):
            assert block.text.strip()
        if isinstance(block, Facts):
            assert all(fact.label and (fact.value or fact.missing) for fact in block.items)
    keys = [item.key for block in document.blocks if isinstance(block, Ticks) for item in block.items]
    assert len(set(keys)) == len(keys)
    assert all(key.isascii() for key in keys)


@pytest.mark.parametrize("name", NAMES)
def test_headings_never_skip_a_level(plan: PlanSession, name: str) -> None:
    level = 0
    for block in build(plan, name).blocks:
        if isinstance(block, Heading):
            assert block.level <= level + 1, block.text
            level = block.level


@pytest.mark.parametrize("name", NAMES)
def test_no_code_and_no_placeholder_reaches_the_reader(example: PlanSession, name: str) -> None:
    text = shown(build(example, name))
    for trace in ("pagaende", "under_breddinforande", "ej_bedomd", "{", "None", "Decimal(", "=''"):
        assert trace not in text


@pytest.mark.parametrize("name", NAMES)
def test_every_format_that_it_has_can_be_written(example: PlanSession, name: str) -> None:
    document = build(example, name)
    for format_name in DOCUMENTS[name].formats:
        if format_name != "pdf":  # typesetting has tests of its own, and takes a process
            assert render(document, format_name) == render(document, format_name)


def test_the_formats_are_those_of_the_design() -> None:
    for name in ("checklista", "insatser", "underlag"):
        assert set(DOCUMENTS[name].formats) == TABLE
    for name in ("gemensam-plan", "kontinuitet", "patientkontrakt", "handlingsplaner", "jamforelse", "protokoll",
                 "workshop-underlag"):
        assert set(DOCUMENTS[name].formats) == TEXT
    assert DOCUMENTS["kalender"].formats == ("ics", "json")
    assert DOCUMENTS["arkiv"].formats == ("json",)


@pytest.mark.parametrize("name", NAMES)
def test_no_comma_follows_a_full_stop_and_one_alone_has_its_singular(plan: PlanSession, name: str) -> None:
    """Goals are sentences: two of one insats stand on a line each. An insats for one kommun reaches 1 av 1 kommun."""
    text = render(build(plan, name), "md").decode("utf-8")
    assert re.findall(r".{0,20}\.,.{0,10}", text) == []
    assert re.findall(r"\b1 av 1 \w+er\b", text) == []
