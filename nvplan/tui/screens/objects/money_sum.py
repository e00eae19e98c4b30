"""The sum of money in the planner: above the form of a post or an insats, and below the list for its recipient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nvplan.model.effort_costs import years_above
from nvplan.model.numbers import format_number
from nvplan.model.objects import Effort, Funds
from nvplan.model.plan import PlanState
from nvplan.services.reading.guide import actor_name
from nvplan.services.reports.money import account, account_line, year_of
from nvplan.services.reports.typed_money import typed_money
from nvplan.texts import typed_money as typed_texts

if TYPE_CHECKING:
    from nvplan.tui.screens.objects.object_form import ObjectFormScreen

MONEY = Funds.about.name


def sum_in_form(form: ObjectFormScreen) -> str:
    """Return what the form's amounts come to as they are typed, of an insats where its years do not fit its cost."""
    stored = form.stored()
    if isinstance(stored, Effort) and (odd := years_above(stored)) is not None:
        cost, years = odd
        return typed_texts.YEARS_ABOVE.format(cost=format_number(cost), years=format_number(years))
    if form.kind != MONEY or not form.framed:
        return ""
    return typed_money(form.session.state, _given(form)).told


def _given(form: ObjectFormScreen) -> dict[str, Any]:
    """Return what the fields hold; of one that is not on the screen yet what is stored."""
    return {**{spec.name: form.value_of(spec) for spec in form.specs()},
            **{one.spec.name: one.given for one in form.fields}}


def posts_in_form(form: ObjectFormScreen) -> list[tuple[str, str]]:
    """Return what the money has gone to, a line each, as one fact."""
    if form.kind != MONEY or not form.framed:
        return []
    lines = typed_money(form.session.state, _given(form)).lines
    return [(typed_texts.POSTS, "\n".join(f"{title}: {amount}" for title, amount in lines))] if lines else []


def sum_of_recipient(state: PlanState, identity: str) -> str:
    """Return the whole account of who received the marked money: received, used, left and until when."""
    one = state.objects.get(MONEY, {}).get(identity)
    if not isinstance(one, Funds):
        return ""
    told = account(state, one.actor, year_of(state, one))
    return f"{actor_name(state, one.actor)}. {account_line(told)}" if told.funds else ""
