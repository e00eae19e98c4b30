"""Checks all of data/: every file, every row, what rows refer to, coverage, and the source texts when at hand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path

from nvplan.catalog import anchors, figures, questions
from nvplan.catalog import checking_requirements as demands
from nvplan.catalog import checking_sources as sources
from nvplan.catalog.agendas import AGENDAS, DIMENSIONS, all_agenda_faults
from nvplan.catalog.bindings import BINDINGS, binding_faults
from nvplan.catalog.checking_core import core_faults, core_together_faults, not_asked
from nvplan.catalog.checking_counties import county_faults, municipality_faults, spelling_faults
from nvplan.catalog.checking_questions import (
    also_faults,
    chapter_faults,
    content_faults,
    link_faults,
    question_faults,
    step_faults,
    whole_faults,
)
from nvplan.catalog.contradictions import CONTRADICTIONS, contradiction_faults
from nvplan.catalog.counties import COUNTIES, COUNTY_COLUMNS, MUNICIPALITIES, MUNICIPALITY_COLUMNS
from nvplan.catalog.documents import DOCUMENTS, documents
from nvplan.catalog.facts import FACTS, fact_faults, unlisted
from nvplan.catalog.faults import Check, file_faults, id_faults, line_sentence, own_faults
from nvplan.catalog.following import followed
from nvplan.catalog.location import data_folder
from nvplan.catalog.own import own_files, own_requirement_files, unread
from nvplan.catalog.reading import Row, numbered_csv, read_jsonl
from nvplan.catalog.reference import codes, reference_faults
from nvplan.catalog.report_links import LINKS, MATTERS, report_link_faults
from nvplan.catalog.reporting import FORMS, items_file, report_forms, reporting_faults
from nvplan.catalog.requirements import SETS, latest_verified, requirement_files, requirement_sets, requirements
from nvplan.catalog.tellings import SECTIONS, left_untold, section_faults, telling_faults, telling_file
from nvplan.model.binding import Binding
from nvplan.model.errors import CatalogError, NvplanError
from nvplan.model.fact_list import ListedFact
from nvplan.model.figures import Goal
from nvplan.model.question import Chapter, Question, RemovedQuestion, Step
from nvplan.model.requirement import PLANS, PlanKey, Requirement, RequirementSet
from nvplan.model.source_document import SourceDocument
from nvplan.model.telling import Section, Telling
from nvplan.texts import catalog as catalog_texts
from nvplan.texts import own_sets as own_sets_texts
from nvplan.texts import reference as reference_texts

ROWS, LEFT_OUT = "kallrader.csv", "utelamnade.csv"
ROW_COLUMNS = ("id", "document", "line", "actor")
LEFT_OUT_COLUMNS = ("id", "reason")
#: What may stand in data/ without being read as a part of the catalogue.
NOT_READ = ("README.md",)
_FIGURE_LOADERS: tuple[Callable[[], object], ...] = (
    figures.goals, figures.indicators, figures.background, figures.funding_basis, figures.funding,
    figures.funding_totals, figures.funding_rules, figures.timeline, figures.histories,
)
_FIGURE_FILES = (figures.GOALS, figures.INDICATORS, figures.BACKGROUND, figures.FUNDING, figures.FUNDING_BASIS,
                 figures.FUNDING_TOTALS, figures.FUNDING_RULES, figures.TIMELINE, figures.HISTORY)
_REFERENCE_FILES = ("kodlistor.jsonl", "exempel.jsonl", "begrepp.jsonl", "lankar.jsonl", "datum.jsonl", AGENDAS,
                    DIMENSIONS)


def catalog_faults(source_folder: Path | None = None, others: Collection[str] = ()) -> list[str]:
    """Return every fault of data/ as a sentence that names file, line and remedy; none when all of it holds.

    With a folder of source texts every line and heading is looked up there as well. `others` are files that somebody
    else reads and checks.
    """
    parts: list[Callable[[], Iterator[str]]] = [
        partial(_file_faults, others), _county_faults, _document_faults, _set_faults,
        *map(_requirement_part, requirement_files()), _row_faults, _left_out_faults, *map(_plan_part, PLANS),
        _core_faults,
        *map(_loader_part, _FIGURE_LOADERS), _goal_faults, lambda: iter(reference_faults()),
        lambda: iter(all_agenda_faults()),
        lambda: iter(reporting_faults()), lambda: iter(report_link_faults()), lambda: iter(contradiction_faults()),
        sources.key_faults, _source_faults, _binding_faults, _fact_faults, _section_faults,
        *map(_telling_part, PLANS),
    ]
    if source_folder is not None:
        parts.append(partial(_text_faults, source_folder))
    found: dict[str, None] = {}
    for part in parts:
        try:
            for sentence in part():
                found.setdefault(sentence)
        except CatalogError as error:
            found.update(dict.fromkeys(error.sentences))
        except NvplanError as error:
            found.setdefault(str(error))
    return list(found)


def set_notes() -> list[str]:
    """Return what each set leaves without a requirement, compared with the set that it replaces; no fault in itself."""
    notes = []
    for one in requirement_sets().values():
        if one.always or not one.replaces:
            continue
        if not any(row.set == one.id for row in requirements().values()):
            notes.append(catalog_texts.NOTE_SET_EMPTY.format(set=one.name))
        elif left := left_without(one):
            notes.append(catalog_texts.set_leaves(one.name, left))
    return [*notes, *_unasked_notes()]


def _own_requirements() -> set[str]:
    """Return the ids of the requirements that the county has added: it need not ask about them."""
    return {row.id for name in own_requirement_files() for row in read_jsonl(name, Requirement)}


def _unasked_notes() -> Iterator[str]:
    """Yield the requirements of the county's own sets that no core question asks about: they are judged in Krav."""
    own = [requirements()[one] for one in sorted(_own_requirements())]
    for plan in PLANS:
        core = [one for one in questions.plan_form(plan).questions if one.core]
        if found := not_asked(plan, core, own):
            yield catalog_texts.NOTE_NOT_ASKED.format(plan=catalog_texts.PLAN_NAME[plan],
                                                      ids=", ".join(one.id for one in found))


