"""No screen tells anything of an open round: two plans in which only what was given differs look alike everywhere."""

from __future__ import annotations

import shutil
from pathlib import Path

from nvplan.services.writing.commands_rounds import CastBallot, OpenScoring
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import WIDE, go_to, planner, press, screen_text
from tests.tui.test_meeting import prepared


async def test_every_place_where_a_meeting_is_seen_says_the_same_whatever_was_given(tmp_path: Path) -> None:
    path = prepared(tmp_path, "Bedöm")
    with PlanSession.open(path) as session:
        session.do(OpenScoring("mote-1", "motespunkt-1", ("person", "samordnat"), {"kommun": 8, "region": 6}))
    copies = []
    for name, scores in (("a", (0, 0)), ("b", (5, None))):
        folder = tmp_path / name
        folder.mkdir()
        for file in (path, *path.parent.glob(f".{path.name}.*.nyckel")):
            shutil.copy(file, folder)
        copies.append(folder / path.name)
        with PlanSession.open(copies[-1]) as session:
            for kind, count in (("kommun", 6), ("region", 5)):
                for _ in range(count):
                    session.do(CastBallot("mote-1", kind, scores))
    first, second = [await _seen(one) for one in copies]
    assert [place for place in first if first[place] != second[place]] == []
    assert "11 av 14 har röstat" in first["bedöm"]
    for shown in first.values():
        assert not any(word in shown for word in ("median", "ENIGA", "OENSE", "DELADE", "avstod"))


async def _seen(path: Path) -> dict[str, str]:
    """Return what is on the screen in each place, without the time of day."""
    found: dict[str, str] = {}
    async with planner(path, WIDE) as pilot:
        def keep(place: str) -> None:
            found[place] = "\n".join(row.partition("sparat")[0] for row in screen_text(pilot).splitlines())

        for place in ("översikt", "historik", "framåt", "möten"):
            await go_to(pilot, place)
            keep(place)
        for place, keys in (("punkter", ["f5"]), ("möte", ["f8"]), ("hjälp", ["f1"]), ("bedöm", ["escape", "f5"]),
                            ("röstar", ["k", "3"]), ("kommandon", ["ctrl+p"]), ("exportera", ["escape", "f9"])):
            await press(pilot, *keys)
            keep(place)
    return found
