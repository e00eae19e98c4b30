"""Confirms the posts of a list that came from last year's plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.model.errors import NvplanError
from nvplan.services.writing.commands import ConfirmObject

if TYPE_CHECKING:
    from nvplan.tui.screens.shared.list_place import ListPlace


def confirm_row(place: ListPlace, kind: str, identity: str) -> None:
    """Say that an object from last year's plan still holds, and go on to the next row."""
    ids = place.table.ids
    at = ids.index(place.table.marked) if place.table.marked else 0
    try:
        place.planner.say(place.session.do(ConfirmObject(kind, identity)))
    except NvplanError as error:
        place.planner.say(str(error), bad=True)
    else:
        place.mark(ids[min(at + 1, len(ids) - 1)])
    place.show_list()
