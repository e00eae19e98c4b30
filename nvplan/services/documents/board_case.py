"""The case in which a body adopts the joint plan: what it is to decide, what the plan says, and blanks for the rest.

It tells the board what the county's plan says as a whole, with the goals that are the county's or the region's; of the
other actors' goals, answers and insatser it has only the body's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nvplan.catalog import anchors
from nvplan.catalog.questions import all_questions, plan_form
from nvplan.model.county import Actor
from nvplan.model.dates import date_order, format_date
from nvplan.model.document import (
    Block,
    Bullets,
    Cell,
    Document,
    Fact,
    FormField,
    FormFields,
    Heading,
    Paragraph,
    Table,
    TableColumn,
)
from nvplan.model.errors import InputError
from nvplan.model.objects import EFFORT_STATES, Decision, Effort, Goal
from nvplan.model.progress import actors_of
from nvplan.services.documents.appendix import NoAppendix
from nvplan.services.documents.board_economy import economy_blocks, own_efforts
from nvplan.services.documents.by_actor import short_name
from nvplan.services.documents.chapters import shown
from nvplan.services.documents.efforts import cost_text, efforts_of, period_text
from nvplan.services.documents.frame import standing_text
from nvplan.services.documents.goals import latest_of
from nvplan.services.documents.plan_decision import REVIEW_ANSWER
from nvplan.services.documents.plan_page import UNTIL_ANSWER
from nvplan.services.documents.registry import Request
from nvplan.services.documents.shown_values import measured_text
from nvplan.services.documents.statements import chosen_statements, sentence
from nvplan.services.documents.view import View
from nvplan.services.documents.words import amount, given, when
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_board as board_texts
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts

NAME = "tjansteskrivelse"
#: What an actor answers of itself that a board reads: its målbild, and doctors in kommunal vård.
_OWN = (anchors.VISION_DECISIONS, anchors.DOCTORS_AGREEMENT, anchors.DOCTORS_UNTIL)
#: What a plan says of children and of equality.
_CHILDREN = (anchors.JOINT_CHILDREN, anchors.JOINT_CHILD_RIGHTS, anchors.JOINT_EQUALITY)
#: The decisions that a case rests on.
_GROUNDS = ("uppdrag", "malbild", "kontinuitet", "patientkontrakt")


def recipients(session: OpenPlan, document: str, request: Request) -> list[Actor]:
    """Return the actors whose boards decide on the joint plan and have a case each: the region and the kommuner."""
    return list(actors_of(all_questions()[anchors.JOINT_DECISIONS], session.state.actors))


def build(session: OpenPlan, request: Request) -> Document:
    """Return the case for one actor's board.

    Raises:
        InputError: no actor is chosen, or one that does not decide on the plan.
    """
    actor = request.actor
    if actor is None:
        raise InputError(board_texts.NEED_ACTOR)
    if actor.id not in {one.id for one in recipients(session, NAME, request)}:
        raise InputError(board_texts.NO_BOARD.format(actor=actor.name))
    county = View(session, replace(request, actor=None))
    title = documents_plans_texts.JOINT_TITLE
    blocks = [_head(actor), *_proposal(county, actor), *_summary(county, actor), *_matter(county, actor),
              *economy_blocks(county, actor), *_equality(county, actor), *_grounds(county, actor),
              *_receivers(session, actor)]
    state = session.state
    document = county.document(
        NAME, board_texts.CASE.format(plan=title, county=session.county.name), blocks,
        mark=documents_texts.draft_mark(documents_texts.STANDING["utkast"], format_date(state.changed[:10])),
        outside=True)
    return document.model_copy(update={
        "subtitle": board_texts.WHOSE.format(actor=actor.name, year=state.info.years.span),
        "meta": _facts(document.meta), "shape": "short", "data": ""})


def _facts(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return what a board needs to know of the plan's file: whose it is. That it is a draft stands on every page."""
    return tuple(fact for fact in facts if fact.label == documents_texts.META_COUNTY)


def _head(actor: Actor) -> FormFields:
    kind = _kind(actor)
    pairs = ((board_texts.DEPARTMENT, board_texts.DEPARTMENT_HINT), (board_texts.OFFICER, board_texts.OFFICER_HINT),
             (board_texts.DAY, board_texts.DAY_HINT), (board_texts.DIARY, board_texts.DIARY_HINT[kind]),
             (board_texts.BOARD, board_texts.BOARD_HINT))
    return FormFields(caption=board_texts.HEAD, items=tuple(FormField(label=label, hint=hint) for label, hint in pairs))


def _kind(actor: Actor) -> str:
    return "region" if actor.type == "region" else "kommun"


