"""What a plan means for one actor's money: the insatser it answers for, and those that it takes part in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nvplan.model.county import Actor
from nvplan.model.document import Block, FormField, FormFields, Heading, Paragraph
from nvplan.model.numbers import format_number
from nvplan.model.objects import Effort
from nvplan.services.documents.board_efforts import ENDED, own_efforts, states_of
from nvplan.services.documents.by_actor import short_name
from nvplan.services.documents.view import View
from nvplan.texts import documents_board as board_texts
from nvplan.texts import documents_page as page_texts

#: The states of insatser that cost something from now on.
LIVE = ("planerad", "paborjad", "pagaende", "pausad")


def economy_blocks(view: View, actor: Actor) -> list[Block]:
    """Return what the insatser of an actor cost, with a blank for what only it can know: its own part of it.

    Those that are over cost nothing more, and are told of only where an actor is responsible for no other.
    """
    found, name = own_efforts(view, actor), short_name(view, actor.id)
    told = [board_texts.NO_COST.format(actor=name)] if not found else [
        *_responsible(view, name, [one for one in found if one.actor == actor.id]),
        *_joins(view, name, [one for one in found if one.actor != actor.id])]
    label = board_texts.OWN_COST["region" if actor.type == "region" else "kommun"]
    return [Heading(level=1, text=board_texts.ECONOMY), *(Paragraph(text=text) for text in told), FormFields(
        caption=board_texts.ECONOMY, items=(FormField(label=label, hint=board_texts.OWN_COST_HINT),))]


def _responsible(view: View, name: str, own: Sequence[Effort]) -> list[str]:
    if not own:
        return [board_texts.NOT_RESPONSIBLE.format(actor=name)]
    live = _live(own)
    if not live:
        return [board_texts.responsible_for_ended(name, len(own), states_of(own))]
    return [" ".join((board_texts.responsible(name, len(live), states_of(live)), _cost(view, live)))]


def _joins(view: View, name: str, joined: Sequence[Effort]) -> list[str]:
    live = _live(joined)
    if not live:
        return [board_texts.joined_ended(name, len(joined), states_of(joined))] if joined else []
    told = [board_texts.joins(name, len(live), states_of(live)), _cost(view, live)]
    if any(one.cost is not None or one.yearly_costs for one in live):
        told.append(board_texts.SHARE_UNKNOWN.format(actor=name))
    return [" ".join(told)]


def _live(efforts: Sequence[Effort]) -> list[Effort]:
    """Return those that are not over; one without a state may be going on."""
    return [one for one in efforts if one.state not in ENDED]


def _cost(view: View, efforts: Sequence[Effort]) -> str:
    """Return how many of the insatser have a cost and what those cost together, in the plan's year and in each other.

    A cost that is told for several years is told with its years, and never added to one of the plan's year.
    """
    years = view.state.info.years
    year = years.followed or years.first
    now = {one.id: cost for one in efforts if (cost := _in_year(one, year)) is not None}
    later: dict[int, Decimal] = {}
    for one in efforts:
        view.show(one, "cost", "yearly_costs")
        for other, amount in one.costs_by_year.items():
            if other != year:
                later[other] = later.get(other, Decimal(0)) + amount
    told = board_texts.cost(len(efforts), len(now), _kronor(sum(now.values(), Decimal(0))), str(year))
    others = [board_texts.IN_YEAR.format(amount=_kronor(later[one]), year=one) for one in sorted(later)]
    return f"{told} {board_texts.other_years(others)}" if others else told


def _in_year(one: Effort, year: int) -> Decimal | None:
    """Return what an insats costs in a year: as it is told year by year, else as it is told for the plan's year."""
    return one.costs_by_year.get(year, one.cost)


def _kronor(amount: Decimal) -> str:
    return page_texts.KRONOR.format(amount=format_number(amount))
