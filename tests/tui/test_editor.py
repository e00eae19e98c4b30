"""Long text in the person's own editor: what comes back is saved, and nothing that was written is thrown away."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.session import PlanSession
from nvplan.tui.app import NvplanApp
from nvplan.tui.editor import editor_command
from tests.tui.planner import go_to, new_plan, planner, press, screen_text

QUESTION = "1.8.starker"


@pytest.fixture
def can_suspend(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the app give the terminal away, as it can in a real one."""

    @contextlib.contextmanager
    def suspend(_app: NvplanApp) -> Iterator[None]:
        yield

    monkeypatch.setattr(NvplanApp, "suspend", suspend)


def use_editor(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """Make a program that does this to the file that it is given the editor."""
    program = folder / "redigerare.py"
    program.write_text(f"import pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n{body}\n", encoding="utf-8")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{program}"')


async def edit(path: Path) -> tuple[object, str]:
    """Open the question, press Ctrl+E, and return what is on disk and what the screen says."""
    async with planner(path) as pilot:
        await go_to(pilot, QUESTION)
        await press(pilot, "ctrl+e")
        shown = " ".join(screen_text(pilot).split())
        await press(pilot, "f8")
    return PlanSession.open(path).state.answer(QUESTION).value, shown


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with a text."""
    path = new_plan(tmp_path)
    PlanSession.open(path).do(SetAnswer(QUESTION, "Före: å ä ö"))
    return path


@pytest.mark.usefixtures("can_suspend")
async def test_the_text_comes_back_and_is_saved(plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_editor(tmp_path, monkeypatch, "text = path.read_text(encoding='utf-8')\n"
               "path.write_bytes((text + '\\r\\n[X] klar – två rader\\r\\n').encode('utf-8-sig'))")
    saved, shown = await edit(plan)
    assert saved == "Före: å ä ö\n[X] klar – två rader"
    assert "är hämtad" in shown


@pytest.mark.usefixtures("can_suspend")
@pytest.mark.parametrize(("body", "sentence"), [
    ("pass", "oförändrad"), ("sys.exit(3)", "stängdes med ett fel"),
    ("path.unlink()", "är borta"), ("path.write_bytes(b'\\xff\\xfe\\xe5')", "inte sparad som UTF-8")])
async def test_what_goes_wrong_is_said_and_the_text_stands(plan: Path, tmp_path: Path, body: str, sentence: str,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    use_editor(tmp_path, monkeypatch, body)
    saved, shown = await edit(plan)
    assert saved == "Före: å ä ö"
    assert sentence in shown


@pytest.mark.usefixtures("can_suspend")
async def test_what_was_written_before_an_editor_failed_is_kept_beside(plan: Path, tmp_path: Path,
                                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.mkdtemp", lambda prefix: str(_made(tmp_path / "t")))
    use_editor(tmp_path, monkeypatch, "path.write_text('nytt', encoding='utf-8'); sys.exit(1)")
    saved, _ = await edit(plan)
    assert saved == "Före: å ä ö"
    assert (tmp_path / "t" / "svar.txt").read_text(encoding="utf-8") == "nytt"


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


async def test_where_the_screen_cannot_be_given_away_that_is_said(plan: Path, tmp_path: Path,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    use_editor(tmp_path, monkeypatch, "pass")
    saved, shown = await edit(plan)
    assert saved == "Före: å ä ö"
    assert "går det inte att öppna ett annat program" in shown


@pytest.mark.usefixtures("can_suspend")
async def test_without_an_editor_and_with_one_that_is_missing(plan: Path, tmp_path: Path,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert editor_command() == []
    assert "inget redigeringsprogram" in (await edit(plan))[1]
    monkeypatch.setenv("EDITOR", "finns-inte --vanta")
    assert "finns-inte gick inte att starta" in (await edit(plan))[1]


def test_visual_comes_before_editor_and_arguments_follow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("EDITOR", "nano")
    monkeypatch.setenv("VISUAL", "code --wait")
    assert editor_command() == ["code", "--wait"]
    spaced = tmp_path / "Mina program" / "red.exe"
    spaced.parent.mkdir()
    spaced.touch()
    monkeypatch.setenv("VISUAL", str(spaced))
    assert editor_command() == [str(spaced)]
    monkeypatch.setenv("VISUAL", "program 'utan slut")
    assert editor_command()[0] == "program"


#: An editor that nobody leaves: it asks the planner to end, as a service that stops the session does.
_STAYS = "import os, signal, time\n{saves}\nos.kill(os.getppid(), signal.SIGTERM)\ntime.sleep(600)"
_SAVES_WHEN_ASKED = """import signal as s
def ends(*_):
    path.with_name(path.name + '.save').write_text('i sista stund', encoding='utf-8')
    sys.exit(1)
s.signal(s.SIGTERM, ends)"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.usefixtures("can_suspend")
@pytest.mark.parametrize(("saves", "stands"), [
    ("path.write_text('sparat i redigeraren', encoding='utf-8')", "sparat i redigeraren"),
    (_SAVES_WHEN_ASKED, "i sista stund"),
    ("pass", "Före: å ä ö"),
])
async def test_an_editor_that_is_open_when_the_system_asks_to_end_is_not_waited_for(
        plan: Path, tmp_path: Path, saves: str, stands: str, monkeypatch: pytest.MonkeyPatch) -> None:
    use_editor(tmp_path, monkeypatch, _STAYS.format(saves=saves))
    saved, _ = await edit(plan)
    assert saved == stands


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.usefixtures("can_suspend")
async def test_what_an_editor_left_beside_is_kept_and_told_of_at_the_end(plan: Path, tmp_path: Path,
                                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    use_editor(tmp_path, monkeypatch, _STAYS.format(saves="path.with_name('.svar.txt.swp').write_text('halvt')"))
    async with planner(plan) as pilot:
        await go_to(pilot, QUESTION)
        await press(pilot, "ctrl+e")
        assert isinstance(pilot.app, NvplanApp)
        told, = pilot.app.last_words
    folder = Path(told.partition("kan finnas i ")[2].removesuffix("."))
    assert (folder / ".svar.txt.swp").read_text() == "halvt"
