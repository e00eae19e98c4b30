"""What a plan means for one actor's money: the insatser it answers for, and those that it takes part in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nvplan.model.county import Actor
from nvplan.model.document import Block, FormField, FormFields, Heading, Paragraph
from nvplan.model.effort_costs import EffortCost, cost_in, cost_of, joined
from nvplan.model.numbers import format_number
from nvplan.model.objects import Effort
from nvplan.services.documents.by_actor import short_name
from nvplan.services.documents.efforts import efforts_of
from nvplan.services.documents.view import View
from nvplan.services.documents.words import belongs
from nvplan.texts import documents_board as board_texts
from nvplan.texts import documents_costs as costs_texts
from nvplan.texts import documents_page as page_texts

#: The states of insatser that cost something from now on.
LIVE = ("planerad", "paborjad", "pagaende", "pausad")


def own_efforts(view: View, actor: Actor) -> list[Effort]:
    """Return the joint plan's insatser that an actor answers for or takes part in."""
    return [one for one in efforts_of(view, "gemensam")
            if one.actor == actor.id or (actor.id in one.participants and belongs(one, actor.id))]


def economy_blocks(view: View, actor: Actor) -> list[Block]:
    """Return what the insatser of an actor cost, with a blank for what only it can know: its own part of it."""
    live = [one for one in own_efforts(view, actor) if one.state in LIVE]
    own, others = [one for one in live if one.actor == actor.id], [one for one in live if one.actor != actor.id]
    name = short_name(view, actor.id)
    told = [board_texts.responsible(name, *_counts(view, own)) if own else
            board_texts.NOT_RESPONSIBLE.format(actor=name)]
    if others:
        told.append(board_texts.joins(name, *_counts(view, others)))
    told += [years] if (years := sum_told(view, costs(view, live))[1]) else []
    label = board_texts.OWN_COST["region" if actor.type == "region" else "kommun"]
    return [Heading(level=1, text=board_texts.ECONOMY), *(Paragraph(text=text) for text in told), FormFields(
        caption=board_texts.ECONOMY, items=(FormField(label=label, hint=board_texts.OWN_COST_HINT),))]


def costs(view: View, efforts: Sequence[Effort]) -> list[tuple[Effort, EffortCost]]:
    """Return the insatser that have a cost, each with it, as something that is shown."""
    found = [(one, cost) for one in efforts if (cost := cost_of(one)) is not None]
    for one, _ in found:
        view.show(one, "cost", "yearly_costs")
    return found


def sum_told(view: View, costed: Sequence[tuple[Effort, EffortCost]]) -> tuple[str, str]:
    """Return what insatser cost together with the years that it is for, and what there is to say of the years."""
    whole, year = joined(cost for _, cost in costed), view.state.info.year
    shares = [cost_in(one, year) for one, _ in costed]
    share = "" if None in shares else kronor(sum(one for one in shares if one is not None))
    return (costs_texts.divided(kronor(whole.amount), whole.years, share, year),
            "" if whole.years or not costed else costs_texts.not_divided(len(costed)))


def kronor(amount: Decimal | int) -> str:
    """Return an amount in words: `1 200 kronor`."""
    return page_texts.KRONOR.format(amount=format_number(Decimal(amount)))


def _counts(view: View, efforts: Sequence[Effort]) -> tuple[int, int, str]:
    """Return how many insatser there are, how many of them have a cost, and what those cost together."""
    costed = costs(view, efforts)
    return len(efforts), len(costed), sum_told(view, costed)[0]
