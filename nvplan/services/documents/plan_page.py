"""The page of a plan that a politician reads: why, the goals, priorities, what is done, cost, risk and decision.

It says what answers and objects say, counted; nothing is explained that nobody has written.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nvplan.catalog import anchors
from nvplan.catalog.questions import plan_form
from nvplan.model.dates import date_order, last_day
from nvplan.model.document import Block, Cell, Heading, Paragraph, Table, TableColumn
from nvplan.model.kinds.table import rows_of
from nvplan.model.numbers import format_number
from nvplan.model.objects import ADOPTED, EFFORT_STATES, Decision, Effort, Goal, Measurement, Obstacle
from nvplan.model.requirement import PlanKey
from nvplan.model.values import Row
from nvplan.services.documents.by_actor import noun_for
from nvplan.services.documents.chapters import shown
from nvplan.services.documents.efforts import efforts_of, reach_text
from nvplan.services.documents.goals import latest_of
from nvplan.services.documents.shown_values import measured_text
from nvplan.services.documents.statements import sentence
from nvplan.services.documents.view import View
from nvplan.services.documents.words import amount, given, when
from nvplan.services.reading.goal_standing import standing_of
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_statements as statements_texts

#: Who is responsible for a plan.
_OWNER: dict[PlanKey, str] = {"gemensam": anchors.JOINT_OWNER, "kontinuitet": anchors.PLAN_OWNER}
#: The insatser that cost something from now on.
_LIVE = ("planerad", "paborjad", "pagaende", "pausad")
#: Whom each plan puts first, and the answer that says until when it holds.
_FIRST: dict[PlanKey, str] = {"gemensam": anchors.JOINT_GROUPS, "kontinuitet": anchors.CONTINUITY_GROUPS,
                              "patientkontrakt": anchors.OFFERED_FIRST}
UNTIL_ANSWER: dict[PlanKey, str] = {"gemensam": anchors.JOINT_UNTIL, "kontinuitet": anchors.LONG_END,
                              "patientkontrakt": anchors.AGREEMENT_UNTIL}
#: So many of the insatser that are to begin are named.
_NEXT = 2
#: So many of those that go on.
_NAMED = 4
#: Among fewer than so many it is not told which costs most.
_FEW = 3
#: So many sources of money are named.
_MOST_SOURCES = 4


def plan_page(view: View, plan: PlanKey, level: int = 1, title: str = page_texts.PAGE) -> list[Block]:
    """Return the page, which begins with what the plan is for."""
    blocks: list[Block] = [Heading(level=level, text=title), Paragraph(text=_about(view, plan))]
    blocks += _goals(view, plan)
    for part in (_priorities, _owner, _doing, _cost, _risk, _obstacles):
        blocks += part(view, plan)
    return blocks


def _about(view: View, plan: PlanKey) -> str:
    form, years, county = plan_form(plan), view.state.info.years, view.session.county
    words = page_texts.ABOUT_ALONE if plan == "gemensam" and view.is_one_body else page_texts.ABOUT[plan]
    about = words.format(county=county.name, region=county.region)
    if years.is_long:
        about = f"{about} {page_texts.YEARS.format(span=years.span)}"
    question = form.by_id[UNTIL_ANSWER[plan]]
    until, is_decided = view.answer(question), view.state.info.standing == "beslutad"
    if until.value is None:
        return about if years.is_long or is_decided else f"{about} {page_texts.UNTIL_OPEN}"
    if years.is_long and isinstance(until.value, str) and last_day(until.value).year == years.last:
        return about
    words = page_texts.UNTIL if is_decided or adopted(view, plan) else page_texts.UNTIL_PROPOSED
    return f"{about} {words.format(date=shown(question, until))}"


def adopted(view: View, plan: PlanKey) -> str:
    """Return by whom and when a plan that has one body is adopted; empty for one that is not, or that has several."""
    found = [one for one in view.objects(Decision)
             if one.subject == plan and one.outcome in ADOPTED and one.date and not one.bodies]
    if plan == "gemensam" or not found:
        return ""
    last = max(found, key=lambda one: date_order(one.date))
    view.show(last, "subject", "outcome")
    body = view.text(last, *(("body",) if last.body else ("actor",)))
    view.text(last, "date")
    return page_texts.adopted_by(body, when(last.date), view.text(last, "diary_number"))


def _owner(view: View, plan: PlanKey) -> list[Block]:
    """Return who is responsible for the plan: the role, or how many of those who carry it have one."""
    if plan not in _OWNER:
        return []
    form = plan_form(plan)
    question = form.by_id[_OWNER[plan]]
    asked = view.asked(question, form)
    answers = [found for one in asked if (found := view.answer(question, one)).value is not None]
    if not answers:
        missing = Paragraph(lead=page_texts.OWNER, text=page_texts.OWNER_OPEN, tone="missing")
        return [] if view.state.info.standing == "beslutad" else [missing]
    text = statements_texts.whole(shown(question, answers[0])) if len(asked) == 1 else (
        page_texts.owners(len(answers), len(asked), noun_for(view, asked)))
    return [Paragraph(lead=page_texts.OWNER, text=text)]


def _goals(view: View, plan: PlanKey) -> list[Block]:
    """Return the plan's goals: where it stands and by when; that there are none is said."""
    goals = [one for one in view.objects(Goal) if plan in one.plans]
    if not goals:
        return [Paragraph(lead=page_texts.GOALS, text=documents_plans_texts.NO_GOALS, tone="missing")]
    lined = any(standing_of(goal, view.objects(Measurement)).line is not None for goal in goals)
    return [Table(
        caption=page_texts.GOALS,
        first_column_is_header=True,
        columns=(TableColumn(title=documents_plans_texts.COLUMN_GOAL, weight=5),
                 TableColumn(title=page_texts.COLUMN_NOW, weight=4),
                 TableColumn(title=page_texts.COLUMN_TARGET, weight=4),
                 TableColumn(title=documents_plans_texts.COLUMN_RESPONSIBLE, weight=4)),
        rows=tuple(_goal(view, goal) for goal in goals),
    ), *([Paragraph(text=page_texts.LINE)] if lined else [])]


