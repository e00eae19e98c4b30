"""The folder that is this computer's own: settings lie there, and the requirement sets that a county has added."""

from __future__ import annotations

import os
from pathlib import Path

#: Where the folder lies, for tests and for those who want it elsewhere.
HOME_VARIABLE = "NVPLAN_HEM"


def settings_folder() -> Path:
    """Return the folder for settings; it may not exist yet."""
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_config_path

    return user_config_path("nvplan", appauthor=False)
