"""Reads how answers are told in plan documents, and checks that each question has its row and each row its question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from nvplan.catalog.faults import Fault, read_checked, read_with_own
from nvplan.catalog.location import remembered
from nvplan.catalog.own import own_name
from nvplan.catalog.questions import PlanForm, all_questions, plan_form, question_file
from nvplan.catalog.reading import read_jsonl
from nvplan.model.kinds import kind_of
from nvplan.model.question import Question
from nvplan.model.requirement import PlanKey
from nvplan.model.telling import ANSWER, NO, WHEN, YES, Section, Telling
from nvplan.texts import catalog as catalog_texts

SECTIONS = "dokument/avsnitt.jsonl"


def telling_file(plan: PlanKey) -> str:
    """Return the name of the file that says how a plan's answers are told."""
    return f"dokument/{plan}.jsonl"


@remembered
def tellings(plan: PlanKey) -> Mapping[str, Telling]:
    """Return how a plan's answers are told, by question.

    A question without a row, which only a county's own data can have, is told under its own words.

    Raises:
        CatalogError: a row does not hold.
    """
    form = plan_form(plan)
    rows = read_with_own(telling_file(plan), Telling, partial(telling_faults, form=form))
    found = {row.question: row for row in rows}
    own = {one.id: Telling(question=one.id, role="innehall", heading=one.label.rstrip("?"))
           for one in form.questions if one.id not in found}
    return found | own


@remembered
def tellings_of_one_body(plan: PlanKey) -> Mapping[str, Telling]:
    """Return how a plan's answers are told where region and kommun are one body, by question."""
    return {question: row.of_one_body() for question, row in tellings(plan).items()}


@remembered
def sections(plan: PlanKey) -> tuple[Section, ...]:
    """Return the sections of a plan's document in order.

    Raises:
        CatalogError: a row does not hold.
    """
    return tuple(row for row in read_checked(SECTIONS, Section, section_faults) if row.plan == plan)


def telling_faults(rows: Sequence[Telling], form: PlanForm) -> Iterator[Fault]:
    """Yield rows that tell of no question, twice of the same, of options that are not there, or as a question."""
    seen: set[str] = set()
    roles = {row.question: row for row in rows}
    for place, row in enumerate(rows):
        question = form.by_id.get(row.question)
        if question is None:
            yield place, catalog_texts.FAULT_NO_QUESTION.format(question=row.question)
            continue
        if row.question in seen:
            yield place, catalog_texts.FAULT_TWICE.format(id=row.question)
        seen.add(row.question)
        for fault in _row_faults(row, question, roles.get(row.joins), form):
            yield place, fault


def _row_faults(row: Telling, question: Question, host: Telling | None, form: PlanForm) -> Iterator[str]:
    kind = kind_of(question)
    yield from _word_faults(row, question)
    if row.joins and (host is None or host.joins or host.role != "innehall"
                      or form.by_id[host.question].chapter != question.chapter):
        yield catalog_texts.FAULT_TOLD_JOINS.format(question=row.joins)
    if row.source and (row.source not in all_questions() or not kind.is_number):
        yield catalog_texts.FAULT_TOLD_SOURCE.format(question=row.source)
    yes_no = kind.is_one_choice and not kind.has_options
    options = {YES, NO} if yes_no else {one.id for one in question.options}
    for option in sorted({*row.says, *row.words, *row.own, *row.one_body.says} - options):
        yield catalog_texts.FAULT_BOUND_OPTION.format(option=option)
    taking = {one.id for one in question.options if one.own} if row.says and kind.is_one_choice else set()
    for option in sorted(taking ^ {name for name, sentence in row.own.items() if ANSWER in sentence}):
        yield catalog_texts.FAULT_TOLD_OWN.format(option=option, place=ANSWER)
    for column in question.columns:
        if row.role == "innehall" and "?" in row.columns.get(column.id, column.label):
            yield catalog_texts.FAULT_TOLD_AS_QUESTION.format(heading=column.label)
    for column_id in sorted(set(row.columns) - {column.id for column in question.columns}):
        yield catalog_texts.FAULT_TOLD_COLUMN.format(column=column_id)
    if yes_no and row.role == "innehall" and set(row.says) != options:
        yield catalog_texts.FAULT_TOLD_YES_NO


def _word_faults(row: Telling, question: Question) -> Iterator[str]:
    """Yield headings that ask, and sentences without a place for the answer."""
    for heading in (row.heading, row.one_body.heading):
        if "?" in heading:
            yield catalog_texts.FAULT_TOLD_AS_QUESTION.format(heading=heading)
    for sentence in filter(None, (row.sentence, row.one, row.one_body.sentence)):
        if ANSWER in sentence or (kind_of(question).is_day and WHEN in sentence):
            continue
        yield catalog_texts.FAULT_TOLD_WITHOUT_ANSWER.format(place=ANSWER)


def section_faults(rows: Sequence[Section]) -> Iterator[Fault]:
    """Yield sections with a chapter that does not exist or that an earlier section has."""
    seen: set[tuple[str, str]] = set()
    for place, row in enumerate(rows):
        known = {chapter.id for chapter in plan_form(row.plan).chapters}
        for chapter in row.chapters:
            if chapter not in known:
                yield place, catalog_texts.FAULT_TOLD_CHAPTER.format(chapter=chapter)
            if (row.plan, chapter) in seen:
                yield place, catalog_texts.FAULT_TWICE.format(id=chapter)
            seen.add((row.plan, chapter))


def left_untold(plan: PlanKey) -> Iterator[str]:
    """Yield a sentence for each question without a row and each chapter that no section tells."""
    told = {row.question for row in read_checked(telling_file(plan), Telling, lambda _: iter(()))}
    own = own_name(question_file(plan))
    added = {row.id for row in read_jsonl(own, Question)} if own else set()
    for question in plan_form(plan).questions:
        if question.id not in told | added:
            yield catalog_texts.FAULT_UNTOLD.format(file=telling_file(plan), question=question.id)
    placed = {chapter for one in sections(plan) for chapter in one.chapters}
    for chapter in plan_form(plan).chapters:
        if chapter.id not in placed:
            yield catalog_texts.FAULT_UNPLACED.format(file=SECTIONS, chapter=chapter.id)


def heading_of(question: str) -> str:
    """Return what a question's answer is told under: what it is about, in words that do not ask."""
    return tellings(all_questions()[question].plan)[question].heading
