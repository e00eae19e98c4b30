"""Opens the plan that a command is about; it is let go of when the command ends, however it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from os import PathLike
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from nvplan.services.reading.open_plan import OpenPlan
    from nvplan.services.writing.session import PlanSession

_Plan = TypeVar("_Plan", bound="OpenPlan")
_OPENED: ContextVar[ExitStack | None] = ContextVar("nvplan_opened", default=None)


@contextmanager
def closing_plans() -> Iterator[None]:
    """Close every plan that a command opens, when the block ends."""
    with ExitStack() as stack:
        token = _OPENED.set(stack)
        try:
            yield
        finally:
            _OPENED.reset(token)


def opened(session: _Plan) -> _Plan:
    """Return an open plan that the command need not close."""
    stack = _OPENED.get()
    if stack is not None:
        stack.callback(session.close)
    return session


def open_session(address: str | PathLike[str]) -> PlanSession:
    """Open the plan that a person named.

    Raises:
        PlanFileError: it cannot be opened; it is left as it is.
    """
    from nvplan.services.writing.session import PlanSession

    return opened(PlanSession.open(address))
