"""Rules about measured values: a number says of whom, when, from where and by which rule, or it says nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from nvplan.catalog import anchors
from nvplan.model.dates import first_day, last_day
from nvplan.model.numbers import SMALLEST_GROUP, format_number
from nvplan.model.objects import Goal, Measurement
from nvplan.services.reading.bound import held_by_tables
from nvplan.services.reading.object_fields import code_options
from nvplan.services.review.context import Context, Hit, asked, at, check, hit, missing, name_of
from nvplan.texts import review as review_texts

#: Tables with a share of a group in each row.
_SHARE_TABLES = (anchors.DOCTOR_SHARES, anchors.CONTACT_SHARES)
#: Each index with the row of the table that it has, and the question that says which patients count.
_RULES = {"lakare": (review_texts.ROW_INDEX_DOCTOR, anchors.INDEX_RULE["lakare"]),
          "alla": (review_texts.ROW_INDEX_ALL, anchors.INDEX_RULE["alla"])}
#: A share is high from the national goal on (002 lines 768-771).
_HIGH_SHARE = 55
_POPULATION_ROWS = (review_texts.ROW_EVERYONE, review_texts.ROW_LISTED)
_FEWEST_VISITS = 2
_UNKNOWN = ("", "okant", "okand")


def _measurements(context: Context) -> list[Measurement]:
    return context.objects("matning", Measurement)


def _named(one: Measurement | Goal) -> str:
    if not one.title and one.measure:
        return next(option.label for option in code_options("matt") if option.id == one.measure)
    return name_of(one)


def _rows_with(context: Context, question: str, column: str) -> list[Mapping[str, Any]]:
    return [row for row in context.rows(question) if row.get(column)]


def _groups(rows: list[Mapping[str, Any]]) -> str:
    return review_texts.some([
        str(row.get("grupp") or row.get("matt") or review_texts.UNTITLED).lower() for row in rows
    ])


@check("andel-utan-namnare")
def share_without_denominator(context: Context) -> Iterator[Hit]:
    """Yield shares of fixed contact that do not say of whom they are a share."""
    for question in _SHARE_TABLES:
        rows = [row for row in _rows_with(context, question, "andel") if row.get("namnare", "") in _UNKNOWN]
        if rows:
            yield hit(asked(question), what=_groups(rows))
    for one in _measurements(context):
        if one.is_share and one.value is not None and one.denominator in _UNKNOWN:
            yield hit(at("matning", one), what=_named(one))
    for goal in context.objects("mal", Goal):
        if (goal.measure or "").startswith("andel_") and goal.target is not None and goal.denominator in _UNKNOWN:
            yield hit(at("mal", goal), what=_named(goal))


@check("andel-utan-kalla")
def share_without_source(context: Context) -> Iterator[Hit]:
    """Yield shares of fixed contact that do not say where they come from."""
    for question in _SHARE_TABLES:
        rows = [row for row in _rows_with(context, question, "andel") if not row.get("kalla")]
        if rows:
            yield hit(asked(question), what=_groups(rows))
    for one in _measurements(context):
        if one.is_share and one.value is not None and not (one.source or one.origin):
            yield hit(at("matning", one), what=_named(one))


@check("index-utan-urval")
def index_without_rule(context: Context) -> Iterator[Hit]:
    """Yield continuity indices that do not say which patients count."""
    for one in _measurements(context):
        if one.is_index and one.value is not None and not one.inclusion:
            yield hit(at("matning", one), what=review_texts.MEASUREMENT_NAMED.format(title=_named(one)))
    for prefix, (row_name, question) in _RULES.items():
        used = context.value(anchors.BASE_VALUE[prefix]) is not None or any(
            row.get("matt") == row_name for row in _rows_with(context, anchors.INDICES, "varde"))
        if used and not _has_rule(context, prefix):
            yield hit(asked(question), what=review_texts.INDEX_NAMED[prefix])


def _has_rule(context: Context, prefix: str) -> bool:
    chosen = context.value(anchors.INDEX_RULE[prefix])
    if chosen == "annat":
        return context.value(anchors.INDEX_RULE_OWN[prefix]) is not None
    return chosen not in (None, *_UNKNOWN)


@check("index-for-fa-besok")
def index_of_one_visit(context: Context) -> Iterator[Hit]:
    """Yield indices that count patients with fewer than two visits: one visit has no index, neither 0 nor 1."""
    for one in _measurements(context):
        if one.is_index and one.least_visits is not None and one.least_visits < _FEWEST_VISITS:
            yield hit(at("matning", one), title=_named(one))


@check("andel-hog-index-osakert")
def high_share_poor_index(context: Context) -> Iterator[Hit]:
    """Yield the index question where the share of fast läkarkontakt is high and the index is falling or unknown."""
    share = _latest_share(context)
    if share is None or share < _HIGH_SHARE:
        return
    series = _index_series(context)
    if not series:
        yield hit(asked(anchors.INDICES), share=format_number(share), index=review_texts.INDEX_UNKNOWN)
    elif len(series) > 1 and series[-1] < series[-2]:
        told = review_texts.INDEX_FALLING.format(before=format_number(series[-2]), after=format_number(series[-1]))
        yield hit(asked(anchors.INDICES), share=format_number(share), index=told)


def _latest_share(context: Context) -> Decimal | None:
    dated = [(_order(row.get("datum")), Decimal(str(row["andel"])))
             for row in _rows_with(context, anchors.DOCTOR_SHARES, "andel") if row.get("grupp") in _POPULATION_ROWS]
    dated += [(_order(one.date), one.value) for one in _measurements(context)
              if one.measure == "andel_lakarkontakt" and one.value is not None and not (one.actor or one.group)]
    return max(dated)[1] if dated else None


def _order(date: Any, undated: dt.date = dt.date.min) -> dt.date:
    return last_day(date) if isinstance(date, str) and date else undated


def _index_series(context: Context) -> list[Decimal]:
    """Return the county's index to doctors in order of time, the base value first."""
    dated: list[tuple[dt.date, Decimal]] = []
    base, year = context.value(anchors.BASE_VALUE["lakare"]), context.value(anchors.BASE_YEAR["lakare"])
    if isinstance(base, str):
        dated.append((first_day(year) if isinstance(year, str) else dt.date.min, Decimal(base)))
    name = _RULES["lakare"][0]
    dated += [(_order(row.get("period_slut"), dt.date.max), Decimal(str(row["varde"])))
              for row in _rows_with(context, anchors.INDICES, "varde") if row.get("matt") == name]
    dated += [(_order(one.date, dt.date.max), one.value) for one in _measurements(context)
              if one.measure == "coc_lakare" and one.value is not None and not (one.actor or one.group)]
    return [value for _, value in sorted(set(dated))]  # what the question says stands among the measurements too


