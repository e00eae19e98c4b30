"""Fills the list boxes: where one can go, what a search finds, what can be done here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nvplan.catalog.questions import as_asked
from nvplan.model.requirement import PLANS
from nvplan.model.safetext import one_line
from nvplan.model.values import show_value
from nvplan.services.reading.guide import Stop, actor_name, chapter_progress, requirements_of, stop_at, stops
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.places import object_choices, place_choices, recent_choice, requirement_choices, term_choices
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.boxes.help import HelpBox
from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.widgets.guidance import guidance

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp


def help_box(planner: NvplanApp) -> HelpBox:
    """Return help on the question at hand, where there is one, and the keys of the place."""
    from nvplan.tui.screens.questions.question import QuestionScreen

    place = planner.place
    about = place.about()
    if isinstance(place, QuestionScreen):
        question = as_asked(place.stop.question, place.session.state.info)
        about = guidance(question, place.form.chapter(question.chapter),
                         requirements_of(question, place.session.state))
    return HelpBox(place.commands, about)


def places_box(session: PlanSession, *, everything: bool, recent: Sequence[str] = ()) -> PickBox:
    """Return the list of chapters and core questions, or with `everything` of every question with its answer.

    The places that the person was at lately come first.
    """
    choices = [] if everything else [*_recent(session, recent),
                                     Choice(planner_texts.CRUMB_OVERVIEW, "", "oversikt overview", "overview"),
                                     *place_choices(session.state)]
    for plan in PLANS:
        form = session.form(plan)
        reachable = stops(form, session.state, everything)
        for chapter in form.chapters:
            inside = [stop for stop in reachable if stop.question.chapter == chapter.id]
            if inside and not everything:
                done = chapter_progress(form, chapter, session.state)
                choices.append(
                    Choice(
                        f"{chapter.id} {chapter.title}",
                        f"{planner_texts.PLAN_SHORT[plan]} · {done.percent} %",
                        form.plan,
                        inside[0],
                    )
                )
            choices += [_question(session, stop, everything) for stop in inside if everything or _first(stop, inside)]
    if everything:
        choices = [*session.once("search-objects", object_choices), *choices,
                   *session.once("search-requirements", requirement_choices), *term_choices()]
    title = planner_texts.SEARCH_TITLE if everything else planner_texts.GO_TITLE
    return PickBox(title, choices, planner_texts.SEARCH_HINT if everything else planner_texts.FILTER_HINT)


def _recent(session: PlanSession, recent: Sequence[str]) -> list[Choice]:
    return [choice for place in recent if (choice := _recent_stop(session, place)
                                           or recent_choice(session.state, place)) is not None]


def _recent_stop(session: PlanSession, place: str) -> Choice | None:
    stop = stop_at(place, session.state)
    if stop is None:
        return None
    where = actor_name(session.state, stop.actor) or planner_texts.PLAN_SHORT[stop.question.plan]
    return Choice(
        one_line(f"{stop.question.id}  {stop.question.label}", 100),
        f"{planner_places_texts.RECENT} · {where}",
        stop.question.plan,
        stop,
    )


def _first(stop: Stop, stops_of_chapter: list[Stop]) -> bool:
    """Whether this is the first stop of its question, so that a list does not repeat it for every actor."""
    return next(one for one in stops_of_chapter if one.question is stop.question) is stop


def _question(session: PlanSession, stop: Stop, everything: bool) -> Choice:
    question = stop.question
    text = f"   {question.id}  {question.label}" if not everything else f"{question.id}  {question.label}"
    if not everything:
        return Choice(one_line(text), "", planner_texts.PLAN_SHORT[question.plan], stop)
    answer = show_value(question, session.state.answer(question.id, stop.actor).value)
    actor = actor_name(session.state, stop.actor)
    required = " ".join(f"{one.id} {one.title}" for one, _ in requirements_of(question, session.state))
    return Choice(one_line(f"{question.id}  {actor + ': ' if actor else ''}{question.label}", 110),
                  one_line(answer, 60), f"{as_asked(question, session.state.info).asks} {required} {answer}", stop)


def commands_box(place: PlaceScreen) -> PickBox:
    """Return everything that can be done at the place; the words of other programs find it too."""
    choices = [Choice(command.label, f"{command.key_name + ' · ' if command.keys else ''}{command.help}",
                      command.english, command.action) for command in place.commands
               if command.action != "show_commands"]
    return PickBox(planner_texts.COMMANDS_TITLE, list({choice.result: choice for choice in choices}.values()))
