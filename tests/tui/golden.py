"""The golden grids of the screens: `python -m tests.tui.golden [story…]` draws them anew from the example county.

Each is the screen as a person sees it, 80×22 and 120×36, with a fixed clock; colours are for the pictures.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import sys
import tempfile
from collections.abc import Awaitable, Callable, Collection, Iterator
from pathlib import Path
from unittest import mock

from textual import events
from textual.pilot import Pilot

from nvplan.services.reading.places import Place
from nvplan.tui.app import NvplanApp
from nvplan.tui.place_lists import place_order
from nvplan.tui.themes import DARK
from nvplan.tui.visits import Visits
from nvplan.tui.where import Room
from tests.example import example_plan
from tests.screenshots import STORIES, Story
from tests.tui.planner import NARROW, WIDE, go_to, planner, press, screen_text, settle, type_text
from tests.tui.roles import strange
from tests.tui.whole import cut

FOLDER = Path(__file__).parent / "golden"
SIZES = (NARROW, WIDE)
#: Folders of the same length everywhere, so that a path never moves what stands after it.
_PREFIX = "nvplan-golden-"
_PLACE = re.compile(_PREFIX + r"\w{8}")


async def _nothing_found(pilot: Pilot[None]) -> None:
    await press(pilot, "f2")
    await type_text(pilot, "qzx")


async def _commands(pilot: Pilot[None]) -> None:
    await go_to(pilot, "2.4.lakare-basvarde")
    await press(pilot, "ctrl+p")


async def _row(pilot: Pilot[None]) -> None:
    await go_to(pilot, "1.4.forum")
    await press(pilot, "down", "enter")


async def _fill(pilot: Pilot[None]) -> None:
    await STORIES["matris"][1](pilot)
    await press(pilot, "ctrl+d")


async def _faults(pilot: Pilot[None]) -> None:
    await STORIES["matris"][1](pilot)
    pilot.app.post_message(events.Paste("kanske\tsnart\nvet ej\t2027-13-01"))
    await settle(pilot)


async def _comments(pilot: Pilot[None]) -> None:
    await go_to(pilot, "1.1.lage")
    await press(pilot, "f12")


async def _exported(pilot: Pilot[None]) -> None:
    await press(pilot, "f9")
    await press(pilot, "f8")


async def _open(pilot: Pilot[None], kind: str) -> None:
    app = _app(pilot)
    assert app.session is not None
    app.place.show_over(Place(kind))
    await settle(pilot)


def _place_story(kind: str) -> Story:
    async def story(pilot: Pilot[None]) -> None:
        await _open(pilot, kind)

    return story


async def _agenda(pilot: Pilot[None]) -> None:
    await go_to(pilot, "möten")
    await press(pilot, "f5")


async def _meeting(pilot: Pilot[None]) -> None:
    await _agenda(pilot)
    await press(pilot, "f8")


async def _assess(pilot: Pilot[None]) -> None:
    await _meeting(pilot)
    await press(pilot, "f5")


async def _survey(pilot: Pilot[None]) -> None:
    await _agenda(pilot)
    await press(pilot, "f12")


async def _ticked(pilot: Pilot[None]) -> None:
    await go_to(pilot, "insatser")
    await press(pilot, "space", "down", "space", "down", "down", "space")


async def _change_ticked(pilot: Pilot[None]) -> None:
    await _ticked(pilot)
    await press(pilot, "ctrl+e")


async def _letters(pilot: Pilot[None]) -> None:
    await go_to(pilot, "insatser")
    await press(pilot, "ctrl+l")


async def _remind(pilot: Pilot[None]) -> None:
    await _open(pilot, "laget")
    await press(pilot, "down", "down", "f6")


async def _sign_off(pilot: Pilot[None]) -> None:
    await _open(pilot, "motbeslut")
    await press(pilot, *["down"] * 4, "f6")


def _setting(name: str) -> Story:
    async def story(pilot: Pilot[None]) -> None:
        _app(pilot).place.action_own_setting(name)
        await settle(pilot)

    return story


async def _contact(pilot: Pilot[None]) -> None:
    await _setting("contacts")(pilot)
    await press(pilot, "enter")


async def _other_plan(pilot: Pilot[None]) -> None:
    _app(pilot).place.action_other_plan()
    await settle(pilot)


def _app(pilot: Pilot[None]) -> NvplanApp:
    assert isinstance(pilot.app, NvplanApp)
    return pilot.app


_BACKUPS = "plats-kopior"
#: Places that a picture's story shows already.
_PICTURED = ("insats", "krav", "hinder", "granska", "rapporttillfalle")
#: What the grids show beside the pictures' stories, all in the example county.
MORE: dict[str, Story] = {
    "inget-hittat": _nothing_found, "allt": _commands, "rad": _row, "fyll-ned": _fill, "fel-i-inklistrat": _faults,
    "synpunkter": _comments, "exporterat": _exported,
    "flera-markta": _ticked, "flera-falt": _change_ticked, "bokstaver": _letters, "paminn": _remind,
    "godkann": _sign_off, "roll": _setting("role"), "tangenter": _setting("keys"), "uppgifter": _contact,
    "annan-plan": _other_plan,
    "mote-dagordning": _agenda, "mote-punkt": _meeting, "mote-bedom": _assess, "mote-enkat": _survey,
    **{f"plats-{kind}": _place_story(kind) for kind in place_order() if kind not in _PICTURED},
}


def stories(*, opened: bool) -> dict[str, Story]:
    """Return what the grids show: from the start screen, or in the example county."""
    found = {name: story for name, (in_example, story) in STORIES.items() if in_example is opened}
    if not opened:
        return found
    return {_BACKUPS: MORE[_BACKUPS], **found, **MORE}  # first: later there are backups, which say when they were made


#: What is done with a screen when its story has been told.
Draw = Callable[[Pilot[None], str, Story], Awaitable[None]]


async def grids(size: tuple[int, int], painted: dict[str, set[str]] | None = None,
                only: Collection[str] = (), in_part: dict[str, set[str]] | None = None) -> dict[str, str]:
    """Draw every screen in one size and return the grids by name.

    Args:
        size: columns and rows.
        painted: is given, by name, what a screen paints in colours that are no pair of role and ground.
        only: the stories to draw; all of them where none is named.
        in_part: is given, by name, what a screen shows in part without saying so, and a cursor without a bar.
    """
    found: dict[str, str] = {}

    async def draw(pilot: Pilot[None], name: str, story: Story) -> None:
        found[name] = await drawn(pilot, story)
        if painted is not None and (odd := strange(pilot, DARK)):
            painted[name] = odd
        if in_part is not None and (cut_off := cut(pilot)):
            in_part[name] = cut_off

    await walk(size, draw, only)
    return found


async def walk(size: tuple[int, int], draw: Draw, only: Collection[str] = ()) -> None:
    """Draw every screen in one size, each from where its story begins; or those named alone."""
    def told(*, opened: bool) -> dict[str, Story]:
        return {name: story for name, story in stories(opened=opened).items() if not only or name in only}

    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir="/tmp") as folder, _still(Path(folder)):
        async with planner(None, size) as pilot:
            for name, story in told(opened=False).items():
                _app(pilot).go(Room.START)
                await settle(pilot)
                await draw(pilot, name, story)
        path = Path(folder) / "kronoberg.nvplan"
        example_plan(path)
        async with planner(path, size) as pilot:
            for name, story in told(opened=True).items():
                await _begin(pilot)
                await draw(pilot, name, story)


async def _begin(pilot: Pilot[None]) -> None:
    """Go to the overview as if the plan had just been opened."""
    app = _app(pilot)
    app.visits, app.drafts = Visits(), {}
    app.go(Room.OVERVIEW)
    await settle(pilot)


async def drawn(pilot: Pilot[None], story: Story) -> str:
    """Tell a story, wait until its screen has come to rest, and return the screen as text."""
    await story(pilot)
    pilot.app.clear_notifications()
    await settle(pilot)
    shown = ""
    for _ in range(20):
        before, shown = shown, screen_text(pilot)
        if shown == before:
            break
        await settle(pilot)
    return _PLACE.sub(_PREFIX + "x" * 8, shown) + "\n"


@contextlib.contextmanager
def _still(folder: Path) -> Iterator[None]:
    """Stand in a folder of our own, where no settings are."""
    here = Path.cwd()

    with contextlib.ExitStack() as stack:
        stack.enter_context(mock.patch.dict(os.environ, {"NVPLAN_HEM": str(folder / "hem")}))
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(here)


def file_of(name: str, size: tuple[int, int]) -> Path:
    """Return the file of a grid."""
    return FOLDER / f"{name}-{size[0]}x{size[1]}.txt"


def main() -> None:
    """Draw every grid anew, or those of the stories named; a grid whose screen is gone is removed."""
    FOLDER.mkdir(exist_ok=True)
    only = sys.argv[1:]
    kept = set()
    for size in SIZES:
        for name, grid in asyncio.run(grids(size, only=only)).items():
            target = file_of(name, size)
            kept.add(target)
            old = target.read_text(encoding="utf-8") if target.exists() else ""
            target.write_text(grid, encoding="utf-8", newline="\n")
            print(f"{target.name}: {'as before' if grid == old else 'CHANGED' if old else 'new'}")
    for target in set() if only else set(FOLDER.glob("*.txt")) - kept:
        target.unlink()
        print(f"{target.name}: removed")


if __name__ == "__main__":
    main()
