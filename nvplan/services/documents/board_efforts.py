"""An actor's part of the joint plan's insatser, as its board reads it: which they are, in which states, and whose."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.model.county import Actor
from nvplan.model.document import Block, Cell, Table, TableColumn
from nvplan.model.objects import EFFORT_STATES, Effort
from nvplan.services.documents.by_actor import short_name
from nvplan.services.documents.efforts import (
    ENDED,
    WORKED,
    cost_text,
    efforts_of,
    not_over,
    period_text,
    spread_text,
    states_counted,
)
from nvplan.services.documents.employers import joining
from nvplan.services.documents.view import View
from nvplan.services.documents.words import belongs, given
from nvplan.texts import documents_board as board_texts
from nvplan.texts import documents_plans as documents_plans_texts

#: The states of insatser that there is something to do in: what a board gives the assignment to do.
TO_DO = ("planerad", *WORKED)


def own_efforts(view: View, actor: Actor) -> list[Effort]:
    """Return the joint plan's insatser that an actor answers for or takes part in."""
    return [one for one in efforts_of(view, "gemensam")
            if one.actor == actor.id or (actor.id in one.participants and belongs(one, actor.id))]


def states_of(efforts: Sequence[Effort]) -> list[str]:
    """Return the states that insatser are in, in the order of the states; empty for what has none."""
    there = {one.state or "" for one in efforts}
    return [state for state in (*EFFORT_STATES, "") if state in there]


def takes_part(view: View, actor: Actor) -> str:
    """Return for how many of the plan's insatser an actor is responsible, in how many it takes part, and their states.

    Those that are over are told too: the states add up to what the actor has had a part in.
    """
    every, found, name = efforts_of(view, "gemensam"), own_efforts(view, actor), short_name(view, actor.id)
    if not every:
        return documents_plans_texts.NO_EFFORTS
    if not found:
        return board_texts.no_part(name, len(every))
    own = [one for one in found if one.actor == actor.id]
    ended = [one for one in own if one.state in ENDED]
    return board_texts.takes_part(name, len(own), len(found) - len(own), len(every), states_counted(found),
                                  states_counted(ended))


def effort_table(view: View, actor: Actor) -> list[Block]:
    """Return the insatser that a board decides on: what, how far and when, who is responsible, and what they cost."""
    every = own_efforts(view, actor)
    found = not_over(every)
    if not found:
        return []
    found.sort(key=lambda one: (EFFORT_STATES.index(one.state) if one.state else len(EFFORT_STATES), one.title))
    ended = [one for one in every if one.state in ENDED]
    return [Table(
        caption=board_texts.own_efforts(short_name(view, actor.id), len(ended), states_of(ended)),
        first_column_is_header=True,
        columns=(TableColumn(title=board_texts.COLUMN_EFFORT, weight=6),
                 TableColumn(title=board_texts.COLUMN_STATE, weight=5),
                 TableColumn(title=documents_plans_texts.COLUMN_RESPONSIBLE, weight=6),
                 TableColumn(title=board_texts.COLUMN_COST, weight=5)),
        rows=tuple(_row(view, one) for one in found))]


def _row(view: View, one: Effort) -> tuple[Cell, ...]:
    funding, costs = view.text(one, "funding"), cost_text(view, one)
    paid = "\n".join(part for part in (costs or board_texts.COST_MISSING, funding) if part)
    view.show(one, "actor", "state", "spread")
    far = "\n".join(part for part in (board_texts.state_and_spread(one.state or "", spread_text(view, one)),
                                      period_text(view, one)) if part)
    title = [view.text(one, "title").rstrip("."), *([view.text(one, "state_reason")] if one.state == "pausad" else [])]
    who = (short_name(view, one.actor) if one.actor else "", joining(view, one))
    return (Cell(text="\n".join(part for part in title if part)), given(far),
            given("\n".join(part for part in who if part)), Cell(text=paid, missing=not costs and not funding))
