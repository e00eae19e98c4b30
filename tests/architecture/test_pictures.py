"""The pictures of the planner are few and small, for every copy of the repository carries them; README shows two."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from tests.pictures import is_same, to_png
from tests.screenshots import FOLDER, PICTURES, STORIES

MOST_PICTURES, MOST_BYTES = 30, 80_000
README = FOLDER.parent / "README.md"
_SVG = """<svg viewBox="0 0 {width} 24.4" xmlns="http://www.w3.org/2000/svg">
<rect fill="#101920" x="0" y="0" width="{width}" height="24.4"/>
<rect fill="#a6d8a0" x="0" y="0" width="12.2" height="24.4"/></svg>"""


def test_the_pictures_are_few_and_each_is_taken_by_the_program() -> None:
    assert len(PICTURES) <= MOST_PICTURES
    assert {picture.file.name for picture in PICTURES} == {path.name for path in FOLDER.iterdir()}
    assert {picture.story for picture in PICTURES} <= set(STORIES)


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.stem)
def test_a_picture_is_small_and_has_a_palette(path: Path) -> None:
    assert path.stat().st_size <= MOST_BYTES
    with Image.open(path) as picture:
        assert (picture.format, picture.mode) == ("PNG", "P")


def test_readme_shows_pictures_that_are_there() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README.read_text(encoding="utf-8"))
    assert len(shown) == 2
    assert all((FOLDER.parent / path).is_file() for path in shown)


def test_a_picture_keeps_the_colours_of_the_screen() -> None:
    with Image.open(io.BytesIO(to_png(_SVG.format(width=610)))) as picture:
        assert picture.size == (500, 20)
        assert {colour for _, colour in picture.convert("RGB").getcolors() or ()} >= {(16, 25, 32), (166, 216, 160)}


def test_a_picture_that_is_as_before_is_known_however_it_is_packed(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    png = to_png(_SVG.format(width=122))
    assert not is_same(path, png)
    with Image.open(io.BytesIO(png)) as picture:
        picture.convert("RGB").save(path, "PNG", compress_level=1)
    assert path.read_bytes() != png
    assert is_same(path, png)
    assert not is_same(path, to_png(_SVG.format(width=244)))
