"""Makes the pictures in screenshots/ from the example county: `python -m tests.screenshots`, or only those named.

Each place is shown once, the most used ones in a small window and in the light theme too. A picture is written only
when it differs from the one that lies there, so that the repository grows with what is new to see and nothing else.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.pilot import Pilot

from nvplan.model.plan import WHOLE_COUNTY
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.tui.themes import DARK, LIGHT
from tests.example import example_plan
from tests.pictures import is_same, to_png
from tests.tui.planner import go_to, planner, press, settle, type_text, until

if TYPE_CHECKING:
    from nvplan.tui.app import NvplanApp

FOLDER = Path(__file__).resolve().parent.parent / "screenshots"
SMALL, LARGE = (80, 24), (120, 36)
Story = Callable[[Pilot[None]], Awaitable[None]]


async def _question(pilot: Pilot[None]) -> None:
    await go_to(pilot, "2.4.lakare-basvarde")


async def _choice(pilot: Pilot[None]) -> None:
    await go_to(pilot, "1.1.lage")


async def _table(pilot: Pilot[None]) -> None:
    await go_to(pilot, "1.4.forum")


async def _long(pilot: Pilot[None]) -> None:
    await go_to(pilot, "1.1.malbild")


async def _go_to(pilot: Pilot[None]) -> None:
    await press(pilot, "f2")
    await type_text(pilot, "lakar")


async def _help(pilot: Pilot[None]) -> None:
    await go_to(pilot, "2.4.lakare-basvarde")
    await press(pilot, "f1")


async def _export(pilot: Pilot[None]) -> None:
    await press(pilot, "f9")


async def _nothing(pilot: Pilot[None]) -> None:
    await settle(pilot)


async def _new(pilot: Pilot[None]) -> None:
    await press(pilot, "enter")
    await type_text(pilot, "vastra")


async def _matrix(pilot: Pilot[None]) -> None:
    await go_to(pilot, "1.7.lakaravtal")
    await press(pilot, "ctrl+t")


async def _cell(pilot: Pilot[None]) -> None:
    await _matrix(pilot)
    await press(pilot, "enter")


async def _present(pilot: Pilot[None]) -> None:
    await go_to(pilot, "1.1.lage")
    await press(pilot, "f5")


async def _standing(pilot: Pilot[None]) -> None:
    await press(pilot, "ctrl+p")
    await type_text(pilot, "planens l")
    await press(pilot, "enter")


async def _comment(pilot: Pilot[None]) -> None:
    await go_to(pilot, "1.1.lage")
    await press(pilot, "f12", "enter")


async def _next_year(pilot: Pilot[None]) -> None:
    await press(pilot, "ctrl+p")
    await type_text(pilot, "förra")
    await press(pilot, "enter")


async def _tour(pilot: Pilot[None]) -> None:
    await press(pilot, "ctrl+p")
    await type_text(pilot, "rundtur")
    await press(pilot, "enter")
    await press(pilot, "enter", "enter")


async def _efforts(pilot: Pilot[None]) -> None:
    await go_to(pilot, "insatser")
    await press(pilot, "down")


async def _effort(pilot: Pilot[None]) -> None:
    await _efforts(pilot)
    await press(pilot, "enter")


async def _new_effort(pilot: Pilot[None]) -> None:
    await _efforts(pilot)
    await press(pilot, "plus")


async def _pick_state(pilot: Pilot[None]) -> None:
    await _effort(pilot)
    await press(pilot, *["tab"] * 6, "enter")


async def _part(pilot: Pilot[None]) -> None:
    await _efforts(pilot)
    await press(pilot, "f3")
    await type_text(pilot, "pagaende")
    await press(pilot, "enter")


async def _remove(pilot: Pilot[None]) -> None:
    await go_to(pilot, "mal och")
    await press(pilot, "delete")


async def _board(pilot: Pilot[None]) -> None:
    await go_to(pilot, "tavla")
    await press(pilot, *["up"] * 4, *["left"] * 2)


async def _cards(pilot: Pilot[None]) -> None:
    await go_to(pilot, "tavla")
    await press(pilot, "f3")


async def _requirements(pilot: Pilot[None]) -> None:
    await go_to(pilot, "checklistan")
    await press(pilot, "down")


async def _assessment(pilot: Pilot[None]) -> None:
    await _requirements(pilot)
    await press(pilot, "enter")


async def _obstacles(pilot: Pilot[None]) -> None:
    await go_to(pilot, "hinder")


async def _review(pilot: Pilot[None]) -> None:
    await go_to(pilot, "granska")
    await press(pilot, "down")


async def _draws_on(pilot: Pilot[None]) -> None:
    await go_to(pilot, "1.15.insatser")


async def _search(pilot: Pilot[None]) -> None:
    await press(pilot, "ctrl+f")
    await type_text(pilot, "fast lakar")


async def _take_in(pilot: Pilot[None]) -> None:
    session = cast("NvplanApp", pilot.app).session
    assert session is not None
    copy = Path(session.address).with_name(f"{Path(session.address).stem}-KOMMUNENS-DATOR.nvplan")
    shutil.copy(Path(session.address), copy)
    session.do(SetAnswer("1.4.svarstid", "30", WHOLE_COUNTY))
    other = PlanSession.open(copy)
    other.do(SetAnswer("1.4.svarstid", "14", WHOLE_COUNTY))
    other.do(SetAnswer("2.4.alla-basvarde", "0,41", WHOLE_COUNTY))
    other.do(SetAnswer("3.0.relation-beslut", "beslutat", WHOLE_COUNTY))
    await press(pilot, "ctrl+p")
    await type_text(pilot, "for in en fil")
    await press(pilot, "enter")
    await until(pilot, "KOMMUNENS-DATOR")  # copies are looked for beside the person's work
    await press(pilot, "enter")


async def _reports(pilot: Pilot[None]) -> None:
    await go_to(pilot, "rapporter")
    await press(pilot, "down")


async def _report(pilot: Pilot[None]) -> None:
    await _reports(pilot)
    await press(pilot, "down", "down", "enter", *["down"] * 6)


async def _report_question(pilot: Pilot[None]) -> None:
    await _report(pilot)
    await type_text(pilot, "1.2.3")
    await press(pilot, "enter")
    await until(pilot, "1.2.3 ·")


async def _new_report(pilot: Pilot[None]) -> None:
    await _reports(pilot)
    await press(pilot, "plus")


async def _freeze(pilot: Pilot[None]) -> None:
    await _reports(pilot)
    await press(pilot, "f6")


async def _set(pilot: Pilot[None]) -> None:
    await press(pilot, "ctrl+p")
    await type_text(pilot, "krav enligt")
    await press(pilot, "enter", "down", "space")


#: The pictures: name, whether the example is open, and what is done before the picture is taken.
STORIES: dict[str, tuple[bool, Story]] = {
    "start": (False, _nothing), "nytt-lan": (False, _new), "oversikt": (True, _nothing), "fraga": (True, _question),
    "val": (True, _choice), "tabell": (True, _table), "langtext": (True, _long), "ga-till": (True, _go_to),
    "hjalp": (True, _help), "exportera": (True, _export), "matris": (True, _matrix), "cell": (True, _cell),
    "visa-stort": (True, _present), "planens-lage": (True, _standing), "synpunkt": (True, _comment),
    "nytt-ar": (True, _next_year), "rundtur": (True, _tour), "insatser": (True, _efforts), "insats": (True, _effort),
    "ny-insats": (True, _new_effort), "valj-lage": (True, _pick_state), "urval": (True, _part),
    "ta-bort": (True, _remove), "tavla": (True, _board), "kort": (True, _cards), "krav": (True, _requirements),
    "kravbedomning": (True, _assessment), "hinder": (True, _obstacles), "granska": (True, _review),
    "fraga-och-lista": (True, _draws_on), "sok-allt": (True, _search), "for-in": (True, _take_in),
    "kravmangd": (True, _set), "rapporter": (True, _reports),
    "rapport": (True, _report), "rapportfraga": (True, _report_question), "ny-rapport": (True, _new_report),
    "frys": (True, _freeze),
}


class Picture(NamedTuple):
    """A picture to take: which story, in which window and in which theme."""

    story: str
    size: tuple[int, int] = LARGE
    theme: str = DARK.name

    @property
    def file(self) -> Path:
        """Return where the picture lies."""
        light = "-ljus" if self.theme == LIGHT.name else ""
        return FOLDER / f"{self.story}{light}-{self.size[0]}x{self.size[1]}.png"


#: What is pictured; the other stories are seen in the golden grids.
PICTURES = (
    *(Picture(story) for story in (
        "start", "nytt-lan", "oversikt", "fraga", "tabell", "ga-till", "sok-allt", "exportera", "matris", "visa-stort",
        "planens-lage", "insatser", "insats", "tavla", "krav", "kravbedomning", "granska", "for-in", "kravmangd",
        "rapporter", "rapport", "rapportfraga")),
    *(Picture(story, SMALL) for story in ("oversikt", "fraga", "krav", "exportera")),
    *(Picture(story, theme=LIGHT.name) for story in ("oversikt", "fraga")),
)


async def _take(picture: Picture, home: Path) -> str:
    """Take a picture from a folder whose name says nothing of this machine."""
    opened, story = STORIES[picture.story]
    folder = home / "planer"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    os.chdir(folder)
    os.environ["NVPLAN_HEM"] = str(folder / "hem")
    example = folder / "kronoberg.nvplan"
    if opened:
        example_plan(example)
    async with planner(example if opened else None, picture.size) as pilot:
        pilot.app.theme = picture.theme
        await story(pilot)
        pilot.app.clear_notifications()
        await settle(pilot)
        return pilot.app.export_screenshot(title="nvplan")


@contextmanager
def _home() -> Iterator[Path]:
    """Make `/tmp/nvplan` for as long as the pictures are taken."""
    home = Path(tempfile.gettempdir()) / "nvplan"
    home.mkdir()
    before = Path.cwd()
    try:
        yield home
    finally:
        os.chdir(before)
        shutil.rmtree(home)


def main() -> None:
    """Take every picture, or those of the stories named, and remove what is no longer pictured."""
    FOLDER.mkdir(exist_ok=True)
    with _home() as folder:
        for picture in PICTURES:
            if len(sys.argv) > 1 and picture.story not in sys.argv[1:]:
                continue
            png = to_png(asyncio.run(_take(picture, folder)))
            same = is_same(picture.file, png)
            if not same:
                picture.file.write_bytes(png)
            print(picture.file.name, "as before" if same else f"{len(png) // 1000} kB")
    for path in set(FOLDER.glob("*.png")) - {picture.file for picture in PICTURES}:
        path.unlink()
        print(path.name, "removed")


if __name__ == "__main__":
    main()
