"""A county as large as they come: Västra Götaland, 49 kommuner, 2 000 shared objects and answers throughout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nvplan.catalog.questions import plan_form
from nvplan.model.objects import EFFORT_SPREADS, EFFORT_STATES
from nvplan.model.plan import WHOLE_COUNTY
from nvplan.model.progress import actors_of
from nvplan.model.requirement import PLANS
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.store.repository import Transaction

OBJECTS = 2_000


def big_plan(path: Path, objects: int = OBJECTS) -> PlanSession:
    """Make the plan, in one change so that making it takes no time to speak of."""
    session = create_plan(path, "14", 2027)
    with session.repository.transaction("bench", "importera") as change:
        for number in range(objects):
            change.put("insats", f"insats-{number}", _effort(number))
        for plan in PLANS:
            _answers(change, session, plan_form(plan))
    session.close()
    return PlanSession.open(path)


def _effort(number: int) -> dict[str, Any]:
    return {"title": f"Insats {number} för åldrande och sköra äldre", "purpose": "Färre behöver sjukhus. " * 6,
            "plans": ["gemensam"], "state": EFFORT_STATES[number % 6], "spread": EFFORT_SPREADS[number % 4],
            "end": f"2027-{number % 12 + 1:02}-01", "provider": "bada", "reached": 3, "reach_of": 49}


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
