"""The questions of a survey to paste, and the command that writes them and takes the answers in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nvplan.services.meetings.course import find_meeting
from nvplan.services.meetings.scoring import rounds
from nvplan.services.meetings.survey.asking import survey_lines
from nvplan.services.writing.session import PlanSession
from tests import survey_samples as samples
from tests.cli.runner import nvplan
from tests.services.meetings.surveying import seen, with_meeting
from tests.survey_samples import JOINED, PERSON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return with_meeting(tmp_path)


@pytest.fixture
def session(path: Path) -> PlanSession:
    return PlanSession.open(path)


def test_the_questions_to_paste_are_the_meetings_own_and_their_answers_are_known_again(session: PlanSession,
                                                                                     tmp_path: Path) -> None:
    said = "\n".join(survey_lines(session, find_meeting(session.state, "mote-1")))
    assert "1. Varifrån kommer ni? (ett val)\n   Regionen\n   Kommunerna" in said
    assert f"{PERSON} (ett val)\n   0 - Vi utgår från våra egna rutiner.\n   1\n" in said
    assert "   Avstår\n" in said
    assert "6. Vad fungerar bra i dag? (fritext)\n   Nämn en sak." in said
    headings = [line.partition(". ")[2].rpartition(" (")[0] for line in said.splitlines() if line[:1].isdecimal()]
    options = [line.strip() for line in said.splitlines() if line.startswith("   5 - ")]
    rows = [["Regionen", *options, "Läkarlinjen"]] * 5
    found = seen(session, tmp_path, samples.rows_of(headings, *rows))
    assert [one.use for one in found.columns] == ["slag", *["poang"] * 4, "val"]
    assert [one.whole for one in found.scores] == [[0, 0, 0, 0, 0, 5, 0]] * 4


def test_by_command_with_preview_and_then_for_real(path: Path, tmp_path: Path) -> None:
    file = str(samples.write(tmp_path, "svar.xlsx", samples.microsoft_forms()))
    assert "Varifrån kommer ni?" in nvplan("mote", str(path), "mote-1", "enkat").out
    shown = nvplan("mote", str(path), "mote-1", "enkat", file, "--forhandsvisa")
    assert shown.code == 0
    assert "namn, används inte" in shown.out
    assert "Inget är infört än." in shown.out
    with PlanSession.open(path) as session:
        assert rounds(session.state, "mote-1") == []
    done = nvplan("mote", str(path), "mote-1", "enkat", file)
    assert (done.code, done.out.splitlines()[-1]) == (0, "Infört ur 6 svar: 2 mått och 5 texter.")
    assert nvplan("exportera", str(path), "protokoll", "--mote", "mote-1", "--format", "md",
                  "--till", str(tmp_path / "ut")).code == 0
    minutes = next((tmp_path / "ut").iterdir()).read_text(encoding="utf-8")
    assert "i en enkät, 6 av 6 svar" in minutes
    assert "Läkarlinjen svarar på kvällen (2 svar)" in minutes


def test_by_command_what_must_be_said_first_is_asked_and_said(path: Path, tmp_path: Path) -> None:
    rows = [[number + 1, "Bra" if number else "Dåligt"] for number in range(6)]
    file = str(samples.write(tmp_path, "svar.csv", samples.rows_of([PERSON, JOINED], *rows)))
    asked = nvplan("mote", str(path), "mote-1", "enkat", file)
    assert asked.code == 1
    assert "--noll 1" in asked.out
    assert '--poang "Dåligt=0"' in asked.out
    assert "Säg först hur skalorna ska läsas. Inget är infört." in asked.out
    done = nvplan("mote", str(path), "mote-1", "enkat", file, "--noll", "1", "--poang", "Dåligt=0", "--poang", "Bra=5",
                  "--json")
    assert done.code == 0
    assert [one["counts"] for one in json.loads(done.out)["scores"]] == [[1, 1, 1, 1, 1, 1], [1, 0, 0, 0, 0, 5]]
    for wrong in (("--noll", "x"), ("--poang", "Bra"), ("--poang", "Bra=9"), ("--kolumn", "text")):
        failed = nvplan("mote", str(path), "mote-1", "enkat", file, *wrong)
        assert failed.code == 1, wrong
        assert "Traceback" not in failed.err


