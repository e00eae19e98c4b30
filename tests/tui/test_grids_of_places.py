"""What the grids of the places hold to: words and no ids, nothing cut without a sign, nothing sideways."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nvplan.services.reading.object_rows import objects_of
from nvplan.services.writing.session import PlanSession
from tests.example import example_plan
from tests.tui.golden import FOLDER

#: The places that are lists, blocks or a board; forms, questions and boxes have tests of their own.
PLACES = ("oversikt", "start", "insatser", "urval", "krav-", "hinder", "granska", "tavla", "kort", "rapporter",
          "plats-")
GRIDS = sorted(path for path in FOLDER.glob("*.txt") if path.stem.startswith(PLACES))
_QUESTION = re.compile(r"\b[123]\.\d{1,2}\.[a-zåäö][a-zåäö-]+")
_CODE = re.compile(r"\b[A-Z]{3,4}-(?:M?\d{1,2})\b")
#: The lists of shared objects, by their grid, with the type in each.
LISTS = {"insatser": "insats", "hinder": "hinder", "plats-mal": "mal", "plats-underlag": "underlag",
         "plats-beslut": "beslut", "plats-delmal": "delmal", "plats-malomrade": "malomrade"}


def lines(path: Path) -> list[str]:
    """Return a grid's lines."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def left(line: str) -> str:
    """Return what stands in the list, without what is told beside it."""
    return line.split("│")[0].rstrip()


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_no_place_shows_the_id_of_a_question(path: Path) -> None:
    assert [line for line in lines(path) if _QUESTION.search(line)] == []


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_a_requirements_code_is_never_first(path: Path) -> None:
    first = [left(line).strip(" ▌") for line in lines(path)]
    assert [words for words in first if _CODE.match(words)] == []


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> PlanSession:
    """The example county."""
    path = tmp_path_factory.mktemp("grids") / "kronoberg.nvplan"
    example_plan(path)
    return PlanSession.open(path)


@pytest.mark.parametrize("size", ["80x22", "120x36"])
@pytest.mark.parametrize("name", LISTS)
def test_a_title_is_whole_or_ends_with_a_sign_and_its_id_is_not_told(county: PlanSession, name: str, size: str) -> None:
    known = {identity: " ".join(str(getattr(one, "title", "")).split())
             for identity, one in objects_of(county.state, LISTS[name]).items()}
    shown = [left(line) for line in lines(FOLDER / f"{name}-{size}.txt")]
    told = 0
    for row in shown:
        words = row.strip(" ▌")
        if name == "plats-malomrade":  # numbered as the county has them
            words = re.sub(r"^[\d.]+ ", "", words)
        whole = [title for title in known.values() if title and words.startswith(title)]
        cut = words.split("…")[0] if "…" in words else ""
        told += bool(whole) or any(cut and title.startswith(cut.rstrip()) for title in known.values())
    count = sum(line.strip(" ▌").endswith("▾") for line in shown)
    assert told >= min(len(known), 12), shown
    assert count <= 1
    machine_made = [identity for identity in known if re.fullmatch(rf"{LISTS[name]}-\d+", identity)]
    assert [identity for identity in machine_made if any(identity in line for line in shown)] == []


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_nothing_is_scrolled_sideways(path: Path) -> None:
    assert not [line for line in lines(path)[-3:] if set(line.strip()) == {"━"}]


@pytest.mark.parametrize("path", GRIDS, ids=lambda path: path.stem)
def test_the_first_row_under_the_crumb_is_blank(path: Path) -> None:
    if path.stem.startswith("start"):
        pytest.skip("it has no crumb: that row itself is blank")
    assert left(lines(path)[2]).strip() == ""
