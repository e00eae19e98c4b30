"""A fault in the figures of data/ stops the loading, and says file, row and what would be right."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from nvplan.catalog import figures, reading
from nvplan.catalog.location import data_folder
from nvplan.model.errors import CatalogError

LOADERS: dict[str, Callable[[], object]] = {
    figures.GOALS: figures.goals,
    figures.INDICATORS: figures.indicators,
    figures.BACKGROUND: figures.background,
    figures.FUNDING: figures.funding,
    figures.FUNDING_BASIS: figures.funding_basis,
    figures.FUNDING_TOTALS: figures.funding_totals,
    figures.FUNDING_RULES: figures.funding_rules,
    figures.TIMELINE: figures.timeline,
    figures.HISTORY: figures.histories,
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of data/ that the loaders read, with nothing remembered from before or after."""
    copy = tmp_path / "data"
    copytree(data_folder(), copy)
    monkeypatch.setattr(reading, "data_folder", lambda: copy)
    monkeypatch.setattr(figures, "data_folder", lambda: copy)
    forget()
    yield copy
    forget()


def forget() -> None:
    for loader in (*LOADERS.values(), figures.money):
        loader.cache_clear()  # type: ignore[attr-defined]


def change(path: Path, number: int, **values: Any) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[number - 1] = json.dumps({**json.loads(lines[number - 1]), **values}, ensure_ascii=False)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "number", "values", "says"),
    [
        (figures.FUNDING, 3, {"total": 1}, "delarna blir 40929465 kronor"),
        (figures.FUNDING, 4, {"population": 5}, "befolkningen är 5"),
        (figures.FUNDING, 1, {"of_which_rural": 9}, "landsbygd"),
        (figures.FUNDING, 2, {"year": 2031}, "år 2031"),
        (figures.FUNDING, 6, {"county_code": "03"}, "redan på rad 4"),
        (figures.FUNDING_BASIS, 5, {"county_code": "02"}, "”02”"),
        (figures.FUNDING_TOTALS, 2, {"value": 5_043_000_001}, "5043000001"),
        (figures.FUNDING_TOTALS, 19, {"holds": True}, "299999998"),
        (figures.FUNDING_TOTALS, 1, {"parts": [["FINNS-INTE"]]}, "”FINNS-INTE”"),
        (figures.TIMELINE, 5, {"value": 1}, "2919000000"),
        (figures.HISTORY, 9, {"text": None}, "missing"),
        (figures.HISTORY, 12, {"topic": "malbild"}, "finns redan på rad 7"),
        (figures.HISTORY, 1, {"vision": None}, "malbild"),
        (figures.HISTORY, 9, {"county_code": "99"}, "”99”"),
        (figures.GOALS, 2, {"id": "KON-M1"}, "redan på rad 1"),
        (figures.INDICATORS, 7, {"direction": "uppåt"}, "direction"),
        (figures.BACKGROUND, 3, {"varde": 1}, "varde"),
    ],
)
def test_a_fault_names_file_row_and_remedy(
    folder: Path, name: str, number: int, values: dict[str, Any], says: str,
) -> None:
    change(folder / name, number, **values)
    with pytest.raises(CatalogError, match=says) as caught:
        LOADERS[name]()
    assert str(caught.value).startswith(f"Filen data/{name}, rad {number}: ")


def test_the_row_number_is_the_line_even_after_a_blank_line(folder: Path) -> None:
    path = folder / figures.FUNDING
    change(path, 3, total=1)
    path.write_text("\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(CatalogError, match="rad 4: "):
        figures.funding()


def test_a_county_without_a_topic_is_a_fault(folder: Path) -> None:
    path = folder / figures.HISTORY
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    with pytest.raises(CatalogError, match="länet 25 saknar ämnet ”at”"):
        figures.histories()
