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
    Document,
    FormField,
    FormFields,
    Heading,
    PageBreak,
    Paragraph,
    Table,
)
from nvplan.model.errors import InputError
from nvplan.model.objects import Decision, Goal
from nvplan.model.plan import Answer
from nvplan.model.progress import actors_of
from nvplan.services.documents.appendix import NoAppendix
from nvplan.services.documents.board_economy import economy_blocks
from nvplan.services.documents.board_efforts import TO_DO, effort_table, own_efforts, states_of, takes_part
from nvplan.services.documents.by_actor import short_name
from nvplan.services.documents.chapters import shown
from nvplan.services.documents.efforts import efforts_of
from nvplan.services.documents.frame import standing_text
from nvplan.services.documents.goals import latest_of
from nvplan.services.documents.plan_decision import REVIEW_ANSWER, binds, standing_told
from nvplan.services.documents.plan_page import UNTIL_ANSWER
from nvplan.services.documents.registry import Request
from nvplan.services.documents.shown_values import measured_text
from nvplan.services.documents.statements import chosen_statements, sentence
from nvplan.services.documents.view import View
from nvplan.services.documents.words import amount, when
from nvplan.services.reading.open_plan import OpenPlan
from nvplan.texts import documents as documents_texts
from nvplan.texts import documents_board as board_texts
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import documents_statements as statements_texts

NAME = "tjansteskrivelse"
#: What an actor answers of itself that a board reads: its målbild, and doctors in kommunal vård.
_OWN = (anchors.VISION_DECISIONS, anchors.DOCTORS_AGREEMENT, anchors.DOCTORS_UNTIL)
#: What a plan says of children.
_CHILDREN = (anchors.JOINT_CHILDREN, anchors.JOINT_CHILD_RIGHTS)
#: So many goals and insatser together have room on the first page, with what the actor has answered.
_MOST_ROWS = 5
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
    matter, table = _matter(county, actor), effort_table(county, actor)
    blocks = [_head(actor), *_proposal(county, actor), *_summary(county, actor), *matter, *table,
              *_new_page(matter, table), *economy_blocks(county, actor), *_equality(county, actor),
              *_grounds(county, actor), *_receivers(session, actor)]
    state = session.state
    document = county.document(
        NAME, board_texts.CASE.format(plan=statements_texts.inside(title)), blocks,
        mark=documents_texts.draft_mark(documents_texts.STANDING["utkast"], format_date(state.changed[:10])),
        outside=True)
    return document.model_copy(update={
        "subtitle": board_texts.WHOSE.format(actor=actor.name, year=state.info.years.span),
        # Whose it is stands in the title and in the proposal, and that it is a draft on every page.
        "meta": (), "shape": "short", "data": ""})


def _head(actor: Actor) -> FormFields:
    kind = _kind(actor)
    pairs = ((board_texts.BOARD, board_texts.BOARD_HINT), (board_texts.DAY, board_texts.DAY_HINT),
             (board_texts.DEPARTMENT, board_texts.DEPARTMENT_HINT),
             (board_texts.DIARY, board_texts.DIARY_HINT[kind]), (board_texts.OFFICER, board_texts.OFFICER_HINT),
             (board_texts.CONTACT, board_texts.CONTACT_HINT))
    return FormFields(caption=board_texts.HEAD, columns=2,
                      items=tuple(FormField(label=label, hint=hint) for label, hint in pairs))


def _kind(actor: Actor) -> str:
    return "region" if actor.type == "region" else "kommun"


