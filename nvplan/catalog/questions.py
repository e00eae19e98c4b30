"""The three plans' steps, chapters and questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from nvplan.catalog import anchors
from nvplan.catalog.bindings import bindings
from nvplan.catalog.checking_questions import chapter_faults, link_faults, question_faults, step_faults
from nvplan.catalog.faults import Fault, id_faults, read_checked, read_with_own
from nvplan.catalog.following import in_the_name_of, origin_set, spoken_set
from nvplan.catalog.location import remembered
from nvplan.catalog.requirements import plan_sets, requirement_sets, requirements
from nvplan.model.collation import nearest
from nvplan.model.errors import CatalogError, UnknownNameError
from nvplan.model.plan import PlanInfo
from nvplan.model.question import Chapter, Question, RemovedQuestion, Step
from nvplan.model.requirement import PLANS, PlanKey, RequirementSet
from nvplan.texts import catalog as catalog_texts
from nvplan.texts import common as common_texts

REMOVED = "borttagna_fragor.jsonl"
#: The fields whose words name the requirement set in use.
TEMPLATED = ("asks", "background")


@dataclass(frozen=True)
class PlanForm:
    """One plan's form: its steps, chapters and questions in order."""

    plan: PlanKey
    steps: tuple[Step, ...]
    chapters: tuple[Chapter, ...]
    questions: tuple[Question, ...]
    by_id: Mapping[str, Question]
    templates: Mapping[str, Question]
    """What is asked for, with a place for the set's name, by the id of each question whose words are about the set."""

    def of_chapter(self, chapter: str) -> list[Question]:
        """Return the chapter's questions in order."""
        return [question for question in self.questions if question.chapter == chapter]

    def of_step(self, step: str) -> list[Chapter]:
        """Return the step's chapters in order."""
        return [chapter for chapter in self.chapters if chapter.step == step]

    def chapter(self, identity: str) -> Chapter:
        """Return the chapter with this id.

        Raises:
            KeyError: the plan has no such chapter.
        """
        return next(chapter for chapter in self.chapters if chapter.id == identity)


def step_file(plan: PlanKey) -> str:
    """Return the name of the file with a plan's steps."""
    return f"steg/{plan}.jsonl"


def chapter_file(plan: PlanKey) -> str:
    """Return the name of the file with a plan's chapters."""
    return f"kapitel/{plan}.jsonl"


def question_file(plan: PlanKey) -> str:
    """Return the name of the file with a plan's questions."""
    return f"fragor/{plan}.jsonl"


@remembered
def plan_form(plan: PlanKey) -> PlanForm:
    """Return one plan's form: its own questions, and in their chapters those of other plans that are shown there too.

    Raises:
        CatalogError: a file of the plan does not hold, or a question is tied to a requirement that does not exist.
    """
    steps = read_checked(step_file(plan), Step, partial(step_faults, plan=plan))
    chapters = _chapters(plan)
    order = {chapter.id: place for place, chapter in enumerate(chapters)}
    written = sorted((*_own(plan), *_guests(plan)), key=lambda question: order[question.chapter])
    questions = tuple(_told(question) for question in written)
    templates = {question.id: question for question in written if _names_a_set(question)}
    return PlanForm(plan, steps, chapters, questions, {question.id: question for question in questions}, templates)


@remembered
def _chapters(plan: PlanKey) -> tuple[Chapter, ...]:
    known = {step.id for step in read_checked(step_file(plan), Step, partial(step_faults, plan=plan))}
    return read_checked(chapter_file(plan), Chapter, partial(chapter_faults, plan=plan, steps=known))


@remembered
def _own(plan: PlanKey) -> tuple[Question, ...]:
    """Return a plan's own questions in the order of its chapters, each with the register that holds its answer."""
    order = {chapter.id: place for place, chapter in enumerate(_chapters(plan))}

    def check(rows: Sequence[Question]) -> Iterator[Fault]:
        return chain(question_faults(rows, plan, order), link_faults(rows, requirements()))

    written = sorted(read_with_own(question_file(plan), Question, check), key=lambda question: order[question.chapter])
    for sentence in anchors.missing_questions(plan, {question.id: question for question in written}):
        raise CatalogError(sentence)
    bound = bindings()
    return tuple(question.model_copy(update={"bound": bound[question.id]}) if question.id in bound else question
                 for question in written)


def _guests(plan: PlanKey) -> Iterator[Question]:
    """Yield the other plans' questions that a plan shows, as it shows them: deeper, in a chapter of its own."""
    for other in PLANS:
        for question in _own(other) if other != plan else ():
            for place in question.also:
                if place.plan == plan:
                    yield question.model_copy(update={"plan": plan, "chapter": place.chapter, "core": False,
                                                      "guest": True})


def _told(question: Question) -> Question:
    """Return a question as it reads where no plan is at hand: in the name of the set that it was written from."""
    if not _names_a_set(question):
        return question
    return _in_the_name_of(question, _set_name(question, requirement_sets()[origin_set(question)]))


def _set_name(question: Question, its_set: RequirementSet) -> str:
    """Return what a set is called in a question; where the patient's agreement is told of, whose agreement it is."""
    return its_set.name_in_full if question.plan == "patientkontrakt" else its_set.name


def _names_a_set(question: Question) -> bool:
    return any("{" in getattr(question, field) for field in TEMPLATED)


def _in_the_name_of(question: Question, name: str) -> Question:
    return question.model_copy(
        update={field: in_the_name_of(getattr(question, field), name) for field in TEMPLATED})


def as_asked(question: Question, info: PlanInfo) -> Question:
    """Return a question as a plan asks it: in the name of the plan's set where its words hold for that set."""
    template = plan_form(question.plan).templates.get(question.id)
    if template is None:
        return question
    name = _set_name(question, plan_sets(info)[spoken_set(question, info.requirement_set)])
    written = _in_the_name_of(template, name)
    return question.model_copy(update={field: getattr(written, field) for field in TEMPLATED})


@remembered
def removed_questions() -> Mapping[str, RemovedQuestion]:
    """Return the questions that are asked no more, by id.

    Raises:
        CatalogError: data/borttagna_fragor.jsonl does not hold.
    """
    return {row.id: row for row in read_checked(REMOVED, RemovedQuestion, id_faults)}


def removed_faults(rows: Sequence[RemovedQuestion]) -> Iterator[Fault]:
    """Yield what keeps a removed question from leading anywhere: it is there still, or what replaces it is not."""
    yield from id_faults(rows)
    known = all_questions()
    for place, row in enumerate(rows):
        if row.id in known:
            yield place, catalog_texts.FAULT_REMOVED_THERE.format(question=row.id)
        if row.to not in known:
            yield place, catalog_texts.FAULT_NO_QUESTION.format(question=row.to)


@remembered
def all_questions() -> Mapping[str, Question]:
    """Return every question of every plan by id."""
    return {question.id: question for plan in PLANS for question in plan_form(plan).questions if not question.guest}


def find_question(wanted: str) -> Question:
    """Return the question with this id.

    Raises:
        UnknownNameError: no question has it; the sentence names the nearest ids.
    """
    known, name = all_questions(), wanted.strip().lower()
    found = known.get(name)
    if found is None and name in removed_questions():
        raise UnknownNameError(common_texts.question_removed(name, removed_questions()[name].text))
    if found is None:
        raise UnknownNameError(common_texts.unknown_name(common_texts.WHAT_QUESTION, wanted, nearest(wanted, known),
                                                  common_texts.HOW_QUESTION))
    return found
