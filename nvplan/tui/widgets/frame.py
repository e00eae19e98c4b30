"""The frame around every place: whose plan, where you are, and the keys that matter here."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from nvplan.model.safetext import one_line
from nvplan.texts import planner as planner_texts
from nvplan.tui.commands import EVERYWHERE, Command
from nvplan.tui.literal import literal
from nvplan.tui.widgets.tags import example_tag

#: Tells every key; it is the first of those that work everywhere.
HELP = EVERYWHERE[0]
#: How many keys the footer shows at most: more cannot be taken in at a glance.
MOST_KEYS = 6
_BETWEEN = "   "
#: Where every key of a place stands on the line, they stand closer.
_CLOSE, MOST_CLOSE = "  ", 10


class TopLine(Horizontal):
    """One line with something to the left and something to the right; the left gives way where room is short."""

    left: reactive[str] = reactive("")
    brief: reactive[str] = reactive("")
    """The left text where the whole of it has no room; empty where it is cut instead."""
    right: reactive[str | Content] = reactive[str | Content]("")
    mark: reactive[str] = reactive("")
    """A tag before the left text, empty for none."""

    def compose(self) -> ComposeResult:
        """Compose the two ends."""
        yield Static(id="left")
        yield Static(id="right")

    def watch_left(self) -> None:
        """Show the new text."""
        self._show()

    def watch_brief(self) -> None:
        """Show the new text."""
        self._show()

    def watch_right(self) -> None:
        """Show the new text."""
        self._show()

    def watch_mark(self) -> None:
        """Show the new tag."""
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the text to the new width."""
        self._show()

    def on_mount(self) -> None:
        """Show what was set before there was a screen."""
        self._show()

    def _show(self) -> None:
        if not self.is_mounted:
            return
        right = self.right if isinstance(self.right, Content) else literal(one_line(self.right))
        mark = Content.assemble(example_tag(self.mark), "  ") if self.mark else Content("")
        room = max(10, self.size.width - right.cell_length - 3 - mark.cell_length)
        left = self.brief if self.brief and cell_len(self.left) > room else self.left
        self.query_one("#left", Static).update(Content.assemble(mark, literal(one_line(left, room))))
        self.query_one("#right", Static).update(right)


def fitting(commands: Sequence[Command], room: int, *, dense: bool = False) -> list[Command]:
    """Return the commands that the footer has room for in so many cells; where F1 is not among them, `F1 fler` fits."""
    shown = [command for command in commands if command.shown and command.key_name][:MOST_CLOSE if dense else MOST_KEYS]
    while len(shown) > 1 and _width(shown, _CLOSE if dense else _BETWEEN) > room:
        shown.pop()
    return shown


def more_keys() -> str:
    """Return which key tells the rest of the keys."""
    return planner_texts.MORE_KEYS.format(key=HELP.key_name)


def _width(shown: Sequence[Command], between: str) -> int:
    hints = [f"{command.key_name} {command.label}" for command in shown]
    if not any(command.keys == "f1" for command in shown):
        hints.append(more_keys())
    return cell_len(between.join(hints))


class KeyBar(Widget):
    """The footer: as many keys as fit, and where not all do, that F1 tells the rest. A key can be clicked.

    A key that can do nothing on the place as it stands is dimmed; pressing it says why.
    """

    commands: reactive[tuple[Command, ...]] = reactive(())
    dense: reactive[bool] = reactive(False)
    """Whether as many keys as there is room for are shown, closer together."""

    def on_mount(self) -> None:
        """Keep the keys' own colours: Textual would paint the whole of what can be clicked as a link."""
        self.auto_links = False

    def render(self) -> Content:
        """Return the keys that fit."""
        parts = [_key(command, dimmed=bool(command.why_not(self.screen)))
                 for command in fitting(self.commands, self.size.width - (0 if self.dense else 2), dense=self.dense)]
        if not any(part.plain.startswith(HELP.key_name) for part in parts):
            parts.append(Content(more_keys()).stylize("@click=screen.show_help"))
        return Content(_CLOSE if self.dense else _BETWEEN).join(parts)

    def watch_commands(self) -> None:
        """Draw the new keys."""
        self.refresh()


def _key(command: Command, *, dimmed: bool) -> Content:
    words = Content.assemble(command.key_name, " ", command.label).stylize(f"@click=screen.{command.action}")
    if dimmed:
        return words.stylize("$quiet")
    return words.stylize("bold $primary", 0, len(command.key_name))


def bar(share: float, width: int = 10) -> str:
    """Return a progress bar of block characters; the number always stands beside it."""
    filled = round(share * width)
    return "▓" * filled + "░" * (width - filled)


def key_table(commands: Sequence[tuple[Command, str]]) -> Content:
    """Return every command with its key and its sentence, for the help; dimmed with the reason where it cannot run."""
    return Content("\n").join(_key_line(command, reason) for command, reason in commands)


def _key_line(command: Command, reason: str) -> Content:
    told = f"{command.label}: {command.help}"
    if reason:
        told = f"{told} {planner_texts.WHY_NOT.format(reason=reason)}"
    line = Content.assemble(Content.styled(f"{command.key_name:<12}", "bold"), told)
    return line.stylize("$quiet") if reason else line