# -- the decision ----------------------------------------------------------------------------------------------------
def _proposal(view: View, actor: Actor) -> list[Block]:
    """Return what is to be decided, worded as if it had been, one action a point."""
    form, county, plan = plan_form("gemensam"), view.session.county.name, documents_plans_texts.JOINT_TITLE
    until, review = (form.by_id[one["gemensam"]] for one in (UNTIL_ANSWER, REVIEW_ANSWER))
    found = view.answer(until)
    items = [board_texts.ADOPTS.format(plan=plan, county=county) if found.value is None else
             board_texts.ADOPTS_UNTIL.format(plan=plan, county=county, year=view.state.info.years.first,
                                             date=shown(until, found))]
    todo = [one for one in own_efforts(view, actor) if one.state in TO_DO]
    if todo:
        items.append(board_texts.does_part(_kind(actor), [view.text(one, "title").rstrip(".") for one in todo],
                                           states_of(todo), sum(one.actor == actor.id for one in todo)))
    looked_over = view.answer(review)
    items.append(board_texts.REPORTS_SOME_DAY if looked_over.value is None else
                 board_texts.REPORTS.format(when=when(str(looked_over.value))))
    return [Heading(level=1, text=board_texts.PROPOSAL), Paragraph(text=board_texts.DECIDES),
            Bullets(items=tuple(items), numbered=True), Paragraph(text=board_texts.BRACKETS, tone="note")]


def _summary(view: View, actor: Actor) -> list[Block]:
    county, kommuner = view.session.county, sum(one.type == "kommun" for one in view.state.actors)
    told = [board_texts.concerns(county.name, county.region, 0 if view.is_one_body else kommuner),
            *_binding(view), takes_part(view, actor)]
    return [Heading(level=1, text=board_texts.SUMMARY), Paragraph(text=" ".join(told))]


def _binding(view: View) -> list[str]:
    """Return whether the plan binds whom adopts it, and what follows of adopting one that does not."""
    standing = standing_told(view, "gemensam")
    return [*standing, *([board_texts.FOLLOWS] if standing and not binds(view, "gemensam") else [])]


# -- the matter ------------------------------------------------------------------------------------------------------
def _matter(view: View, actor: Actor) -> list[Block]:
    blocks: list[Block] = [Heading(level=1, text=board_texts.MATTER), *_assigned(view, actor)]
    question = plan_form("gemensam").by_id[anchors.JOINT_GROUPS]
    answer = view.answer(question)
    if answer.value is not None:
        blocks.append(Paragraph(text=sentence(question, view.tellings("gemensam")[question.id], answer)))
    return [*blocks, *_goals(view, actor), *_own_answers(view, actor)]


def _new_page(matter: Sequence[Block], table: Sequence[Block]) -> list[Block]:
    """Return a page break before what the decision leads to, where the matter and a short table fill a page.

    Else the signatures would stand alone on the next. A long table goes on there, and a short matter takes one page.
    """
    rows = sum(len(one.rows) for one in table if isinstance(one, Table))
    goals = sum(len(one.items) for one in matter if isinstance(one, Bullets))
    return [PageBreak()] if goals and rows + goals <= _MOST_ROWS else []


def _assigned(view: View, actor: Actor) -> list[Block]:
    found = [one for one in view.objects(Decision)
             if one.subject == "uppdrag" and one.date and _is_told(view, one.actor, actor)]
    if not found:
        return []
    last = max(found, key=lambda one: date_order(one.date))
    return [Paragraph(text=board_texts.assigned(*_parts(view, last)))]


def _is_told(view: View, owner: str, actor: Actor) -> bool:
    """Whether what belongs to an actor is told to the board: what is its own, the county's or the region's."""
    found = view.state.actor(owner)
    return owner in ("", actor.id) or (found is not None and found.type == "region")


def _goals(view: View, actor: Actor) -> list[Block]:
    goals = [one for one in view.objects(Goal) if "gemensam" in one.plans and _is_told(view, one.actor, actor)]
    if not goals:
        return [Paragraph(text=board_texts.NO_GOALS, tone="missing")]
    return [Paragraph(text=board_texts.GOALS_ARE), Bullets(items=tuple(_goal(view, goal) for goal in goals))]


def _goal(view: View, goal: Goal) -> str:
    view.show(goal, "target", "unit", "unit_text", "measure", "plans")
    level = amount(goal.target, goal.unit, goal.unit_text)
    target = page_texts.target(level, view.text(goal, "date"))
    return board_texts.goal(view.text(goal, "title"), target, measured_text(view, latest_of(view, goal)))