# -- the decision ----------------------------------------------------------------------------------------------------
def _proposal(view: View, actor: Actor) -> list[Block]:
    """Return what is to be decided, worded as if it had been, one action a point."""
    form, county, plan = plan_form("gemensam"), view.session.county.name, documents_plans_texts.JOINT_TITLE
    until, review = (form.by_id[one["gemensam"]] for one in (UNTIL_ANSWER, REVIEW_ANSWER))
    found = view.answer(until)
    items = [board_texts.ADOPTS.format(plan=plan, county=county) if found.value is None else
             board_texts.ADOPTS_UNTIL.format(plan=plan, county=county, date=shown(until, found))]
    every, own = efforts_of(view, "gemensam"), own_efforts(view, actor)
    if own:
        items.append(board_texts.does_part(board_texts.WHOSE_PART[_kind(actor)], len(own), len(every)))
    looked_over = view.answer(review)
    items.append(board_texts.REPORTS_SOME_DAY if looked_over.value is None else
                 board_texts.REPORTS.format(when=when(str(looked_over.value))))
    return [Heading(level=1, text=board_texts.PROPOSAL), Paragraph(text=board_texts.DECIDES),
            Bullets(items=tuple(items), numbered=True), Paragraph(text=board_texts.BRACKETS, tone="note")]


def _summary(view: View, actor: Actor) -> list[Block]:
    actors, session = view.state.actors, view.session
    region = next((one.name for one in actors if one.type == "region"), session.county.name)
    kommuner = sum(one.type == "kommun" for one in actors)
    made = board_texts.MADE_BY.format(makers=board_texts.makers(region, kommuner), county=session.county.name)
    told = [made, *([board_texts.EACH_DECIDES] if kommuner else []), _takes_part(view, actor)]
    return [Heading(level=1, text=board_texts.SUMMARY), Paragraph(text=" ".join(told))]


def _takes_part(view: View, actor: Actor) -> str:
    every, own, name = efforts_of(view, "gemensam"), own_efforts(view, actor), short_name(view, actor.id)
    if not every:
        return board_texts.NO_EFFORTS
    if not own:
        return board_texts.TAKES_NO_PART.format(actor=name)
    states = [page_texts.state_count(number, state) for state in EFFORT_STATES
              if (number := sum(one.state == state for one in own))]
    without = sum(one.state is None for one in own)
    return board_texts.takes_part(name, len(own), len(every),
                                  [*states, *([page_texts.no_state(without)] if without else [])])


# -- the matter ------------------------------------------------------------------------------------------------------
def _matter(view: View, actor: Actor) -> list[Block]:
    blocks: list[Block] = [Heading(level=1, text=board_texts.MATTER), *_assigned(view, actor)]
    question = plan_form("gemensam").by_id[anchors.JOINT_GROUPS]
    answer = view.answer(question)
    if answer.value is not None:
        told = sentence(question, view.tellings("gemensam")[question.id], answer)
        blocks.append(Paragraph(lead=board_texts.PRIORITIES, text=told))
    blocks += _goals(view, actor)
    blocks += _own_answers(view, actor)
    return blocks + _effort_table(view, actor)


def _assigned(view: View, actor: Actor) -> list[Block]:
    found = [one for one in view.objects(Decision)
             if one.subject == "uppdrag" and one.date and _is_told(view, one.actor, actor)]
    if not found:
        return []
    return [Paragraph(text=board_texts.ASSIGNED.format(title=_ground(view, max(
        found, key=lambda one: date_order(one.date)))))]


def _is_told(view: View, owner: str, actor: Actor) -> bool:
    """Whether what belongs to an actor is told to the board: what is its own, the county's or the region's."""
    found = view.state.actor(owner)
    return owner in ("", actor.id) or (found is not None and found.type == "region")


def _goals(view: View, actor: Actor) -> list[Block]:
    goals = [one for one in view.objects(Goal) if "gemensam" in one.plans and _is_told(view, one.actor, actor)]
    if not goals:
        return [Paragraph(lead=board_texts.GOALS, text=board_texts.NO_GOALS, tone="missing")]
    return [Paragraph(text=board_texts.GOALS_ARE), Bullets(items=tuple(_goal(view, goal) for goal in goals))]


def _goal(view: View, goal: Goal) -> str:
    view.show(goal, "target", "unit", "unit_text", "measure", "plans")
    target = page_texts.target(amount(goal.target, goal.unit, goal.unit_text), view.text(goal, "date"))
    now = measured_text(view, latest_of(view, goal))
    told = [part for part in (target, board_texts.GOAL_NOW.format(now=now) if now else "") if part]
    title = view.text(goal, "title").rstrip(".")
    return f"{title}: {', '.join(told)}" if told else title


