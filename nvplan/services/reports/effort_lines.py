"""Tells insatser as lines of a report: what they have given, and how far each has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from nvplan.catalog.reference import codes
from nvplan.model.dates import format_date
from nvplan.model.numbers import format_number
from nvplan.model.objects import Effort
from nvplan.model.plan import PlanState
from nvplan.model.report_links import DraftPart
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts import objects as objects_texts
from nvplan.texts import reports as reports_texts

#: Which states each part of a draft tells.
STATES: Mapping[str, tuple[str | None, ...]] = {
    "paborjat": ("paborjad", "pagaende"), "genomfort": ("avslutad",), "planerat": ("planerad", None),
    "pausat": ("pausad",), "avbrutet": ("avbruten",),
}


def part_lines(state: PlanState, kind: DraftPart, efforts: Sequence[Effort]) -> tuple[str, ...]:
    """Return a part's lines, one an insats; an insats without a state stands among the planned and says so."""
    if kind == "oversikt":
        return tuple(overview(efforts))
    if kind == "infort":
        return tuple(_result(one) for one in efforts if one.state == "avslutad")
    if kind == "resultat":
        begun = [one for one in efforts if one.state not in STATES["planerat"]]
        return tuple(_result(one) for one in begun if one.output or one.effect)
    if kind == "jamstalldhet":
        return tuple(
            reports_texts.FACT_LINE.format(label=one.title, value=one.equality) for one in efforts if one.equality
        )
    return tuple(describe(state, one) for one in efforts if one.state in STATES[kind])


def overview(efforts: Iterable[Effort]) -> list[str]:
    """Return what goes on, what is ready and what is planned, one line an area, in the order of the area list."""
    found: dict[str, dict[str, list[str]]] = {}
    for effort in efforts:
        found.setdefault(effort.area, {}).setdefault(effort.state or "", []).append(effort.title)
    known = codes("omrade")
    order = [code.id for code in known.codes if code.id in found] + ([""] if "" in found else [])
    return [reports_texts.FACT_LINE.format(
        label=known.label(area) if area else reports_texts.AREA_MISSING,
        value=" ".join(reports_texts.efforts_stand(found[area][one], one)
                       for one in reports_texts.STANDS if one in found[area])) for area in order]


def _result(effort: Effort) -> str:
    parts = [_sentence(effort.output)] if effort.output else []
    if effort.effect:
        parts.append(reports_texts.RESULT_EFFECT.format(text=_sentence(effort.effect)))
    if effort.effect and effort.effect_known_by:
        parts.append(reports_texts.RESULT_KNOWN.format(text=_sentence(effort.effect_known_by)))
    value = " ".join(parts) or reports_texts.efforts_stand([], effort.state or "")
    return reports_texts.FACT_LINE.format(label=effort.title, value=value)


def describe(state: PlanState, effort: Effort) -> str:
    """Return one line: title, then state, spread, reach, who is responsible, regi, and when."""
    words = [codes("genomforandestatus").label(effort.state).lower() if effort.state else reports_texts.STATE_MISSING,
             _spread(effort)]
    if effort.reach_of is not None:
        words.append(
            (reports_texts.REACH_YET if effort.state in STATES["planerat"] else reports_texts.REACH).format(
                part=format_number(effort.reached or 0), whole=format_number(effort.reach_of),
                unit=objects_texts.unit_of(effort.reach_of, effort.reach_unit)
            ).strip()
        )
    if effort.provider:
        words.append(reports_texts.PROVIDER[effort.provider])
    actor = state.actor(effort.actor)
    if actor is not None:
        words.append(reports_texts.RESPONSIBLE.format(name=actor.name))
    words += _times(effort)
    line = reports_texts.EFFORT_LINE.format(title=effort.title, facts=", ".join(words))
    if effort.state in ("pausad", "avbruten") and effort.state_reason:
        line += reports_texts.EFFORT_REASON.format(text=_sentence(effort.state_reason))
    return line


def _spread(effort: Effort) -> str:
    """Return how far an insats has spread; of what is planned, how far it is to."""
    if not effort.spread:
        return reports_texts.SPREAD_MISSING
    if effort.state == "planerad":
        return documents_plans_texts.WANTED[effort.spread].lower()
    return codes("spridning").label(effort.spread).lower()


def _times(effort: Effort) -> list[str]:
    times = [reports_texts.STARTS.format(date=format_date(effort.start))] if effort.start else []
    return times + ([reports_texts.ENDS.format(date=format_date(effort.end))] if effort.end else [])


def _sentence(text: str) -> str:
    shown = " ".join(text.split())
    return shown if shown.endswith((".", "!", "?", ":", "…")) else shown + "."
