"""The router: which screen opens which value. No other module of the planner names another's screen.

Screens are imported when they are opened, so that the first frame waits for none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from nvplan.tui.screens.shared.base import PlaceScreen
from nvplan.tui.where import Opening, Room

if TYPE_CHECKING:
    from nvplan.services.reading.guide import Stop
    from nvplan.services.reading.places import Place
    from nvplan.services.writing.session import PlanSession
    from nvplan.tui import where_in_plan
    from nvplan.tui.where import Where


def screen_for(where: Where, session: PlanSession) -> PlaceScreen:
    """Return the screen of a place in the plan that is open.

    Raises:
        InputError: the place says itself that it cannot be opened, such as a comparison with nothing before it.
    """
    if isinstance(where, Room):
        return _ROOMS[where](session)
    return _by_type()[type(where)](session, where)


def screen_outside(where: Room | Opening) -> PlaceScreen:
    """Return the screen of a place that is about no plan."""
    return _opening(where) if isinstance(where, Opening) else _OUTSIDE[where]()


# -- places that there is one of -----------------------------------------------------------------------------------
def _opening(where: Opening) -> PlaceScreen:
    from nvplan.tui.screens.start.opening import OpeningScreen

    return OpeningScreen(where.file)


def _start() -> PlaceScreen:
    from nvplan.tui.screens.start.start import StartScreen

    return StartScreen()


def _new_county() -> PlaceScreen:
    from nvplan.tui.screens.start.new_county import NewCountyScreen

    return NewCountyScreen()


def _next_year() -> PlaceScreen:
    from nvplan.tui.screens.start.next_year import NextYearScreen

    return NextYearScreen()


_OUTSIDE: Mapping[Room, Callable[[], PlaceScreen]] = {
    Room.START: _start, Room.NEW_COUNTY: _new_county, Room.NEXT_YEAR: _next_year}


def _overview(session: PlanSession) -> PlaceScreen:
    from nvplan.tui.screens.overview.overview import OverviewScreen

    return OverviewScreen(session)


def _standing(session: PlanSession) -> PlaceScreen:
    from nvplan.tui.screens.overview.standing import StandingScreen

    return StandingScreen(session)


def _export(session: PlanSession) -> PlaceScreen:
    from nvplan.tui.screens.documents.export import ExportScreen

    return ExportScreen(session)


def _take_in(session: PlanSession) -> PlaceScreen:
    from nvplan.tui.screens.documents.take_in import TakeInScreen

    return TakeInScreen(session)


def _requirement_set(session: PlanSession) -> PlaceScreen:
    from nvplan.tui.screens.requirements.requirement_set import RequirementSetScreen

    return RequirementSetScreen(session)


def _new_report(session: PlanSession) -> PlaceScreen:
    from nvplan.tui.screens.reports.new_report import NewReportScreen

    return NewReportScreen(session)


def _visit_index(session: PlanSession) -> PlaceScreen:
    from nvplan.tui.screens.documents.visit_index import VisitIndexScreen

    return VisitIndexScreen(session)


_ROOMS: Mapping[Room, Callable[[PlanSession], PlaceScreen]] = {
    Room.OVERVIEW: _overview, Room.STANDING: _standing, Room.EXPORT: _export, Room.TAKE_IN: _take_in,
    Room.REQUIREMENT_SET: _requirement_set, Room.NEW_REPORT: _new_report, Room.VISIT_INDEX: _visit_index}


# -- questions -----------------------------------------------------------------------------------------------------
def _question(session: PlanSession, stop: Stop) -> PlaceScreen:
    from nvplan.tui.screens.questions.question import QuestionScreen

    return QuestionScreen(session, stop)


def _presentation(session: PlanSession, where: where_in_plan.Presentation) -> PlaceScreen:
    from nvplan.tui.screens.questions.presentation import PresentationScreen

    return PresentationScreen(session, where.stop, everything=where.everything)


def _actor_table(session: PlanSession, where: where_in_plan.ActorTable) -> PlaceScreen:
    from nvplan.tui.screens.questions.matrix import MatrixScreen

    return MatrixScreen(session, where.stop)


def _alone(module: str, name: str) -> Callable[[PlanSession, Place], PlaceScreen]:
    """Return what opens a place that there is one of; its screen is imported when it is opened."""
    def opened(session: PlanSession, _place: Place) -> PlaceScreen:
        screen: type[Any] = getattr(import_module(f"nvplan.tui.screens.{module}"), name)
        made: PlaceScreen = screen(session)
        return made

    return opened


# -- lists and what is in them -------------------------------------------------------------------------------------
def _place(session: PlanSession, place: Place) -> PlaceScreen:
    from nvplan.tui import where_in_plan

    special = _by_kind().get(place.kind)
    if special is not None:
        return special(session, place)
    if place.identity:
        return _object_form(session, where_in_plan.ObjectForm(place.kind, place.identity))
    return _list_part(session, where_in_plan.ListPart(place.kind))


def _list_part(session: PlanSession, where: where_in_plan.ListPart) -> PlaceScreen:
    from nvplan.tui.screens.objects.objects import ObjectsScreen

    return ObjectsScreen(session, where.kind, where.filters)


def _object_form(session: PlanSession, where: where_in_plan.ObjectForm) -> PlaceScreen:
    from nvplan.tui.screens.objects.object_form import ObjectFormScreen

    return ObjectFormScreen(session, where.kind, where.identity, begin=where.begin, among=where.among,
                            at=where.at)


def _board(session: PlanSession, _place: Place) -> PlaceScreen:
    from nvplan.tui.screens.objects.efforts_board import EffortsBoardScreen

    return EffortsBoardScreen(session)


# -- requirements --------------------------------------------------------------------------------------------------
def _requirements(session: PlanSession, place: Place) -> PlaceScreen:
    from nvplan.tui import where_in_plan

    return _checklist(session, where_in_plan.Checklist(place.actor, place.identity))


def _checklist(session: PlanSession, where: where_in_plan.Checklist) -> PlaceScreen:
    from nvplan.tui.screens.requirements.requirements import RequirementsScreen

    return RequirementsScreen(session, where.actor, where.mark)


def _assessment_form(session: PlanSession, where: where_in_plan.AssessmentForm) -> PlaceScreen:
    from nvplan.tui.screens.objects.assessment import AssessmentScreen

    return AssessmentScreen(session, where.requirement, where.actor, among=where.among, at=where.at)


# -- review and reports --------------------------------------------------------------------------------------------
def _library(session: PlanSession, place: Place) -> PlaceScreen:
    from nvplan.tui.screens.library.library import LibraryScreen

    return LibraryScreen(session, place.identity)


def _report(session: PlanSession, place: Place) -> PlaceScreen:
    from nvplan.tui.screens.reports.report import ReportScreen
    from nvplan.tui.screens.reports.reports import ReportsScreen

    return ReportScreen(session, place.identity) if place.identity else ReportsScreen(session)


def _report_question(session: PlanSession, where: where_in_plan.ReportQuestion) -> PlaceScreen:
    from nvplan.tui.screens.reports.report_item import ReportItemScreen

    return ReportItemScreen(session, where.report, where.item)


def _comparison(session: PlanSession, where: where_in_plan.Comparison) -> PlaceScreen:
    from nvplan.tui.screens.reports.report_comparison import ReportComparisonScreen

    return ReportComparisonScreen(session, where.report)


def _dates(session: PlanSession, place: Place) -> PlaceScreen:
    from nvplan.tui.screens.reports.dates import DatesScreen

    return DatesScreen(session, place.identity)


# -- meetings ------------------------------------------------------------------------------------------------------
def _meeting_agenda(session: PlanSession, where: where_in_plan.MeetingAgenda) -> PlaceScreen:
    from nvplan.tui.screens.meetings.agenda import MeetingAgendaScreen

    return MeetingAgendaScreen(session, where.meeting)


def _meeting_run(session: PlanSession, where: where_in_plan.MeetingRun) -> PlaceScreen:
    from nvplan.tui.screens.meetings.run import MeetingScreen

    return MeetingScreen(session, where.meeting, where.item)


def _meeting_assess(session: PlanSession, where: where_in_plan.MeetingAssess) -> PlaceScreen:
    from nvplan.tui.screens.meetings.assess import AssessScreen

    return AssessScreen(session, where.meeting, where.item)


def _meeting_survey(session: PlanSession, where: where_in_plan.MeetingSurvey) -> PlaceScreen:
    from nvplan.tui.screens.meetings.survey import SurveyScreen

    return SurveyScreen(session, where.meeting)


@cache
def _by_kind() -> Mapping[str, Callable[[PlanSession, Place], PlaceScreen]]:
    """Return what opens the places that are no list of shared objects, by what a place says it is."""
    from nvplan.services.reading.places import (
        AFTER_SWITCH,
        ANSWERING,
        BACKUPS,
        BOARD,
        DUE,
        HISTORY,
        LIBRARY,
        REQUIREMENTS,
        REVIEW,
        TOWARDS_DECISION,
        YEARS,
    )
    from nvplan.services.reading.report_days import DATES
    from nvplan.services.reports.opening import OCCASIONS

    return {
        REQUIREMENTS: _requirements, BOARD: _board, OCCASIONS: _report, DATES: _dates, LIBRARY: _library,
        REVIEW: _alone("review.review", "ReviewScreen"), DUE: _alone("due.due", "DueScreen"),
        ANSWERING: _alone("answering.answering", "AnsweringScreen"),
        HISTORY: _alone("history.history", "HistoryScreen"), BACKUPS: _alone("history.backups", "BackupsScreen"),
        YEARS: _alone("overview.years", "YearsScreen"), TOWARDS_DECISION: _alone("steps.steps", "StepsScreen"),
        AFTER_SWITCH: _alone("requirements.after_switch", "AfterSwitchScreen")}


@cache
def _by_type() -> Mapping[type, Callable[[PlanSession, Any], PlaceScreen]]:
    """Return what opens each kind of value; a plan is open by now, so that what it needs is loaded."""
    from nvplan.services.reading.guide import Stop
    from nvplan.services.reading.places import Place
    from nvplan.tui import where_in_plan

    return {
        Stop: _question,
        Place: _place,
        where_in_plan.Presentation: _presentation,
        where_in_plan.ActorTable: _actor_table,
        where_in_plan.ListPart: _list_part,
        where_in_plan.ObjectForm: _object_form,
        where_in_plan.Checklist: _checklist,
        where_in_plan.AssessmentForm: _assessment_form,
        where_in_plan.ReportQuestion: _report_question,
        where_in_plan.Comparison: _comparison,
        where_in_plan.MeetingAgenda: _meeting_agenda,
        where_in_plan.MeetingRun: _meeting_run,
        where_in_plan.MeetingAssess: _meeting_assess,
        where_in_plan.MeetingSurvey: _meeting_survey,
    }
