"""Rows pasted into a list of objects: asked about before they become posts, and told of when they are on disk."""

from __future__ import annotations

from collections.abc import Mapping

from nvplan.model.errors import NvplanError
from nvplan.services.writing.commands import AddObjects
from nvplan.services.writing.pasted_objects import PastedObjects, read_pasted_objects
from nvplan.services.writing.session import PlanSession
from nvplan.texts import pasting as pasting_texts
from nvplan.texts import planner_objects as planner_objects_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.screens.boxes.box import AskBox
from nvplan.tui.screens.boxes.faults import FaultsBox
from nvplan.tui.screens.shared.base import PlaceScreen

#: So many of the notes are told before the person answers, where a small window has room; the others afterwards.
_SHOWN = 3


def paste_posts(screen: PlaceScreen, session: PlanSession, kind: str, text: str,
                filters: Mapping[str, str] | None = None) -> None:
    """Ask whether the rows of a clipboard are to be posts of a list, and make them; `filters` are the list's own."""
    pasted = read_pasted_objects(session, kind, text, filters)
    if not pasted.posts:
        told = pasted.faults or pasted.notes
        if told:
            screen.app.push_screen(FaultsBox([*told, planner_places_texts.FAULTS_NONE_SAVED]))
        else:
            screen.planner.say(planner_places_texts.PASTE_NOTHING)
        return

    def answered(sure: bool | None) -> None:
        if sure:
            _make(screen, session, kind, pasted)
        else:
            screen.planner.say(planner_places_texts.FAULTS_NONE_SAVED)

    counted = planner_objects_texts.counted(kind, len(pasted.posts))
    screen.app.push_screen(
        AskBox(pasting_texts.posts_question(counted), pasting_texts.POSTS_YES, lines=_lines(pasted)), answered
    )


def _lines(pasted: PastedObjects) -> list[str]:
    lines = [pasting_texts.POSTS_NEW.format(names=pasting_texts.quoted(pasted.names)), *pasted.notes[:_SHOWN]]
    if pasted.refused:
        lines.append(pasting_texts.POSTS_REFUSED.format(refused=pasting_texts.rows_left_out(pasted.refused)))
    elif pasted.faults:
        lines.append(pasting_texts.COLUMNS_LEFT)
    return lines


def _make(screen: PlaceScreen, session: PlanSession, kind: str, pasted: PastedObjects) -> None:
    try:
        saved = session.do(AddObjects(kind, tuple(pasted.posts)))
    except NvplanError as error:
        screen.planner.say(str(error), bad=True)
        return
    finally:
        screen.plan_changed()
    refused = [pasting_texts.rows_refused(pasted.refused)] if pasted.refused else []
    screen.planner.say(saved)
    told = [*pasted.faults, *pasted.notes[_SHOWN:]]
    if told:
        screen.app.push_screen(FaultsBox([*told, " ".join([saved, *refused])]))
