"""Fills the list boxes: where one can go, what a search finds, what can be done here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from nvplan.catalog.questions import PlanForm, all_questions
from nvplan.catalog.reference import terms
from nvplan.model.county import Actor
from nvplan.model.objects import ACTOR_TYPE
from nvplan.model.question import Chapter
from nvplan.model.reference import Term
from nvplan.model.requirement import PLANS
from nvplan.model.safetext import one_line, visible
from nvplan.services.reading.guide import Stop, chapter_progress, first_stop, stops
from nvplan.services.reading.places import Place
from nvplan.services.reading.plan_names import plan_name, plan_short
from nvplan.services.reading.search import search_rows
from nvplan.services.reading.sources import source_text
from nvplan.services.reading.undo_place import next_redo, next_undo
from nvplan.services.writing.commands import Redo, Undo
from nvplan.services.writing.session import PlanSession
from nvplan.texts import common as common_texts
from nvplan.texts import found_by as found_by_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_review as planner_review_texts
from nvplan.tui.commands import Command
from nvplan.tui.leads import is_shown, where_found
from nvplan.tui.place_lists import place_choices, place_names, recent_choice
from nvplan.tui.screens.boxes.box import AnswersBox, Choice, PickBox
from nvplan.tui.screens.boxes.help import HelpBox
from nvplan.tui.screens.boxes.reading import TextBox
from nvplan.tui.screens.boxes.searching import SearchBox
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Room

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp
    from nvplan.tui.where import Where


#: How wide the column of the keys is.
_KEY = 12


def help_box(planner: NvplanApp) -> HelpBox:
    """Return help on the place at hand, and its keys."""
    place = planner.place
    return HelpBox([(command, command.why_not(place)) for command in place.commands], place.about())


def places_box(session: PlanSession, *, everything: bool, recent: Sequence[Where] = (),
               also: Sequence[Choice] = ()) -> PickBox:
    """Return the list of chapters and questions, or with `everything` of all that a search finds.

    The places that the person was at lately come first. The deeper questions, and what else there is to choose
    (`also`), are found once something is typed.
    """
    if everything:
        found = [Choice(row.text, row.detail.removeprefix(row.group).removeprefix(" · "),
                        f"{row.group} {row.found_by}", row.leads_to, group=row.group, code=row.code)
                 for row in search_rows(session)]
        return SearchBox(planner_texts.SEARCH_TITLE, found, planner_texts.SEARCH_HINT)
    state = session.state
    visited = [choice for where in recent if (choice := recent_choice(state, where)) is not None]
    choices = [*visited, _overview(), *place_choices(state)]
    choices += [_actor(actor) for actor in state.actors]
    labels = Counter(question.label for question in all_questions().values())
    for plan in PLANS:
        form = session.form(plan)
        reachable = stops(form, session.state, everything=True)
        for chapter in form.chapters:
            inside = [stop for stop in reachable if stop.question.chapter == chapter.id]
            core = [stop for stop in inside if stop.question.core]
            if inside:
                choices.append(_chapter(session, form, chapter, (core or inside)[0]))
            choices += [_question(stop, plan_short(state, plan), shared=labels[stop.question.label] > 1)
                        for stop in inside if _first(stop, inside)]
    listed = [(choice.code, choice.result) for choice in choices[len(visited):]]
    choices[:len(visited)] = [replace(one, when_resting=(one.code, one.result) in listed) for one in visited]
    return PickBox(planner_texts.GO_TITLE, [*choices, *also], planner_texts.FILTER_HINT)


def _chapter(session: PlanSession, form: PlanForm, chapter: Chapter, leads_to: Stop) -> Choice:
    """Return the choice of a chapter; one that has no core question leads to its first deeper one."""
    done = chapter_progress(form, chapter, session.state)
    told = common_texts.done_of(done.whole, done.applicable) if done.applicable else planner_texts.DEEPER
    return Choice(chapter.title, f"{plan_short(session.state, form.plan)} · {told}", form.plan, leads_to,
                  code=chapter.id)


def _first(stop: Stop, stops_of_chapter: list[Stop]) -> bool:
    """Whether this is the first stop of its question, so that a list does not repeat it for every actor."""
    return next(one for one in stops_of_chapter if one.question is stop.question) is stop


def _question(stop: Stop, plan: str, *, shared: bool) -> Choice:
    """Return the choice of a question; one that another plan asks in the same words says whose it is."""
    question = stop.question
    detail = " · ".join(filter(None, (plan if shared else "", "" if question.core else planner_texts.DEEPER)))
    return Choice(one_line(f"   {question.label}"), detail, plan, stop, when_sought=not question.core,
                  code=question.id)


def _actor(actor: Actor) -> Choice:
    """Return the choice of an actor, found once its name is typed."""
    return Choice(one_line(actor.name), planner_objects_texts.place_name(ACTOR_TYPE), "", Place(ACTOR_TYPE, actor.id),
                  when_sought=True)


def _plans(session: PlanSession) -> list[Choice]:
    """Return the plans by the names that the county has for them."""
    state = session.state
    return [Choice(plan_name(state, plan), "", plan, stop) for plan in PLANS
            if (stop := first_stop(session.form(plan), state)) is not None]


def _overview() -> Choice:
    return Choice(planner_texts.CRUMB_OVERVIEW, "", "oversikt overview", Room.OVERVIEW)


def commands_box(place: PlaceScreen) -> PickBox:
    """Return everything that can be done at the place, dimmed with the reason where it cannot be done now.

    The words of other programs find it too, and once something is typed every other place of the plan.
    """
    choices = [_command(command, place) for command in place.commands if command.action != "show_commands"]
    rows = list({choice.result: choice for choice in choices}.values())
    session = place.planner.session
    if session is not None:
        places = [_overview(), *_plans(session), *place_names()]
        rows += [replace(one, detail=planner_texts.A_PLACE, when_sought=True) for one in places]
    return PickBox(planner_texts.COMMANDS_TITLE, rows)


def command_choices(place: PlaceScreen) -> list[Choice]:
    """Return what can be done at the place as rows that are shown once something is typed."""
    return [replace(_command(command, place), when_sought=True)
            for command in place.commands if command.action not in ("show_commands", "go_to")]


def _command(command: Command, place: PlaceScreen) -> Choice:
    reason = command.why_not(place)
    told = planner_texts.WHY_NOT.format(reason=reason) if reason else command.help
    words = f"{command.english} {found_by_texts.COMMANDS.get(command.action.partition('(')[0], '')}"
    return Choice(command.label, f"{command.key_name:<{_KEY}}{told}", words,
                  command.action, dimmed=bool(reason))


def term_box(identity: str) -> TextBox:
    """Return the box that explains a term."""
    term = next(term for term in terms() if term.id == identity)
    basis = {"sammanhang": planner_objects_texts.TERM_CONTEXT, "nvplan": planner_objects_texts.TERM_OWN}.get(
        term.basis, ""
    )
    return TextBox(term.term, Content("\n").join(_term_parts(term, basis)))


def _term_parts(term: Term, basis: str) -> list[Content]:
    pairs = [
        (planner_objects_texts.TERM_MEANS, term.definition),
        (planner_objects_texts.TERM_ALSO, ", ".join(term.aliases)),
        (planner_review_texts.SIDE_NOTE, term.note),
        ("", basis),
        (planner_objects_texts.TERM_SOURCE, source_text((term.source,)) if term.source else ""),
    ]
    parts: list[Content] = []
    for label, value in pairs:
        if value:
            parts += [Content.styled(label, "bold")] if label else []
            parts += [Content(visible(value)), Content("")]
    return parts


def elsewhere_box(session: PlanSession, command: Undo | Redo, shown: PlaceScreen
                  ) -> AnswersBox[object] | None:
    """Return the question whether to undo or redo what is at another place than the one shown; None where it is there.

    It is answered with True or False, or with where to go to see what it was. A place may also show what a whole
    command did, as the one where files are taken in does.
    """
    redo = isinstance(command, Redo)
    found = next_redo(session) if redo else next_undo(session)
    if found is None or found.command in shown.SHOWS or any(is_shown(shown.where, place) for place in found.places):
        return None
    title, yes = ((planner_texts.REDO_ELSEWHERE, planner_texts.REDO_YES) if redo else
                  (planner_texts.UNDO_ELSEWHERE, planner_texts.UNDO_YES))
    there = next((where for place in reversed(found.places) if (where := where_found(place, session.state))), None)
    answers: list[tuple[str, object]] = [(planner_texts.UNDO_NO, False), (yes, True)]
    answers += [(planner_texts.UNDO_GO, there)] if there is not None else []
    return AnswersBox(title, answers, (one_line(found.words, 200),))
