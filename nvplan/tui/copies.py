"""Looks for copies beside the plan while the person works: reading them all may take long on a slow disk."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from nvplan.model.errors import PlanFileError
from nvplan.services import preferences

if TYPE_CHECKING:
    from textual.app import App

    from nvplan.store.opening import Address
    from nvplan.store.repository import Copy


def look_for_copies(app: App[Any], address: Address, then: Callable[[Sequence[Copy]], object]) -> None:
    """Look for copies that say something the plan does not, and hand them over when all are read.

    What reads them is a thread of our own, which nobody who leaves the planner waits for: Textual's own would be waited
    for. What waits for it here is a worker of the app's, so that whoever asks knows that something is still to come.

    Args:
        app: the app whose loop `then` is called in.
        address: where the plan is.
        then: told what was found; not at all when the planner has ended, or what is read is gone in the meantime.
    """
    loop = asyncio.get_running_loop()
    found: asyncio.Future[Sequence[Copy] | None] = loop.create_future()

    def look() -> None:
        copies: Sequence[Copy] | None = None
        try:
            copies = _read(address)
        except Exception as error:  # this is but an offer: what is wrong with it must not end what the person does
            preferences.log_crash(error)
        with suppress(RuntimeError):  # the planner has ended
            loop.call_soon_threadsafe(_hand_over, found, copies)

    async def wait() -> None:
        copies = await found
        if copies is not None:
            then(copies)

    threading.Thread(target=look, daemon=True).start()
    app.run_worker(wait(), name="copies")


def _read(address: Address) -> Sequence[Copy] | None:
    """Return the copies that say something the plan does not; None where the plan or the disk is gone."""
    from nvplan.services.writing.merging import copies_beside

    try:
        return copies_beside(address)
    except (PlanFileError, OSError):
        return None


def _hand_over(found: asyncio.Future[Sequence[Copy] | None], copies: Sequence[Copy] | None) -> None:
    if not found.done():  # it is where the planner ended first
        found.set_result(copies)
