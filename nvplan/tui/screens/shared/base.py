"""What every screen shares: the frame, the commands, and that a window too small says so."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.tui.clashing import Clash
from nvplan.tui.commands import EVERYWHERE, Command, bindings
from nvplan.tui.literal import literal, refused
from nvplan.tui.screens.shared.styled_once import is_laid_out, keep_new, take_width
from nvplan.tui.where import Room
from nvplan.tui.widgets.frame import KeyBar, TopLine

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp
    from nvplan.tui.where import Where

#: Below this the planner says that the window is too small.
LEAST_WIDTH, LEAST_HEIGHT = 72, 20
#: In a narrower window the years of a plan of several leave no room for the county's whole name.
_ROOMY = 100


class PlaceScreen(Screen[None]):
    """A place in the planner. A subclass composes the place itself in `compose_place` and lists what it `OFFERS`."""

    OFFERS: ClassVar[tuple[Command, ...]] = ()
    SHOWS: ClassVar[tuple[str, ...]] = ()
    """The commands, as the log calls them, whose whole result is seen here: undoing one of them surprises nobody."""
    STYLED_FIRST: ClassVar[bool] = False
    """Whether the place is one of the first that is seen, and is styled before the sheets of the others are read."""
    ABOUT: ClassVar[str] = ""
    """What F1 tells of the place, where that is the same however it stands."""
    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (118, "-wide")]
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        take_width(self)

    def __init_subclass__(cls, **settings: Any) -> None:
        """Bind the keys of what the place offers."""
        if "OFFERS" in cls.__dict__:
            cls.BINDINGS = bindings(cls.OFFERS)
        super().__init_subclass__(**settings)

    @property
    def planner(self) -> NvplanApp:
        """The app."""
        return cast("NvplanApp", self.app)

    @property
    def framed(self) -> bool:
        """Whether the frame is on the screen; it is not before the screen is composed and once it is being closed.

        A screen that is taken away lets go of its widgets one by one, and what was to be done on it may come between.
        """
        return self.is_attached and not self._pruning and bool(self.query("#title"))

    def when_painted(self, then: Callable[..., object], *given: object) -> None:
        """Do something once the place has been painted, unless the person has left it by then."""
        async def still_here() -> None:
            if self.framed and isinstance(done := then(*given), Awaitable):
                await done

        self.call_after_refresh(still_here)

    @property
    def where(self) -> Where | None:
        """What leads to this place again; None where it is none to come back to by itself."""
        return None

    def about(self) -> Content | None:
        """Return what F1 tells of the place, besides its keys; None where there is nothing to tell."""
        return literal(self.ABOUT) if self.ABOUT else None

    def remember_place(self) -> None:
        """Remember where this is, once it is what the person sees."""
        if self.where is not None and self.is_current:
            self.planner.remember(self.where)

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here, the place's own commands first."""
        return (*self.OFFERS, *EVERYWHERE)

    def compose(self) -> ComposeResult:
        """Compose the frame around the place."""
        yield TopLine(id="title")
        yield TopLine(id="crumb")
        with Container(id="place"):
            yield from self.compose_place()
        yield Static(self.planner.trouble, id="trouble", markup=False)
        yield KeyBar(id="keys")
        yield Static(planner_texts.TOO_SMALL, id="too-small", markup=False)

    def compose_place(self) -> Iterable[Widget]:
        """Compose the place itself."""
        return ()

    def on_mount(self) -> None:
        """Fill the frame. Textual calls this after the `on_mount` of a subclass, which must not call it too."""
        self.query_one(KeyBar).commands = self.commands
        self.show_trouble(self.planner.trouble)
        self.show_frame()

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the window is too small, show the place again where it is not."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        self.set_class(small, "-too-small")

    @on(events.ScreenResume)
    def _keep_styles(self, event: events.ScreenResume) -> None:
        keep_new(self, event)

    def _screen_resized(self, size: Size) -> None:
        if not is_laid_out(self, size):
            super()._screen_resized(size)

    def on_screen_resume(self) -> None:
        """Show what has changed while another screen was on top."""
        self.show_frame()

    def show_frame(self) -> None:
        """Show whose plan this is and when it was last saved."""
        session = self.planner.session
        if not self.framed:
            return
        self.query_one(KeyBar).refresh()
        title = self.query_one("#title", TopLine)
        if session is None:
            title.mark, title.left, title.right = "", planner_texts.APP_TITLE, ""
            return
        info = session.state.info
        title.mark = planner_texts.EXAMPLE_MARK if info.example else ""
        narrow = info.years.is_long and self.size.width < _ROOMY
        words = planner_texts.FRAME_TITLE_NARROW if narrow else planner_texts.FRAME_TITLE
        title.left = words.format(county=session.county.short if narrow else session.county.name, year=info.years_told,
                                  standing=planner_texts.STANDING[info.standing])
        title.right = planner_texts.FRAME_SAVED.format(time=session.state.changed[11:16])

    def show_trouble(self, sentence: str) -> None:
        """Show what stands in the way of saving, for as long as it does; an empty sentence takes the line away."""
        for line in self.query("#trouble").results(Static):
            line.update(refused(sentence))
            line.display = bool(sentence)

    def save_waiting(self) -> bool:
        """Save what is waiting; tell whether everything that was given is on disk."""
        return True

    def clashes(self) -> Sequence[Clash]:
        """Return what has to be chosen between before the person leaves."""
        return ()

    def show_over(self, where: Where) -> None:
        """Show a place over this one; Esc leads back to this one as it stands.

        Raises:
            InputError: the place cannot be opened.
        """
        screen = self.planner.screen_of(where)
        if screen is not None:
            self.planner.leaving(lambda: self._push_place(screen))

    def _push_place(self, screen: PlaceScreen) -> None:
        self.app.push_screen(screen)

    def show_instead(self, where: Where) -> None:
        """Show a place instead of this one; Esc leads to where this one came from."""
        screen = self.planner.screen_of(where)
        if screen is not None:
            self.planner.leaving(lambda: self._switch_place(screen))

    def _switch_place(self, screen: PlaceScreen) -> None:
        self.app.switch_screen(screen)

    def leave_place(self) -> None:
        """Go back to the place under this one, to the overview where there is none."""
        self.planner.leaving(self._leave_place)

    def _leave_place(self) -> None:
        if len(self.app.screen_stack) > 2:
            self.app.pop_screen()
            self.planner.place.remember_place()
        else:
            self.planner.go(Room.OVERVIEW)

    def plan_changed(self) -> None:
        """Show the plan anew; called when this or another program has changed it."""
        self.show_frame()

    # -- why a command that works everywhere cannot run now --------------------------------------------------------
    def _needs_plan(self) -> str:
        return "" if self.planner.session is not None else planner_texts.NEEDS_PLAN

    why_not_go_to = why_not_search = why_not_export = why_not_requirement_set = why_not_take_in = _needs_plan
    why_not_visit_index = _needs_plan
    why_not_save_as = why_not_undo = why_not_redo = _needs_plan

    def why_not_go_back(self) -> str:
        """Say that there is no place before."""
        return "" if self.planner.visits.can_step(-1) else planner_places_texts.NO_BACK

    def why_not_go_forward(self) -> str:
        """Say that there is no place after."""
        return "" if self.planner.visits.can_step(1) else planner_places_texts.NO_FORWARD

    # -- commands that work everywhere; the app carries them out ---------------------------------------------------
    def action_show_help(self) -> None:
        """Show help."""
        self.planner.show_help()

    def action_go_to(self) -> None:
        """Go to a chapter or question."""
        self.planner.show_places(everything=False)

    def action_search(self) -> None:
        """Search."""
        self.planner.show_places(everything=True)

    def action_show_commands(self) -> None:
        """Show the palette."""
        self.planner.show_commands()

    def action_undo(self) -> None:
        """Undo this role's latest change."""
        self.planner.undo()

    def action_redo(self) -> None:
        """Redo what was undone last."""
        self.planner.redo()

    def action_copy(self) -> None:
        """Copy what is marked or at hand."""
        self.planner.action_copy()

    def action_go_back(self) -> None:
        """Go to the place before."""
        self.planner.step_visits(-1)

    def action_go_forward(self) -> None:
        """Go forward again."""
        self.planner.step_visits(1)

    def action_export(self) -> None:
        """Export documents."""
        self.planner.go(Room.EXPORT)

    def action_requirement_set(self) -> None:
        """Show which requirement set the plan is measured against."""
        if self.where is not Room.REQUIREMENT_SET:
            self.show_over(Room.REQUIREMENT_SET)

    def action_jump(self) -> None:
        """Show a letter beside everything that can be reached."""
        from nvplan.tui.jumping import show_jumps

        show_jumps(self.planner)

    def action_own_setting(self, name: str) -> None:
        """Show what is set on this computer: the role, the keys, the details for forms, or what nvplan is."""
        from nvplan.tui.own_settings import SHOW

        SHOW[name](self.planner)

    def action_other_plan(self) -> None:
        """Open another plan in the place of this one."""
        from nvplan.tui.other_plans import ask_for_plan

        ask_for_plan(self.planner)

    def action_new_plan(self) -> None:
        """Begin a new plan."""
        self.planner.go(Room.NEW_COUNTY)

    def action_start_page(self) -> None:
        """Go to the start screen."""
        self.planner.go(Room.START)

    def action_save_as(self) -> None:
        """Save the plan in a new file."""
        self.planner.show_save_as()

    def action_take_in(self) -> None:
        """Take in a file."""
        self.planner.go(Room.TAKE_IN)

    def action_visit_index(self) -> None:
        """Work out the continuity index of a file with visits."""
        self.planner.go(Room.VISIT_INDEX)

    def action_change_theme(self) -> None:
        """Change colours."""
        self.planner.change_theme()

    def action_leave(self) -> None:
        """Leave nvplan."""
        self.planner.leave()
