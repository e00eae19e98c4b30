"""What is done and what it costs, on the page of a plan that stands alone: counts that add up and a short table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from nvplan.model.dates import date_order, is_iso, last_day
from nvplan.model.document import Block, Cell, Paragraph, Table, TableColumn
from nvplan.model.effort_costs import EffortCost, cost_of
from nvplan.model.objects import Effort
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.by_actor import short_name
from nvplan.services.documents.effort_money import costs, kronor, sum_told
from nvplan.services.documents.efforts import IN_USE, WORKED, efforts_of, is_everywhere, states_counted
from nvplan.services.documents.employers import who_and_where
from nvplan.services.documents.page_room import Room
from nvplan.services.documents.view import View
from nvplan.services.documents.words import given
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_statements as statements_texts

#: So many of the insatser in the table, at most, are those that begin next.
_NEXT = 2
#: The states of insatser that cost something from now on.
_LIVE = ("planerad", *WORKED, "pausad")
#: So many sources of money stand by name.
_MOST_SOURCES = 3
#: Who may be responsible, in the order in which they are told.
_TYPES = ("region", "kommun", "rss")
_Costed = tuple[Effort, EffortCost]


def doing_blocks(view: View, plan: PlanKey, room: Room, where: str) -> list[Block]:
    """Return how many insatser there are by state, and a table of those that a reader asks for first.

    `where` is the heading, in its quotes, that the others stand under; empty where the document has none.
    """
    found = efforts_of(view, plan)
    if not found:
        return [Paragraph(lead=page_texts.DOING, text=documents_plans_texts.NO_EFFORTS, tone="missing")]
    for one in found:
        view.show(one, "state", "spread", "reached", "reach_of", "plans")
    used = [one for one in found if one.state in IN_USE]
    rows = _foremost(found, room.efforts)
    text = page_texts.doing(len(found), states_counted(found), (
        {one.state or "" for one in used}, len(used), sum(is_everywhere(one) for one in used),
    ) if any(one.spread for one in found) else None)
    left = len(found) - len(rows) if rows else 0
    if left:
        text = f"{text} {page_texts.all_stand(where)}"
    return [Paragraph(lead=page_texts.DOING, text=text, points_at=where if left else ""),
            *([_table(view, rows, found)] if rows else [])]


def _foremost(efforts: Sequence[Effort], most: int) -> list[Effort]:
    """Return those that begin next and, of those that are worked with, the ones that cost most."""
    begins = sorted((one for one in efforts if one.state == "planerad" and one.start),
                    key=lambda one: (date_order(one.start), one.title))
    worked = sorted((one for one in efforts if one.state in WORKED),
                    key=lambda one: (-_amount(one), date_order(one.start), one.title))
    named = worked[:most - min(_NEXT, len(begins))]
    return [*named, *begins[:most - len(named)]]


def _amount(effort: Effort) -> Decimal:
    cost = cost_of(effort)
    return cost.amount if cost else Decimal(0)


def _table(view: View, efforts: Sequence[Effort], every: Sequence[Effort]) -> Table:
    """Return the table, called what stands in it; that these cost most is said only where their costs are known."""
    rows, today = [], dt.date.fromisoformat(view.state.changed[:10])
    for one in efforts:
        view.show(one, "state")
        late = is_iso(one.start) and last_day(one.start) < today
        when = page_texts.when_done(view.text(one, "start"), view.text(one, "end"), begins=one.state == "planerad",
                                    late=late)
        rows.append((Cell(text=view.text(one, "title").rstrip(".")),
                     given(who_and_where(view, one)), Cell(text=when)))
    planned = any(one.state == "planerad" for one in efforts)
    worked = [one for one in efforts if one.state in WORKED]
    among = "none" if not worked else "all" if len(worked) == sum(one.state in WORKED for one in every) else (
        "dearest" if all(_amount(one) for one in worked) else "some")
    return Table(
        caption=page_texts.foremost(among, planned=planned), first_column_is_header=True, rows=tuple(rows),
        columns=(TableColumn(title=documents_plans_texts.COLUMN_EFFORT, weight=9),
                 TableColumn(title=documents_plans_texts.COLUMN_RESPONSIBLE, weight=7),
                 TableColumn(title=page_texts.COLUMN_WHEN, weight=5)))


def cost_blocks(view: View, plan: PlanKey, room: Room) -> list[Block]:
    """Return what the insatser that go on cost, who answers for it, from where the money comes, and what is missing."""
    every = efforts_of(view, plan)
    found = [one for one in every if one.state in _LIVE]
    costed = costs(view, found)
    states = {one.state or "" for one in found}
    if not found:
        return [] if every else [Paragraph(lead=page_texts.COST, text=page_texts.NO_COST_YET, tone="missing")]
    if not costed:
        none = page_texts.no_cost(states, len(found), len(every))
        return [Paragraph(lead=page_texts.COST, text=none, tone="missing")]
    for one, _ in costed:
        view.show(one, "funding", "actor")
    text = page_texts.cost(*sum_told(view, costed), len(costed), states, len(found))
    parts = (text, _answers_for(view, costed), _sources(costed) if room.money else "", _kommuner_pay(view, costed))
    return [Paragraph(lead=page_texts.COST, text=" ".join(part for part in parts if part))]


def _kommuner_pay(view: View, costed: Sequence[_Costed]) -> str:
    """Return that what the kommuner pay is not told, where no cost is a kommun's own or says that one pays."""
    if view.is_one_body:
        return ""
    names = [short_name(view, one.id) for one in view.state.actors if one.type == "kommun"]
    for one, _ in costed:
        owner = view.state.actor(one.actor)
        is_own = owner is not None and owner.type == "kommun"
        if is_own or page_texts.names_kommun(one.funding, names):
            return ""
    return page_texts.KOMMUNER_PAY


def _answers_for(view: View, costed: Sequence[_Costed]) -> str:
    """Return for how much each sort of actor answers; where one body answers for all there is nothing to divide."""
    sums: dict[str, Decimal] = {}
    for one, cost in costed:
        found = view.state.actor(one.actor)
        kind = "" if found is None else found.type if found.type in _TYPES else page_texts.OTHER
        sums[kind] = sums.get(kind, Decimal(0)) + cost.amount
    if view.is_one_body or not any(sums.values()):
        return ""
    order = [*_TYPES, page_texts.OTHER, ""]
    return page_texts.answers_for([(kind, kronor(sums[kind])) for kind in order if sums.get(kind)])


def _sources(costed: Sequence[_Costed]) -> str:
    """Return where the money comes from; a source that another is a part of stands once, as whole or part."""
    sums: dict[str, Decimal] = {}
    for one, cost in costed:
        name = statements_texts.inside(one.funding.strip().rstrip("."))
        sums[name] = sums.get(name, Decimal(0)) + cost.amount
    unknown = sums.pop("", Decimal(0))
    gathered: dict[str, Decimal] = {}
    partly = set()
    for name, value in sums.items():
        source = min((other for other in sums if page_texts.names_source(name, other)), key=len)
        gathered[source] = gathered.get(source, Decimal(0)) + value
        partly |= {source} if source != name else set()
    largest = sorted(((page_texts.partly(name) if name in partly else name, value) for name, value in gathered.items()
                      if value), key=lambda item: -item[1])
    return page_texts.paid_by([name for name, _ in largest[:_MOST_SOURCES]], max(0, len(largest) - _MOST_SOURCES),
                              kronor(unknown) if unknown else "")
