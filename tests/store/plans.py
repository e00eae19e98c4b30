"""Small plan files for the tests of the store, with no catalogue behind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from nvplan.store.journal import Body
from nvplan.store.plan_file import PlanFile
from nvplan.store.repository import Repository

START = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
TABLES: dict[str, dict[str, Body]] = {
    "plan": {"plan": {"county_code": "07", "year": 2027}},
    "actors": {"region": {"name": "Region Kronoberg", "type": "region"}},
    "answers": {},
}


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> dt.datetime:
        return self.now


def new_plan(folder: Path, clock: Callable[[], dt.datetime] | None = None, name: str = "lan.nvplan") -> PlanFile:
    """Create a plan file and return it open."""
    return PlanFile.create(folder / name, TABLES, "samordnare", clock or Clock())


def answer(plan: Repository, question: str, value: str | None, *, role: str = "samordnare", edit: str = "",
           actor: str = "lan") -> None:
    """Give one answer, or clear it with None, as the handlers do."""
    identity = f"{question.rsplit('.', 1)[0]}@{actor}"
    with plan.transaction(role, "svara", question, actor, edit) as change:
        body = change.get("answers", identity) or {"chapter": identity.split("@")[0], "actor": actor, "answers": {}}
        answers = {name: one for name, one in body["answers"].items() if name != question}
        if value is not None:
            answers[question] = {"value": value, "changed": change.when, "role": role}
        change.put("answers", identity, {**body, "answers": answers})


def values(plan: Repository) -> dict[str, object]:
    """Return every answer's value by question and actor."""
    return {f"{question}@{body['actor']}": one.get("value") for body in plan.list("answers")
            for question, one in body["answers"].items()}


def beside(path: Path) -> set[str]:
    """Return the names in the file's folder apart from the lock."""
    return {one.name for one in path.parent.iterdir() if one.name != f".{path.name}.lock"}
