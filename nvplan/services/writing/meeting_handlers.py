"""Every handler of the commands about meetings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nvplan.services.writing import contributions, deciding, dots, meetings, rounds, surveys

HANDLERS: Mapping[type, Callable[[Any, Any], Any]] = {
    **meetings.HANDLERS, **contributions.HANDLERS, **deciding.HANDLERS, **rounds.HANDLERS, **dots.HANDLERS,
    **surveys.HANDLERS,
}
