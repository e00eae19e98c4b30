"""A plan reads as a plan: no id, no slug, no word of the program's own and no question, in any format of it."""

from __future__ import annotations

import html
import re

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.catalog.requirements import requirements
from nvplan.catalog.tellings import sections, tellings
from nvplan.files.write.registry import render
from nvplan.model.document import Document, Heading, Paragraph, Table
from nvplan.model.requirement import PLANS
from nvplan.services.writing.session import PlanSession
from tests.services.documents.plans import build

NAMES = ("gemensam-plan", "kontinuitet", "patientkontrakt", "handlingsplaner")
#: Words that are about the program and the work in it, and nothing to the reader of a plan.
INSIDE = re.compile(r"nvplan|kärnfråg|inskrivn|\brevision\b|\bid\b|ej besvarad|\bfryst|källrad|\brad \d+[–-]\d+",
                    re.IGNORECASE)
#: A slug or a coded value: small letters with an underscore, or a question's number with a word after it.
CODED = re.compile(r"\b[a-zåäö]+_[a-zåäö_]+\b|\b[123]\.\d{1,2}\.[a-zåäö][a-zåäö0-9-]+")


@pytest.fixture(params=["example", "empty", "marked"])
def plan(request: pytest.FixtureRequest) -> PlanSession:
    """Each of the plans in turn."""
    found: PlanSession = request.getfixturevalue(request.param)
    return found


def heads(document: Document) -> list[str]:
    """Return what stands as a heading, a lead word, a caption or the head of a column."""
    found = [document.title]
    for block in document.blocks:
        if isinstance(block, Heading):
            found.append(block.text)
        elif isinstance(block, Paragraph):
            found.append(block.lead)
        elif isinstance(block, Table):
            found += [block.caption, *(column.title for column in block.columns)]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_of_a_plan_asks(plan: PlanSession, name: str) -> None:
    assert [text for text in heads(build(plan, name, appendices=True)) if "?" in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_question_stands_as_it_is_asked(plan: PlanSession, name: str) -> None:
    text = render(build(plan, name, appendices=True), "md").decode("utf-8")
    assert [one.id for one in all_questions().values() if one.label in text] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("format_name", ["md", "html", "docx"])
def test_no_id_and_no_word_of_the_program_reaches_the_reader(empty: PlanSession, name: str, format_name: str) -> None:
    """The plan is empty so that every word is the program's own; what people write is theirs."""
    text = read(build(empty, name, without_data=True, appendices=True), format_name)
    assert [one for one in requirements() if re.search(rf"\b{one}\b", text)] == []
    assert CODED.findall(text) == []
    assert INSIDE.findall(text) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_example_has_no_id_of_an_object_or_a_requirement(example: PlanSession, name: str) -> None:
    text = read(build(example, name), "md")
    ids = {one.id for kind in example.state.objects.values() for one in kind.values() if "-" in one.id}
    assert [one for one in (*ids, *requirements()) if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", text)] == []
    assert CODED.findall(text) == []


def read(document: Document, format_name: str) -> str:
    """Return a format's text: of html and Word what stands between the tags."""
    content = render(document, format_name)
    if format_name == "docx":
        import io
        import zipfile

        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = archive.read("word/document.xml")
    text = content.decode("utf-8")
    if format_name == "md":
        return text
    body = text[text.find("<body"):] if format_name == "html" else text
    return html.unescape(re.sub(r"<[^>]+>", " ", body))


@pytest.mark.parametrize("plan_key", PLANS)
def test_every_question_is_told_somewhere_and_every_option_that_answers_with_yes_or_no_as_a_statement(
        plan_key: str) -> None:
    told = tellings(plan_key)  # type: ignore[arg-type]
    for question in all_questions().values():
        if question.plan != plan_key or told[question.id].role != "innehall":
            continue
        for option in question.options:
            if question.kind == "val" and re.match(r"(Ja|Nej|Vi|Vet inte)\b", option.label):
                assert option.id in told[question.id].says, (question.id, option.id)
        if question.per == "aktor" and question.kind in ("val", "ja_nej"):
            assert {one.id for one in question.options} <= set(told[question.id].says), question.id


@pytest.mark.parametrize("plan_key", PLANS)
def test_a_sentence_is_a_sentence_and_what_is_said_of_actors_is_none(plan_key: str) -> None:
    for row in tellings(plan_key).values():  # type: ignore[arg-type]
        question = all_questions()[row.question]
        sentences = list(row.says.values()) if question.per == "lan" else []
        for sentence in [*sentences, *([row.sentence] if row.sentence else [])]:
            assert sentence[0].isupper(), (row.question, sentence)
            assert sentence.endswith("."), (row.question, sentence)
            assert not re.search(r"\b(vi|ni|vårt|ert|våra|era)\b", sentence, re.IGNORECASE), (row.question, sentence)
        if question.per == "aktor":
            assert all(said[0].islower() and not said.endswith(".") for said in row.says.values()), row.question
    assert all("?" not in section.title for section in sections(plan_key))  # type: ignore[arg-type]
