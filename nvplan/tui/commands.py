"""A command is one thing that a person can do on a screen: its key, its words in the footer, its help sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from nvplan.texts import jumping as jumping_texts
from nvplan.texts import own_settings as own_settings_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_index as planner_index_texts
from nvplan.texts import planner_places as planner_places_texts
from nvplan.texts import requirement_sets as requirement_sets_texts
from nvplan.texts import taking_in as taking_in_texts
from nvplan.texts import unsaved as unsaved_texts

#: The keys that the person has changed, as the planner found them when it opened; empty for one that is turned off.
CHANGED_KEYS: dict[str, str] = {}


@dataclass(frozen=True)
class Command:
    """One command: key bindings, footer, F1 and the palette are all made from this."""

    action: str
    keys: str
    """Keys that run it, comma separated; the first is the one that is shown."""
    label: str
    """A word or two for the footer."""
    help: str
    """One sentence that says what it does."""
    shown: bool = True
    """Whether the footer shows it, room permitting."""
    priority: bool = False
    """Whether it works while a field has the focus and would take the key itself."""
    english: str = ""
    """Words that people who know other programs search for."""

    @property
    def key_name(self) -> str:
        """The key as it stands on a Swedish keyboard, the person's own where changed; empty where there is none."""
        key = self.keys.split(",")[0]
        return planner_texts.key_name(CHANGED_KEYS.get(key, key))

    def why_not(self, screen: object) -> str:
        """Return in a sentence why it cannot be done on a screen as it stands; empty where it can.

        A screen says so in `why_not_ACTION`, beside the `action_ACTION` that does it.
        """
        return why_not(screen, self.action)


def why_not(screen: object, action: str) -> str:
    """Return why a screen cannot carry out an action as it stands; empty where it can."""
    ask = getattr(screen, f"why_not_{action.partition('(')[0]}", None)
    return str(ask()) if ask is not None else ""


def bindings(commands: Sequence[Command]) -> list[BindingType]:
    """Return the commands as Textual's key bindings."""
    return [binding for command in commands
            for binding in key_bindings(command.keys, command.action, command.label, priority=command.priority)]


def key_bindings(keys: str, action: str, label: str = "", *, priority: bool = False) -> list[BindingType]:
    """Return an action's keys as Textual's bindings, each known by its key: that is what a person may change."""
    return [Binding(key, action, label, show=False, priority=priority, id=key) for key in keys.split(",") if key]


#: What works on every screen.
EVERYWHERE = (
    Command("show_help", "f1", planner_texts.KEY_HELP, planner_texts.HELP_HELP, priority=True, english="help"),
    Command("go_to", "f2", planner_texts.KEY_GO_TO, planner_texts.HELP_GO_TO, priority=True, english="go to jump"),
    Command(
        "search", "ctrl+f", planner_texts.KEY_SEARCH, planner_texts.HELP_SEARCH, priority=True, english="search find"
    ),
    Command(
        "show_commands",
        "ctrl+p",
        planner_texts.KEY_COMMANDS,
        planner_texts.HELP_COMMANDS,
        priority=True,
        english="palette",
    ),
    Command("undo", "ctrl+z", planner_texts.KEY_UNDO, planner_texts.HELP_UNDO, shown=False, english="undo"),
    Command("redo", "ctrl+y", planner_texts.KEY_REDO, planner_texts.HELP_REDO, shown=False, english="redo"),
    Command(
        "copy",
        "ctrl+c",
        planner_places_texts.KEY_COPY,
        planner_places_texts.HELP_COPY,
        shown=False,
        english="copy clipboard",
    ),
    Command(
        "go_back",
        "alt+left",
        planner_places_texts.KEY_GO_BACK,
        planner_places_texts.HELP_GO_BACK,
        shown=False,
        priority=True,
        english="back",
    ),
    Command(
        "go_forward",
        "alt+right",
        planner_places_texts.KEY_GO_FORWARD,
        planner_places_texts.HELP_GO_FORWARD,
        shown=False,
        priority=True,
        english="forward",
    ),
    Command(
        "export",
        "f9",
        planner_texts.KEY_EXPORT,
        planner_texts.HELP_EXPORT,
        shown=False,
        priority=True,
        english="export",
    ),
    Command(
        "requirement_set",
        "",
        requirement_sets_texts.TITLE,
        requirement_sets_texts.HELP,
        shown=False,
        english="set agreement",
    ),
    Command("take_in", "", taking_in_texts.TITLE, taking_in_texts.HELP, shown=False, english="import merge take in"),
    Command("visit_index", "", planner_index_texts.TITLE, planner_index_texts.HELP, shown=False,
            english="continuity index visits coc"),
    Command("jump", "ctrl+l", jumping_texts.KEY, jumping_texts.HELP, shown=False, priority=True, english="jump labels"),
    Command("other_plan", "", planner_texts.KEY_OTHER_PLAN, planner_texts.HELP_OTHER_PLAN, shown=False,
            english="open file switch plan"),
    Command("new_plan", "", planner_texts.START_NEW, planner_texts.HELP_NEW_PLAN, shown=False, english="new county"),
    Command("start_page", "", planner_texts.KEY_START_PAGE, planner_texts.HELP_START_PAGE, shown=False,
            english="home start"),
    Command("save_as", "", unsaved_texts.SAVE_AS_TITLE, unsaved_texts.SAVE_AS_HELP, shown=False, english="save as"),
    Command(
        "change_theme", "", planner_texts.KEY_THEME, planner_texts.HELP_THEME, shown=False, english="theme dark light"
    ),
    Command("own_setting('role')", "", own_settings_texts.ROLE, own_settings_texts.ROLE_HELP, shown=False,
            english="user role"),
    Command("own_setting('keys')", "", own_settings_texts.KEYS, own_settings_texts.KEYS_HELP, shown=False,
            english="keys shortcuts keyboard"),
    Command("own_setting('contacts')", "", own_settings_texts.CONTACTS, own_settings_texts.CONTACTS_HELP, shown=False,
            english="contact form"),
    Command("own_setting('about')", "", own_settings_texts.ABOUT, own_settings_texts.ABOUT_HELP, shown=False,
            english="about version"),
    Command(
        "leave",
        "ctrl+q",
        planner_texts.KEY_QUIT,
        planner_texts.HELP_QUIT,
        shown=False,
        priority=True,
        english="quit exit",
    ),
)
