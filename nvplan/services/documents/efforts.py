"""Insatser as documents show them: state apart from spread, how far they reach, the matrix and the tables per area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from nvplan.catalog.reference import code_lists
from nvplan.model.dates import date_order
from nvplan.model.document import Bar, Block, Cell, Chart, Heading, Paragraph, Table, TableColumn
from nvplan.model.effort_costs import cost_of
from nvplan.model.objects import EFFORT_SPREADS, EFFORT_STATES, Effort, Goal
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.by_actor import short_name
from nvplan.services.documents.employers import joining
from nvplan.services.documents.structure import (
    effort_notes,
    milestones_blocks,
    structure_blocks,
    yearly_cost_blocks,
)
from nvplan.services.documents.time_line import time_lines
from nvplan.services.documents.view import View
from nvplan.services.documents.words import counted, given
from nvplan.services.reading.county_structure import with_national_areas
from nvplan.services.reports.money import kronor
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_costs as costs_texts
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_statements as statements_texts
from nvplan.texts import documents_structure as documents_structure_texts

#: With fewer insatser than this a table of how many there are says less than the list.
_ENOUGH_FOR_MATRIX = 8
#: The states in which an insats may be in use where it belongs.
IN_USE = ("paborjad", "pagaende", "avslutad")
#: The states of insatser that are over: nobody decides about them.
ENDED = ("avslutad", "avbruten")
#: The states of insatser that are worked with; a reader who counts has one word for them.
WORKED: tuple[str, str] = ("paborjad", "pagaende")
#: The code for what nobody has given.
_NOT_GIVEN = ""


def efforts_of(view: View, plan: PlanKey | None = None) -> list[Effort]:
    """Return the insatser, of one plan if it is given; one without an area has that of its målområde."""
    return with_national_areas(view.state, [one for one in view.objects(Effort) if plan is None or plan in one.plans])


def not_over(efforts: Sequence[Effort]) -> list[Effort]:
    """Return those that are not over; one without a state may be going on."""
    return [one for one in efforts if one.state not in ENDED]


def states_counted(efforts: Sequence[Effort]) -> list[str]:
    """Return how many insatser are in each state, in the order of the states, then how many have none."""
    counts = Counter(WORKED[-1] if one.state in WORKED else one.state for one in efforts)
    told = [page_texts.state_count(counts[state], state) for state in EFFORT_STATES if counts[state]]
    return [*told, *([page_texts.no_state(counts[None])] if counts[None] else [])]


def reach_text(effort: Effort) -> str:
    """Return how far an insats reaches, `5 av 8 kommuner`; empty where one of the numbers is missing."""
    if effort.reached is None or effort.reach_of is None:
        return ""
    return documents_plans_texts.reach(effort.reached, effort.reach_of, effort.reach_unit)


def is_everywhere(effort: Effort) -> bool:
    """Whether an insats is in use everywhere it belongs: never one that has not begun, has stopped or falls short."""
    if effort.spread != "breddinford" or effort.state not in IN_USE:
        return False
    return effort.reached is None or effort.reach_of is None or effort.reached >= effort.reach_of > 0


def spread_text(view: View, effort: Effort) -> str:
    """Return how far an insats is spread; of one that has not begun how far it is to be, for it is nowhere yet."""
    spread = view.text(effort, "spread")
    return documents_plans_texts.WANTED.get(effort.spread or "", spread) if effort.state == "planerad" else spread


def period_text(view: View, effort: Effort) -> str:
    """Return when an insats begins and ends."""
    return documents_plans_texts.period(view.text(effort, "start"), view.text(effort, "end"))


def by_area(efforts: Sequence[Effort]) -> list[tuple[str, list[Effort]]]:
    """Return the insatser by the name of their area, areas in the order of the code list, those without one last."""
    areas = code_lists()["omrade"]
    order = {code.id: place for place, code in enumerate(areas.codes)}
    groups: dict[str, list[Effort]] = {}
    for effort in sorted(efforts, key=lambda one: (order.get(one.area, len(order)), date_order(one.start), one.title)):
        groups.setdefault(areas.label(effort.area) if effort.area else documents_plans_texts.AREA_MISSING, []).append(
            effort
        )
    return list(groups.items())


def matrix(efforts: Sequence[Effort]) -> Table:
    """Return how many insatser there are by state and spread, with sums and, if needed, one for what is missing."""
    states = [*EFFORT_STATES, *([_NOT_GIVEN] if any(one.state is None for one in efforts) else [])]
    spreads = [*EFFORT_SPREADS, *([_NOT_GIVEN] if any(one.spread is None for one in efforts) else [])]
    rows = []
    for state in states:
        inside = [one for one in efforts if (one.state or _NOT_GIVEN) == state]
        label = _label("genomforandestatus", state)
        label = documents_plans_texts.PLANNED_ROW.format(state=label) if state == "planerad" else label
        rows.append((Cell(text=label), *(
            counted(sum((one.spread or _NOT_GIVEN) == spread for one in inside)) for spread in spreads),
            counted(len(inside))))
    rows.append((Cell(text=documents_plans_texts.SUM), *(
        counted(sum((one.spread or _NOT_GIVEN) == spread for one in efforts)) for spread in spreads),
        counted(len(efforts))))
    titles = [*(_label("spridning", spread) for spread in spreads), documents_plans_texts.SUM]
    return Table(caption=documents_plans_texts.MATRIX, first_column_is_header=True, rows=tuple(rows), columns=(
        TableColumn(title=documents_plans_texts.COLUMN_STATE, weight=3),
        *(TableColumn(title=title, kind="number", weight=3) for title in titles)))


def _label(codes: str, identity: str) -> str:
    return code_lists()[codes].label(identity) if identity else statements_texts.start(documents_texts.NOT_GIVEN)


def state_chart(efforts: Sequence[Effort]) -> Chart | Paragraph:
    """Return how many insatser are in each state; that there is none is said."""
    if not efforts:
        return Paragraph(text=documents_plans_texts.NO_EFFORTS, tone="missing")
    bars = []
    for state in EFFORT_STATES:
        number = sum(one.state == state for one in efforts)
        bars.append(Bar(label=_label("genomforandestatus", state), value=Decimal(number), text=str(number)))
    missing = sum(one.state is None for one in efforts)
    if missing:
        bars.append(Bar(label=documents_plans_texts.STATE_MISSING, value=Decimal(missing), text=str(missing)))
    return Chart(
        title=documents_plans_texts.STATE_CHART,
        bars=tuple(bars),
        most=max(bar.value for bar in bars),
        alternative=documents_plans_texts.states_told(
            len(efforts), sum(is_everywhere(one) for one in efforts), _private(efforts)),
    )


def _private(efforts: Sequence[Effort]) -> int:
    """Return how many insatser reach private providers."""
    return sum(one.provider in ("privat", "bada") for one in efforts)


def efforts_section(view: View, efforts: Sequence[Effort], level: int, plan: PlanKey | None = None) -> list[Block]:
    """Return the insatser of a plan: the matrix, and a table per målområde of the county's own, else one of all.

    With a plan every målområde of that plan stands there, also one that nothing hangs under.
    """
    blocks: list[Block] = [Heading(level=level, text=documents_plans_texts.EFFORTS)]
    structure = structure_blocks(view, efforts, level + 1, effort_table, plan)
    if not efforts:
        return [*blocks, Paragraph(text=documents_plans_texts.NO_EFFORTS, tone="missing"), *structure.blocks]
    if len(efforts) >= _ENOUGH_FOR_MATRIX:
        blocks += [Paragraph(text=documents_plans_texts.EFFORTS_ABOUT), matrix(efforts)]
    blocks += structure.blocks
    if structure.blocks and structure.outside:
        blocks.append(Heading(level=level + 1, text=documents_structure_texts.OUTSIDE))
    ordered = [effort for _, inside in by_area(structure.outside) for effort in inside]
    blocks += [effort_table(view, documents_plans_texts.EFFORTS_OF_PLAN, ordered)] if ordered else []
    blocks += milestones_blocks(view, efforts, level + 1) + yearly_cost_blocks(view, efforts, level + 1)
    # Last: a picture that takes half a page leaves less of one empty below the tables than above or among them.
    return [*blocks, *time_lines(view, [effort for _, inside in by_area(efforts) for effort in inside])]


def wide_effort_table(view: View, caption: str, efforts: Sequence[Effort]) -> Table:
    """Return the table for a page turned sideways: the short one with area and provider."""
    rows = []
    for _, inside in by_area(efforts):
        for effort in inside:
            title, *rest = _wide_row(view, effort)
            rows.append((title, view.cell(effort, "area"), *rest[:3], view.cell(effort, "provider"), *rest[3:]))
    return Table(
        caption=caption,
        first_column_is_header=True,
        rows=tuple(rows),
        columns=(
            TableColumn(title=documents_plans_texts.COLUMN_EFFORT, weight=6),
            TableColumn(title=documents_plans_texts.COLUMN_AREA, weight=4),
            TableColumn(title=documents_plans_texts.COLUMN_STATE, weight=2),
            TableColumn(title=documents_plans_texts.COLUMN_SPREAD, weight=3),
            TableColumn(title=documents_plans_texts.COLUMN_REACH, weight=3),
            TableColumn(title=documents_actions_texts.COLUMN_PROVIDER, weight=2),
            TableColumn(title=documents_plans_texts.COLUMN_RESPONSIBLE, weight=4),
            TableColumn(title=documents_plans_texts.COLUMN_PERIOD, weight=4),
        ),
    )


def _wide_row(view: View, effort: Effort) -> tuple[Cell, ...]:
    view.show(effort, "reached", "reach_of", "reach_unit", "plans", "area")
    return (Cell(text=view.titled(effort, "state_reason")), view.cell(effort, "state"),
            given(spread_text(view, effort)), given(reach_text(effort)), view.cell(effort, "actor", "role"),
            given(period_text(view, effort)))


def cost_text(view: View, effort: Effort) -> str:
    """Return what an insats costs with the years that it is for, as far as they are told; empty where nobody has."""
    cost = cost_of(effort)
    if cost is None:
        return ""
    view.show(effort, "cost")  # of several years the page has the sum, and a pdf carries no more than its page says
    return costs_texts.for_years(kronor(cost.amount), cost.years)


def effort_table(view: View, caption: str, efforts: Sequence[Effort]) -> Table:
    """Return the table of a plan: what, how far, reach, who and when, what it costs and how it is followed."""
    return Table(
        caption=caption,
        first_column_is_header=True,
        columns=(
            TableColumn(title=documents_plans_texts.COLUMN_EFFORT, weight=7),
            TableColumn(title=documents_plans_texts.COLUMN_STATE_AND_REACH, weight=4),
            TableColumn(title=documents_plans_texts.COLUMN_WHO_AND_WHEN, weight=6),
            TableColumn(title=documents_plans_texts.COLUMN_COST, weight=4),
            TableColumn(title=documents_plans_texts.COLUMN_FOLLOWED, weight=8),
        ),
        rows=tuple(_effort_row(view, effort) for effort in efforts),
    )


def _effort_row(view: View, effort: Effort) -> tuple[Cell, ...]:
    view.show(effort, "reached", "reach_of", "reach_unit", "plans", "area")
    responsible, role = _responsible(view, effort), view.text(effort, "role")
    named = responsible if responsible.lower() not in role.lower() else ""  # `Samordnare, RSS` says whose it is
    who = [f"{named}, {statements_texts.inside(role)}" if named and role else named or role,
           joining(view, effort) if effort.state not in ENDED else "", period_text(view, effort)]
    cost, funding = cost_text(view, effort), view.text(effort, "funding")
    cost = cost or (documents_plans_texts.AMOUNT_NOT_GIVEN if funding else "")  # who pays is no amount
    title = "\n".join(part for part in (view.titled(effort), *effort_notes(view, effort)) if part)
    far = (view.text(effort, "state"), spread_text(view, effort), reach_text(effort))
    return (Cell(text=title), given("\n".join(part for part in far if part)),
            given("\n".join(part for part in who if part)),
            given("\n".join(part for part in (cost, funding) if part)),
            given(_followed(view, effort)))


def _responsible(view: View, effort: Effort) -> str:
    view.show(effort, "actor")
    return short_name(view, effort.actor) if effort.actor else ""


def _followed(view: View, effort: Effort) -> str:
    """Return what an insats is measured by: the measures of its goals, and how its effect is known."""
    view.show(effort, "goals")
    goals = [goal for goal in view.objects(Goal) if goal.id in effort.goals]
    measures = [_measured_by(view, goal) for goal in goals]
    return "\n".join(dict.fromkeys(part for part in (*measures, view.text(effort, "effect_known_by")) if part))


def _measured_by(view: View, goal: Goal) -> str:
    """Return what a goal is measured by in few words: its measure, else its indicator, else the goal itself."""
    if goal.measure not in (None, "annat"):
        return view.told(goal, "measure")
    return view.told(goal, "indicator") or view.text(goal, "title").rstrip(".")
