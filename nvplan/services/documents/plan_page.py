"""The page of a plan that a politician reads: why, the goals, priorities, what is done, cost, risk and decision.

It says what answers and objects say, counted; nothing is explained that nobody has written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nvplan.catalog import anchors
from nvplan.catalog.questions import plan_form
from nvplan.model.dates import date_order, format_date, last_day
from nvplan.model.document import Block, Cell, Heading, Paragraph, Table, TableColumn
from nvplan.model.kinds.table import rows_of
from nvplan.model.objects import ADOPTED, Decision, Goal, Measurement, Obstacle
from nvplan.model.requirement import PlanKey
from nvplan.model.values import Row
from nvplan.services.documents.by_actor import Asked, noun_for, silent_in, written_in_short
from nvplan.services.documents.chapters import Given, shown
from nvplan.services.documents.employers import who_and_where
from nvplan.services.documents.frame import progress_shown
from nvplan.services.documents.goals import latest_of
from nvplan.services.documents.page_room import FULL, Room
from nvplan.services.documents.page_work import cost_blocks, doing_blocks
from nvplan.services.documents.shown_values import measured_text
from nvplan.services.documents.statements import sentence
from nvplan.services.documents.view import View
from nvplan.services.documents.words import amount, given, when
from nvplan.services.reading.goal_standing import standing_of
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_statements as statements_texts

#: RSS as a word of its own, not yet spelled out.
_RSS = re.compile(r"(?<!\w)RSS(?!\w)")
#: Roles that together are longer than this are told in their section, and the page says how many there are.
_OWNERS_LONGEST = 160
#: Who is responsible for a plan.
_OWNER: dict[PlanKey, str] = {"gemensam": anchors.JOINT_OWNER, "kontinuitet": anchors.PLAN_OWNER,
                              "patientkontrakt": anchors.AGREEMENT_OWNER}
#: Whom each plan puts first, and the answer that says until when it holds.
_FIRST: dict[PlanKey, str] = {"gemensam": anchors.JOINT_GROUPS, "kontinuitet": anchors.CONTINUITY_GROUPS,
                              "patientkontrakt": anchors.OFFERED_FIRST}
UNTIL_ANSWER: dict[PlanKey, str] = {"gemensam": anchors.JOINT_UNTIL, "kontinuitet": anchors.LONG_END,
                              "patientkontrakt": anchors.AGREEMENT_UNTIL}


def plan_page(view: View, plan: PlanKey, level: int = 1, title: str = page_texts.PAGE, room: Room = FULL
              ) -> list[Block]:
    """Return the page, which begins with what the plan is for; `room` says how much of each thing it tells."""
    blocks: list[Block] = [Heading(level=level, text=title), Paragraph(text=_about(view, plan)),
                           *_unanswered(view, plan)]
    blocks += [*_goals(view, plan, room), *_priorities(view, plan), *_owner(view, plan)]
    blocks += [*doing_blocks(view, plan, room, _efforts_heading(view, plan) if title == page_texts.PAGE else ""),
               *cost_blocks(view, plan, room)]
    return _spelled_out([*blocks, *_risk(view, plan), *_obstacles(view, plan)])


def _efforts_heading(view: View, plan: PlanKey) -> str:
    """Return the heading of the section with the plan's insatser, as a text of its own document names it."""
    return next((page_texts.quoted(one.title) for one in view.sections(plan) if "insatser" in one.before), "")


def _spelled_out(blocks: Sequence[Block]) -> list[Block]:
    """Return the page with what RSS stands for told where it first stands; it is read without the list at the end."""
    told = False

    def spell(text: str) -> str:
        nonlocal told
        if told or not _RSS.search(text):
            return text
        told = True
        return _RSS.sub(page_texts.RSS_TOLD, text, count=1)

    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.model_copy(update={"text": spell(block.text)}))
        elif isinstance(block, Table):
            found.append(block.model_copy(update={"rows": tuple(
                tuple(cell.model_copy(update={"text": spell(cell.text)}) for cell in row) for row in block.rows)}))
        else:
            found.append(block)
    return found


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


def _unanswered(view: View, plan: PlanKey) -> list[Block]:
    """Return how much of a plan that is not decided has an answer: an empty page is no finished plan."""
    found = progress_shown(plan_form(plan), view.state, view.actor)
    if view.state.info.standing == "beslutad" or found.whole == found.applicable:
        return []
    return [Paragraph(text=page_texts.answered_of(found.whole, found.applicable), tone="missing")]


def adopted(view: View, plan: PlanKey) -> str:
    """Return by whom and when a plan that has one body is adopted; empty for one that is not, or that has several.

    What is still a draft says that it is later than the decision: its reader is to know which of the two is held.
    """
    found = [one for one in view.objects(Decision)
             if one.subject == plan and one.outcome in ADOPTED and one.date and not one.bodies]
    if plan == "gemensam" or not found:
        return ""
    last = max(found, key=lambda one: date_order(one.date))
    view.show(last, "subject", "outcome")
    body = view.text(last, *(("body",) if last.body else ("actor",)))
    view.text(last, "date")
    text = page_texts.adopted_by(body, when(last.date), view.text(last, "diary_number"))
    changed = view.state.changed[:10]
    is_later = view.state.info.standing != "beslutad" and last_day(last.date).isoformat() < changed
    return f"{text} {page_texts.DRAFT_SINCE.format(day=when(changed))}" if is_later else text