def _goal(view: View, goal: Goal) -> tuple[Cell, ...]:
    found = latest_of(view, goal)
    view.show(goal, "target", "unit", "unit_text", "measure", "plans", "baseline", "baseline_year")
    unit = goal.unit_text
    start = page_texts.start_value(amount(goal.baseline, goal.unit, unit),
                                   str(goal.baseline_year or "")) if goal.baseline is not None else ""
    measured = measured_text(view, found)
    standing = standing_of(goal, view.objects(Measurement)).latest
    now = "\n".join(text for text in (measured or start,
                                      _from(goal) if measured else "",
                                      page_texts.PACE[standing.side] if standing else "") if text)
    target = page_texts.target(amount(goal.target, goal.unit, unit), view.text(goal, "date"))
    return (Cell(text=view.text(goal, "title").rstrip(".")),
            Cell(text=now or documents_plans_texts.NO_VALUE, missing=not now), given(target),
            given(view.text(goal, "role") or view.text(goal, "actor")))


def _from(goal: Goal) -> str:
    """Return where a goal is counted from, without the words of its unit: they stand beside."""
    if goal.baseline is None:
        return ""
    value = amount(goal.baseline, goal.unit, "")
    return page_texts.FROM.format(value=page_texts.start_value(value, str(goal.baseline_year or "")))


def _priorities(view: View, plan: PlanKey) -> list[Block]:
    question = plan_form(plan).by_id[_FIRST[plan]]
    answer = view.answer(question)
    if answer.value is None:
        return []
    return [Paragraph(lead=page_texts.PRIORITIES, text=sentence(question, view.tellings(plan)[question.id], answer))]


def _doing(view: View, plan: PlanKey) -> list[Block]:
    """Return how many insatser there are by state, and how many reach everywhere they belong."""
    found = efforts_of(view, plan)
    if not found:
        return [Paragraph(lead=page_texts.DOING, text=documents_plans_texts.NO_EFFORTS, tone="missing")]
    told = [page_texts.state_count(sum(one.state == state for one in found), state)
            for state in EFFORT_STATES if any(one.state == state for one in found)]
    without = sum(one.state is None for one in found)
    told += [page_texts.no_state(without)] if without else []
    for one in found:
        view.show(one, "state", "spread", "plans")
    everywhere = sum(one.spread == "breddinford" for one in found) if any(one.spread for one in found) else None
    text = " ".join([page_texts.doing(len(found), told, everywhere), *_going_on(view, found), *_next(view, found)])
    return [Paragraph(lead=page_texts.DOING, text=text)]


def _going_on(view: View, efforts: Sequence[Effort]) -> list[str]:
    """Return which insatser go on, those that are worked with the longest first."""
    found = sorted((one for one in efforts if one.state == "pagaende"),
                   key=lambda one: (date_order(one.start), one.title))
    if not found:
        return []
    titles = [page_texts.with_who_and_when(
        view.text(one, "title").rstrip("."), statements_texts.inside(view.text(one, "role")), view.text(one, "end"))
        for one in found[:_NAMED]]
    return [page_texts.going_on(titles, len(found) - len(titles))]


