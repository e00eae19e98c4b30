"""What is set on this computer and not in a plan: the role, the keys, the details for forms, and what nvplan is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from nvplan.model.errors import InputError
from nvplan.model.safetext import visible
from nvplan.services.installation import installation
from nvplan.services.keys import change_key, key_choices
from nvplan.services.reading.open_plan import current_role
from nvplan.services.reports.contacts import FIELDS, read_contacts, write_contact
from nvplan.services.roles import is_set_outside, role_words, take_role
from nvplan.texts import cli as cli_texts
from nvplan.texts import keys as keys_texts
from nvplan.texts import own_settings as own_settings_texts
from nvplan.texts import planner as planner_texts
from nvplan.tui.keymap import use_changed_keys
from nvplan.tui.screens.boxes.asking import LineBox
from nvplan.tui.screens.boxes.box import Choice, PickBox
from nvplan.tui.screens.boxes.reading import TextBox

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp


def _tried(planner: NvplanApp, act: Callable[[], object]) -> bool:
    """Do what a disk or a rule may refuse; where it does, say so."""
    try:
        act()
    except InputError as error:
        planner.say(str(error), bad=True)
    except OSError as error:
        planner.say(cli_texts.system_error(str(error.filename or ""), error.errno), bad=True)
    else:
        return True
    return False


# -- role ----------------------------------------------------------------------------------------------------------
def ask_role(planner: NvplanApp) -> None:
    """Ask which role changes are logged under from now on; where the computer says it, tell that."""
    if is_set_outside():
        planner.say(role_words())
        return
    planner.push_screen(LineBox(own_settings_texts.ROLE, own_settings_texts.ROLE_LABEL, current_role(),
                                own_settings_texts.ROLE_HINT), partial(_take_role, planner))


def _take_role(planner: NvplanApp, role: str | None) -> None:
    if role is not None and _tried(planner, lambda: take_role(role)):
        if planner.session is not None:
            planner.session.take_role()
        planner.say(role_words())


# -- keys ----------------------------------------------------------------------------------------------------------
def ask_keys(planner: NvplanApp) -> None:
    """List the keys with what each means; the one that is chosen is changed."""
    changed = key_choices().changed
    rows = []
    for key, meaning in keys_texts.MEANINGS.items():
        yours = planner_texts.key_name(changed[key]) or keys_texts.OFF if key in changed else ""
        told = own_settings_texts.KEY_YOURS.format(key=yours, meaning=meaning) if yours else meaning
        rows.append(Choice(f"{planner_texts.key_name(key):<7}", told, "", key))
    planner.push_screen(PickBox(own_settings_texts.KEYS_TITLE, rows), partial(_ask_key, planner))


def _ask_key(planner: NvplanApp, key: object) -> None:
    if isinstance(key, str):
        name = planner_texts.key_name(key)
        label = own_settings_texts.KEY_LABEL.format(key=name)
        planner.push_screen(LineBox(own_settings_texts.KEYS, label, "", own_settings_texts.KEY_HINT),
                            lambda new: _change_key(planner, name, new))


def _change_key(planner: NvplanApp, key: str, new: str | None) -> None:
    if new and _tried(planner, lambda: change_key(key, new)):
        use_changed_keys(planner)
        planner.place.show_frame()
        ask_keys(planner)


# -- details for forms ---------------------------------------------------------------------------------------------
def ask_contacts(planner: NvplanApp) -> None:
    """Ask whose details they are, then which, then what; each is kept as soon as it is given."""
    actors = planner.session.state.actors if planner.session is not None else ()
    rows = [Choice(own_settings_texts.CONTACTS_ALL, "", "", "alla"),
            *(Choice(actor.name, "", "", actor.id) for actor in actors)]
    planner.push_screen(PickBox(own_settings_texts.CONTACTS_FOR, rows), partial(_ask_field, planner))


def _ask_field(planner: NvplanApp, actor: object) -> None:
    if not isinstance(actor, str):
        return
    known: dict[str, str] = {}
    if not _tried(planner, lambda: known.update(read_contacts().get(actor, {}))):
        return
    fields = dict.fromkeys(field for form in FIELDS.values() for field in form)
    labels, empty = own_settings_texts.CONTACT_FIELDS, own_settings_texts.CONTACT_EMPTY
    rows = [Choice(labels[field], known.get(field, empty), "", field) for field in fields]
    planner.push_screen(PickBox(own_settings_texts.CONTACTS_TITLE, rows),
                        lambda field: _ask_value(planner, actor, field, known))


def _ask_value(planner: NvplanApp, actor: str, field: object, known: dict[str, str]) -> None:
    if isinstance(field, str):
        label = own_settings_texts.CONTACT_FIELDS[field]
        planner.push_screen(LineBox(own_settings_texts.CONTACTS_TITLE, label, known.get(field, ""),
                                    own_settings_texts.CONTACT_HINT),
                            lambda value: _keep(planner, actor, field, value))


def _keep(planner: NvplanApp, actor: str, field: str, value: str | None) -> None:
    if value is not None and _tried(planner, lambda: write_contact(actor, field, value)):
        planner.say(own_settings_texts.CONTACT_SAVED.format(field=own_settings_texts.CONTACT_FIELDS[field]))
        _ask_field(planner, actor)


# -- about ---------------------------------------------------------------------------------------------------------
def show_about(planner: NvplanApp) -> None:
    """Show versions and folders."""
    lines = [Content.assemble(Content.styled(f"{name:<20}", "bold"), visible(value)) for name, value in installation()]
    planner.push_screen(TextBox(own_settings_texts.ABOUT, Content("\n").join(lines)))


#: What shows each, by the name that a command has for it.
SHOW: Mapping[str, Callable[[NvplanApp], None]] = {
    "role": ask_role, "keys": ask_keys, "contacts": ask_contacts, "about": show_about}
