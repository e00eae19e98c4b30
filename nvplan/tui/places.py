"""Leads to the places beside the questions: which screen a place is, and what is listed of them and found in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from nvplan.catalog.reference import terms
from nvplan.catalog.requirements import plan_sets, requirements_in_force
from nvplan.model.compliance import bound
from nvplan.model.plan import PlanState
from nvplan.model.question import Question
from nvplan.model.reference import Term
from nvplan.model.safetext import one_line, visible
from nvplan.services.reading.carried import unconfirmed_objects
from nvplan.services.reading.guide import Stop, actor_name
from nvplan.services.reading.object_fields import fields_by_name
from nvplan.services.reading.object_rows import object_name, objects_of
from nvplan.services.reading.places import BOARD, LISTED, REQUIREMENTS, REVIEW, TERM, Place, find_place, part_of
from nvplan.services.reading.report_days import DATES, report_days
from nvplan.services.reading.sources import source_text
from nvplan.services.reading.status import requirement_tally
from nvplan.services.writing.frozen_reports import OCCASIONS
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_review as planner_review_texts
from nvplan.texts import reports_planner as reports_planner_texts
from nvplan.tui.screens.boxes.box import Choice
from nvplan.tui.screens.objects.object_boxes import TextBox
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.widgets.guidance import modality_mark

if TYPE_CHECKING:
    from nvplan.tui.going import GoingApp


def screen_for(session: PlanSession, place: Place, filters: Mapping[str, str] | None = None) -> PlaceScreen:
    """Return the screen of a place; the identity is marked, or opened where it is an object."""
    if place.kind == REQUIREMENTS:
        from nvplan.tui.screens.requirements.requirements import RequirementsScreen

        return RequirementsScreen(session, place.actor, mark=place.identity)
    if place.kind == REVIEW:
        from nvplan.tui.screens.review.review import ReviewScreen

        return ReviewScreen(session)
    if place.kind == BOARD:
        from nvplan.tui.screens.objects.efforts_board import EffortsBoardScreen

        return EffortsBoardScreen(session)
    if place.kind == OCCASIONS:
        from nvplan.tui.screens.reports.report import ReportScreen
        from nvplan.tui.screens.reports.reports import ReportsScreen

        return ReportScreen(session, place.identity) if place.identity else ReportsScreen(session)
    if place.kind == DATES:
        from nvplan.tui.screens.reports.dates import DatesScreen

        return DatesScreen(session, place.identity)
    if place.identity:
        from nvplan.tui.screens.objects.object_form import ObjectFormScreen

        return ObjectFormScreen(session, place.kind, place.identity)
    from nvplan.tui.screens.objects.objects import ObjectsScreen

    return ObjectsScreen(session, place.kind, filters)


def screen_at(session: PlanSession, text: str) -> PlaceScreen | None:
    """Return the screen that a finding's place leads to: a question, an assessment, an object, a list; None if gone."""
    found = find_place(text, session.state)
    if isinstance(found, Stop):
        from nvplan.tui.screens.questions.question import QuestionScreen

        return QuestionScreen(session, found)
    if found is not None and found.kind == REQUIREMENTS and found.actor:
        from nvplan.tui.screens.requirements.assessment import AssessmentScreen

        return AssessmentScreen(session, found.identity, found.actor)
    return screen_for(session, found) if found is not None else None


def screen_to_confirm(session: PlanSession, kind: str, identity: str) -> PlaceScreen:
    """Return where an object from last year's plan is confirmed; those of its type that are left to do follow it."""
    if kind == "kravbedomning":
        from nvplan.tui.screens.requirements.requirements import RequirementsScreen

        one = session.state.objects[kind][identity]
        requirement, actor = getattr(one, "requirement", ""), getattr(one, "actor", "")
        return RequirementsScreen(session, actor, mark=requirement)
    from nvplan.tui.screens.objects.object_form import ObjectFormScreen

    return ObjectFormScreen(session, kind, identity, among=[one.id for one in unconfirmed_objects(session.state, kind)])


def list_of(session: PlanSession, question: Question) -> PlaceScreen | None:
    """Return the list that a question's answer is taken from, the part that belongs to the question's plan."""
    kind = question.draws_on
    if kind not in LISTED:
        return None
    return screen_for(session, Place(kind), part_of(kind, question.plan))


def open_from_list(planner: GoingApp, session: PlanSession, target: object) -> None:
    """Open what was chosen in «Gå till» or in the search: a place over the question or overview, or a term's box."""
    if not isinstance(target, Place):
        return
    if target.kind == TERM:
        planner.push_screen(term_box(target.identity))
        return
    while len(planner.screen_stack) > 2:
        planner.pop_screen()
    planner.place.show_over(screen_for(session, target))


def open_remembered(planner: GoingApp, session: PlanSession, text: str) -> bool:
    """Open a place as it was remembered between two sittings; tell whether there is one."""
    found = find_place(text, session.state)
    if not isinstance(found, Place):
        return False
    planner.show_place(screen_for(session, found))
    return True


def recent_choice(state: PlanState, text: str) -> Choice | None:
    """Return a recent place as a row of «Gå till»; None where it is gone."""
    found = find_place(text, state)
    if not isinstance(found, Place):
        return None
    name = object_name(state, found.kind, found.identity) if found.kind in LISTED and found.identity else ""
    actor = actor_name(state, found.actor)
    shown = " · ".join(part for part in (found.identity if not name else "", actor) if part) or name
    place = planner_objects_texts.place_name(found.kind)
    return Choice(
        planner_objects_texts.FORM_CRUMB.format(place=place, name=shown) if shown else place,
        planner_objects_texts.RECENT,
        "",
        found,
    )


