"""A county's own word for the patient's agreement stands on every screen: nowhere does the program's general word.

What is called by the general word in a source, or was written by a person, stands in where_the_word_stands.jsonl.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from nvplan.catalog.location import data_folder
from nvplan.services.reading.due import due
from nvplan.services.reading.object_fields import fields, kinds
from nvplan.services.reading.object_list import object_facts, object_table
from nvplan.services.reading.places import Place
from nvplan.services.reading.plan_names import own_options
from nvplan.services.reading.search import search_rows
from nvplan.services.review.findings import review
from nvplan.services.writing.session import PlanSession
from nvplan.tui.boxes import commands_box, places_box
from nvplan.tui.place_lists import place_order
from nvplan.tui.screens.boxes.box import PickBox
from nvplan.tui.screens.shared.base import PlaceScreen
from tests.own_term import EXCEPTIONS, plan_with_own_word, unofficial
from tests.tui.golden import _app
from tests.tui.planner import planner, press, screen_text, settle


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example county with a word of its own."""
    return plan_with_own_word(tmp_path_factory.mktemp("ord") / "kronoberg.nvplan")


def test_what_may_say_the_word_is_there_and_says_it() -> None:
    for line in EXCEPTIONS.read_text(encoding="utf-8").splitlines():
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