def left_without(one: RequirementSet) -> list[str]:
    """Return the questions that a set leaves without a requirement of its own though the set before it had one."""
    def has(question: Question, wanted: str) -> bool:
        return any(requirements()[row].set == wanted for row in followed(question.requirements, wanted))

    return [question.id for question in questions.all_questions().values()
            if has(question, one.replaces) and not has(question, one.id)]


def counted() -> dict[str, int]:
    """Return how much a check goes through; `places` are the named places that have line numbers."""
    places = sum(bool(place.source.get("lines")) for place in sources.source_places())
    return {"own": len(own_files()), "requirements": len(requirements()), "questions": len(questions.all_questions()),
            "rows": len(_actors_of_rows()), "places": places}


def _file_faults(others: Collection[str]) -> Iterator[str]:
    """Yield the files of data/ that nothing reads: a misspelt name would otherwise be passed over in silence."""
    folder = data_folder()
    known = {COUNTIES, MUNICIPALITIES, DOCUMENTS, SETS, ROWS, LEFT_OUT, FORMS, LINKS, MATTERS, CONTRADICTIONS, BINDINGS,
             questions.REMOVED, FACTS, SECTIONS, *requirement_files(), *_FIGURE_FILES, *_REFERENCE_FILES, *NOT_READ,
             *others}
    for plan in PLANS:
        known |= {questions.step_file(plan), questions.chapter_file(plan), questions.question_file(plan),
                  telling_file(plan)}
    known |= {items_file(form) for form in report_forms()}
    yield from (catalog_texts.FAULT_FILE_UNKNOWN.format(file=own_sets_texts.catalog_file(name)) for name in unread())
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and path.suffix in (".jsonl", ".csv") and name in known and not path.read_bytes().strip():
            yield catalog_texts.FAULT_FILE_EMPTY.format(file=name)
        if path.is_file() and name not in known and not path.name.startswith("."):
            yield catalog_texts.FAULT_FILE_UNKNOWN.format(file=own_sets_texts.catalog_file(name))


def _county_faults() -> Iterator[str]:
    counties = numbered_csv(COUNTIES, COUNTY_COLUMNS)
    for line, fault in (*county_faults(counties), *spelling_faults(counties)):
        yield line_sentence(COUNTIES, line, fault)
    for line, fault in municipality_faults(numbered_csv(MUNICIPALITIES, MUNICIPALITY_COLUMNS),
                                           {row["code"] for _, row in counties}):
        yield line_sentence(MUNICIPALITIES, line, fault)


def _document_faults() -> Iterator[str]:
    yield from file_faults(DOCUMENTS, SourceDocument, id_faults)
    yield from own_faults(DOCUMENTS, SourceDocument, id_faults)


def _set_faults() -> Iterator[str]:
    yield from file_faults(SETS, RequirementSet, demands.set_faults)
    yield from own_faults(SETS, RequirementSet, demands.set_faults)
    forms = report_forms()
    yield from file_faults(SETS, RequirementSet, lambda rows: (
        (place, reference_texts.FAULT_FORM.format(value=form)) for place, row in enumerate(rows)
        for form in row.forms if form not in forms))
    latest_verified()


def _requirement_part(name: str) -> Callable[[], Iterator[str]]:
    def part() -> Iterator[str]:
        before = {row.id for other in requirement_files() if _is_read_before(other, name)
                  for row in read_jsonl(other, Requirement)}
        yield from file_faults(name, Requirement,
                               partial(demands.requirement_faults, sets=requirement_sets(), before=before))
        areas = {code.id for code in codes("omrade").codes}
        yield from file_faults(name, Requirement, partial(demands.cross_faults, everything=requirements(), areas=areas,
                                                          row_ids=_actors_of_rows()))
    return part


