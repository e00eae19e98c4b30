"""The plan in the county's own order: målområden as headings with their insatser, milestones, and cost by year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from nvplan.model.document import Block, Cell, Heading, Paragraph, Table, TableColumn
from nvplan.model.numbers import format_number
from nvplan.model.objects import CountyArea, Effort
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.view import View
from nvplan.services.documents.words import belongs, given
from nvplan.services.reading.county_structure import PlacedArea, in_structure, milestones_of, numbered, upward
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_statements as statements_texts
from nvplan.texts import documents_structure as documents_structure_texts

#: Headings go no deeper than this.
_DEEPEST = 6
#: A table of costs compares at least so many years.
_YEARS_TO_COMPARE = 2
EffortTable = Callable[[View, str, Sequence[Effort]], Table]


@dataclass(frozen=True)
class Structured:
    """The blocks of the county's structure, and the insatser that hang under none of it."""

    blocks: list[Block]
    outside: list[Effort]


def structure_blocks(view: View, efforts: Sequence[Effort], level: int, table: EffortTable,
                     plan: PlanKey | None = None) -> Structured:
    """Return each målområde that the reader may see with the insatser under it, in the county's own order.

    An insats that serves several stands under each; one whose målområden the reader may not see is outside. A målområde
    of the given plan stands there also when nothing hangs under it, any other only with its insatser.
    """
    placed = _placed(view, efforts, plan)
    blocks: list[Block] = _parts(placed)
    told: set[str] = set()
    parents = {one.area.parent for one in placed}
    for one in placed:
        area, here = one.area, [effort for effort in efforts if one.area.id in effort.structure]
        told |= {effort.id for effort in here}
        for effort in here:
            view.show(effort, "structure")
        title = view.titled(area).partition("\n")[0]
        view.show(area, "number", "parent", "order", "plans")
        heading = f"{area.number} {title}".strip()
        blocks.append(Heading(level=min(level + one.level - 1, _DEEPEST), text=heading))
        blocks += [Paragraph(text=text) for text in _about(view, area)]
        if here:
            caption = documents_structure_texts.UNDER.format(title=numbered(area))
            blocks.append(table(view, caption, sorted(here, key=_importance)))
        elif area.id not in parents:
            blocks.append(Paragraph(text=documents_structure_texts.NO_EFFORTS_HERE.format(title=numbered(area)),
                                    tone="missing"))
    return Structured(blocks, [effort for effort in efforts if effort.id not in told])


def _placed(view: View, efforts: Sequence[Effort], plan: PlanKey | None) -> list[PlacedArea]:
    seen = [one for one in in_structure(view.state) if view.actor is None or belongs(one.area, view.actor.id)]
    used = {above.id for effort in efforts for identity in effort.structure for above in upward(view.state, identity)}
    return [one for one in seen if one.area.id in used or (
        plan is not None and plan in (one.area.plans or ("gemensam",)))]


def _parts(placed: Sequence[PlacedArea]) -> list[Block]:
    """Return what the county calls the parts of its plan, level by level: said once, not under each heading."""
    terms = list(dict.fromkeys(
        one.area.term for one in sorted(placed, key=lambda one: one.level) if one.area.term))
    return [Paragraph(text=documents_structure_texts.parts(terms))] if terms else []


def _importance(effort: Effort) -> int:
    return ("hog", "medel", "lag", None).index(effort.priority)


def _about(view: View, area: CountyArea) -> list[str]:
    """Return what is told of a målområde below its heading."""
    term, time = view.text(area, "term"), view.text(area, "time")
    areas, who = view.text(area, "areas"), ", ".join(view.text(area, "actor", "role").split("\n"))
    lines = [
        # What kind of part it is stands in the county's own heading; alone it says nothing.
        documents_structure_texts.TERM_TIME.format(term=term, time=time) if term and time else time,
        documents_structure_texts.NATIONAL.format(areas=statements_texts.inside(areas)) if areas else "",
        documents_structure_texts.RESPONSIBLE.format(who=who) if who else "",
    ]
    head = ". ".join(line for line in lines if line)
    return [text for text in (f"{head}." if head else "", view.text(area, "description")) if text]


