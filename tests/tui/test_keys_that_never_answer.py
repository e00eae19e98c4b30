"""Enter and F8 on a question that nobody has touched move on and store nothing, whatever the kind of question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast, get_args

import pytest
from textual.pilot import Pilot

from nvplan.catalog.questions import all_questions
from nvplan.model.kinds.field import QuestionKind
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.question import Question
from nvplan.services.reading.guide import Stop
from nvplan.services.writing.session import PlanSession
from nvplan.tui.app import NvplanApp
from nvplan.tui.screens.boxes.row import RowScreen
from nvplan.tui.screens.questions.question import QuestionScreen
from tests.tui.planner import burst, new_plan, planner, press, screen_text, settle


def first(fits: Callable[[Question], bool]) -> Question:
    """Return the first question of a new plan that fits."""
    return next(one for one in all_questions().values() if not one.condition and one.per == "lan" and fits(one))


async def show(pilot: Pilot[None], question: Question) -> None:
    """Show the question, as a person who has gone there."""
    cast("NvplanApp", pilot.app).go(Stop(question, WHOLE_COUNTY))
    await settle(pilot)


def stands_on(pilot: Pilot[None]) -> str:
    """Return the question that is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, QuestionScreen)
    return screen.stop.question.id


@pytest.mark.parametrize("kind", get_args(QuestionKind))
async def test_enter_and_f8_move_on_and_store_nothing(tmp_path: Path, kind: str) -> None:
    path = new_plan(tmp_path)
    question = first(lambda one: one.kind == kind)
    before = PlanSession.open(path).state
    async with planner(path) as pilot:
        await show(pilot, question)
        for key in ("enter", "f8"):
            assert stands_on(pilot) == question.id
            await press(pilot, key)
            assert stands_on(pilot) != question.id
            await press(pilot, "f7")
    after = PlanSession.open(path).state
    assert (after.answers, after.revision) == (before.answers, before.revision)


@pytest.mark.parametrize("kind", ["val", "flerval", "ja_nej"])
async def test_what_is_marked_is_chosen_with_enter_and_told(tmp_path: Path, kind: str) -> None:
    path = new_plan(tmp_path)
    question = first(lambda one: one.kind == kind)
    labels = [option.label for option in question.options] or ["Ja", "Nej"]
    async with planner(path, (120, 36)) as pilot:
        await show(pilot, question)
        assert "Inget är valt än" in screen_text(pilot)
        await press(pilot, "down", "down", "enter")
        assert stands_on(pilot) == question.id
        shown = screen_text(pilot)
        assert f"[x] {labels[1]}"[:40] in shown if kind == "flerval" else f"Ni valde: {labels[1]}"[:40] in shown
        stored = PlanSession.open(path).state.answer(question.id).value
        assert stored == ([question.options[1].id] if kind == "flerval" else
                          False if kind == "ja_nej" else question.options[1].id)
        if kind != "flerval":
            await press(pilot, "enter")
            assert stands_on(pilot) != question.id


async def test_a_row_of_a_table_is_neither_opened_nor_removed_until_it_is_marked(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    question = first(lambda one: bool(one.rows))
    async with planner(path) as pilot:
        await show(pilot, question)
        await press(pilot, "delete")
        assert PlanSession.open(path).state.answer(question.id).value is None
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, RowScreen)
        await press(pilot, "escape")
        assert PlanSession.open(path).state.answer(question.id).value is None
        await press(pilot, "delete")
        assert len(PlanSession.open(path).state.answer(question.id).value or []) == len(question.rows) - 1  # type: ignore[arg-type]


async def test_the_name_of_a_choice_is_found_letter_for_letter(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    question = next(one for one in all_questions().values() if one.kind == "val" and one.per == "lan"
                    and not one.condition and len({option.label[:1] for option in one.options}) < len(one.options)
                    and all(option.label.replace(" ", "").isalpha() for option in one.options))
    async with planner(path) as pilot:
        for option in question.options:
            await show(pilot, question)
            await burst(pilot, option.label, "<enter>")
            assert PlanSession.open(path).state.answer(question.id).value == option.id
            await press(pilot, "f7")


async def test_yes_and_no_are_answered_by_the_word_too(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    question = first(lambda one: one.kind == "ja_nej")
    async with planner(path) as pilot:
        await show(pilot, question)
        await burst(pilot, "nej")
        assert PlanSession.open(path).state.answer(question.id).value is False
        await burst(pilot, "ja")
        assert PlanSession.open(path).state.answer(question.id).value is True
