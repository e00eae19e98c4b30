"""The handlingsplan for continuity: share and index together, computed levels, the need of doctors, and the plan."""

from __future__ import annotations

from collections.abc import Mapping

from nvplan.model.document import Block, Document, Paragraph
from nvplan.model.objects import Effort, Goal, Measurement
from nvplan.model.requirement import PlanKey
from nvplan.model.telling import Part
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.continuity import (
    homes_chart,
    inclusion_blocks,
    national_note,
    national_table,
    national_warnings,
    share_and_index_table,
)
from nvplan.services.documents.continuity_charts import share_and_index_charts
from nvplan.services.documents.efforts import effort_table, efforts_of
from nvplan.services.documents.goal_years import goal_years
from nvplan.services.documents.goals import gap_table, goal_table, measurement_table
from nvplan.services.documents.need import need_section
from nvplan.services.documents.page_room import FULL, Room, fitted
from nvplan.services.documents.plan_decision import decision_blocks
from nvplan.services.documents.plan_document import (
    PartBuilder,
    mark,
    obstacles_part,
    plan_blocks,
)
from nvplan.services.documents.plan_page import plan_page
from nvplan.services.documents.records import decisions_section
from nvplan.services.documents.registers import services, sources_of_measures
from nvplan.services.documents.registry import Request
from nvplan.services.documents.view import View
from nvplan.services.reading.bound import held_by_tables
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts

_PLANS: tuple[PlanKey, ...] = ("kontinuitet",)


def build(session: OpenPlan, request: Request) -> Document:
    """Return the handlingsplan for continuity, for the county or for one actor."""
    view = View(session, request)
    title = documents_actions_texts.CONTINUITY_TITLE

    def first(appendix: Appendix) -> list[Block]:
        return fitted(lambda room: page(view, room=room), decision_blocks(view, "kontinuitet", title, appendix))

    blocks = plan_blocks(view, "kontinuitet", first, PARTS, documents_actions_texts.CONTINUITY_SOURCES)
    return view.document("kontinuitet", title, blocks, _PLANS, mark=mark(view), outside=True)


def page(view: View, level: int = 1, title: str = page_texts.PAGE, room: Room = FULL) -> list[Block]:
    """Return the plan on a page, with share and index drawn together."""
    return plan_page(view, "kontinuitet", level, title, room)


def _goals(view: View, appendix: Appendix, level: int) -> list[Block]:
    """Return the national goals with computed levels; how the county counts its own stands in the appendix."""
    goals = [one for one in view.objects(Goal) if "kontinuitet" in one.plans]
    ids = {goal.id for goal in goals}
    in_tables = held_by_tables(view.state, Measurement.about.name)
    measured = [one for one in view.objects(Measurement) if one.goal in ids or (
        not one.goal and one.measure not in (None, "annat") and one.id not in in_tables)]
    behind = appendix.behind(goal_table(view, goals), documents_plans_texts.GOALS_BEHIND) if goals else []
    if measured:
        behind += appendix.behind(measurement_table(view, measured), documents_plans_texts.MEASUREMENTS_BEHIND)
    return [national_table(view), national_note(view), *national_warnings(view), *behind]


def _present(view: View, appendix: Appendix, level: int) -> list[Block]:
    """Return where the county stands: share and index together, by which rule, kommun by kommun, and the need."""
    table = share_and_index_table(view)
    return [
        *([Paragraph(text=documents_actions_texts.INDEX_MEANING)] if table else []),
        *share_and_index_charts(view, told_elsewhere=table is not None),
        *(appendix.place(table, always=True) if table else []),
        *inclusion_blocks(view, level),
        *homes_chart(view),
        *need_section(view, level),
    ]


def _obstacles(view: View, appendix: Appendix, level: int) -> list[Block]:
    return obstacles_part(view, _PLANS, level)


def _decisions(view: View, appendix: Appendix, level: int) -> list[Block]:
    return decisions_section(view, _PLANS, level, appendix)


def _efforts(view: View, appendix: Appendix, level: int) -> list[Block]:
    """Return the insatser, the short term apart from the long."""
    found = efforts_of(view, "kontinuitet")
    if not found:
        return [Paragraph(text=documents_plans_texts.NO_EFFORTS, tone="missing")]
    blocks: list[Block] = []
    terms: tuple[tuple[str | None, str], ...] = (
        ("kort", documents_actions_texts.SHORT_TERM),
        ("lang", documents_actions_texts.LONG_TERM),
        (None, documents_actions_texts.NO_TERM),
    )
    for term, title in terms:
        inside = [one for one in found if one.horizon == term]
        if inside:
            _show_term(view, inside)
            blocks.append(effort_table(view, documents_plans_texts.efforts_in(title), inside))
    return blocks


def _show_term(view: View, efforts: list[Effort]) -> None:
    for effort in efforts:
        view.show(effort, "horizon")


def _gaps(view: View, appendix: Appendix, level: int) -> list[Block]:
    table = gap_table(view, "kontinuitet")
    return appendix.place(table) if table is not None else []


def _sources(view: View, appendix: Appendix, level: int) -> list[Block]:
    return sources_of_measures(view, appendix, level, "kontinuitet")


def _services(view: View, appendix: Appendix, level: int) -> list[Block]:
    return services(view, appendix, level, "kontinuitet")


def _goal_years(view: View, appendix: Appendix, level: int) -> list[Block]:
    return goal_years(view, "kontinuitet", appendix)


PARTS: Mapping[Part, PartBuilder] = {"mal": _goals, "laget": _present, "insatser": _efforts, "hinder": _obstacles,
                                     "beslut": _decisions, "kallor": _sources, "tjanster": _services, "glapp": _gaps,
                                     "malar": _goal_years}