def effort_notes(view: View, effort: Effort) -> list[str]:
    """Return what stands below the title of an insats: what it is part of, how important, for whom, why it rests."""
    part, priority = view.text(effort, "parent"), view.text(effort, "priority")
    chosen, own = view.text(effort, "target_groups"), view.text(effort, "other_target_groups")
    groups = ", ".join(part for part in (statements_texts.inside(chosen), ", ".join(own.split("\n"))) if part)
    lines = (
        documents_structure_texts.PART_OF.format(title=part) if part else "",
        documents_structure_texts.PRIORITY.format(priority=priority.lower()) if priority else "",
        documents_structure_texts.GROUPS.format(groups=groups) if groups else "",
        view.text(effort, "state_reason"),
    )
    return [line for line in lines if line]


def milestones_blocks(view: View, efforts: Sequence[Effort], level: int) -> list[Block]:
    """Return the milestones of insatser, those of each in the order of time; nothing where there are none."""
    rows = []
    for effort in efforts:
        for one in milestones_of(view.state, effort.id):
            title = view.titled(one, "note")
            done = view.text(one, "done") or documents_structure_texts.NOT_DONE
            view.show(one, "effort")
            who = view.text(one, "role") or view.text(one, "actor")
            rows.append((Cell(text=view.told(effort, "title")), Cell(text=title), view.cell(one, "date"),
                         Cell(text=done), given(who)))
    if not rows:
        return []
    return [
        Heading(level=level, text=documents_structure_texts.MILESTONES),
        Table(
            caption=documents_structure_texts.MILESTONE_TABLE,
            first_column_is_header=True,
            rows=tuple(rows),
            columns=(
                TableColumn(title=documents_plans_texts.COLUMN_EFFORT, weight=4),
                TableColumn(title=documents_structure_texts.COLUMN_MILESTONE, weight=5),
                TableColumn(title=documents_structure_texts.COLUMN_DUE, weight=3),
                TableColumn(title=documents_structure_texts.COLUMN_DONE, weight=3),
                TableColumn(title=documents_structure_texts.COLUMN_ROLE, weight=3),
            ),
        ),
    ]


def subregion_blocks(view: View, level: int) -> list[Block]:
    """Return the delregioner that the reader may see, with their kommuner; nothing where there are none."""
    found = [one for one in view.state.actors if one.type == "delregion" and one.members and (
        view.actor is None or view.actor.id in (one.id, *one.members))]
    if not found:
        return []
    rows = tuple((Cell(text=one.name), given(", ".join(view.actor_name(member) for member in one.members)))
                 for one in found)
    return [
        Heading(level=level, text=documents_structure_texts.SUBREGIONS),
        Table(caption=documents_structure_texts.SUBREGION_TABLE, first_column_is_header=True, rows=rows,
              columns=(TableColumn(title=documents_structure_texts.COLUMN_SUBREGION, weight=3),
                       TableColumn(title=documents_structure_texts.COLUMN_MEMBERS, weight=6))),
    ]


def yearly_cost_blocks(view: View, efforts: Sequence[Effort], level: int) -> list[Block]:
    """Return what insatser cost year by year with the sum of each year.

    Of one year the table of insatser has it already; nothing where none says so.
    """
    costs = [(effort, effort.costs_by_year) for effort in efforts if effort.yearly_costs]
    years = sorted({year for _, by_year in costs for year in by_year})
    if len(years) < _YEARS_TO_COMPARE:
        return []
    rows = []
    for effort, by_year in costs:
        view.show(effort, "yearly_costs")
        rows.append((Cell(text=view.told(effort, "title")), *(_kronor(by_year.get(year)) for year in years)))
    sums = [sum((by_year.get(year, Decimal(0)) for _, by_year in costs), Decimal(0)) for year in years]
    rows.append((Cell(text=documents_plans_texts.SUM), *(_kronor(one) for one in sums)))
    return [
        Heading(level=level, text=documents_structure_texts.COSTS),
        Table(
            caption=documents_structure_texts.COST_TABLE,
            first_column_is_header=True,
            rows=tuple(rows),
            columns=(TableColumn(title=documents_plans_texts.COLUMN_EFFORT, weight=5),
                     *(TableColumn(title=str(year), kind="number", weight=2) for year in years)),
        ),
    ]


def _kronor(amount: Decimal | None) -> Cell:
    if amount is None:
        return Cell(text=documents_texts.NOTHING)
    return Cell(text=format_number(amount), number=amount)
