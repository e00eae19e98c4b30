"""An actor is found by whatever people call it, and documents call it what the law does."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.model.errors import UnknownNameError
from nvplan.services.reading.actors import find_actor
from nvplan.services.writing.creating import create_plan


@pytest.mark.parametrize("typed", ["1490", "Borås", "Borås kommun", "borås stad", "Borås Stad"])
def test_a_kommun_that_calls_itself_stad(tmp_path: Path, typed: str) -> None:
    state = create_plan(tmp_path / "lan.nvplan", "14", 2027).state
    assert find_actor(state, typed).name == "Borås kommun"


def test_a_town_that_is_no_kommun_here_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError):
        find_actor(create_plan(tmp_path / "lan.nvplan", "14", 2027).state, "Malmö stad")
