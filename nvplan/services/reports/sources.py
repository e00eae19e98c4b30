"""Where a field that the report takes from the plan is filled in."""

from __future__ import annotations

from nvplan.catalog import anchors
from nvplan.model.kinds import kind_of
from nvplan.model.reporting import ReportItem
from nvplan.services.reports.opening import OCCASIONS, Report, number_of
from nvplan.services.reports.vfu import vfu_table

#: The fields of the money forms that the occasion itself holds, as numbers or as the beginning of numbers.
_OF_OCCASION = {"rekvisition": ("2.1", "2.2", "2.5"), "ekonomi": ("2.1", "2.2", "2.6", "4")}


def source_place(report: Report, item: ReportItem) -> str:
    """Return the place where an item is filled in, as findings name places: `fraga:ID@ACTOR` or `TYPE:ID`.

    For VFU it is the table of the first actor that has not answered; for money the list of it, and for what the
    occasion itself holds the occasion.
    """
    identity = report.occasion.id if report.occasion else ""
    if report.document == "vfu":
        rows = vfu_table(report.state, report.actor).rows
        first = next((row for row in rows if not row.is_answered), rows[0] if rows else None)
        return f"fraga:{anchors.VFU}@{first.actor.id}" if first else "aktor:"
    number = number_of(item)
    if any(number.startswith(one) for one in _OF_OCCASION.get(report.document, ())):
        return f"{OCCASIONS}:{identity}"
    if kind_of(item.field).is_amount or item.computed:
        return "medel:"
    return f"aktor:{report.actor.id}" if report.actor else f"{OCCASIONS}:{identity}"
