"""Continuity in figures: share and index always together, and the national goals with computed levels."""

from __future__ import annotations

from decimal import Decimal

from nvplan.catalog import anchors
from nvplan.catalog.following import goal_anchor, goals_for, same_goal
from nvplan.catalog.questions import plan_form
from nvplan.catalog.requirements import plan_sets
from nvplan.model.dates import date_order, format_date
from nvplan.model.document import Block, Cell, Chart, Fact, Facts, Heading, Paragraph, Table, TableColumn
from nvplan.model.figures import Goal as NationalGoal
from nvplan.model.numbers import format_number
from nvplan.model.objects import Effort, Goal, Measurement
from nvplan.model.trends import goal_level
from nvplan.services.documents.chapters import shown
from nvplan.services.documents.curves import bar
from nvplan.services.documents.goals import latest
from nvplan.services.documents.shown_values import measured_text
from nvplan.services.documents.view import View
from nvplan.services.documents.words import amount, counted, given
from nvplan.services.reading.sources import source_text
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_statements as statements_texts

#: For each national goal: what is measured, and the questions of chapter 2.4 with base year and base value.
_MEASURES: dict[str, tuple[str, str, str]] = {
    anchors.SHARE_GOAL: ("andel_lakarkontakt", "", ""),
    anchors.DOCTOR_INDEX_GOAL: ("coc_lakare", anchors.BASE_YEAR["lakare"], anchors.BASE_VALUE["lakare"]),
    anchors.INDEX_GOAL: ("coc_alla", anchors.BASE_YEAR["alla"], anchors.BASE_VALUE["alla"]),
    anchors.HOMES_SHARE_GOAL: ("andel_lakarkontakt_sabo", "", ""),
    anchors.HOMES_INDEX_GOAL: ("coc_lakare_sabo", anchors.BASE_YEAR["sabo"], anchors.BASE_VALUE["sabo"]),
}
_HUNDRED = Decimal(100)


def number_answer(view: View, identity: str) -> Decimal | None:
    """Return the county's answer to a question of the plan that is a number."""
    value = view.answer(plan_form("kontinuitet").by_id[identity]).value if identity else None
    return Decimal(value) if isinstance(value, str) else None

#: Whom the national goal's share is a share of.
_POPULATION = "befolkning"


def text_answer(view: View, identity: str) -> str:
    """Return the county's answer in words, empty where there is none."""
    question = plan_form("kontinuitet").by_id[identity]
    answer = view.answer(question)
    return shown(question, answer) if answer.value is not None else ""


def measurements(view: View, measure: str) -> list[Measurement]:
    """Return the measurements of one measure that can stand in a row, oldest first.

    A share of some group is left out, and so are shares of other people than the goal is about: those of the listed do
    not go on from those of the inhabitants.
    """
    found = [one for one in view.objects(Measurement)
             if one.measure == measure and one.value is not None and not one.group]
    goal = next((one for one in view.objects(Goal) if one.measure == measure and one.denominator), None)
    alike = [one for one in found if one.denominator == (goal.denominator if goal else _POPULATION)]
    return sorted(alike or found, key=lambda one: (one.date, one.id))


def own_goal(view: View, national: str) -> Goal | None:
    """Return the county's own goal that answers to a national one."""
    return next((one for one in view.objects(Goal) if same_goal(one.national, national)), None)


def _asked(national: str) -> tuple[str, str, str]:
    """Return what is measured and asked for a goal, by the goal of chapter 2.4 that it is or follows."""
    return _MEASURES.get(goal_anchor(national, tuple(_MEASURES)), ("", "", ""))


def base(view: View, national: str) -> tuple[Decimal | None, Decimal | None]:
    """Return base year and base value: those of chapter 2.4, else those of the county's own goal."""
    _, year, value = _asked(national)
    found = number_answer(view, year), number_answer(view, value)
    own = own_goal(view, national)
    if found[1] is None and own is not None and own.baseline is not None:
        view.show(own, "baseline", "baseline_year", "national", "unit", "measure")
        return (Decimal(own.baseline_year) if own.baseline_year else None), own.baseline
    return found