@check("aktivt-val-okant")
def active_choice_unknown(context: Context) -> Iterator[Hit]:
    """Yield shares of fast läkarkontakt that do not say how many chose their doctor themselves."""
    rows = [row for row in _rows_with(context, anchors.DOCTOR_SHARES, "andel") if not row.get("aktivt_val")]
    if rows:
        yield hit(asked(anchors.DOCTOR_SHARES), what=_groups(rows))
    told = held_by_tables(context.state, "matning")
    for one in _measurements(context):
        if (one.measure == "andel_lakarkontakt" and one.value is not None and one.active_choice is None
                and one.id not in told):
            yield hit(at("matning", one), what=_named(one))


@check("matning-raknar-fel")
def share_that_does_not_add_up(context: Context) -> Iterator[Hit]:
    """Yield shares that differ by more than half a per cent unit from their own numerator and count."""
    for one in _measurements(context):
        if not (one.is_share and one.value is not None and one.numerator is not None and one.count):
            continue
        right = (Decimal(100) * one.numerator / one.count).quantize(Decimal("0.1"))
        if abs(one.value - right) > Decimal("0.5"):
            yield hit(at("matning", one), title=_named(one), value=format_number(one.value),
                      part=format_number(one.numerator), whole=format_number(one.count), right=format_number(right))


@check("matning-utan-kalla")
def measurement_without_source(context: Context) -> Iterator[Hit]:
    """Yield measurements without a day, or (shares apart, which have a rule of their own) without a source."""
    for one in _measurements(context):
        source = one.source or one.origin or one.is_share or None
        lacks = missing((review_texts.MEASURED, one.date), (review_texts.SOURCE, source))
        if one.value is not None and lacks:
            yield hit(at("matning", one), title=_named(one), missing=lacks)


@check("matning-liten-grupp")
def small_groups(context: Context) -> Iterator[Hit]:
    """Yield values of so few persons that they can point someone out."""
    for question in _SHARE_TABLES:
        rows = [row for row in _rows_with(context, question, "andel")
                if row.get("antal") and 0 < Decimal(str(row["antal"])) < SMALLEST_GROUP]
        if rows:
            yield hit(asked(question), what=_groups(rows))
    for one in _measurements(context):
        if one.value is not None and one.count is not None and 0 < one.count < SMALLEST_GROUP:
            yield hit(at("matning", one), what=_named(one))