# -- lists of places -----------------------------------------------------------------------------------------------
def place_order() -> Sequence[str]:
    """Return the places in the order of the overview."""
    known = [kind for kind in planner_objects_texts.PLACE_ORDER if kind in (*LISTED, REQUIREMENTS, REVIEW)]
    return [*known[:-1], *(kind for kind in LISTED if kind not in known and kind != "matning"), *known[-1:]]


def place_rows(state: PlanState, findings: Mapping[str, int] | None = None, style: str = "dim"
               ) -> list[tuple[Content, Place]]:
    """Return the rows of the overview: each place with how much is in it, and in a quieter style what it is for.

    `findings` is counted by the caller.
    """
    rows = []
    for kind in place_order():
        count, about = _summary(state, kind, findings or {})
        name = Content(f"{planner_objects_texts.place_name(kind):<20}")
        rows.append((Content.assemble(name, Content.styled(f"{count:<22}", "bold"), Content.styled(about, style)),
                     Place(kind)))
    return rows


def _summary(state: PlanState, kind: str, findings: Mapping[str, int]) -> tuple[str, str]:
    about = planner_objects_texts.PLACES[kind][1]
    if kind == REVIEW:
        return planner_review_texts.findings(findings), about
    if kind == REQUIREMENTS:
        counts = [found for found in requirement_tally(state).values() if any(found.values())]
        met, count = sum(found["met"] for found in counts), sum(sum(found.values()) for found in counts)
        return planner_objects_texts.REQUIREMENTS_MET.format(met=met, count=count), about
    if kind == DATES:
        return reports_planner_texts.days_to_confirm(
            sum(one.standing == "forslag" for one in report_days(state))
        ), about
    return planner_objects_texts.counted(kind, len(objects_of(state, kind))), about


def place_choices(state: PlanState) -> list[Choice]:
    """Return the places as rows of «Gå till»."""
    kinds = list(place_order())
    kinds[1:1] = [BOARD]
    kinds.insert(kinds.index("mal") + 1, "matning")
    return [Choice(planner_objects_texts.place_name(kind), _summary(state, kind, {})[0] if kind != BOARD else "",
                   planner_objects_texts.PLACES[kind][1], Place(kind)) for kind in kinds]


#: The days that tell objects with the same name apart.
_DAYS = ("date", "deadline", "raised", "received")


# -- search --------------------------------------------------------------------------------------------------------
def object_choices(state: PlanState) -> list[Choice]:
    """Return every shared object as a row of the search."""
    rows = []
    for kind in LISTED:
        known = [name for name in ("purpose", "description", "body", "text", "role", "reference")
                 if name in fields_by_name(kind)]
        days = [name for name in _DAYS if name in fields_by_name(kind)]
        for identity, one in objects_of(state, kind).items():
            words = " ".join(one_line(str(getattr(one, name)), 200) for name in known if getattr(one, name))
            day = next((str(value) for name in days if (value := getattr(one, name))), "")
            whose = actor_name(state, str(getattr(one, "actor", ""))) if kind == "matning" else ""
            detail = " · ".join(part for part in (planner_objects_texts.place_name(kind), whose, day) if part)
            rows.append(Choice(one_line(object_name(state, kind, identity), 90), detail, f"{identity} {words}",
                               Place(kind, identity)))
    return rows


def requirement_choices(state: PlanState) -> list[Choice]:
    """Return every requirement in force that binds someone as a row of the search."""
    sets = plan_sets(state.info)
    rows = []
    for one in requirements_in_force(state.info):
        actors = bound(one, state.actors)
        if actors:
            rows.append(Choice(f"{one.id}  {one.title}", f"{planner_objects_texts.SEARCH_REQUIREMENT} · "
                               f"{modality_mark(one, sets[one.set])}", one_line(one.text, 200),
                               Place(REQUIREMENTS, one.id, actors[0].id)))
    return rows


def term_choices() -> list[Choice]:
    """Return the glossary as rows of the search."""
    return [
        Choice(one.term, planner_objects_texts.SEARCH_TERM, " ".join(one.aliases), Place(TERM, one.id))
        for one in terms()
    ]


def term_box(identity: str) -> TextBox:
    """Return the box that explains a term."""
    one = next(one for one in terms() if one.id == identity)
    basis = {"sammanhang": planner_objects_texts.TERM_CONTEXT, "nvplan": planner_objects_texts.TERM_OWN}.get(
        one.basis, ""
    )
    return TextBox(one.term, Content("\n").join(_term_parts(one, basis)))


def _term_parts(one: Term, basis: str) -> list[Content]:
    pairs = [
        (planner_objects_texts.TERM_MEANS, one.definition),
        (planner_objects_texts.TERM_ALSO, ", ".join(one.aliases)),
        (planner_review_texts.SIDE_NOTE, one.note),
        ("", basis),
        (planner_objects_texts.TERM_SOURCE, source_text((one.source,)) if one.source else ""),
    ]
    parts: list[Content] = []
    for label, value in pairs:
        if value:
            parts += [Content.styled(label, "bold $primary")] if label else []
            parts += [Content(visible(value)), Content("")]
    return parts


