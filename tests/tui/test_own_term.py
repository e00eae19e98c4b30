"""A county's own word for the patient's agreement stands on every screen: nowhere does the program's general word.

What is called by the general word in a source, or was written by a person, stands in where_the_word_stands.jsonl.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from nvplan.catalog.location import data_folder
from nvplan.services.reading.due import due
from nvplan.services.reading.object_fields import fields, kinds
from nvplan.services.reading.object_list import object_facts, object_table
from nvplan.services.reading.places import Place
from nvplan.services.reading.plan_names import own_options, term
from nvplan.services.reading.search import search_rows
from nvplan.services.review.findings import review
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.tui.boxes import commands_box, places_box
from nvplan.tui.place_lists import place_order
from nvplan.tui.screens.boxes.box import PickBox
from nvplan.tui.screens.shared.base import PlaceScreen
from tests.example import example_plan
from tests.tui.golden import _app
from tests.tui.planner import planner, press, screen_text, settle

WORD, OWN = "atientkontrakt", "min väg"
_EXCEPTIONS = Path(__file__).parent / "where_the_word_stands.jsonl"
#: So much round the word is compared: what is drawn is cut and broken, a dozen letters are not by chance the same.
_ROUND = 12
#: Where a cell of the screen ends, and the code that stands after a title.
_EDGE = re.compile(r"[│╭╮╰╯▌▐\n]|  +|…|─{2,}|\b[A-Z]{2,4}-M?\d+\b")


@cache
def official() -> str:
    """Return all text in which the general word may stand, as one string of words."""
    found: list[str] = []
    for line in _EXCEPTIONS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path = data_folder() / row["file"]
        for written in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            one = json.loads(written)
            if not row.get("questions") or one.get("id") in row["questions"]:
                found += _texts(one, set(row["fields"]))
    return " ".join(" ".join(found).split())


def _texts(value: Any, names: set[str], name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _texts(inside, names, key)
    elif isinstance(value, list):
        for inside in value:
            yield from _texts(inside, names, name)
    elif isinstance(value, str) and (name in names or "*" in names):
        yield value


def unofficial(text: str) -> list[str]:
    """Return the places in a text where the general word stands and no source or person put it."""
    found = []
    for piece in _EDGE.split(text):
        for hit in re.finditer(WORD, piece):
            around = piece[max(0, hit.start() - _ROUND):hit.end() + _ROUND].strip(" ·–-:\"”()[]!▸▾○●◐✓")
            if not any(part in official() for part in (around, around[1:], piece.strip())):
                found.append(piece.strip())
    return found


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example county with a word of its own."""
    path = tmp_path_factory.mktemp("ord") / "kronoberg.nvplan"
    example_plan(path)
    with PlanSession.open(path, role="Processledare") as session:
        session.do(SetAnswer("3.0.term", "eget"))
        session.do(SetAnswer("3.0.eget-ord", OWN))
        assert term(session.state) == OWN
    return path


def test_what_may_say_the_word_is_there_and_says_it() -> None:
    for line in _EXCEPTIONS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert row["why"]
        assert (data_folder() / row["file"]).is_file(), row["file"]
    assert unofficial("Plan: Handlingsplan för patientkontrakt 16") == ["Plan: Handlingsplan för patientkontrakt 16"]
    assert unofficial("│ Fortsätt utveckla patientkontrakt   · – PK-01 │") == []


def test_no_list_form_search_or_finding_says_it(plan: Path) -> None:
    session = PlanSession.open(plan)
    state = session.state
    told: list[str] = []
    for kind in kinds():
        told += [cell for row in object_table(state, kind).rows for cell in row[1:]]
        told += [value for one in state.objects.get(kind, {}) for _, value in object_facts(state, kind, one, ids=False)]
        told += [option.label for spec in fields(kind) for option in own_options(state, spec)]
        told += [text for spec in fields(kind) for text in (spec.label, spec.help)]
    told += [f"{row.text}  {row.detail}" for row in search_rows(session)]
    told += [f"{one.text}  {one.remedy}" for one in review(session)]
    told += [one.what for one in due(state, session.today())]
    told += _in_box(places_box(session, everything=False))
    wrong = [line for text in told for line in unofficial(text)]
    assert wrong == []


async def test_no_place_help_filter_or_palette_says_it(plan: Path) -> None:
    wrong: dict[str, list[str]] = {}
    async with planner(plan, (170, 120)) as pilot:
        app = _app(pilot)
        for kind in (None, *place_order()):
            if kind is not None:
                app.place.show_over(Place(kind))
                await settle(pilot)
            told = [screen_text(pilot), *_in_box(commands_box(app.place)), *_in_help(app.place)]
            if any(command.action == "filter" for command in app.place.commands):
                told.append(await _opened(pilot, "f3"))
            if found := [line for text in told for line in unofficial(text)]:
                wrong[kind or "oversikt"] = found
    assert wrong == {}


def _in_box(box: PickBox) -> list[str]:
    """Return the rows of a box, without drawing it."""
    return [f"{one.text}  {one.detail}" for _, one in box._choices]


def _in_help(place: PlaceScreen) -> list[str]:
    """Return what F1 tells of a place."""
    about = place.about()
    return [about.plain if about is not None else "", *(command.help for command in place.commands)]


async def _opened(pilot: Pilot[None], key: str) -> str:
    """Return the screen with the box that a key opens, and close it; nothing where it opens none."""
    depth = len(pilot.app.screen_stack)
    await press(pilot, key)
    if len(pilot.app.screen_stack) == depth:
        return ""
    shown = screen_text(pilot)
    await press(pilot, "escape")
    return shown
