"""Progress tells the truth: for an empty plan, one cell of a table, a carried plan and a complete core."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nvplan.catalog.questions import all_questions, plan_form
from nvplan.model.kinds.number import bounded
from nvplan.model.question import Question
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.services.reading.bound import beginning
from nvplan.services.reading.guide import next_actions, stops
from nvplan.services.reading.status import status_json
from nvplan.services.writing.carrying import carry_over
from nvplan.services.writing.commands import SetAnswer, SetObject, SkipQuestion
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession


def new(folder: Path) -> PlanSession:
    return create_plan(folder / "lan.nvplan", "07", 2027)


def told(session: PlanSession, plan: PlanKey = "gemensam") -> dict[str, Any]:
    """Return a plan's row of `status --json`."""
    return next(row for row in status_json(session.state)["plans"] if row["plan"] == plan)


def whole_answer(question: Question) -> Any:
    """Return an answer with nothing left in it."""
    text = {"text": "x", "langtext": "x", "datum": "2027-03-01", "ja_nej": True}
    if question.columns:
        columns = question.columns
        row = {column.id: _cell(column) for column in columns}
        return [{**row, columns[0].id: heading} for heading in question.rows] or [row]
    if question.kind == "flerval":
        return [question.options[0].id]
    return text.get(question.kind) if question.kind in text else _cell(question)


def _cell(field: Any) -> Any:
    if field.kind == "val":
        return field.options[0].id
    if field.kind == "tal":
        return str(int(max(bounded(field).least or 1, 1)))
    return {"datum": "2027-03-01", "ja_nej": True}.get(field.kind, "x")


def answer_core(session: PlanSession, plan: PlanKey = "gemensam") -> None:
    """Answer every core question of a plan, those that come up on the way too."""
    form = plan_form(plan)
    while True:
        left = [stop for stop in stops(form, session.state, everything=False)
                if session.state.answer(stop.question.id, stop.actor).value is None]
        if not left:
            return
        for stop in left:
            if stop.question.kind == "register":
                session.do(SetObject(stop.question.draws_on, "whole", {
                    **beginning(stop.question), "title": "En insats", "state": "planerad", "spread": "pilot"}))
                continue
            session.do(SetAnswer(stop.question.id, whole_answer(stop.question), stop.actor))


def test_an_empty_plan_has_nothing_done(tmp_path: Path) -> None:
    session = new(tmp_path)
    for plan in PLANS:
        row = told(session, plan)
        assert list(row) == ["plan", "progress", "answered", "started", "to_confirm", "applicable", "next"]
        assert (row["progress"], row["answered"], row["started"], row["to_confirm"]) == (0, 0, 0, 0)
        assert row["applicable"] >= 20


def test_one_cell_of_a_table_is_no_answer(tmp_path: Path) -> None:
    session = new(tmp_path)
    question = all_questions()["1.3.matris"]
    rows: list[dict[str, Any]] = [{"punkt": heading} for heading in question.rows]
    session.do(SetAnswer(question.id, rows))
    assert told(session)["progress"] == 0, "headings that the table gives are nobody's answer"
    rows[0]["region"] = "Vårdcentralerna"
    session.do(SetAnswer(question.id, rows))
    row = told(session)
    assert (row["answered"], row["started"]) == (0, 1)
    assert 0 < row["progress"] < 1 / row["applicable"] / 5
    session.do(SetAnswer(question.id, rows[:1]))
    assert told(session) == {**row}, "rows that are taken away are asked for all the same"
    assert question.id in {stop.question.id for stop in next_actions(session.state, 200)}


def test_what_is_carried_counts_when_it_is_confirmed(tmp_path: Path) -> None:
    before = new(tmp_path)
    before.do(SetAnswer("1.0.struktur", "byggs"))
    session = carry_over(before, tmp_path / "nasta.nvplan").session
    row = told(session)
    assert (row["progress"], row["answered"], row["started"], row["to_confirm"]) == (0, 0, 0, 1)
    assert row["next"] == "1.0.struktur"
    assert next_actions(session.state)[0].question.id == "1.0.struktur"
    session.do(SetAnswer("1.0.struktur", "byggs", seen="byggs"))
    row = told(session)
    assert (row["answered"], row["to_confirm"]) == (1, 0)


def test_a_complete_core_and_nothing_less_is_one(tmp_path: Path) -> None:
    session = new(tmp_path)
    answer_core(session)
    row = told(session)
    assert (row["progress"], row["started"], row["next"]) == (1.0, 0, None)
    assert row["answered"] == row["applicable"]
    kommun = next(actor.id for actor in session.state.actors if actor.type == "kommun")
    question = next(one for one in plan_form("gemensam").questions if one.core and one.per == "aktor"
                    and "kommun" in (one.actors or ("kommun",)))
    session.do(SkipQuestion(question.id, True, kommun, clears=True))
    row = told(session)
    assert row["progress"] < 1
    assert (row["answered"], row["started"]) == (row["applicable"] - 1, 1)
