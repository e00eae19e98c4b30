"""The tour: six steps over the example county in under a minute, each with the place it is about behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from nvplan.catalog import anchors
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.services import preferences
from nvplan.services.reading.guide import stop_at
from nvplan.services.writing.session import PlanSession
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.literal import literal
from nvplan.tui.screens.boxes.box import Box
from nvplan.tui.where import Room
from nvplan.tui.widgets.box_frame import BoxFrame

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp

#: The question that the steps about questions stand at, in the order of the steps; empty is the overview.
_PLACES = ("", anchors.VISION, anchors.BASE_VALUE["lakare"], anchors.BASE_VALUE["lakare"], "", "")


class TourBox(Box[int]):
    """One step of the tour; gives how many steps to go, and nothing where the person has had enough."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right", "go(1)", show=False), Binding("left", "go(-1)", show=False),
    ]

    def __init__(self, step: int) -> None:
        super().__init__()
        self._step = step

    def compose(self) -> ComposeResult:
        """Compose the step's words at the bottom, over the place that they are about."""
        title, text = planner_places_texts.TOUR[self._step]
        last = self._step == len(planner_places_texts.TOUR) - 1
        number = planner_places_texts.TOUR_STEP.format(number=self._step + 1, count=len(planner_places_texts.TOUR))
        with BoxFrame(f"{number} · {title}", "tour"):
            yield Static(literal(text), classes="box-line")
            yield Static(
                literal(planner_places_texts.TOUR_KEYS_LAST if last else planner_places_texts.TOUR_KEYS), classes="note"
            )

    def on_click(self) -> None:
        """Go on, for those who use the mouse."""
        self.action_go(1)

    def action_go(self, by: int) -> None:
        """Go to another step."""
        self.dismiss(by)


def start_tour(app: NvplanApp) -> None:
    """Open the example county and show the first step; it is not offered first again."""
    preferences.remember_tour()
    app.open_example()
    if app.session is not None:
        app.call_later(_show, app, app.session, 0)  # as the app: the screen that began the tour is gone by then


def _show(app: NvplanApp, session: PlanSession, step: int) -> None:
    stop = stop_at(f"{_PLACES[step]}@{WHOLE_COUNTY}", session.state) if _PLACES[step] else None
    app.go(stop or Room.OVERVIEW)

    def then(by: int | None) -> None:
        following = step + (by or 0)
        if by is not None and following < len(planner_places_texts.TOUR):
            _show(app, session, max(0, following))

    app.push_screen(TourBox(step), then)
