"""What is set on this computer: the role, the keys, the details for forms; and what is said of nvplan itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nvplan.cli import run
from nvplan.services.reading.change_log import history_json
from nvplan.services.reports.contacts import contact_values, read_contacts
from nvplan.services.writing.session import PlanSession
from nvplan.tui.commands import CHANGED_KEYS
from tests.tui.planner import go_to, new_plan, planner, press, screen_text, type_text


@pytest.fixture(autouse=True)
def usual_keys() -> Iterator[None]:
    """Let no test's own keys hold in the next."""
    yield
    CHANGED_KEYS.clear()


async def test_a_role_is_chosen_and_what_is_changed_afterwards_stands_under_it(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    async with planner(path) as pilot:
        await press(pilot, "ctrl+p")
        await type_text(pilot, "er roll")
        await press(pilot, "enter")
        assert "Vilken roll skriver ni som?" in screen_text(pilot)
        await press(pilot, *["backspace"] * len("samordnare"))
        await type_text(pilot, "handläggare")
        await press(pilot, "enter")
        assert "Rollen är handläggare." in screen_text(pilot)
        await go_to(pilot, "1.0.agare")
        await type_text(pilot, "chef å")
        await press(pilot, "f8")
    with PlanSession.open(path) as session:
        assert session.role == "handläggare"
        assert history_json(session)[0]["role"] == "handläggare"


async def test_a_key_is_changed_in_the_planner_and_holds_at_once(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await press(pilot, "ctrl+p")
        await type_text(pilot, "tangenter")
        await press(pilot, "enter")
        await type_text(pilot, "F9")
        await press(pilot, "enter")
        await type_text(pilot, "Ctrl+F")
        await press(pilot, "enter")
        assert "Ctrl+F betyder redan något annat" in screen_text(pilot)
        await press(pilot, "ctrl+p")
        await type_text(pilot, "tangenter")
        await press(pilot, "enter")
        await type_text(pilot, "F9")
        await press(pilot, "enter")
        await type_text(pilot, "Alt+X")
        await press(pilot, "enter")
        assert "er tangent: Alt+X" in screen_text(pilot)
        await press(pilot, "escape", "alt+x")
        assert "Exportera" in screen_text(pilot).splitlines()[1]


async def test_details_for_a_form_are_kept_on_this_computer_alone(tmp_path: Path) -> None:
    path = new_plan(tmp_path)
    before = path.read_bytes()
    async with planner(path) as pilot:
        await press(pilot, "ctrl+p")
        await type_text(pilot, "uppgifter till blanketterna")
        await press(pilot, "enter")
        await type_text(pilot, "region kronoberg")
        await press(pilot, "enter")
        assert "inte ifyllt" in screen_text(pilot)
        await type_text(pilot, "organisationsnummer")
        await press(pilot, "enter")
        await type_text(pilot, "232100-0065")
        await press(pilot, "enter")
        assert "232100-0065" in screen_text(pilot)
    assert contact_values(read_contacts(), "rekvisition", "region")["1.2"] == "232100-0065"
    assert path.read_bytes() == before


async def test_versions_and_folders_are_told(tmp_path: Path) -> None:
    async with planner(new_plan(tmp_path)) as pilot:
        await press(pilot, "ctrl+p")
        await type_text(pilot, "om nvplan")
        await press(pilot, "enter")
        assert "Inställningar" in screen_text(pilot)
        assert "textual" in screen_text(pilot)


def test_the_command_shows_and_takes_a_role(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
                                            ) -> None:
    assert run(["roll"]) == 0
    assert "Rollen är samordnare." in capsys.readouterr().out
    assert run(["roll", "handläggare"]) == 0
    assert "Rollen är handläggare." in capsys.readouterr().out
    assert run(["roll", "x" * 61]) == 1
    assert "högst 60 tecken" in capsys.readouterr().err
    monkeypatch.setenv("NVPLAN_ROLL", "controller")
    assert run(["roll", "annan"]) == 1
    assert "Rollen är controller. Den är satt i datorns miljövariabel" in capsys.readouterr().err


def test_a_plan_is_written_to_a_new_file_and_never_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]
                                                                 ) -> None:
    path = new_plan(tmp_path)
    assert run(["kopiera", str(path), "kopia"]) == 0
    assert "Planen finns nu också i kopia.nvplan." in capsys.readouterr().out
    assert (tmp_path / "kopia.nvplan").exists()
    assert run(["kopiera", str(path), "kopia"]) == 1
    assert "finns redan" in capsys.readouterr().err


def test_a_finding_is_left_as_it_is_by_its_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(new_plan(tmp_path))
    assert run(["granska", path]) == 0
    first = capsys.readouterr().out.splitlines()[1].strip()
    assert run(["granska", path, "--lat-sta", "1", "--skal", "Vi har just börjat"]) == 0
    assert first in capsys.readouterr().out
    run(["granska", path])
    assert "1 får stå" in capsys.readouterr().out
    assert run(["granska", path, "--lat-sta", "99", "--skal", "x"]) == 1
    assert "Det finns ingen anmärkning 99" in capsys.readouterr().err
    assert run(["granska", path, "--lat-sta", "1"]) == 1
    assert "--skal" in capsys.readouterr().err