def _is_read_before(other: str, name: str) -> bool:
    names = requirement_files()
    return names.index(other) < names.index(name)


def _actors_of_rows() -> dict[str, str]:
    return {row["id"]: row["actor"] for _, row in numbered_csv(ROWS, ROW_COLUMNS)}


def _row_faults() -> Iterator[str]:
    numbered = numbered_csv(ROWS, ROW_COLUMNS)
    rows = [row for _, row in numbered]
    left_out = {row["id"] for _, row in numbered_csv(LEFT_OUT, LEFT_OUT_COLUMNS)}
    for place, fault in (*demands.row_faults(rows, documents()),
                         *demands.coverage_faults(rows, covered_rows(), left_out)):
        yield line_sentence(ROWS, numbered[place][0], fault)


def _left_out_faults() -> Iterator[str]:
    numbered = numbered_csv(LEFT_OUT, LEFT_OUT_COLUMNS)
    for place, fault in demands.left_out_faults([row for _, row in numbered], _actors_of_rows(), covered_rows()):
        yield line_sentence(LEFT_OUT, numbered[place][0], fault)


def covered_rows() -> set[str]:
    """Return the ids of the rows of the sentence list that some requirement gathers."""
    return {covered for row in requirements().values() for covered in row.covers}


def _plan_part(plan: PlanKey) -> Callable[[], Iterator[str]]:
    def part() -> Iterator[str]:
        yield from file_faults(questions.step_file(plan), Step, partial(step_faults, plan=plan))
        steps = read_jsonl(questions.step_file(plan), Step)
        known = {step.id for step in steps}
        yield from file_faults(questions.chapter_file(plan), Chapter, partial(chapter_faults, plan=plan, steps=known))
        chapters = read_jsonl(questions.chapter_file(plan), Chapter)
        name = questions.question_file(plan)
        present = {chapter.id for chapter in chapters}
        yield from _with_own(name, Question, partial(question_faults, plan=plan, chapters=present))
        yield from _with_own(name, Question, content_faults)
        everywhere = {one: {chapter.id for chapter in read_jsonl(questions.chapter_file(one), Chapter)}
                      for one in PLANS}
        yield from _with_own(name, Question, partial(also_faults, chapters=everywhere))
        written = read_jsonl(name, Question)
        yield from whole_faults(plan, chapters, steps, written)
        yield from anchors.missing_questions(plan, {question.id: question for question in written})
        yield from _with_own(name, Question, partial(link_faults, requirements=requirements()))
    return part


def _with_own(name: str, model: type[Row], check: Check[Row]) -> Iterator[str]:
    """Yield the faults of a file of data/, and of what the county has added to it."""
    yield from file_faults(name, model, check)
    yield from own_faults(name, model, check)


def _telling_part(plan: PlanKey) -> Callable[[], Iterator[str]]:
    def part() -> Iterator[str]:
        yield from _with_own(telling_file(plan), Telling, partial(telling_faults, form=questions.plan_form(plan)))
        yield from left_untold(plan)
    return part


def _section_faults() -> Iterator[str]:
    yield from file_faults(SECTIONS, Section, section_faults)


def _core_faults() -> Iterator[str]:
    own = _own_requirements()
    demands_of_data = [row for row in requirements().values() if row.id not in own]
    for plan in PLANS:
        yield from core_faults(plan, questions.plan_form(plan).questions, demands_of_data)
    yield from core_together_faults(questions.all_questions().values())


def _fact_faults() -> Iterator[str]:
    known = questions.all_questions()
    yield from file_faults(FACTS, ListedFact, partial(fact_faults, questions=known))
    yield from unlisted(read_jsonl(FACTS, ListedFact), known)


def _binding_faults() -> Iterator[str]:
    yield from file_faults(questions.REMOVED, RemovedQuestion, questions.removed_faults)
    yield from file_faults(BINDINGS, Binding, partial(binding_faults, questions=questions.all_questions()))


def _loader_part(load: Callable[[], object]) -> Callable[[], Iterator[str]]:
    def part() -> Iterator[str]:
        load()
        yield from ()
    return part


def _goal_faults() -> Iterator[str]:
    yield from _with_own(figures.GOALS, Goal, partial(demands.goal_faults, sets=requirement_sets()))


def _source_faults() -> Iterator[str]:
    yield from sources.reference_faults(documents())


def _text_faults(folder: Path) -> Iterator[str]:
    texts, missing = sources.open_sources(folder, documents())
    yield from missing
    slides = {document.id for document in documents().values() if document.kind == "bildspel"}
    yield from sources.text_faults(texts, slides, numbered_csv(ROWS, ROW_COLUMNS), ROWS)
