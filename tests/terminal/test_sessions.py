"""A planner session in a real terminal: from an empty folder to an exported checklist, and back to the same place."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from nvplan.catalog.questions import all_questions
from nvplan.model.requirement import PlanKey
from nvplan.services.reading.guide import stops
from nvplan.services.reading.status import plan_progress
from nvplan.services.writing.session import PlanSession
from nvplan.texts import common as common_texts
from tests.terminal.filling import SEEN, Filler
from tests.terminal.terminal import PATIENCE, terminal

pytestmark = pytest.mark.tmux


@pytest.mark.parametrize(("typed", "county", "file", "kommuner"), [
    ("kronoberg", "Kronobergs län", "kronoberg.nvplan", 8),
    ("gotl", "Gotlands län", "gotland.nvplan", 0),
    ("västra g", "Västra Götalands län", "vastra-gotaland.nvplan", 49),
])
def test_a_county_goes_from_an_empty_folder_to_its_plan_in_word(tmp_path: Path, typed: str, county: str, file: str,
                                                           kommuner: int) -> None:
    with terminal(tmp_path) as screen:
        screen.wait_for("Ny plan för ett län")
        screen.keys("Enter")
        screen.wait_for("Vilket län?")
        screen.type(typed)
        screen.keys("Enter")
        screen.wait_for(f"Ny plan för ett län · {county}")
        screen.keys("F8")
        screen.wait_for(f"{county} · plan")
        screen.go_to("1.0.agare", "Vilken roll hos er äger den gemensamma planen?")
        screen.type("Åsnens [X] ägare, ö")
        screen.wait_for("✓ Sparat")
        screen.keys("F9")
        screen.wait_for("Vilka dokument?")
        screen.keys("F8")
        screen.wait_for("Klart. Filerna ligger här:")
        screen.keys("Escape")
        screen.wait_for("Gör nu")
        screen.go_to("1.0.agare", "Vilken roll hos er äger den gemensamma planen?")
        screen.keys("C-q")
        screen.wait_for("SLUT 0")
    state = PlanSession.open(tmp_path / file).state
    assert state.answer("1.0.agare", "region").value == "Åsnens [X] ägare, ö"
    assert sum(actor.type == "kommun" for actor in state.actors) == kommuner
    written, = (tmp_path / "dokument").iterdir()
    assert written.name.startswith("gemensam-plan ")
    assert written.suffix == ".docx"
    with terminal(tmp_path, "oppna", file) as screen:
        screen.wait_for("Åsnens [X] ägare, ö")


def test_closing_the_window_loses_nothing_that_was_shown_as_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.nvplan"
    from nvplan.services.writing.creating import create_plan

    create_plan(path, "07", 2027).close()
    with terminal(tmp_path, "oppna", "a.nvplan") as screen:
        screen.wait_for("Gör nu")
        screen.go_to("1.0.agare", "Vilken roll hos er äger den gemensamma planen?")
        screen.type("utvecklingschef")
        screen.wait_for("✓ Sparat")
    assert PlanSession.open(path).state.answer("1.0.agare", "region").value == "utvecklingschef"


def test_what_is_typed_before_the_screen_is_there_lands_where_it_was_meant_for(tmp_path: Path) -> None:
    path = tmp_path / "a.nvplan"
    from nvplan.services.writing.creating import create_plan

    create_plan(path, "07", 2027).close()
    with terminal(tmp_path, "oppna", "a.nvplan") as screen:
        screen.wait_for("Gör nu")
        screen.burst("F2", "insatser", "Enter", "+", "SIP för alla", "F4", "Färre faller mellan stolarna", "Tab", "F2",
                     "1.0.agare", "Enter", "utvecklingschef", "Enter", "förvaltningschef", "F8")
        screen.wait_for("Vilken roll hos er")
        screen.wait_for("· 3 av 9")
    state = PlanSession.open(path).state
    effort, = (one.model_dump() for one in state.objects["insats"].values())
    assert (effort["title"], effort["purpose"]) == ("SIP för alla", "Färre faller mellan stolarna")
    written = [one.value for one in state.answers.values() if isinstance(one.value, str) and one.value]
    assert written == ["utvecklingschef", "förvaltningschef"]


def test_a_terminal_without_utf8_still_shows_swedish(tmp_path: Path) -> None:
    with terminal(tmp_path, locale="C") as screen:
        screen.wait_for("Ny plan för ett län")
        screen.wait_for("Senast öppnade")


def test_a_file_that_cannot_be_opened_leaves_one_sentence_and_no_screen(tmp_path: Path) -> None:
    (tmp_path / "tom.nvplan").write_bytes(b"")
    with terminal(tmp_path, "oppna", "tom.nvplan") as screen:
        screen.wait_for("SLUT 1")
        assert "Filen tom.nvplan är tom" in screen.screen()
        assert "Traceback" not in screen.screen()


def test_a_terminal_that_vanishes_without_a_word_takes_the_program_with_it(tmp_path: Path) -> None:
    from nvplan.services.writing.creating import create_plan

    create_plan(tmp_path / "a.nvplan", "07", 2027).close()
    master, slave = pty.openpty()
    process = subprocess.Popen([sys.executable, "-m", "nvplan", "oppna", str(tmp_path / "a.nvplan")], stdin=slave,
                               stdout=slave, stderr=slave, start_new_session=True,
                               env={**os.environ, "TERM": "xterm-256color", "NVPLAN_HEM": str(tmp_path / "hem")})
    os.close(slave)
    seen = b""
    while b"ppnar" not in seen:
        seen += os.read(master, 65536)
    os.close(master)
    assert process.wait(timeout=PATIENCE) != 0


def test_an_open_editor_does_not_keep_the_planner_from_ending(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from nvplan.services.writing.creating import create_plan

    create_plan(tmp_path / "a.nvplan", "07", 2027).close()
    program = tmp_path / "redigerare.py"
    program.write_text("import os, pathlib, signal, sys, time\n"
                       "pathlib.Path(sys.argv[-1]).write_text('sparat i redigeraren')\n"
                       "os.kill(os.getppid(), signal.SIGTERM)\ntime.sleep(600)\n")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {program}")
    with terminal(tmp_path, "oppna", "a.nvplan") as screen:
        screen.wait_for("Översikt")
        screen.go_to("1.8.starker", all_questions()["1.8.starker"].label)
        screen.keys("C-e")
        shown = screen.wait_for("SLUT 143")
        assert "Traceback" not in shown
    assert PlanSession.open(tmp_path / "a.nvplan").state.answer("1.8.starker").value == "sparat i redigeraren"


@pytest.mark.parametrize(("plan", "first", "kommuner"), [
    ("gemensam", "1.0.struktur", 5), ("kontinuitet", "2.0.planform", 5), ("patientkontrakt", "3.0.term", 5)])
def test_the_whole_core_of_a_plan_is_filled_by_keyboard(tmp_path: Path, plan: PlanKey, first: str,
                                                         kommuner: int) -> None:
    with terminal(tmp_path) as screen:
        screen.wait_for("Ny plan för ett län")
        screen.keys("Enter")
        screen.wait_for("Vilket län?")
        screen.type("blekinge")
        screen.keys("Enter")
        screen.wait_for("Ny plan för ett län · Blekinge län")
        screen.keys("F8")
        screen.wait_for("Blekinge län · plan")
        screen.go_to(first, "Kärnfråga · fråga 1 av")
        filler = Filler(screen)
        count = filler.fill_core(most=120)
        shown = screen.screen()
        screen.keys("C-q")
        screen.wait_for("SLUT 0")
    session = PlanSession.open(tmp_path / "blekinge.nvplan")
    done = plan_progress(session.form(plan), session.state)
    asked = stops(session.form(plan), session.state, everything=False)
    seen = {stop.place for stop in asked if stop.question.kind in SEEN}
    assert done.whole == done.applicable - len(seen), "what a register shows is entered there, not here"
    assert common_texts.done_of(done.whole, done.applicable) in shown
    assert sum(actor.type == "kommun" for actor in session.state.actors) == kommuner
    assert count >= len(asked) >= 30
    empty = {stop.place for stop in asked if session.state.answer(stop.question.id, stop.actor).value is None}
    assert empty <= seen
    stored = " ".join(str(session.state.answer(stop.question.id, stop.actor).value) for stop in asked)
    assert [text for text in filler.typed if text not in stored] == []