def _own_answers(view: View, actor: Actor) -> list[Block]:
    """Return what the actor has answered of itself, as one paragraph; nothing of what it has not."""
    own, form = View(view.session, replace(view.request, actor=actor)), plan_form("gemensam")
    told = []
    for question in (form.by_id[one] for one in _OWN):
        answer = own.answer(question, actor.id) if own.asked(question, form) else Answer()
        if answer.value is None:
            continue
        text = sentence(question, own.tellings("gemensam")[question.id], answer)
        if question.id == anchors.DOCTORS_UNTIL:
            told.append(board_texts.AGREEMENT_UNTIL.format(date=statements_texts.unended(text)))
        else:
            told.append(f"{actor.name} {text}" if not told else board_texts.also(_kind(actor), text))
    view.shown.answers |= own.shown.answers
    if not told:
        return []
    lead = board_texts.OWN_ANSWERS.format(actor=short_name(view, actor.id))
    return [Paragraph(lead=lead, text=" ".join(told))]


# -- children and equality -------------------------------------------------------------------------------------------
def _equality(view: View, actor: Actor) -> list[Block]:
    """Return what the plan and the actor's insatser say of children and of equality, and of which nothing is said."""
    children, equality = (_said_of(view, asked) for asked in (_CHILDREN, (anchors.JOINT_EQUALITY,)))
    own = own_efforts(view, actor)
    told = [board_texts.FROM_EFFORT.format(title=view.text(one, "title").rstrip("."), text=view.text(one, "equality"))
            for one in own if one.equality]
    others = any(one.equality for one in efforts_of(view, "gemensam"))
    silent = [board_texts.NOTHING_OF["barn"]] if not children else []
    if not told and not equality:
        silent.append(board_texts.OF_OTHERS.format(actor=short_name(view, actor.id)) if others
                      else board_texts.NOTHING_OF["jamstalldhet"])
    if silent == list(board_texts.NOTHING_OF.values()):
        silent = [board_texts.NOTHING_SAID]
    blanks = ((board_texts.CHILD, board_texts.CHILD_HINT), (board_texts.EQUAL, board_texts.EQUAL_HINT))
    return [Heading(level=1, text=board_texts.EQUALITY), *children, *equality,
            *([Bullets(items=tuple(told))] if told else []),
            *([Paragraph(text=" ".join(silent), tone="missing")] if silent else []), FormFields(
        caption=board_texts.EQUALITY, items=tuple(FormField(label=label, hint=hint) for label, hint in blanks))]


def _said_of(view: View, asked: Sequence[str]) -> list[Block]:
    form = plan_form("gemensam")
    answered = [form.by_id[one] for one in asked if view.state.answer(one).value is not None]
    return chosen_statements(view, form, answered, NoAppendix())


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
    return board_texts.ground(*_parts(view, one))


def _parts(view: View, one: Decision) -> tuple[str, str, str, str]:
    """Return a decision's title, whose it is, when it was made and its diary number."""
    view.show(one, "subject", "date", "date_to")
    whose = view.text(one, *(("body",) if one.body else ("actor",)))
    day = (documents_plans_texts.between(view.text(one, "date"), view.text(one, "date_to")) if one.date_to
           else when(one.date))
    return view.text(one, "title").rstrip("."), whose, day, view.text(one, "diary_number")


def _receivers(session: OpenPlan, actor: Actor) -> list[Block]:
    others = [one.name for one in session.state.actors if one.type in ("region", "rss") and one.id != actor.id]
    signatures = (board_texts.HEAD_SIGNS, board_texts.OFFICER_SIGNS)
    return [Heading(level=1, text=board_texts.RECEIVERS),
            Paragraph(text=documents_texts.listed([*others, board_texts.OTHERS if others else board_texts.RECIPIENT])),
            FormFields(caption=board_texts.SIGNATURES,
                       items=tuple(FormField(label=label, room="signature") for label in signatures))]
