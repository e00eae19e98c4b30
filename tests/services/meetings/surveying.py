"""A plan with a meeting that answers of a survey are read for."""

from __future__ import annotations

from pathlib import Path

from nvplan.files.read.survey_file import read_survey
from nvplan.services.meetings.course import find_meeting
from nvplan.services.meetings.survey.taken import Choices, Survey, look
from nvplan.services.meetings.survey.telling import survey_told
from nvplan.services.writing.commands_meetings import AddItem, BeginMeeting
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from tests import survey_samples as samples


def with_meeting(folder: Path) -> Path:
    """Make a plan with a meeting of two items: one that scores, and one that is talked over."""
    found = folder / "plan.nvplan"
    with create_plan(found, "07", 2027) as session:
        session.do(BeginMeeting("Självskattning", "2026-12-04"))
        session.do(AddItem("mote-1", {"title": "Bedöm tillsammans", "form": "bedom"}))
        session.do(AddItem("mote-1", {"title": "Vad fungerar bra i dag?", "prompt": "Nämn en sak."}))
    return found


def seen(session: PlanSession, folder: Path, content: bytes, choices: Choices | None = None,
         name: str = "svar") -> Survey:
    """Return what a file of this content comes to."""
    table = read_survey(samples.write(folder, name, content))
    return look(session, find_meeting(session.state, "mote-1"), table, choices)


def told(session: PlanSession, found: Survey) -> str:
    """Return what is said of it before it is taken in."""
    return "\n".join(survey_told(session, find_meeting(session.state, "mote-1"), found))
