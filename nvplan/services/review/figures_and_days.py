"""Rules about numbers and days in the answers: parts larger than their whole, days out of order, limits exceeded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from nvplan.catalog import anchors
from nvplan.catalog.questions import all_questions
from nvplan.model.dates import first_day, format_date, last_day
from nvplan.model.errors import InputError
from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Field
from nvplan.model.kinds.number import bounded, number_words
from nvplan.model.kinds.table import rows_of
from nvplan.model.numbers import format_number
from nvplan.services.reading.burden import rises
from nvplan.services.reading.burden_years import risen
from nvplan.services.review.context import Context, Hit, asked, check, hit
from nvplan.texts import review as review_texts

#: Days of which the first may not lie after the second.
_IN_ORDER = ((anchors.VISION_STARTED, anchors.VISION_IN_FORCE), (anchors.VISION_IN_FORCE, anchors.VISION_REVIEW))
#: Until when a plan is said to hold.
_HOLDS_UNTIL = (anchors.JOINT_UNTIL, anchors.AGREEMENT_UNTIL, anchors.LONG_END)


@check("del-storre-an-helhet")
def part_above_whole(context: Context) -> Iterator[Hit]:
    """Yield answers and rows where a part is larger than the whole that it is a part of."""
    for part, whole in anchors.PARTS_OF_ANSWERS:
        few, all_of = _number(context.value(part)), _number(context.value(whole))
        if few is not None and all_of is not None and few > all_of:
            yield hit(asked(part), part=all_questions()[part].label, few=format_number(few),
                      whole=all_questions()[whole].label, all=format_number(all_of), row="")
    for (actor, question), answer in context.state.answers.items():
        for part, whole in anchors.PARTS_OF_ROWS.get(question, ()) if answer.value is not None else ():
            yield from _rows_above(question, actor, rows_of(answer.value), part, whole)


def _rows_above(question: str, actor: str, rows: Sequence[Mapping[str, Any]], part: str, whole: str) -> Iterator[Hit]:
    columns = {column.id: column for column in all_questions()[question].columns}
    for number, row in enumerate(rows, 1):
        few, all_of = _number(row.get(part)), _number(row.get(whole))
        if few is not None and all_of is not None and few > all_of:
            yield hit(asked(question, actor), part=columns[part].label, few=format_number(few),
                      whole=columns[whole].label, all=format_number(all_of),
                      row=review_texts.OF_ROW.format(number=number))


def _number(value: object) -> Decimal | None:
    try:
        return Decimal(str(value)) if value is not None else None
    except InvalidOperation:
        return None


@check("datum-omkastade")
def days_backwards(context: Context) -> Iterator[Hit]:
    """Yield days that lie after the day that should follow them."""
    for earlier, later in _IN_ORDER:
        one, two = context.value(earlier), context.value(later)
        if isinstance(one, str) and isinstance(two, str) and first_day(one) > last_day(two):
            yield hit(asked(earlier), first=all_questions()[earlier].label, one=format_date(one),
                      second=all_questions()[later].label, two=format_date(two))


@check("giltighet-fore-planaret")
def ends_before_it_begins(context: Context) -> Iterator[Hit]:
    """Yield the days until which a plan holds that lie before the plan's own year; last year's count once confirmed.

    The joint plan of several years holds until the last of them.
    """
    info = context.state.info
    for question in _HOLDS_UNTIL:
        answer = context.state.answer(question)
        least = info.years.last if question == anchors.JOINT_UNTIL else info.year
        if isinstance(answer.value, str) and not answer.carried and last_day(answer.value).year < least:
            yield hit(asked(question), date=format_date(answer.value), year=info.years.span,
                      what=all_questions()[question].label)


@check("borda-okar")
def burden_rises(context: Context) -> Iterator[Hit]:
    """Yield that the work takes more time than before, or that the staff says so, where nobody says what is done."""
    told = risen(context.plan) if context.plan is not None else rises(context.state)
    if told and not context.value(anchors.BURDEN_RULE):
        yield hit(asked(anchors.BURDEN_RULE), how=told)


@check("avtal-passerat")
def agreements_past(context: Context) -> Iterator[Hit]:
    """Yield kommuner whose agreement on doctors is said to hold though its last day has passed."""
    for actor in context.state.actors:
        until = context.state.answer(anchors.DOCTORS_UNTIL, actor.id)
        if (context.value(anchors.DOCTORS_AGREEMENT, actor.id) == "galler" and isinstance(until.value, str)
                and not until.carried and context.passed(until.value)):
            yield hit(asked(anchors.DOCTORS_AGREEMENT, actor.id), actor=actor.name, date=format_date(until.value))


@check("svar-over-gransen")
def above_the_limit(context: Context) -> Iterator[Hit]:
    """Yield answers from older files that hold more than their question takes today."""
    known = all_questions()
    for (actor, question), answer in context.state.answers.items():
        if answer.value is None or question not in known:
            continue
        fault = next(iter(_faults(known[question], answer.value)), "")
        if fault:
            yield hit(asked(question, actor), what=known[question].label, fault=fault)


def _faults(field: Field, value: object) -> Iterator[str]:
    """Yield why a value would be refused where it is typed: too many chosen, too large or too small a number."""
    if field.inner:
        for row in rows_of(value):
            for column in field.inner:
                if row.get(column.id) is not None:
                    yield from _faults(column, row[column.id])
    elif kind_of(field).is_counted and isinstance(value, list):
        try:
            kind_of(field).check(field, value)
        except InputError as error:
            yield str(error)
    else:
        field = bounded(field)
        number = _number(value) if field.least is not None or field.most is not None else None
        if number is not None and field.most is not None and number > field.most:
            yield review_texts.ABOVE_MOST.format(number=number_words(field, number),
                                                 most=number_words(field, field.most))
        elif number is not None and field.least is not None and number < field.least:
            yield review_texts.BELOW_LEAST.format(number=number_words(field, number),
                                                  least=number_words(field, field.least))