def _next(view: View, efforts: Sequence[Effort]) -> list[str]:
    """Return the next insatser that are to begin, with who is responsible and when."""
    planned = sorted((one for one in efforts if one.state == "planerad" and one.start),
                     key=lambda one: (date_order(one.start), one.title))
    told = []
    for one in planned[:_NEXT]:
        view.show(one, "start", "role")
        role = statements_texts.inside(view.text(one, "role"))
        told.append(page_texts.begins(view.text(one, "title").rstrip("."), when(one.start), role))
    return [page_texts.NEXT.format(efforts="; ".join(told))] if told else []


def _cost(view: View, plan: PlanKey) -> list[Block]:
    """Return what the insatser that go on cost, from where the money comes, and how many have no cost."""
    every = efforts_of(view, plan)
    found = [one for one in every if one.state in _LIVE]
    costed = [one for one in found if one.cost is not None]
    if not found:
        return [] if every else [Paragraph(lead=page_texts.COST, text=page_texts.NO_COST_YET, tone="missing")]
    if not costed:
        return [Paragraph(lead=page_texts.COST, text=page_texts.NO_COST, tone="missing")]
    for one in costed:
        view.show(one, "cost", "funding")
    total = sum((one.cost or Decimal(0) for one in costed), Decimal(0))
    text = page_texts.cost(_kronor(total), len(costed), len(found))
    return [Paragraph(lead=page_texts.COST, text=" ".join(
        part for part in (text, _costs_most(view, costed), _sources(costed)) if part))]


def _costs_most(view: View, costed: Sequence[Effort]) -> str:
    """Return which insats costs most: what the money is for is asked before where it comes from."""
    most = max(costed, key=lambda one: one.cost or Decimal(0))
    if len(costed) < _FEW or not most.cost:
        return ""
    view.show(most, "reached", "reach_of", "reach_unit")
    return page_texts.costs_most(view.text(most, "title").rstrip("."), _kronor(most.cost), reach_text(most))


def _sources(efforts: Sequence[Effort]) -> str:
    sums: dict[str, Decimal] = {}
    for one in efforts:
        sums[one.funding] = sums.get(one.funding, Decimal(0)) + (one.cost or Decimal(0))
    unknown = sums.pop("", Decimal(0))
    largest = sorted(sums.items(), key=lambda item: -item[1])
    rest = sum((value for _, value in largest[_MOST_SOURCES:]), Decimal(0))
    return page_texts.paid_by(
        [(statements_texts.inside(name), _kronor(value)) for name, value in largest[:_MOST_SOURCES]],
        _kronor(rest) if rest else "", _kronor(unknown) if unknown else "")


def _risk(view: View, plan: PlanKey) -> list[Block]:
    """Return the risk that is both likely and grave, by what was answered; nothing where no risk is rated."""
    if plan != "gemensam":
        return []
    question = plan_form(plan).by_id[anchors.JOINT_RISKS]
    options = {column.id: [option.id for option in column.options] for column in question.columns}

    def weight(row: Row) -> int:
        places = [options[name].index(str(row[name])) + 1 if row.get(name) in options[name] else 0
                  for name in ("sannolikhet", "foljd")]
        return places[0] * places[1]

    value = view.answer(question).value
    rows = [row for row in rows_of(value) if row.get("risk") and weight(row)] if value is not None else []
    if not rows:
        return []
    heaviest = max(weight(row) for row in rows)
    first, *equal = [row for row in rows if weight(row) == heaviest]
    lead = page_texts.RISK_AMONG if equal else page_texts.RISK
    return [Paragraph(lead=lead, text=page_texts.risk(str(first["risk"]), str(first.get("atgard") or "")))]


def _obstacles(view: View, plan: PlanKey) -> list[Block]:
    """Return what stands in the way and is not solved, those first that the county's leaders are to solve."""
    found = [one for one in view.objects(Obstacle) if one.stands_in((plan,)) and not one.solved]
    if not found:
        return []
    found.sort(key=lambda one: one.level != "makro")
    for one in found:
        view.show(one, "level", "plans", "solved")
    titles = [statements_texts.inside(view.text(one, "title")).rstrip(".") for one in found[:2]]
    return [Paragraph(lead=page_texts.OBSTACLES, text=page_texts.obstacles(
        len(found), sum(one.level == "makro" for one in found), titles))]


def _kronor(value: Decimal) -> str:
    return page_texts.KRONOR.format(amount=format_number(value))
