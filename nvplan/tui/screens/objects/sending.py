"""Sends out from the list of what was sent, and takes in: forms and returned files through their places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nvplan.model.errors import NvplanError
from nvplan.services.writing.session import PlanSession
from nvplan.texts import mailing as mailing_texts
from nvplan.texts import planner_mailing as planner_mailing_texts
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.where import Room

if TYPE_CHECKING:
    from nvplan.tui.screens.shared.list_place import ListPlace

_FORMS, _REMINDERS, _RETURNED = "forms", "reminders", "returned"


def choose_what_to_send(place: ListPlace, session: PlanSession) -> None:
    """Ask what to write or take in, and do it or go to where it is done."""
    choices = [
        Choice(planner_mailing_texts.SEND_ALL, planner_mailing_texts.SEND_ALL_DETAIL, "", _FORMS),
        Choice(planner_mailing_texts.SEND_REMINDERS, planner_mailing_texts.SEND_REMINDERS_DETAIL, "", _REMINDERS),
        Choice(planner_mailing_texts.TAKE_IN, planner_mailing_texts.TAKE_IN_DETAIL, "", _RETURNED)]

    def chosen(what: object) -> None:
        if what == _FORMS:
            _go_to_documents(place, session)
        elif what == _REMINDERS:
            _remind(place, session)
        elif what == _RETURNED:
            place.planner.go(Room.TAKE_IN)

    place.app.push_screen(PickBox(planner_mailing_texts.SEND_TITLE, choices), chosen)


def _go_to_documents(place: ListPlace, session: PlanSession) -> None:
    """Go to the documents with the forms chosen, in the format that each actor prefers."""
    from nvplan.services.documents.registry import MAILING
    from nvplan.services.exchange.chosen import Chosen

    usual = Chosen((), (), str(session.folder_beside / MAILING.name))
    place.planner.exports[session.address] = replace(usual, documents=(MAILING.name,), formats=MAILING.formats)
    place.planner.go(Room.EXPORT)


def _remind(place: ListPlace, session: PlanSession) -> None:
    from nvplan.files.ports import WRITER
    from nvplan.services.documents.registry import MAILING
    from nvplan.services.exchange.mailing import remind, to_ask

    folder = session.folder_beside / MAILING.name
    try:
        written = list(remind(session, to_ask(session), folder, writer=WRITER))
        place.planner.say(mailing_texts.reminded(len(written) // 2, str(folder)))
    except NvplanError as error:
        place.planner.say(str(error), bad=True)
    place.show_list()
