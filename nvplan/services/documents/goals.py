"""Goals and measurements as documents show them: counted from where, measured when, of whom, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from nvplan.model.dates import date_order
from nvplan.model.document import Bar, Block, Cell, Chart, Table, TableColumn
from nvplan.model.objects import Goal, Measurement
from nvplan.model.requirement import PlanKey
from nvplan.services.documents.appendix import Appendix
from nvplan.services.documents.curves import after_base, bar, base_label, goal_curve, measured_bars
from nvplan.services.documents.shown_values import measured_text, show_value
from nvplan.services.documents.view import View
from nvplan.services.documents.words import amount, given
from nvplan.services.reading.gaps import Gap, gap_of
from nvplan.services.reading.goal_measurements import follows
from nvplan.services.reading.goal_standing import standing_of, told, where_words
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_statements as statements_texts
from nvplan.texts import documents_structure as documents_structure_texts
from nvplan.texts import gaps as gaps_texts

#: The whole of a scale that has one: a chart of shares or of indices is drawn against it.
_SCALES = {"procent": Decimal(100), "index": Decimal(1)}


def goal_blocks(view: View, plan: PlanKey, appendix: Appendix) -> list[Block]:
    """Return a plan's own goals: the table, measurements and charts stand in the appendix.

    That there are none is told once, on the page of the plan that stands alone.
    """
    goals = [one for one in view.objects(Goal) if plan in one.plans]
    if not goals:
        return []
    measured = [one for one in view.objects(Measurement) if any(follows(one, goal) for goal in goals)]
    behind = appendix.behind(measurement_table(view, measured), documents_plans_texts.MEASUREMENTS_BEHIND)
    charts = [chart for goal in goals if (chart := goal_chart(view, goal)) is not None]
    drawn = appendix.draw(charts, documents_plans_texts.CHARTS_BEHIND)
    return [goal_table(view, goals), *(behind if measured else []), *drawn]


def latest(measurements: Iterable[Measurement]) -> Measurement | None:
    """Return the latest measurement of the whole county that has a value."""
    found = [one for one in measurements if one.value is not None and not one.actor]
    return max(found, key=lambda one: (bool(one.date), date_order(one.date), one.id), default=None)


def latest_of(view: View, goal: Goal) -> Measurement | None:
    """Return the latest measurement that follows a goal."""
    return latest(one for one in view.objects(Measurement) if follows(one, goal))


def base_text(view: View, goal: Goal) -> str:
    """Return from where a goal is counted: value, year and source."""
    view.show(goal, "baseline", "baseline_year", "unit", "unit_text", "measure")
    value = amount(goal.baseline, goal.unit, goal.unit_text)
    year = f" ({goal.baseline_year})" if goal.baseline_year else ""
    return "\n".join(part for part in (f"{value}{year}" if value else "", view.text(goal, "baseline_source")) if part)


def goal_table(view: View, goals: Sequence[Goal]) -> Table:
    """Return the goals: counted from, last measured, to be reached when, and how it is counted."""
    return Table(
        caption=documents_plans_texts.GOAL_TABLE,
        first_column_is_header=True,
        columns=(
            TableColumn(title=documents_plans_texts.COLUMN_GOAL, weight=5),
            TableColumn(title=documents_plans_texts.COLUMN_BASE, weight=4),
            TableColumn(title=documents_plans_texts.COLUMN_LATEST, weight=4),
            TableColumn(title=documents_plans_texts.COLUMN_TARGET, weight=3),
            TableColumn(title=documents_plans_texts.COLUMN_BY, weight=3),
            TableColumn(title=documents_plans_texts.COLUMN_HOW, weight=4),
        ),
        rows=tuple(_goal_row(view, goal) for goal in goals),
    )


def _state_row(view: View, goal: Goal) -> tuple[Cell, ...]:
    """Return the row of a goal without a number: how far it has come in words, and how that is known."""
    view.show(goal, "plans", "form")
    reached = view.text(goal, "reached")
    standing = "\n".join(part for part in (view.text(goal, "state"), reached) if part)
    return (Cell(text=view.titled(goal, "structure", "role")), Cell(text=documents_structure_texts.NO_NUMBER),
            given(standing), Cell(text=documents_structure_texts.NO_NUMBER), view.cell(goal, "date"),
            view.cell(goal, "known_by", "note"))


def _goal_row(view: View, goal: Goal) -> tuple[Cell, ...]:
    if goal.is_state:
        return _state_row(view, goal)
    found = latest_of(view, goal)
    standing = standing_of(goal, view.objects(Measurement))
    view.show(goal, "target", "plans", "direction")
    how = [
        view.text(goal, "denominator"),
        view.text(goal, "inclusion"),
        documents_plans_texts.DIRECTION.get(goal.direction or "", ""),
        view.text(goal, "known_by"),
        view.text(goal, "note"),
    ]
    return (Cell(text=view.titled(goal, "structure", "role")), given(base_text(view, goal)),
            Cell(text="\n".join(part for part in (measured_text(view, found), where_words(standing)) if part)
                 or documents_plans_texts.NO_VALUE, missing=found is None),
            given(amount(goal.target, goal.unit, goal.unit_text)), view.cell(goal, "date"),
            given("\n".join(part for part in how if part)))


def goal_chart(view: View, goal: Goal) -> Chart | None:
    """Return from where a goal is counted, what was measured and what is to be reached; None with fewer than two."""
    standing = standing_of(goal, view.objects(Measurement))
    measured = after_base(standing)
    if standing.share is not None:
        show_value(view, standing.share)
    bars: list[Bar] = []
    if goal.baseline is not None:
        bars.append(bar(base_label(goal.baseline_year), goal.baseline, amount(goal.baseline, goal.unit)))
    bars += measured_bars(view, measured)
    if goal.target is not None:
        date = view.text(goal, "date")
        label = documents_plans_texts.TARGET_BAR_DATE.format(date=date) if date else documents_plans_texts.TARGET_BAR
        bars.append(bar(label, goal.target, amount(goal.target, goal.unit)))
    if len(bars) < 2:
        return None
    most = _SCALES.get(goal.unit or "") or max(one.value for one in bars)
    of = view.text(goal, "denominator")
    about = [documents_plans_texts.MEASURED_IN.format(unit=goal.unit_text) if goal.unit_text else "",
             documents_plans_texts.COUNTED_ON.format(of=statements_texts.inside(of)) if of else "",
             documents_plans_texts.DIRECTION.get(goal.direction or "", ""), told(standing) if standing.line else ""]
    return Chart(title=goal.title, alternative=". ".join(part.rstrip(".") for part in about if part) + ".",
                 bars=tuple(bars), most=most, curve=goal_curve(standing, measured))


def gap_table(view: View, plan: PlanKey) -> Table | None:
    """Return how far it is from the present level to the wanted one, goal by goal; None where there is no such goal."""
    found = [gap for goal in view.objects(Goal) if plan in goal.plans
             and (gap := gap_of(goal, view.objects(Measurement))) is not None]
    if not found:
        return None
    return Table(
        caption=gaps_texts.TABLE,
        first_column_is_header=True,
        rows=tuple(_gap(view, one) for one in found),
        columns=(
            TableColumn(title=gaps_texts.COLUMN_GOAL, weight=5),
            TableColumn(title=gaps_texts.COLUMN_PRESENT, weight=3),
            TableColumn(title=documents_plans_texts.COLUMN_TARGET, weight=3),
            TableColumn(title=gaps_texts.COLUMN_LEFT, weight=3),
        ),
    )


def _gap(view: View, one: Gap) -> tuple[Cell, ...]:
    goal = one.goal
    view.show(goal, "target", "direction")
    present = base_text(view, goal) if one.measured is None else measured_text(view, one.measured)
    return (Cell(text=view.told(goal, "title")), Cell(text=present),
            Cell(text=amount(goal.target, goal.unit, goal.unit_text)),
            Cell(text=gaps_texts.LEFT_REACHED if one.is_reached else one.left))


def measurement_table(view: View, measured: Sequence[Measurement]) -> Table:
    """Return measurements, each with of how many, when, by which rule and from where."""
    ordered = sorted(measured, key=lambda one: (one.measure or "", one.goal, one.actor, date_order(one.date)))
    return Table(
        caption=documents_plans_texts.MEASUREMENTS,
        first_column_is_header=True,
        columns=(
            TableColumn(title=documents_plans_texts.COLUMN_MEASURE, weight=4),
            TableColumn(title=documents_plans_texts.COLUMN_VALUE, kind="number", weight=1),
            TableColumn(title=documents_plans_texts.COLUMN_OF, weight=4),
            TableColumn(title=documents_actions_texts.COLUMN_MEASURED, weight=3),
            TableColumn(title=documents_plans_texts.COLUMN_RULE, weight=5),
            TableColumn(title=documents_plans_texts.COLUMN_FROM_WHERE, weight=4),
        ),
        rows=tuple(_measurement(view, one) for one in ordered),
    )


def _measurement(view: View, one: Measurement) -> tuple[Cell, ...]:
    show_value(view, one)
    value = amount(one.value, one.unit, one.unit_text if one.unit != "annan" else "")
    sexes = documents_plans_texts.by_sex(amount(one.women, one.unit), amount(one.men, one.unit))
    view.show(one, "women", "men", "numerator", "count", "least_visits", "active_choice")
    of = [
        documents_plans_texts.part_of(view.text(one, "numerator"), view.text(one, "count")),
        view.text(one, "denominator"),
        sexes,
        documents_plans_texts.chosen(view.text(one, "active_choice")),
    ]
    rule = [view.text(one, "inclusion")]
    least = documents_plans_texts.least(view.text(one, "least_visits"))
    # ”minst 3 läkarbesök” says what ”minst 3 besök” would say again.
    rule += [least] if least.rpartition(" ")[0] not in rule[0] else []
    name = view.titled(one) or view.text(one, "measure")
    counts = one.unit_text if one.unit_text and one.unit_text not in value.replace("\u00a0", " ") else ""
    return (Cell(text="\n".join(part for part in (name, view.text(one, "actor"), counts) if part)),
            Cell(text=value or documents_texts.NOT_GIVEN, number=one.value, missing=one.value is None),
            given("\n".join(part for part in of if part)),
            given(documents_plans_texts.between(view.text(one, "period_start"), view.text(one, "date"))),
            Cell(text="\n".join(part for part in rule if part) or documents_texts.NOTHING),
            given(_from_where(view, one)))


def _from_where(view: View, one: Measurement) -> str:
    """Return where a value comes from, the mätkälla first unless the source says the same."""
    origin, source = view.text(one, "origin"), view.text(one, "source")
    return "\n".join(part for part in (origin if origin != source else "", source, view.text(one, "quality", "note"))
                     if part)
