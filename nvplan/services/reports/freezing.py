"""What a report looks like before it is frozen: which answers are only drafts, carried over or missing, by number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nvplan.services.reading.open_plan import OpenPlan
from nvplan.services.reports.opening import number_of, report_of
from nvplan.services.reports.standing import ItemStanding, Standing, Tally, standings, tally
from nvplan.texts import reports as reports_texts


@dataclass(frozen=True)
class BeforeFreezing:
    """How much there is of each standing, and a sentence for each that is to be seen to; none where all is written."""

    tally: Tally
    lines: tuple[str, ...]


def before_freezing(session: OpenPlan, occasion: str) -> BeforeFreezing:
    """Return what is left to do in an occasion's report.

    Raises:
        UnknownNameError: there is no such occasion.
        InputError: its form is printed by no document.
    """
    return left_to_do(standings(report_of(session, occasion)))


def left_to_do(found: Iterable[ItemStanding]) -> BeforeFreezing:
    """Return what is left to do, of items as they stand."""
    known = list(found)
    kinds: tuple[tuple[Standing, str], ...] = (
        ("saknas", reports_texts.FREEZE_MISSING), ("utkast", reports_texts.FREEZE_DRAFTED),
        ("overfort", reports_texts.FREEZE_CARRIED))
    lines = []
    for standing, words in kinds:
        numbers = [number_of(one.item) for one in known if one.standing == standing]
        if numbers:
            lines.append(words.format(questions=reports_texts.questions(len(numbers)), numbers=", ".join(numbers)))
    return BeforeFreezing(tally(known), tuple(lines))