def target_level(view: View, goal: NationalGoal) -> str:
    """Return the level that a national goal comes to for the county, in words; never without saying from what."""
    _, start = base(view, goal.id)
    if goal.kind == "okning_utan_tal":
        percent = number_answer(view, anchors.NOTABLE_RISE)
        if percent is None or start is None:
            return documents_actions_texts.LEVEL_NO_NUMBER
        level = start * (1 + percent / _HUNDRED)
        return documents_actions_texts.LEVEL_OWN.format(level=plain(level), percent=plain(percent))
    level_found = goal_level(goal, start)
    if level_found is None:
        return ""
    if goal.kind == "andel_minst":
        return amount(level_found, "procent")
    return documents_actions_texts.LEVEL_INCREASE.format(
        level=plain(level_found), factor=plain(1 + (goal.value or 0) / _HUNDRED, 2)
    )


def plain(value: Decimal, decimals: int | None = None) -> str:
    """Return a number without ending zeros, or with just so many decimals."""
    if decimals is not None:
        return format_number(value.quantize(Decimal(1).scaleb(-decimals)))
    whole = value == value.to_integral_value()
    return format_number(value.quantize(Decimal(1)) if whole else value.normalize())


def national_table(view: View) -> Table:
    """Return the five national goals: base, last measured, the level to reach, and how many insatser are for it."""
    return Table(
        caption=documents_actions_texts.NATIONAL_TABLE,
        first_column_is_header=True,
        columns=(
            TableColumn(title=documents_actions_texts.COLUMN_NATIONAL, weight=5),
            TableColumn(title=documents_plans_texts.COLUMN_BASE, weight=4),
            TableColumn(title=documents_plans_texts.COLUMN_LATEST, weight=4),
            TableColumn(title=documents_actions_texts.COLUMN_LEVEL_OF, weight=4),
            TableColumn(title=documents_actions_texts.COLUMN_LINKED, kind="number", weight=2),
        ),
        rows=tuple(_national(view, goal) for goal in goals_for(view.state.info) if goal.is_limit),
    )


def national_note(view: View) -> Paragraph:
    """Return from when the national levels count and until when they held, and where they are written."""
    goals = [goal for goal in goals_for(view.state.info) if goal.is_limit]
    source = source_text(tuple(goal.source for goal in goals))
    if any(goal.replaces for goal in goals):
        sets = plan_sets(view.state.info)
        names = documents_texts.listed(list(dict.fromkeys(sets[goal.set].name for goal in goals)))
        told = documents_actions_texts.NATIONAL_SOURCE_LATER.format(sets=names, source=source)
    else:
        date = format_date(max(goal.date for goal in goals))
        told = documents_actions_texts.NATIONAL_SOURCE.format(date=date, source=source)
    if any(goal.is_increase for goal in goals):
        told = f"{documents_actions_texts.BASE_NOT_STATED} {told}"
    return Paragraph(text=told, tone="note")


def _national(view: View, goal: NationalGoal) -> tuple[Cell, ...]:
    year, start = base(view, goal.id)
    from_when = f"{plain(start)} ({int(year)!s})" if start is not None and year is not None else (
        plain(start) if start is not None else "")
    if goal.is_increase:
        begin = from_when or documents_actions_texts.BASE_MISSING
    else:
        begin = amount(start, "procent") + (f" ({int(year)!s})" if year is not None else "")
    found = latest(measurements(view, _asked(goal.id)[0]))
    level = target_level(view, goal)
    return (
        Cell(text=goal.title),
        Cell(text=begin or documents_texts.NOT_GIVEN, missing=start is None),
        Cell(text=measured_text(view, found) or documents_plans_texts.NO_VALUE, missing=found is None),
        Cell(text=level or documents_actions_texts.LEVEL_UNKNOWN, missing=not level),
        counted(len(_linked(view, goal.id))),
    )


def _linked(view: View, national: str) -> list[Effort]:
    goals = {one.id for one in view.objects(Goal) if same_goal(one.national, national)}
    return [one for one in view.objects(Effort) if goals & set(one.goals)]


def national_warnings(view: View) -> list[Block]:
    """Return what a reader must heed about the goals: an index that nothing is to raise, bases that contradict."""
    found: list[Block] = []
    if not any(_linked(view, national) for national in anchors.INDEX_GOALS):
        found.append(Paragraph(text=documents_actions_texts.NO_INDEX_EFFORTS, tone="warning"))
    for national in anchors.INDEX_GOALS:
        own, start = own_goal(view, national), number_answer(view, _asked(national)[2])
        if own is not None and own.baseline is not None and start is not None and own.baseline != start:
            found.append(Paragraph(tone="warning", text=documents_actions_texts.BASE_DIFFERS.format(
                goal=view.text(own, "title"), first=plain(start), second=plain(own.baseline))))
    return found


