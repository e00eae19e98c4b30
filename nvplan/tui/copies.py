"""Looks for copies beside the plan while the person works: reading them all may take long on a slow disk."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from nvplan.model.errors import PlanFileError

if TYPE_CHECKING:
    from textual.app import App

    from nvplan.store.opening import Address
    from nvplan.store.repository import Copy


def look_for_copies(app: App[Any], address: Address, then: Callable[[Sequence[Copy]], object]) -> None:
    """Look for copies that say something the plan does not, and hand them over when all are read.

    The thread is no worker of Textual's: nobody who leaves the planner waits for it.

    Args:
        app: the app whose loop `then` is called in.
        address: where the plan is.
        then: told what was found; not at all when the planner has ended.
    """
    def look() -> None:
        from nvplan.services.writing.merging import copies_beside

        with suppress(PlanFileError, OSError, RuntimeError):  # gone in the meantime: the plan, the disk, the planner
            app.call_from_thread(then, copies_beside(address))

    threading.Thread(target=look, daemon=True).start()
