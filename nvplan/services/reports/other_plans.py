"""The plans beside these that a report asks for, told at the question that its links name."""

from __future__ import annotations

from collections.abc import Collection

from nvplan.model.dates import format_date
from nvplan.model.objects import Effort, OtherPlan
from nvplan.services.reading.object_fields import code_options
from nvplan.services.reports.opening import Report
from nvplan.texts import registers as registers_texts


def plan_lines(report: Report, kinds: Collection[str]) -> tuple[str, ...]:
    """Return a line for each plan of some kinds that the report's form asks for and that its body owns or shares."""
    return tuple(_told(report, one) for one in report.state.objects.get(OtherPlan.about.name, {}).values()
                 if isinstance(one, OtherPlan) and one.kind in kinds and report.form.id in one.forms
                 and (report.actor is None or one.actor in ("", report.actor.id)))


def _told(report: Report, one: OtherPlan) -> str:
    state = next((option.label.lower() for option in code_options("planlage") if option.id == one.state), "")
    days = [form.format(format_date(day)) for form, day in (
        (registers_texts.DECIDED_ON, one.date), (registers_texts.HOLDS, one.in_force),
        (registers_texts.LOOKED_OVER, one.review)) if day]
    said = [state] if state and not (one.state == "galler" and one.in_force) else []
    efforts = report.state.objects.get(Effort.about.name, {})
    titles = [found.title for identity in one.efforts if isinstance(found := efforts.get(identity), Effort)]
    line = registers_texts.REPORTED.format(title=one.title, told=", ".join([*said, *days]) or registers_texts.NO_STATE)
    return f"{line} {registers_texts.REPORTED_EFFORTS.format(titles=', '.join(titles))}" if titles else line
