"""Scoring and dots on the screen: what is typed echoes as dots, and nothing is seen before the round is closed."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from nvplan.services.writing.commands_meetings import Contribute
from nvplan.services.writing.commands_rounds import CastBallot, CloseRound, OpenScoring
from nvplan.services.writing.session import PlanSession
from tests.tui.planner import planner, press, screen_text, type_text, until
from tests.tui.test_meeting import holding, prepared


async def vote(pilot: Pilot[None], *ballots: str) -> None:
    """Type ballots, each a letter for from where and then the scores or the letters of the dots."""
    for ballot in ballots:
        await type_text(pilot, ballot)
        await press(pilot, "enter")


async def test_scoring_echoes_dots_and_shows_nothing_before_the_round_is_closed(tmp_path: Path) -> None:
    path = prepared(tmp_path, "Bedöm")
    async with holding(path) as pilot:
        await press(pilot, "f5", "n", "f8", "tab")
        await type_text(pilot, "6")
        await press(pilot, "f8")
        assert "Det här sparas: hur många som ger varje poäng" in screen_text(pilot)
        await type_text(pilot, "k5-")
        assert "●●○○" in screen_text(pilot)
        for key in ("f8", "escape", "n", "b", "enter"):
            await press(pilot, key)
            if "Stäng omgången" in screen_text(pilot):
                await press(pilot, "enter")
        seen = []
        for ballot in ("k5555", "k5555", "k5-55", "k4444", "k0123", "k5432"):
            await type_text(pilot, ballot[:-1])
            await type_text(pilot, ballot[-1])
            seen.append(screen_text(pilot))
            await press(pilot, "enter")
            seen.append(screen_text(pilot))
        assert "6 av 6 har röstat" in seen[-1]
        for shown in seen:
            assert not any(word in shown for word in ("median", "ENIGA", "OENSE", "DELADE", "○○"))
        await press(pilot, "f8")
        shown = screen_text(pilot)
        assert "Fokus på person och relation" in shown
        assert "○       ·       ·       ·       ●       ●●●●" in shown
        assert "median 5 · 5 av 6 inom ett steg" in shown
        await press(pilot, "pagedown")
        assert "Arbetet förebygger" in screen_text(pilot)


async def test_an_open_round_is_found_again_after_a_power_cut(tmp_path: Path) -> None:
    path = prepared(tmp_path, "Bedöm")
    async with holding(path) as pilot:
        await press(pilot, "f5", "n", "f8", "tab")
        await type_text(pilot, "6")
        await press(pilot, "f8")
        await type_text(pilot, "k1234")
        await press(pilot, "enter")
        await type_text(pilot, "k12")
    async with planner(path) as pilot:
        assert "1 av 6 har röstat" in await until(pilot, "1 av 6 har röstat")
        await press(pilot, "escape")
        assert "Punkt 1 av 1" in screen_text(pilot)
        await press(pilot, "escape")
        assert "1 punkt · 10 min" in screen_text(pilot)
        await press(pilot, "escape")
        assert "1 möte" in screen_text(pilot)


async def test_dots_are_put_by_letter_and_shown_when_the_round_is_closed(tmp_path: Path) -> None:
    path = prepared(tmp_path, "Vad först?")
    with PlanSession.open(path) as session:
        session.do(Contribute("mote-1", "Läkarlinje\nProver hemma\nRehab", "motespunkt-1"))
    async with holding(path) as pilot:
        await press(pilot, "f5", "p", "enter", "tab")
        await type_text(pilot, "2")
        await press(pilot, "f8")
        assert "Var och en har 3 prickar" in screen_text(pilot)
        await type_text(pilot, "kbba")
        assert "Lagda: ●●●" in screen_text(pilot)
        await press(pilot, "enter")
        await vote(pilot, "kc")
        assert "2 av 2 har röstat" in screen_text(pilot)
        assert not any(told in screen_text(pilot) for told in ("1 prick\n", "2 prickar", " = ", "Prover hemma"))
        await press(pilot, "f8")
        shown = screen_text(pilot)
        assert " 1   Prover hemma  2 prickar" in shown
        assert " 2 = Läkarlinje  1 prick" in shown
        assert " 2 = Rehab  1 prick" in shown


async def test_what_the_room_settles_on_is_shown_beside_the_verdict(tmp_path: Path) -> None:
    path = prepared(tmp_path, "Bedöm")
    with PlanSession.open(path) as session:
        session.do(OpenScoring("mote-1", "motespunkt-1", ("person", "medskapare", "proaktivt"), {"kommun": 5}))
        for _ in range(5):
            session.do(CastBallot("mote-1", "kommun", (3, 3, 3)))
        session.do(CloseRound("mote-1"))
    async with holding(path, "f5", "b", "down", "down", "enter") as pilot:
        await type_text(pilot, "Vi menar olika saker")
        await press(pilot, "f8")
        shown = screen_text(pilot)
        assert "Arbetet förebygger                              ENIGA" in shown
        assert "Rummet är inte överens: Vi menar olika saker" in shown