def _owner(view: View, plan: PlanKey) -> list[Block]:
    """Return who is responsible for the plan: the role, or how many of those who carry it have one."""
    form = plan_form(plan)
    question = form.by_id[_OWNER[plan]]
    asked = view.asked(question, form)
    answers = [Given(one, found) for one in asked if (found := view.answer(question, one)).value is not None]
    if not answers:
        missing = Paragraph(lead=page_texts.OWNER, text=page_texts.OWNER_OPEN, tone="missing")
        return [] if view.state.info.standing == "beslutad" else [missing]
    if len(asked) == 1:
        return [Paragraph(lead=page_texts.OWNER, text=statements_texts.whole(shown(question, answers[0].answer)))]
    telling, noun = view.tellings(plan)[question.id], noun_for(view, asked)
    roles = written_in_short(view, Asked(question, telling, tuple(answers), tuple(asked), noun), _OWNERS_LONGEST)
    silent = statements_texts.silent(silent_in(view, asked, answers), noun, len(asked))
    counted = page_texts.owners(len(answers), len(asked), noun, telling.heading)
    if roles:
        return [Paragraph(lead=page_texts.OWNER, text=f"{roles} {silent}".strip())]
    return [Paragraph(lead=page_texts.OWNER, text=counted, points_at=page_texts.quoted(telling.heading))]


def _goals(view: View, plan: PlanKey, room: Room) -> list[Block]:
    """Return the plan's goals: where it stands and by when; that there are none is said, and how many have no room."""
    goals = [one for one in view.objects(Goal) if plan in one.plans]
    if not goals:
        return [Paragraph(lead=page_texts.GOALS, text=documents_plans_texts.NO_GOALS, tone="missing")]
    foremost = sorted(goals, key=_weight)[:room.goals]
    named = [goal for goal in goals if goal in foremost]
    left = [page_texts.goals_left(len(goals) - len(named))] if len(named) < len(goals) else []
    rows = tuple(_goal(view, goal, room) for goal in named)
    compared = any(pace in cell.text for row in rows for cell in row for pace in page_texts.PACE.values())
    left += [page_texts.PACE_OF] if compared and room.bases else []
    return [Table(
        caption=page_texts.GOALS,
        first_column_is_header=True,
        columns=(TableColumn(title=documents_plans_texts.COLUMN_GOAL, weight=8),
                 TableColumn(title=page_texts.COLUMN_NOW, weight=10),
                 TableColumn(title=page_texts.COLUMN_TARGET, weight=8),
                 TableColumn(title=documents_plans_texts.COLUMN_RESPONSIBLE, weight=6)),
        rows=rows,
    ), *([Paragraph(text=" ".join(left))] if left else [])]


def _weight(goal: Goal) -> tuple[bool, bool]:
    """Return what goals are chosen by: those of a level and a day first, then those of a level."""
    return goal.target is None or not goal.date, goal.target is None


def _goal(view: View, goal: Goal, room: Room) -> tuple[Cell, ...]:
    found = latest_of(view, goal)
    view.show(goal, "target", "unit", "unit_text", "measure", "plans", "baseline", "baseline_year")
    unit = goal.unit_text
    start = page_texts.start_value(amount(goal.baseline, goal.unit, unit),
                                   str(goal.baseline_year or "")) if goal.baseline is not None else ""
    measured = measured_text(view, found)
    standing = standing_of(goal, view.objects(Measurement)).latest
    pace = page_texts.PACE[standing.side] if standing else ""
    beside = (_from(goal, found) if measured and room.bases else "",
              _source(view, goal, found) if room.sources else pace)
    now = "\n".join(text for text in (measured or start, *beside) if text)
    reach = page_texts.target(amount(goal.target, goal.unit, unit), view.text(goal, "date"))
    target = "\n".join(text for text in (reach, pace if room.sources else "") if text)
    return (Cell(text=view.text(goal, "title").rstrip(".")),
            Cell(text=now or documents_plans_texts.NO_VALUE, missing=not now), given(target),
            given(who_and_where(view, goal)))


def _source(view: View, goal: Goal, found: Measurement | None) -> str:
    """Return from where the latest value comes, else where the goal is counted from; empty where it is not told."""
    if found is None:
        source = view.text(goal, "baseline_source") if goal.baseline is not None else ""
    else:
        source = view.text(found, "source") or view.text(found, "origin")
    return statements_texts.SOURCE.format(source=statements_texts.unended(source)) if source else ""


def _from(goal: Goal, found: Measurement | None) -> str:
    """Return where a goal is counted from, without the words of its unit: they stand beside."""
    if goal.baseline is None:
        return ""
    if found is not None and found.value == goal.baseline and found.date[:4] == str(goal.baseline_year or ""):
        return page_texts.FROM_HERE
    value = amount(goal.baseline, goal.unit, "")
    return page_texts.FROM.format(value=page_texts.start_value(value, str(goal.baseline_year or "")))


def _priorities(view: View, plan: PlanKey) -> list[Block]:
    question = plan_form(plan).by_id[_FIRST[plan]]
    answer = view.answer(question)
    if answer.value is None:
        return []
    return [Paragraph(lead=page_texts.PRIORITIES, text=sentence(question, view.tellings(plan)[question.id], answer))]


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
    day = str(first.get("senast") or "")
    measure = page_texts.measure(str(first.get("atgard") or ""), str(first.get("roll") or ""),
                                 format_date(day) if day else "")
    return [Paragraph(lead=page_texts.RISK_AMONG if equal else page_texts.RISK, text=page_texts.risk(
        str(first["risk"]), str(first["sannolikhet"]), str(first["foljd"]), measure))]


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