def index_rule(view: View, which: str) -> str:
    """Return which patients the county counts for an index, `lakare` or `alla`; its own words where it has them."""
    own = text_answer(view, anchors.INDEX_RULE_OWN[which])
    return own or text_answer(view, anchors.INDEX_RULE[which])


def share_and_index_table(view: View) -> Table | None:
    """Return share, active choice and both indices date by date; None where nothing is measured."""
    measures = ("andel_lakarkontakt", "coc_lakare", "coc_alla")
    by_date: dict[str, dict[str, Measurement]] = {}
    for measure in measures:
        for one in measurements(view, measure):
            if not one.actor:
                by_date.setdefault(one.date, {})[measure] = one
    if not by_date:
        return None
    rows = []
    for date, found in sorted(by_date.items(), key=lambda pair: date_order(pair[0])):
        share = found.get("andel_lakarkontakt")
        first = next(iter(found.values()))
        rows.append((given(view.text(first, "date") if date else ""), _value(view, share),
                     given(view.text(share, "active_choice") if share else ""),
                     *(_value(view, found.get(measure)) for measure in measures[1:])))
    return Table(
        caption=documents_actions_texts.SHARE_AND_INDEX,
        first_column_is_header=True,
        rows=tuple(rows),
        columns=(
            TableColumn(title=documents_actions_texts.COLUMN_MEASURED, weight=3),
            *(
                TableColumn(title=title, kind="number", weight=3)
                for title in (
                    documents_actions_texts.COLUMN_SHARE,
                    documents_actions_texts.COLUMN_CHOICE,
                    documents_actions_texts.COLUMN_INDEX,
                    documents_actions_texts.COLUMN_INDEX_ALL,
                )
            ),
        ),
    )


def _value(view: View, one: Measurement | None) -> Cell:
    if one is None or one.value is None:
        return Cell(text=documents_plans_texts.NO_VALUE, missing=True)
    measured_text(view, one)
    return Cell(text=amount(one.value, one.unit), number=one.value)


def inclusion_blocks(view: View, level: int) -> list[Block]:
    """Return by which rule and from which source each index is counted, under a heading; in a line where nobody says.

    In a decided plan nothing stands for what nobody says.
    """
    found = [
        (documents_actions_texts.FACT_RULE_DOCTOR, index_rule(view, "lakare")),
        (documents_actions_texts.FACT_SOURCE_DOCTOR, text_answer(view, anchors.DOCTOR_SOURCE)),
        (documents_actions_texts.FACT_RULE_ALL, index_rule(view, "alla")),
        (documents_actions_texts.FACT_SOURCE_ALL, text_answer(view, anchors.ALL_SOURCE)),
    ]
    if not any(value for _, value in found):
        line = Paragraph(text=statements_texts.missing([documents_actions_texts.INCLUSION]), tone="missing")
        return [] if view.state.info.standing == "beslutad" else [line]
    facts = tuple(
        Fact(label=label, value=value or documents_texts.NOT_GIVEN, missing=not value) for label, value in found
    )
    return [Heading(level=level, text=documents_actions_texts.INCLUSION), Facts(items=facts),
            Paragraph(text=documents_actions_texts.RULE_KNOWN, tone="note")]


def homes_chart(view: View) -> list[Block]:
    """Return the share in särskilt boende kommun by kommun, the latest of each; nothing where none is measured."""
    found = {one.actor: one for one in measurements(view, "andel_lakarkontakt_sabo") if one.actor}
    if not found:
        return []
    order = [actor.id for actor in view.state.actors]
    bars = []
    for actor, one in sorted(found.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order)):
        label = f"{view.actor_name(actor)}, {measured_text(view, one).partition(' (')[2].rstrip(')')}".rstrip(", ")
        bars.append(bar(label, one.value or Decimal(0), amount(one.value, one.unit)))
    return [
        Chart(
            title=documents_actions_texts.HOMES_CHART,
            alternative=documents_actions_texts.HOMES_TOLD,
            bars=tuple(bars),
            most=Decimal(100),
        )
    ]
