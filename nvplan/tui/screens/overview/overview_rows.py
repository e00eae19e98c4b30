"""The rows of the overview: what each of them says."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from nvplan.model.dates import format_date
from nvplan.model.plan import PlanInfo, PlanState
from nvplan.model.requirement import PlanKey
from nvplan.model.safetext import one_line
from nvplan.services.reading.due import Due
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.status import plan_status, requirement_tally
from nvplan.texts import common as common_texts
from nvplan.texts import due as due_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.widgets.frame import bar


def heading(text: str) -> Content:
    """Return a heading."""
    return Content.styled(text, "bold")


def plan_card(state: PlanState, plan: PlanKey, room: int, style: str) -> Content:
    """Return how far a plan has come, what is met of what is required, and the next question; in so many cells."""
    found = plan_status(plan, state)
    done = found.progress
    head = Content.assemble(
        Content.styled(f"{planner_texts.PLAN_NAME[plan]:<34}", "bold"), f"{bar(done.share)} {done.percent:>3} %")
    told = common_texts.whole_questions(done.whole, done.applicable, done.started, done.to_confirm)
    counts = [(planner_texts.MODALITY[modality], counted["met"], sum(counted.values()))
              for modality, counted in requirement_tally(state, plan).items() if any(counted.values())]
    lines = [head, Content(f"  {planner_texts.CARD_CORE}{told}"),
             Content.styled(f"  {planner_texts.CARD_REQUIREMENTS}{planner_texts.tally_line(counts)}", style)]
    if found.next is not None:
        lines.append(Content("  " + one_line(planner_texts.next_line(found.next.id, found.next.label), room)))
    return Content("\n").join([*lines, Content("")])


def date_row(one: Due, today: dt.date) -> Content:
    """Return a date and what happens then; how late it is stands in its place where it has passed."""
    late = one.is_late(today)
    when = due_texts.distance(one.days(today)) if late else format_date(one.date)
    return Content.assemble(Content.styled(f"{when:<20}", "$error" if late else ""), one_line(one.what, 120))


def standing_row(info: PlanInfo, style: str) -> Content:
    """Return how far the plan is decided, when and by whom."""
    about = " · ".join(part for part in (info.standing_date, info.standing_body) if part)
    return Content.assemble(f"{planner_places_texts.STANDING_ROW}: {planner_texts.STANDING[info.standing]}",
                            Content.styled(f"  {one_line(about, 60)}", style) if about else "")


def action_row(stop: Stop, room: int, style: str) -> Content:
    """Return a question to answer now, cut to so many cells."""
    return Content.assemble(Content.styled(f"{planner_texts.PLAN_SHORT[stop.question.plan]:<16}", style),
                            one_line(f"{stop.question.id}  {stop.question.label}", room - 14))
