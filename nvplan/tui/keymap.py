"""The keys that a person has changed, laid over the planner's own when it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nvplan.services.keys import key_choices
from nvplan.tui.commands import CHANGED_KEYS

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp

#: What a key that is turned off is called: no terminal sends it.
_SILENT = "nvplan_off"


def use_changed_keys(planner: NvplanApp) -> None:
    """Let the person's own keys hold, in what answers and in what is shown; what is wrong with them is said."""
    found = key_choices()
    CHANGED_KEYS.clear()
    CHANGED_KEYS.update(found.changed)
    planner.set_keymap({key: new or _SILENT for key, new in found.changed.items()})
    for sentence in found.faults:
        planner.say(sentence, bad=True)
