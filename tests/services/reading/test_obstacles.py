"""A hinder's way up: each step with its day, the answer time of each level, and in which plans' lists it stands."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from nvplan.model.document import Table
from nvplan.model.objects import Obstacle
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.reading.object_list import object_facts
from nvplan.services.reading.object_rows import ObjectRows, facet_values
from nvplan.services.reading.obstacles import ObstacleTimes, answer_day, obstacle_times
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

TODAY = dt.date(2027, 3, 20)


class Days:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.day = "2027-03-01"

    def __call__(self) -> dt.datetime:
        return dt.datetime.fromisoformat(f"{self.day}T09:00:00+01:00")


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def session(tmp_path: Path, days: Days) -> PlanSession:
    """A plan that promises an answer in 14 days, with a hinder raised on the first of March at meso."""
    opened = create_plan(tmp_path / "k.nvplan", "07", 2027, clock=days)
    opened.do(SetAnswer("1.4.svarstid", "14"))
    opened.do(SetObject("hinder", "h", {"title": "Två journaler", "level": "meso", "raised": "2027-03-01",
                                        "owner": "Systemledningen"}))
    return opened


def climb(session: PlanSession, days: Days) -> Obstacle:
    """Lift the hinder to makro on the twelfth of March."""
    days.day = "2027-03-12"
    session.do(SetObject("hinder", "h", {"level": "makro"}))
    found = session.state.objects["hinder"]["h"]
    assert isinstance(found, Obstacle)
    return found


def test_a_climb_keeps_its_day_and_the_answer_time_begins_anew(session: PlanSession, days: Days) -> None:
    before = session.state.objects["hinder"]["h"]
    assert isinstance(before, Obstacle)
    assert before.climbs == ()
    assert answer_day(before, session.state) == dt.date(2027, 3, 15)
    assert obstacle_times(before, session.state, TODAY) == ObstacleTimes(19, "sent", 5)
    lifted = climb(session, days)
    assert [(step.date, step.before, step.after) for step in lifted.climbs] == [("2027-03-12", "meso", "makro")]
    assert answer_day(lifted, session.state) == dt.date(2027, 3, 26)
    assert obstacle_times(lifted, session.state, TODAY) == ObstacleTimes(19, "vantar", 6)


def test_a_step_down_is_no_climb(session: PlanSession, days: Days) -> None:
    days.day = "2027-03-12"
    session.do(SetObject("hinder", "h", {"level": "mikro"}))
    lowered = session.state.objects["hinder"]["h"]
    assert isinstance(lowered, Obstacle)
    assert answer_day(lowered, session.state) == dt.date(2027, 3, 15)


def test_the_way_up_is_shown_in_the_post_and_in_the_plan(session: PlanSession, days: Days) -> None:
    climb(session, days)
    assert "12 mars 2027: Meso → Makro" in dict(object_facts(session.state, "hinder", "h"))["Historik"].replace(
        "meso", "Meso")
    document = DOCUMENTS["gemensam-plan"].build(session, Request())
    cells = [cell.text for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row]
    told = next(cell for cell in cells if cell.startswith("lyft 1 mars 2027"))
    assert "12 mars 2027" in told
    assert "svar senast 26 mars 2027" in told


def test_a_late_answer_is_told_as_late(session: PlanSession) -> None:
    session.do(SetObject("hinder", "h", {"answered": "2027-03-17"}))
    row = ObjectRows("hinder", lambda: TODAY).rows(session.state, {})[0]
    assert "svar efter 16 dagar, 2 dagar sent" in row.cells


def test_a_hinder_in_no_plan_is_in_every_plan_s_list_and_document(session: PlanSession) -> None:
    session.do(SetObject("hinder", "bara", {"title": "Bara kontinuitet", "plans": ["kontinuitet"]}))
    rows = ObjectRows("hinder", lambda: TODAY)
    for plan, expected in (("gemensam", {"h"}), ("kontinuitet", {"h", "bara"}), ("patientkontrakt", {"h"})):
        assert {row.id for row in rows.rows(session.state, {"plans": plan})} == expected
    counted = {one.value: one.count for one in facet_values(session.state, "hinder", {}) if one.field == "plans"}
    assert counted["kontinuitet"] == 2
    for name in ("gemensam-plan", "kontinuitet", "patientkontrakt"):
        assert "Två journaler" in DOCUMENTS[name].build(session, Request()).model_dump_json()
