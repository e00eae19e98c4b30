"""How far a report is: what is answered and by whom, what only has a draft, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from nvplan.catalog.report_links import report_links
from nvplan.model.reporting import ReportItem
from nvplan.services.reports.drafting import Draft, draft_text, drafts, is_drafted
from nvplan.services.reports.money_forms import fill
from nvplan.services.reports.opening import Report, number_of
from nvplan.services.reports.vfu import vfu_table
from nvplan.services.reports.vision import DECIDED, IN_FORCE, STARTED, has_vision, vision

#: `skrivet`: people have written it. `overfort`: carried over and not confirmed. `utkast`: the plan has something.
#: `ur_planen`: a figure or field that is taken from the plan as it is. `saknas`: nobody has anything.
Standing = Literal["skrivet", "overfort", "utkast", "ur_planen", "saknas"]


@dataclass(frozen=True)
class ItemStanding:
    """How far one item is; `who` is a role or the actors that have answered, `missing` those that have not."""

    item: ReportItem
    standing: Standing
    text: str = ""
    who: str = ""
    changed: str = ""
    missing: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the item as `--json` prints it."""
        return {"id": self.item.id, "number": number_of(self.item), "text": self.item.text, "standing": self.standing,
                "answer": self.text, "answered_by": self.who or None, "changed": self.changed or None,
                "missing_from": list(self.missing)}


@dataclass(frozen=True)
class Tally:
    """How many items there are of each standing."""

    written: int = 0
    carried: int = 0
    drafted: int = 0
    missing: int = 0

    @property
    def total(self) -> int:
        """All items that expect something."""
        return self.written + self.carried + self.drafted + self.missing


def tally(found: Iterable[ItemStanding]) -> Tally:
    """Return how many items there are of each standing; what is taken from the plan as it is counts as written."""
    counted = dict.fromkeys(("skrivet", "overfort", "utkast", "ur_planen", "saknas"), 0)
    for one in found:
        counted[one.standing] += 1
    return Tally(counted["skrivet"] + counted["ur_planen"], counted["overfort"], counted["utkast"], counted["saknas"])


def standings(report: Report) -> list[ItemStanding]:
    """Return how far each item of a report is, in order; items that are answered below them are left out.

    An instruction that asks for something throughout the report, such as equality, is answered as a whole, last.
    """
    if report.document in ("rekvisition", "ekonomi"):
        return _money_standings(report)
    if report.document == "vfu":
        return _vfu_standings(report)
    known = drafts(report)
    found = [_question(report, item, known[item.id]) for item in report.items
             if is_drafted(report, item) and (item.is_answered or item.id in report_links())
             and not known[item.id].below]
    return sorted([*found, *_vision_standings(report)],
                  key=lambda one: (one.item.type == "anvisning", one.item.order))


def _question(report: Report, item: ReportItem, draft: Draft) -> ItemStanding:
    missing = tuple(dict.fromkeys(name for one in draft.linked for name in one.missing))
    own = report.text(item.id)
    if own is not None:
        return ItemStanding(item, "overfort" if own.carried else "skrivet", own.text, own.role, own.changed[:10],
                            missing)
    if draft.is_empty:
        return ItemStanding(item, "saknas", missing=missing)
    return ItemStanding(item, "utkast", draft_text(draft), missing=missing)


def _vision_standings(report: Report) -> list[ItemStanding]:
    if not has_vision(report):
        return []
    row, found = vision(report), []
    columns = {STARTED: row.started, DECIDED: row.decided, IN_FORCE: row.in_force}
    for item in report.items:
        period = columns.get(number_of(item)) if item.type == "kolumn" else None
        if period is None:
            continue
        own = report.text(item.id)
        if own is not None:
            found.append(ItemStanding(item, "overfort" if own.carried else "skrivet", period.shown, own.role,
                                      own.changed[:10]))
        else:
            found.append(ItemStanding(item, "ur_planen" if period.first else "saknas", period.shown, period.source))
    return found


def _money_standings(report: Report) -> list[ItemStanding]:
    """Return the fields that the plan fills; contact details and what is written in ink are nobody's to answer here."""
    form = fill(report, {}, without_names=True)
    found = []
    for number, one in form.fields.items():
        item = form.numbers[number]
        if item.type == "falt" and (one.text or one.missing):
            found.append(ItemStanding(item, "saknas" if one.missing else "ur_planen", one.text, one.source))
    certified = [form.fields[number].chosen for number in ("4.1", "4.2") if number in form.fields]
    if certified:
        found.append(ItemStanding(form.numbers["4.1"], "ur_planen" if any(certified) else "saknas"))
    return sorted(found, key=lambda one: one.item.order)


def _vfu_standings(report: Report) -> list[ItemStanding]:
    table = vfu_table(report.state, report.actor)
    item = next(one for one in report.items if one.type == "tabell")
    answered = [row.actor.name for row in table.rows if row.is_answered]
    missing = tuple(row.actor.name for row in table.rows if not row.is_answered)
    standing: Standing = "saknas" if not answered else "utkast" if missing else "ur_planen"
    return [ItemStanding(item, standing, who=", ".join(answered), missing=missing)]


def by_item(found: Iterable[ItemStanding]) -> Mapping[str, ItemStanding]:
    """Return the standings by item id."""
    return {one.item.id: one for one in found}
