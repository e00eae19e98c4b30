"""What a search looks through: the plan's objects, its questions with their answers, requirements and the glossary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nvplan.catalog.questions import as_asked, plan_form
from nvplan.catalog.reference import terms
from nvplan.catalog.requirements import plan_sets, requirements_in_force
from nvplan.model.compliance import bound
from nvplan.model.dates import short_date
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PLANS
from nvplan.model.safetext import one_line
from nvplan.model.values import value_on_line
from nvplan.services.reading.guide import Stop, actor_name, first_stop, requirements_of, stops
from nvplan.services.reading.library import library
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_rows import object_name, objects_of
from nvplan.services.reading.places import LIBRARY, LISTED, REQUIREMENTS, TERM, Place
from nvplan.services.reading.plan_names import plan_name, plan_short
from nvplan.services.reading.ranking import folded, ranked
from nvplan.texts import library as library_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_objects as planner_objects_texts

if TYPE_CHECKING:
    from nvplan.services.reading.open_plan import OpenPlan

#: The days that tell objects with the same name apart, and the fields whose words find an object.
_DAYS = ("date", "deadline", "raised", "received")
_SOUGHT = ("purpose", "description", "body", "text", "role", "reference")

#: The parts of the library that are found as what they are.
_FOUND_ELSEWHERE = ("begrepp", "krav")

#: What is found beside objects, in words.
GROUPS = {REQUIREMENTS: planner_objects_texts.SEARCH_REQUIREMENT, TERM: planner_objects_texts.SEARCH_TERM}


@dataclass(frozen=True)
class SearchRow:
    """Something that can be found: its name, what stands beside, words that only find it, and where it leads."""

    text: str
    detail: str
    found_by: str
    leads_to: Stop | Place
    code: str = ""
    """What it is called in files and commands: it finds the row and is not shown."""

    @property
    def group(self) -> str:
        """What it is one of, in words: a question, a type of object, a requirement or a term."""
        if isinstance(self.leads_to, Stop):
            return planner_objects_texts.SEARCH_QUESTIONS
        return GROUPS.get(self.leads_to.kind) or planner_objects_texts.place_name(self.leads_to.kind)

    @property
    def place(self) -> str:
        """Where it leads, written as a finding's place."""
        return f"fraga:{self.leads_to.place}" if isinstance(self.leads_to, Stop) else self.leads_to.text


def search_rows(plan: OpenPlan) -> list[SearchRow]:
    """Return everything that can be found, in the order in which equally close hits are shown."""
    return [*_plans(plan.state), *plan.once("search-objects", _objects), *_questions(plan.state),
            *plan.once("search-requirements", _requirements), *_terms(), *plan.once("search-library", _library)]


def search(plan: OpenPlan, words: str) -> list[SearchRow]:
    """Return what has every word, in any order, those closest by name first; nothing where no word is given."""
    if not words.strip():
        return []
    return ranked([(folded(row), row) for row in search_rows(plan)], words)


def search_json(found: list[SearchRow]) -> list[dict[str, Any]]:
    """Return hits as `nvplan sok --json` prints them."""
    return [{"place": row.place, "text": row.text, "detail": row.detail or None} for row in found]


def _objects(state: PlanState) -> list[SearchRow]:
    rows = []
    for kind in LISTED:
        known = [name for name in _SOUGHT if name in fields_by_name(kind)]
        days = [name for name in _DAYS if name in fields_by_name(kind)]
        for identity, one in objects_of(state, kind).items():
            words = " ".join(one_line(str(getattr(one, name)), 200) for name in known if getattr(one, name))
            day = short_date(next((str(value) for name in days if (value := getattr(one, name))), ""))
            whose = actor_name(state, str(getattr(one, "actor", ""))) if kind == "matning" else ""
            detail = " · ".join(part for part in (planner_objects_texts.place_name(kind), whose, day) if part)
            rows.append(SearchRow(one_line(object_name(state, kind, identity), 90), detail, words,
                                  Place(kind, identity), identity))
    return rows


def _plans(state: PlanState) -> list[SearchRow]:
    """Return the plans by the names that the county has for them, each leading to its first question."""
    return [SearchRow(plan_name(state, plan), planner_texts.A_PLAN, f"{plan} {plan_short(state, plan)}", stop)
            for plan in PLANS if (stop := first_stop(plan_form(plan), state)) is not None]


def _questions(state: PlanState) -> list[SearchRow]:
    return [_question(state, stop) for plan in PLANS for stop in stops(plan_form(plan), state, everything=True)]


def _question(state: PlanState, stop: Stop) -> SearchRow:
    question = stop.question
    answer = value_on_line(question, state.answer(question.id, stop.actor).value)
    actor = actor_name(state, stop.actor)
    required = " ".join(f"{one.id} {one.title}" for one, _ in requirements_of(question, state))
    return SearchRow(one_line(f"{actor + ': ' if actor else ''}{question.label}", 110), one_line(answer, 60),
                     f"{as_asked(question, state.info).asks} {required} {answer}", stop, question.id)


def _requirements(state: PlanState) -> list[SearchRow]:
    """Return every requirement in force that binds someone; a proposal is never called anything else."""
    sets = plan_sets(state.info)
    rows = []
    for one in requirements_in_force(state.info):
        actors = bound(one, state.actors)
        if actors:
            proposed = sets[one.set].standing == "foreslagen"
            mark = planner_texts.PROPOSED if proposed else planner_texts.MODALITY[one.modality]
            rows.append(SearchRow(one.title, f"{planner_objects_texts.SEARCH_REQUIREMENT} · {mark} · {one.id}",
                                  one_line(one.text, 200), Place(REQUIREMENTS, one.id, actors[0].id), one.id))
    return rows


def _library(state: PlanState) -> list[SearchRow]:
    """Return the entries of the library that are found nowhere else."""
    return [SearchRow(one_line(one.title, 110), f"{library_texts.PARTS[one.part]} · {one_line(one.whence, 60)}",
                      one.found_by, Place(LIBRARY, one.id), one.key)
            for one in library(state.info) if one.part not in _FOUND_ELSEWHERE]


def _terms() -> list[SearchRow]:
    return [SearchRow(one.term, planner_objects_texts.SEARCH_TERM, " ".join(one.aliases), Place(TERM, one.id))
            for one in terms()]
