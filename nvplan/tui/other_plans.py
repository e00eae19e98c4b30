"""Opening another plan from wherever the person is: those that were open lately, or a file that is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.model.errors import NvplanError
from nvplan.model.given_paths import given_path, is_there
from nvplan.services.preferences import RecentPlan, recent_plans
from nvplan.texts import planner as planner_texts
from nvplan.tui.screens.boxes.asking import LineBox
from nvplan.tui.screens.boxes.box import Choice, PickBox

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp


def ask_for_file(planner: NvplanApp) -> None:
    """Ask for a plan's file and open it; what is wrong with it is said."""
    planner.push_screen(LineBox(planner_texts.OPEN_TITLE, planner_texts.OPEN_LABEL, hint=planner_texts.OPEN_HINT),
                        lambda typed: _open_typed(planner, typed))


def ask_for_plan(planner: NvplanApp) -> None:
    """Offer the plans that were open lately, but for the one that is open, and a file of another name."""
    at_hand = planner.session.address if planner.session is not None else ""
    rows = [Choice(plan.title, plan.address, "", plan) for plan in recent_plans() if plan.address != at_hand]
    rows.append(Choice(planner_texts.OTHER_PLAN_FILE, planner_texts.START_OPEN_HELP, planner_texts.OPEN_TITLE, ""))
    planner.push_screen(PickBox(planner_texts.OTHER_PLAN_TITLE, rows), lambda chosen: _open_chosen(planner, chosen))


def _open_chosen(planner: NvplanApp, chosen: object) -> None:
    if isinstance(chosen, RecentPlan):
        planner.open_plan(chosen.address)
    elif chosen is not None:
        ask_for_file(planner)


def _open_typed(planner: NvplanApp, typed: str | None) -> None:
    from nvplan.services.writing.creating import plan_path

    if typed and typed.strip():
        try:
            path = given_path(typed)
            path = path if is_there(path) else plan_path(typed)
        except NvplanError as error:
            planner.say(str(error), bad=True)
        else:
            planner.open_plan(path)
