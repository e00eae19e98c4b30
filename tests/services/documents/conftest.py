"""The plans that the tests of documents read: the example, others beside it, and one where every actor has written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests.example import example_session
from tests.services.documents.counties import island_plan, western_plan
from tests.services.documents.plans import marked_plan


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the plans that no test changes."""
    return tmp_path_factory.mktemp("planer")


@pytest.fixture(scope="session")
def example(folder: Path) -> Iterator[PlanSession]:
    """The example county; no test may change it."""
    session = example_session(folder / "exempel.nvplan")
    yield session
    session.close()


@pytest.fixture(scope="session")
def empty(folder: Path) -> Iterator[PlanSession]:
    """A plan that nobody has written in; no test may change it."""
    session = create_plan(folder / "tom.nvplan", "07", 2027)
    yield session
    session.close()


@pytest.fixture(scope="session")
def marked(folder: Path) -> Iterator[PlanSession]:
    """A plan where every actor has written something of its own; no test may change it."""
    session = marked_plan(folder / "alla.nvplan")
    yield session
    session.close()


@pytest.fixture(scope="session")
def island(folder: Path) -> Iterator[PlanSession]:
    """Gotland on its first afternoon: one body, a handful of answers; no test may change it."""
    session = island_plan(folder / "gotland.nvplan")
    yield session
    session.close()


@pytest.fixture(scope="session")
def western(folder: Path) -> Iterator[PlanSession]:
    """Västra Götaland with 49 kommuner and several RSS; no test may change it."""
    session = western_plan(folder / "vg.nvplan")
    yield session
    session.close()
