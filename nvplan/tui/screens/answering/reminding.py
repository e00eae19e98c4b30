"""Reminds from Läget: the text for the marked actor or for all, read, copied, or written in a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from nvplan.model.county import Actor
from nvplan.model.errors import NvplanError
from nvplan.texts import mailing as mailing_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import reminding as reminding_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.boxes.reading import TextBox

if TYPE_CHECKING:
    from nvplan.tui.screens.answering.answering import AnsweringScreen


def choose_reminder(place: AnsweringScreen, marked: str) -> None:
    """Ask what is to be done with which reminders, and do it; the county as a whole is reminded by nobody."""
    from nvplan.services.exchange.mailing import to_ask, to_remind

    session = place.session
    try:
        waiting = [how.actor for how in to_remind(session, to_ask(session))]
    except NvplanError as error:
        place.planner.say(str(error))
        return
    one = [actor for actor in waiting if actor.id == marked]
    choices: list[Choice] = []
    for actors, whom in ((one, one[0].name if one else ""), (waiting, reminding_texts.everyone(len(waiting)))):
        if actors:
            choices.append(_choice(reminding_texts.READ, whom, actors, _read))
            choices.append(_choice(reminding_texts.COPY, whom, actors, _copy))
            choices.append(_choice(reminding_texts.WRITE, whom, actors, _write))

    def chosen(what: object) -> None:
        if isinstance(what, tuple):
            do, actors = what
            do(place, actors)

    place.app.push_screen(PickBox(reminding_texts.TITLE, choices), chosen)


def _choice(words: str, whom: str, actors: Sequence[Actor], do: Callable[[AnsweringScreen, Sequence[Actor]], None]
            ) -> Choice:
    return Choice(words.format(whom=whom), "", "", (do, actors))


def _read(place: AnsweringScreen, actors: Sequence[Actor]) -> None:
    from nvplan.services.exchange.mailing import reminders_text

    place.app.push_screen(TextBox(reminding_texts.TITLE, literal(reminders_text(place.session, actors))))


def _copy(place: AnsweringScreen, actors: Sequence[Actor]) -> None:
    from nvplan.services.exchange.mailing import reminders_text

    place.app.copy_to_clipboard(reminders_text(place.session, actors))
    place.planner.say(planner_texts.COPIED)


def _write(place: AnsweringScreen, actors: Sequence[Actor]) -> None:
    from nvplan.files.ports import WRITER
    from nvplan.services.documents.registry import MAILING
    from nvplan.services.exchange.mailing import remind

    folder = place.session.folder_beside / MAILING.name
    try:
        written = list(remind(place.session, actors, folder, writer=WRITER))
        place.planner.say(mailing_texts.reminded(len(written) // 2, str(folder)))
    except NvplanError as error:
        place.planner.say(str(error), bad=True)
    place.show_list()
