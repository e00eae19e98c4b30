"""What a plan means for one actor's money: the insatser it answers for, and those that it takes part in."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.model.county import Actor
from nvplan.model.document import Block, FormField, FormFields, Heading, Paragraph
from nvplan.model.objects import Effort
from nvplan.services.documents.board_efforts import own_efforts, states_of
from nvplan.services.documents.by_actor import short_name
from nvplan.services.documents.effort_money import costs, sum_told
from nvplan.services.documents.efforts import not_over
from nvplan.services.documents.view import View
from nvplan.texts import documents_board as board_texts


def economy_blocks(view: View, actor: Actor) -> list[Block]:
    """Return what the insatser of an actor cost, with a blank for what only it can know: its own part of it.

    Those that are over cost nothing more, and are told of only where an actor is responsible for no other.
    """
    found, name = own_efforts(view, actor), short_name(view, actor.id)
    told = [board_texts.NO_COST.format(actor=name)] if not found else [
        *_responsible(view, name, [one for one in found if one.actor == actor.id]),
        *_joins(view, name, [one for one in found if one.actor != actor.id])]
    undivided = sum_told(view, costs(view, not_over(found)))[1]
    if undivided:
        told[-1] = f"{told[-1]} {undivided}"
    label = board_texts.OWN_COST["region" if actor.type == "region" else "kommun"]
    return [Heading(level=1, text=board_texts.ECONOMY), *(Paragraph(text=text) for text in told), FormFields(
        caption=board_texts.ECONOMY, items=(FormField(label=label, hint=board_texts.OWN_COST_HINT),))]


def _responsible(view: View, name: str, own: Sequence[Effort]) -> list[str]:
    if not own:
        return [board_texts.NOT_RESPONSIBLE.format(actor=name)]
    live = not_over(own)
    if not live:
        return [board_texts.responsible_for_ended(name, len(own), states_of(own))]
    return [" ".join((board_texts.responsible(name, len(live), states_of(live)), _cost(view, live)))]


def _joins(view: View, name: str, others: Sequence[Effort]) -> list[str]:
    live = not_over(others)
    if not live:
        return [board_texts.joined_ended(name, len(others), states_of(others))] if others else []
    told = [board_texts.joins(name, len(live), states_of(live)), _cost(view, live)]
    if costs(view, live):
        told.append(board_texts.SHARE_UNKNOWN.format(actor=name))
    return [" ".join(told)]


def _cost(view: View, efforts: Sequence[Effort]) -> str:
    """Return how many of the insatser have a cost, what those cost together, and which have none."""
    costed = costs(view, efforts)
    told = {one.id for one, _ in costed}
    without = [view.text(one, "title").rstrip(".") for one in efforts if one.id not in told]
    return board_texts.cost(len(efforts), len(costed), sum_told(view, costed)[0], without)
