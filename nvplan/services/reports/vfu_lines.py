"""Tells the weeks and places of VFU of a report's body in one line: its own, or those of its kommuner together."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.model.numbers import format_number
from nvplan.services.reports.bodies import bodies_of
from nvplan.services.reports.opening import Report
from nvplan.services.reports.vfu import VfuTable, vfu_table
from nvplan.texts import reports as reports_texts


def vfu_lines(report: Report) -> Sequence[str]:
    """Return the line; none where nobody has answered. Numbers of other years than most have are not added to it."""
    actor, found = report.actor, vfu_table(report.state, report.actor)
    own = bodies_of(report.state, actor) if actor is not None and actor.acts_as("rss") else None
    rows = [one for one in found.rows if own is None or one.actor.id in own]
    whole = tuple(one for one in rows if one.is_answered and (one.done.year, one.expected.year) == found.years)
    if not whole:
        return ()
    summed = VfuTable(whole, found.years, ())
    done, expected = (
        reports_texts.vfu_term(year, format_number(summed.total(term, "weeks") or 0),
                               format_number(summed.total(term, "places") or 0))
        for year, term in zip(found.years, ("done", "expected"), strict=True))
    line = reports_texts.VFU_TERMS.format(done=done, expected=expected)
    return (line if len(rows) == 1 else reports_texts.vfu_of(len(whole), len(rows), line),)
