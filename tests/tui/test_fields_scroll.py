"""A long form comes to rest: what tells the groups below does not set off a drawing that sets it off again."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.tui.widgets.fields_scroll import FieldsScroll
from tests.example import example_plan
from tests.screenshots import STORIES
from tests.tui.planner import WIDE, planner, screen_text, settle

#: The form is laid out some times while it opens; a form that never rests tells hundreds.
_MOST = 40


async def test_a_long_form_in_a_wide_window_comes_to_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    tell = FieldsScroll.tell

    def counted(self: FieldsScroll) -> None:
        told.append(1)
        if len(told) <= _MOST:
            tell(self)

    monkeypatch.setattr(FieldsScroll, "tell", counted)
    example_plan(tmp_path / "kronoberg.nvplan")
    async with planner(tmp_path / "kronoberg.nvplan", WIDE) as pilot:
        await STORIES["insats"][1](pilot)
        await settle(pilot)
        shown = screen_text(pilot)
    assert len(told) < _MOST
    assert "▾ Vilka den når" in shown
    assert "\n  Vilka den når" not in shown
