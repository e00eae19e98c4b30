"""A county as large as they come: Västra Götaland, 49 kommuner, 2 000 shared objects and answers throughout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nvplan.catalog.questions import plan_form
from nvplan.clock import system_clock
from nvplan.model.objects import EFFORT_SPREADS, EFFORT_STATES
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.progress import actors_of
from nvplan.model.requirement import PLANS
from nvplan.services.writing.commands import SetAnswer
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.store.backups import BACKUP_EVERY, make_backup
from nvplan.store.repository import Transaction

OBJECTS = 2_000


def big_plan(path: Path, objects: int = OBJECTS) -> PlanSession:
    """Make the plan, in one change so that making it takes no time to speak of."""
    session = create_plan(path, "14", 2027)
    with session.repository.transaction("bench", "importera") as change:
        for number in range(objects):
            change.put("insats", f"insats-{number}", _effort(number))
        for number, actor in enumerate(session.state.actors):
            change.put("medel", f"medel-{number}", _funds(number, actor.id, objects))
        for plan in PLANS:
            _answers(change, session, plan_form(plan))
    session.close()
    return PlanSession.open(path)


def _effort(number: int) -> dict[str, Any]:
    return {"title": f"Insats {number} för åldrande och sköra äldre", "purpose": "Färre behöver sjukhus. " * 6,
            "plans": ["gemensam"], "state": EFFORT_STATES[number % 6], "spread": EFFORT_SPREADS[number % 4],
            "end": f"2027-{number % 12 + 1:02}-01", "provider": "bada", "reached": 3, "reach_of": 49,
            "cost": str(1000 * (number % 7))}


def _funds(number: int, actor: str, objects: int) -> dict[str, Any]:
    """Return what an actor has received, used for forty insatser."""
    efforts = [f"insats-{(40 * number + place) % objects}" for place in range(min(40, objects))]
    return {"title": f"Nära vård, del {number}", "actor": actor, "year": 2027, "item": "nara_vard",
            "received": str(250_000 + number), "efforts": efforts, "repay_by": "2028-03-31"}


def _answers(change: Transaction, session: PlanSession, form: Any) -> None:
    gathered: dict[tuple[str, str], dict[str, Any]] = {}
    for question in form.questions:
        if question.kind not in ("text", "langtext"):
            continue
        asked = [WHOLE_COUNTY] if question.per == "lan" else [a.id for a in actors_of(question, session.state.actors)]
        for actor in asked:
            gathered.setdefault((question.chapter, actor), {})[question.id] = {
                "value": "Vi gör detta tillsammans.", "changed": change.when, "role": "bench"}
    for (chapter, actor), answers in gathered.items():
        change.put("answers", f"{chapter}@{actor}", {"chapter": chapter, "actor": actor, "answers": answers})


def with_backups(path: Path, count: int) -> None:
    """Give a plan so many backups, some minutes apart, each one answer behind the next."""
    began = system_clock() - count * 2 * BACKUP_EVERY
    with PlanSession.open(path) as session:
        for number in range(count):
            session.do(SetAnswer("1.0.agare", f"roll {number}", "region"))
            make_backup(path, path.read_bytes(), began + number * 2 * BACKUP_EVERY)
