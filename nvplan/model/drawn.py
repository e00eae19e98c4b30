"""What the pictures of a document draw, as values: what goes on when, and need against capacity."""

# No `from __future__ import annotations`: pydantic would compile every annotation again when a plan is opened.

from decimal import Decimal
from typing import Literal

from nvplan.model.base import Frozen


class TimeSpan(Frozen):
    """What goes on from a day to another (ISO); without a start it was there before, without an end it goes on."""

    label: str
    state: str
    """A state of an insats; empty where nobody has said."""
    start: str = ""
    end: str = ""


class TimeLine(Frozen):
    """What goes on when: a row for each, between two days (ISO), with the day that the picture is of."""

    kind: Literal["time_line"] = "time_line"
    spans: tuple[TimeSpan, ...]
    first: str
    last: str
    today: str


class NeedRow(Frozen):
    """How many there are to care for and how many of them the doctors are enough for, with the numbers as written."""

    label: str
    need: Decimal
    capacity: Decimal
    need_text: str
    capacity_text: str


class Need(Frozen):
    """Need against capacity, a row for each provider."""

    kind: Literal["need"] = "need"
    rows: tuple[NeedRow, ...]
