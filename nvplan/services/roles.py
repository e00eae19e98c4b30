"""The role that a person works in on this computer: what changes are logged under, and whose changes are undone."""

from __future__ import annotations

import os

from nvplan.model.errors import InputError
from nvplan.model.safetext import clean
from nvplan.services.reading.open_plan import ROLE_VARIABLE, current_role
from nvplan.store.settings import read_settings, write_settings
from nvplan.texts import own_settings as own_settings_texts

#: More characters than this are no role.
MOST = 60


def is_set_outside() -> bool:
    """Return whether the computer says which role it is, so that it is not chosen here."""
    return bool(os.environ.get(ROLE_VARIABLE, "").strip())


def role_words() -> str:
    """Return in a sentence which role changes are logged under, and where that is said."""
    if is_set_outside():
        return own_settings_texts.ROLE_SET_OUTSIDE.format(role=current_role(), variable=ROLE_VARIABLE)
    return own_settings_texts.ROLE_NOW.format(role=current_role())


def take_role(role: str) -> None:
    """Log changes on this computer under a role from now on; an empty one is nvplan's own again.

    Raises:
        InputError: it is too long, stands on several lines, or the computer itself says which role it is.
    """
    taken = clean(role).strip()
    if len(taken) > MOST or "\n" in taken:
        raise InputError(own_settings_texts.ROLE_TOO_LONG.format(most=MOST))
    if is_set_outside():
        raise InputError(role_words())
    write_settings({**read_settings(), "role": taken})
