"""A survey on the screen: its questions, what the answers come to, what is asked, and that they come in."""

from __future__ import annotations

from pathlib import Path

from nvplan.services.meetings.scoring import rounds
from nvplan.services.writing.session import PlanSession
from tests import survey_samples as samples
from tests.tui.planner import go_to, planner, press, screen_text, type_text
from tests.tui.test_meeting import prepared


async def test_the_questions_are_written_and_the_answers_taken_in(tmp_path: Path) -> None:
    path = prepared(tmp_path, "Vad fungerar bra i dag?")
    file = samples.write(tmp_path, "svar.xlsx", samples.microsoft_forms())
    async with planner(path) as pilot:
        await go_to(pilot, "möten")
        await press(pilot, "f5", "f12", "f6")
        assert "1. Varifrån kommer ni? (ett val)" in screen_text(pilot)
        written = next(path.parent.glob("Enkät*.txt")).read_text(encoding="utf-8")
        assert "Vad fungerar bra i dag? (fritext)" in written
        await type_text(pilot, str(file))
        await press(pilot, "enter")
        shown = screen_text(pilot)
        assert "sparas inte: id, tid," in shown
        assert "Starttid  tid, används inte" in shown
        assert on_disk(path) == []
        await press(pilot, "f8")
        assert "Infört ur 6 svar: 2 mått och 5 texter." in screen_text(pilot)
    assert on_disk(path) == ["0,0,1,1,3,1", "1,1,2,1,1,0"]


async def test_which_number_is_nought_and_the_scores_of_words_are_asked_in_boxes(tmp_path: Path) -> None:
    path = prepared(tmp_path, "Bedöm")
    rows = [[number + 1, "Bra" if number else "Dåligt"] for number in range(6)]
    file = samples.write(tmp_path, "svar.csv", samples.rows_of([samples.PERSON, samples.JOINED], *rows))
    async with planner(path) as pilot:
        await go_to(pilot, "möten")
        await press(pilot, "f5", "f12")
        await type_text(pilot, str(file))
        await press(pilot, "enter", "f8")
        assert "Vilken siffra är 0?" in screen_text(pilot)
        assert "Säg först hur skalorna ska läsas." in screen_text(pilot)
        await press(pilot, "z")
        await type_text(pilot, "1")
        await press(pilot, "enter", "p")
        await type_text(pilot, "0")
        await press(pilot, "enter")
        await type_text(pilot, "7")
        await press(pilot, "enter")
        assert "Skriv 0 till 5, eller - för avstår, vid ”Bra”." in screen_text(pilot)
        await press(pilot, "backspace")
        await type_text(pilot, "5")
        await press(pilot, "enter", "f8")
        assert "Infört ur 6 svar: 2 mått." in screen_text(pilot)
    assert on_disk(path) == ["1,1,1,1,1,1", "1,0,0,0,0,5"]


def on_disk(path: Path) -> list[str]:
    with PlanSession.open(path) as session:
        return [one.counts for meeting in session.state.objects["mote"] for one in rounds(session.state, meeting)]
