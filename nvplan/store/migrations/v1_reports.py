"""Schema 1 to 2, of the reports: texts move to the question that asks for the same, amounts to the actor's funds.

What says something else than its one place is left where it stands, for a person to choose. A report that is frozen is
left whole: it is read from its frozen state.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from nvplan.catalog.questions import all_questions
from nvplan.catalog.report_links import report_links
from nvplan.model.errors import InputError
from nvplan.model.objects.money import Funds, read_cost_line
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.store.format import Table, Tables
from nvplan.store.migrations.answered import take_in
from nvplan.store.migrations.fitting import fitting
from nvplan.texts import reports as reports_texts

_Body = dict[str, Any]
_OCCASIONS, _TEXTS, _FUNDS = "rapporttillfalle", "redovisningssvar", "medel"
#: Fields of an occasion and the field of the actor's funds that holds the fact.
_MOVES = {"received": "received", "costs": "used", "repayment_date": "repay_by"}


def move_texts(tables: Tables) -> Tables:
    """Return the tables with the texts of open reports in the questions that ask for the same text."""
    open_ones = {str(body["id"]) for body in tables.get(_OCCASIONS, {}).values() if not body.get("frozen")}
    answers = {number: dict(body) for number, body in tables.get("answers", {}).items()}
    links, texts = report_links(), dict(tables.get(_TEXTS, {}))
    for number, body in tables.get(_TEXTS, {}).items():
        given = body.get("answers")
        if str(body["id"]) not in open_ones or not isinstance(given, dict):
            continue
        moved = {item for item, one in given.items() if item in links and links[item].same and isinstance(one, dict)
                 and take_in(answers, all_questions()[links[item].same], WHOLE_COUNTY, _as_answer(one))}
        if moved:
            left = {item: one for item, one in given.items() if item not in moved}
            texts[number] = {**body, "answers": left}
            if not left:
                del texts[number]
    return {**tables, **({"answers": answers} if answers else {}), **({_TEXTS: texts} if _TEXTS in tables else {})}


def _as_answer(one: _Body) -> _Body:
    stamps = {name: one[name] for name in ("changed", "role") if one.get(name)}
    return {"value": one.get("text"), **stamps, **({"carried": True} if one.get("carried") else {})}


def move_amounts(tables: Tables) -> Tables:
    """Return the tables with what open reports received, used and are to pay back in the funds of actor and year."""
    occasions, funds = dict(tables.get(_OCCASIONS, {})), dict(tables.get(_FUNDS, {}))
    year = next((body.get("year") for body in tables.get("plan", {}).values()), None)
    for number, body in tables.get(_OCCASIONS, {}).items():
        given = {name: body[name] for name in (*_MOVES, "unused") if body.get(name) not in (None, "")}
        if not given or body.get("frozen") or not body.get("actor"):
            continue
        period = str(body.get("period_end") or body.get("period_start") or year)[:4]
        there = _move(given, funds, str(body["actor"]), int(period), year) if period.isdecimal() else set()
        occasions[number] = {name: value for name, value in body.items() if name not in there}
    return {**tables, **({_OCCASIONS: occasions} if occasions else {}), **({_FUNDS: funds} if funds else {})}


def _move(given: _Body, funds: Table, actor: str, year: int, plan_year: object) -> set[str]:
    """Move an occasion's amounts into the funds where nothing else stands; return those that need not stand twice."""
    mine = [number for number, one in funds.items()
            if one.get("actor") == actor and (one.get("year") or plan_year) == year]
    if not mine:
        number = str(max((int(one) for one in funds), default=0) + 1)
        mine, funds[number] = [number], {"id": _new_id(funds, actor, year), "actor": actor, "year": year,
                                         "title": reports_texts.FUNDS_TITLE.format(year=year)}
    for name, field in _MOVES.items() if len(mine) == 1 else ():
        one = funds[mine[0]]
        if name in given and _said([one], field) is None and not (field == "used" and one.get("efforts")):
            body = fitting(Funds, {**one, field: given[name]})
            funds[mine[0]] = body or one
    held = [funds[number] for number in mine]
    there = {name for name, field in _MOVES.items() if name in given and _same(given[name], _said(held, field))}
    right = _left(given.get("received"), given.get("costs"))
    if {"received", "costs"} <= there and _same(given.get("unused"), right):
        there.add("unused")
    if set(funds[mine[0]]) <= {"id", "actor", "year", "title"}:
        del funds[mine[0]]
    return there


def _new_id(funds: Table, actor: str, year: int) -> str:
    taken, wanted = {str(one["id"]) for one in funds.values()}, f"medel-{actor}-{year}"
    return wanted if wanted not in taken else f"{wanted}-{len(taken) + 1}"


def _said(funds: list[_Body], field: str) -> object:
    """Return what funds say together: a day that one of them has, or the sum; None where they say nothing."""
    if field == "repay_by":
        return min((str(one[field]) for one in funds if one.get(field)), default=None)
    amounts = [amount for one in funds for amount in _amounts(one, field)]
    return sum(amounts, Decimal(0)) if amounts else None


def _amounts(one: Mapping[str, Any], field: str) -> Iterator[Decimal]:
    if field == "used" and one.get("costs"):
        for place, line in enumerate(one["costs"], 1):
            try:
                yield read_cost_line(place, str(line)).amount
            except InputError:
                return
    elif (amount := _decimal(one.get(field))) is not None:
        yield amount


def _left(received: object, costs: object) -> Decimal | None:
    one, other = _decimal(received), _decimal(costs)
    return None if one is None or other is None else max(one - other, Decimal(0))


def _same(given: object, said: object) -> bool:
    if given is None or said is None:
        return False
    one, other = _decimal(given), _decimal(said)
    return str(given) == str(said) if one is None or other is None else one == other


def _decimal(value: object) -> Decimal | None:
    try:
        return None if value is None else Decimal(str(value))
    except InvalidOperation:
        return None