def _own_answers(view: View, actor: Actor) -> list[Block]:
    """Return what the actor has answered of itself; nothing of what it has not."""
    own, form = View(view.session, replace(view.request, actor=actor)), plan_form("gemensam")
    asked = [form.by_id[one] for one in _OWN if view.state.answer(one, actor.id).value is not None]
    blocks = chosen_statements(own, form, asked, NoAppendix())
    view.shown.answers |= own.shown.answers
    if not blocks:
        return []
    return [Heading(level=2, text=board_texts.OWN_ANSWERS.format(actor=short_name(view, actor.id))), *blocks]


def _effort_table(view: View, actor: Actor) -> list[Block]:
    own = own_efforts(view, actor)
    if not own:
        return []
    own.sort(key=lambda one: (EFFORT_STATES.index(one.state) if one.state else len(EFFORT_STATES), one.title))
    return [Table(
        caption=board_texts.OWN_EFFORTS.format(actor=short_name(view, actor.id)),
        first_column_is_header=True,
        columns=(TableColumn(title=board_texts.COLUMN_EFFORT, weight=6),
                 TableColumn(title=board_texts.COLUMN_STATE, weight=5),
                 TableColumn(title=board_texts.COLUMN_TIME, weight=4),
                 TableColumn(title=board_texts.COLUMN_COST, weight=5)),
        rows=tuple(_effort(view, one) for one in own))]


def _effort(view: View, one: Effort) -> tuple[Cell, ...]:
    cost = cost_text(view, one)
    funding = view.text(one, "funding")
    paid = "\n".join(part for part in (cost or board_texts.COST_MISSING, funding) if part)
    far = ", ".join(part for part in (view.text(one, "state"), view.text(one, "spread").lower()) if part)
    return (Cell(text=view.text(one, "title")), given(far), given(period_text(view, one)),
            Cell(text=paid, missing=not cost and not funding))


# -- children and equality -------------------------------------------------------------------------------------------
def _equality(view: View, actor: Actor) -> list[Block]:
    form = plan_form("gemensam")
    answered = [form.by_id[one] for one in _CHILDREN if view.state.answer(one).value is not None]
    blocks = chosen_statements(view, form, answered, NoAppendix())
    own = [one for one in own_efforts(view, actor) if one.equality]
    if own:
        blocks.append(Bullets(items=tuple(board_texts.FROM_EFFORT.format(
            title=view.text(one, "title"), text=view.text(one, "equality")) for one in own)))
    if not blocks:
        blocks.append(Paragraph(text=board_texts.NOTHING_SAID, tone="missing"))
    blanks = ((board_texts.CHILD, board_texts.CHILD_HINT), (board_texts.EQUAL, board_texts.EQUAL_HINT))
    return [Heading(level=1, text=board_texts.EQUALITY), *blocks, FormFields(
        caption=board_texts.EQUALITY, items=tuple(FormField(label=label, hint=hint) for label, hint in blanks))]


# -- what is attached, and whom it goes to ---------------------------------------------------------------------------
def _grounds(view: View, actor: Actor) -> list[Block]:
    """Return the dated list of what the decision rests on: the plan, and what has been decided before it."""
    info, county, plan = view.state.info, view.session.county.name, documents_plans_texts.JOINT_TITLE
    standing = documents_texts.STANDING[info.standing]
    items = [board_texts.GROUND_DRAFT.format(plan=plan, county=county, standing=standing,
                                             date=format_date(view.state.changed[:10]))
             if not info.standing_date else
             board_texts.GROUND_DECIDED.format(plan=plan, county=county, standing=standing_text(info))]
    found = [one for one in view.objects(Decision)
             if one.subject in _GROUNDS and one.date and one.actor in ("", actor.id)]
    items += [_ground(view, one) for one in sorted(found, key=lambda one: (date_order(one.date), one.title))]
    return [Heading(level=1, text=board_texts.GROUNDS), Bullets(items=tuple(items))]


def _ground(view: View, one: Decision) -> str:
    view.show(one, "subject", "date", "date_to")
    whose = view.text(one, *(("body",) if one.body else ("actor",)))
    return board_texts.ground(view.text(one, "title").rstrip("."), whose, when(one.date),
                              view.text(one, "diary_number"))


def _receivers(session: OpenPlan, actor: Actor) -> list[Block]:
    others = [one.name for one in session.state.actors if one.type in ("region", "rss") and one.id != actor.id]
    signatures = (board_texts.HEAD_SIGNS, board_texts.OFFICER_SIGNS)
    return [Heading(level=1, text=board_texts.RECEIVERS),
            Paragraph(text=documents_texts.listed([*others, board_texts.OTHERS])),
            FormFields(caption=board_texts.SIGNATURES,
                       items=tuple(FormField(label=label, room="signature") for label in signatures))]
