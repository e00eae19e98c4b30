"""The joint plan for decision: a page that stands alone, what is to be decided, and the plan in the order of a plan."""

from __future__ import annotations

from collections.abc import Mapping

from nvplan.model.document import Block, Document
from nvplan.model.requirement import PlanKey
from nvplan.model.telling import Part
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.efforts import efforts_of, efforts_section
from nvplan.services.documents.goal_years import goal_years
from nvplan.services.documents.goals import goal_blocks
from nvplan.services.documents.page_room import fitted
from nvplan.services.documents.plan_decision import decision_blocks
from nvplan.services.documents.plan_document import (
    PartBuilder,
    mark,
    obstacles_part,
    plan_blocks,
    without_heading,
)
from nvplan.services.documents.plan_page import plan_page
from nvplan.services.documents.records import decisions_section
from nvplan.services.documents.registers import other_plans, services, sources_of_measures
from nvplan.services.documents.registry import Request
from nvplan.services.documents.structure import subregion_blocks
from nvplan.services.documents.view import View
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents_plans as documents_plans_texts

_PLANS: tuple[PlanKey, ...] = ("gemensam",)


def build(session: OpenPlan, request: Request) -> Document:
    """Return the joint plan, for the county or for one actor."""
    view = View(session, request)
    title = documents_plans_texts.JOINT_TITLE

    def first(appendix: Appendix) -> list[Block]:
        decision = decision_blocks(view, "gemensam", title, appendix)
        return fitted(lambda room: plan_page(view, "gemensam", room=room), decision)

    blocks = plan_blocks(view, "gemensam", first, _PARTS, documents_plans_texts.JOINT_SOURCES)
    return view.document("gemensam-plan", title, blocks, _PLANS, mark=mark(view), outside=True)


def _goals(view: View, appendix: Appendix, level: int) -> list[Block]:
    return goal_blocks(view, "gemensam", appendix)


def _efforts(view: View, appendix: Appendix, level: int) -> list[Block]:
    efforts = efforts_section(view, efforts_of(view, "gemensam"), level - 1, "gemensam")
    return [*without_heading(efforts), *subregion_blocks(view, level)]


def _obstacles(view: View, appendix: Appendix, level: int) -> list[Block]:
    return obstacles_part(view, _PLANS, level)


def _decisions(view: View, appendix: Appendix, level: int) -> list[Block]:
    return without_heading(decisions_section(view, _PLANS, level, appendix))


def _sources(view: View, appendix: Appendix, level: int) -> list[Block]:
    return sources_of_measures(view, appendix, level, "gemensam")


def _services(view: View, appendix: Appendix, level: int) -> list[Block]:
    return services(view, appendix, level, "gemensam")


def _goal_years(view: View, appendix: Appendix, level: int) -> list[Block]:
    return goal_years(view, "gemensam", appendix)


_PARTS: Mapping[Part, PartBuilder] = {"mal": _goals, "insatser": _efforts, "hinder": _obstacles, "beslut": _decisions,
                                      "kallor": _sources, "andra_planer": other_plans, "tjanster": _services,
                                      "malar": _goal_years}
