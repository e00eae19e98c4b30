"""Two counties beside the example, as far from it as there are: Gotland with a handful of answers, and Västra Götaland.

Gotland is one body that is both region and kommun. Västra Götaland has the answers of the example, each kommun one of
those that a kommun of the example gave, some of them none: so every list of actors is as long as it can be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from nvplan.catalog.counties import RSS, find_county, first_actors
from nvplan.catalog.questions import all_questions
from nvplan.catalog.reading import read_jsonl
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.values import check_value
from nvplan.services.writing.commands import Command, SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.example import ExampleAnswer, ExampleObject
from nvplan.services.writing.session import PlanSession

#: The kommuner of the example, and one place in nine for those that have answered nothing.
_EXAMPLE = ("0760", "0761", "0763", "0764", "0765", "0767", "0780", "0781")
_CODE = re.compile(r"(?<!\d)(" + "|".join(_EXAMPLE) + r")(?!\d)")


#: The kommuner of three of the RSS of Västra Götaland; the fourth has the rest.
_OF_RSS = {
    "rss-fyrbodal": ("1438", "1439", "1460", "1484", "1461", "1430", "1421", "1427", "1486", "1435", "1488", "1485",
                     "1487", "1492"),
    "rss-borasregionen": ("1443", "1490", "1466", "1463", "1465", "1452", "1491", "1442"),
    "rss-goteborgsregionen": ("1440", "1489", "1480", "1401", "1482", "1441", "1462", "1481", "1402", "1415", "1419",
                              "1407"),
}


@cache
def _kommuner() -> tuple[str, ...]:
    return tuple(one.code for one in find_county("14").municipalities)


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(one.id for one in first_actors(find_county("14")) if one.type == RSS)


def _followers(actor: str) -> list[str]:
    """Return the actors of Västra Götaland that say what an actor of the example says."""
    if actor == RSS:
        return list(_bodies())
    if actor not in _EXAMPLE:
        return [actor]
    return [one for place, one in enumerate(_kommuner()) if place % 9 == _EXAMPLE.index(actor)]


def _moved(value: object) -> object:
    """Return a value with each kommun's code as the code of the first that follows it, and so with the RSS."""
    if isinstance(value, str):
        value = re.sub(rf"(^|@){RSS}$", rf"\g<1>{_bodies()[0]}", value)
        value = value.replace(find_county("07").region, find_county("14").region)
        return _CODE.sub(lambda found: _followers(found[1])[0], value)
    if isinstance(value, Mapping):
        return {str(_moved(key)): _moved(one) for key, one in value.items()}
    return [_moved(one) for one in value] if isinstance(value, list) else value


def western_plan(path: Path) -> PlanSession:
    """Make the plan of Västra Götaland."""
    session = create_plan(path, "14", 2027)
    commands: list[Command[str]] = []
    for row in read_jsonl("exempellan/svar.jsonl", ExampleAnswer):
        value = check_value(all_questions()[row.question], _moved(row.value))
        commands += [SetAnswer(row.question, value, actor) for actor in _followers(row.actor)]
    commands += [SetObject(row.type, str(_moved(row.id)), dict(_fields(row)))
                 for row in read_jsonl("exempellan/objekt.jsonl", ExampleObject)]
    for command in (*_members(), *commands):
        session.do(command)
    return session


def _members() -> list[Command[str]]:
    """Return that each RSS has its kommuner: the county says it itself."""
    placed = {one for members in _OF_RSS.values() for one in members}
    rest = tuple(one for one in _kommuner() if one not in placed)
    return [SetObject("aktor", rss, {"members": list(members)})
            for rss, members in (*_OF_RSS.items(), ("rss-skaraborg", rest))]


def _fields(row: ExampleObject) -> Mapping[str, object]:
    moved = _moved(row.fields)
    assert isinstance(moved, Mapping)
    return moved


def island_plan(path: Path) -> PlanSession:
    """Make the plan of Gotland, with the answers that someone gave on a first afternoon."""
    session = create_plan(path, "09", 2027)
    for question, actor, value in (
            ("1.0.agare", "region", "Hälso- och sjukvårdsdirektör"), ("1.0.till", WHOLE_COUNTY, "2029-12"),
            ("1.1.lage", WHOLE_COUNTY, "revideras"),
            ("1.1.malbild", WHOLE_COUNTY, "Den som bor på Gotland ska få vård nära, av samma personer.")):
        session.do(SetAnswer(question, check_value(all_questions()[question], value), actor))
    session.do(SetObject("insats", "ring", {
        "title": "Uppringning efter utskrivning", "actor": "region", "plans": ["gemensam"], "state": "planerad",
        "start": "2027-03", "role": "Enhetschef"}))
    return session
