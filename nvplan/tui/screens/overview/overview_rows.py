"""The rows of the overview: what each of them says, and what a plan's card tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from textual.content import Content

from nvplan.model.dates import short_date
from nvplan.model.plan import PlanState
from nvplan.model.requirement import Modality, PlanKey
from nvplan.services.reading.due import Due
from nvplan.services.reading.guide import Stop
from nvplan.services.reading.plan_names import plan_short
from nvplan.services.reading.status import answered_by, plan_status, requirement_tally
from nvplan.services.reading.todo import ToDo, short_name
from nvplan.texts import common as common_texts
from nvplan.texts import overview as overview_texts
from nvplan.tui.widgets.blocks import marked_row
from nvplan.tui.widgets.plan_card import CardWords

#: What a county must reach: the rest of the requirements stand in the checklist.
_TOLD: tuple[Modality, ...] = ("ska", "mal")
_DATE = 11


def card_words(plan: PlanKey, state: PlanState) -> CardWords:
    """Return what a plan's card tells."""
    found = plan_status(plan, state)
    tally = requirement_tally(state, plan)
    met = tuple((common_texts.MODALITY[modality], tally[modality]["met"], sum(tally[modality].values()))
                for modality in _TOLD if modality in tally and any(tally[modality].values()))
    following = found.next
    return CardWords(plan, found.progress, found.steps, met, following.label if following else "",
                     answered_by(following, state) if following else (0, 0), plan_short(state, plan))


def plain_row(mark: tuple[str, str], text: str, told: str = "") -> Callable[[int], Content]:
    """Return how a row is drawn that has a sign, words and something quiet at its right."""
    return lambda width: marked_row(mark, text, Content.styled(told, "$quiet"), width)


def todo_row(one: ToDo) -> Callable[[int], Content]:
    """Return how a thing to do is drawn: a sign or a number, what, and at the right by when, or with whom."""
    style = "bold $error" if one.late else "bold $warning" if one.urgent else "bold"
    mark = str(one.count) if one.count else "!"
    told = Content.styled(one.when, style) if one.when else Content.styled(one.who, "$quiet")
    return lambda width: marked_row((mark, style), one.what, told, width)


def action_row(stop: Stop, state: PlanState) -> Callable[[int], Content]:
    """Return how a question to answer is drawn."""
    return plain_row((overview_texts.NEXT, "$primary"), stop.question.label,
                     plan_short(state, stop.question.plan))


def date_rows(shown: Sequence[Due], state: PlanState, today: dt.date) -> list[Callable[[int], Content]]:
    """Return how dates and what happens then are drawn: without the year where all lie in the plan's own."""
    own = {one.date[:4] for one in shown} == {str(state.info.year)}
    return [_date_row(one, state, today, with_year=not own) for one in shown]


def _date_row(one: Due, state: PlanState, today: dt.date, *, with_year: bool) -> Callable[[int], Content]:
    when = f"{short_date(one.date, None if with_year else today):>{_DATE}}"
    who = Content.styled(short_name(state, one.actor), "$quiet")
    return lambda width: marked_row((when, "$primary" if one.days(today) <= _SOON else "$quiet"), one.what,
                                    who if width > _WITH_ACTOR else Content(""), width, column=_DATE)


#: So many days ahead a date is near; and so wide a block tells whose each date is.
_SOON, _WITH_ACTOR = 14, 90
