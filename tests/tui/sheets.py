"""Sheets of pictures of every screen, to be looked at one by one: `python -m tests.tui.sheets FOLDER [story…]`.

Each story of the golden grids is drawn in three sizes and three themes. The pictures are laid on sheets, so that a
whole place can be judged at a glance and every place can be seen in a sitting; the text of each lies beside. What is
looked for stands in no test: what leads, whether a block is whole, whether a field looks like one without its colour.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from textual.pilot import Pilot

from nvplan.tui.themes import ALL
from tests.pictures import to_picture
from tests.screenshots import Story
from tests.tui.golden import drawn, walk
from tests.tui.planner import settle

#: Each size with the pixels that a cell is wide on its sheet, and how many pictures stand beside each other.
SIZES = {(80, 22): (9, 2), (120, 36): (6.5, 2), (200, 50): (7, 1)}
#: Most pictures on a sheet.
_MOST = {(80, 22): 6, (120, 36): 4, (200, 50): 2}
_GAP = 6


async def take(folder: Path, size: tuple[int, int], only: tuple[str, ...]) -> None:
    """Draw every story, or those named, in one size and every theme; write the text as it is drawn, then the sheets."""
    cell, _ = SIZES[size]
    taken: dict[str, dict[str, Image.Image]] = {theme.name: {} for theme in ALL}

    async def draw(pilot: Pilot[None], name: str, story: Story) -> None:
        text = await drawn(pilot, story)
        (folder / f"{name}-{size[0]}x{size[1]}.txt").write_text(text, encoding="utf-8")
        for theme in ALL:
            pilot.app.theme = theme.name
            await settle(pilot)
            taken[theme.name][name] = to_picture(pilot.app.export_screenshot(title=name), cell)
        pilot.app.theme = ALL[0].name

    await walk(size, draw, only)
    for theme_name, pictures in taken.items():
        for number, (names, sheet) in enumerate(sheets(pictures, size), start=1):
            path = folder / f"{size[0]}-{theme_name}-{number:02}.png"
            sheet.save(path)
            print(path.name, *names)


def sheets(pictures: dict[str, Image.Image], size: tuple[int, int]) -> Iterator[tuple[list[str], Image.Image]]:
    """Yield sheets of pictures in rows, each with the names of what is on it."""
    across = SIZES[size][1]
    named, most = list(pictures.items()), _MOST[size]
    for batch in (named[start:start + most] for start in range(0, len(named), most)):
        wide, high = max(one.width for _, one in batch), max(one.height for _, one in batch)
        rows = -(-len(batch) // across)
        sheet = Image.new("RGB", (across * (wide + _GAP), rows * (high + _GAP)), "#777777")
        for place, (_, picture) in enumerate(batch):
            sheet.paste(picture, ((place % across) * (wide + _GAP), (place // across) * (high + _GAP)))
        yield [name for name, _ in batch], sheet


def main() -> None:
    """Make the sheets in the folder named; it may not be one of the repository's."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        asyncio.run(take(folder, size, tuple(sys.argv[2:])))


if __name__ == "__main__":
    main()
