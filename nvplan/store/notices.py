"""What the store has to say that stops nothing, for whoever listens: a command on stderr, a planner on its screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_LISTENER: ContextVar[Callable[[str], None] | None] = ContextVar("nvplan_notices", default=None)


@contextmanager
def listening(listener: Callable[[str], None]) -> Iterator[None]:
    """Hand every notice to the listener, the same sentence once, until the block ends."""
    told: set[str] = set()

    def once(sentence: str) -> None:
        if sentence not in told:
            told.add(sentence)
            listener(sentence)

    token = _LISTENER.set(once)
    try:
        yield
    finally:
        _LISTENER.reset(token)


def tell(sentence: str) -> None:
    """Hand over a notice; where nobody listens it is not lost, for the plan file keeps its latest."""
    listener = _LISTENER.get()
    if listener is not None:
        listener(sentence)
