"""A plan of a realistic size for the harnesses."""

from __future__ import annotations

import sys
from pathlib import Path

from nvplan.catalog.questions import plan_form
from nvplan.model.requirement import PLANS
from nvplan.services.reading.state import ANSWERS
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.store.repository import Repository

SENTENCE = "Åtgärder för en god och nära vård följs upp två gånger om året. "


def text_questions() -> list[str]:
    """Return the ids of long text questions that a county answers once."""
    return [question.id for plan in PLANS for question in plan_form(plan).questions
            if question.kind == "langtext" and question.per == "lan" and question.longest >= 2_000
            and not question.condition]


def full_plan(path: Path, documents: int = 100) -> PlanSession:
    """Create a plan with about this many documents of some 600 bytes."""
    session = create_plan(path, "07", 2027)
    with session.repository.transaction("samordnare", "satt") as change:
        for number in range(documents - len(session.state.actors) - 1):
            change.put("insats", f"insats-{number}", {"title": f"Insats {number}", "purpose": SENTENCE * 8})
    return PlanSession.open(path)


def said(plan: Repository) -> dict[str, dict[str, object]]:
    """Return every document of the plan by table and id, without the change log."""
    return {table: {document["id"]: document for document in plan.list(table)}
            for table in plan.tables() if table != "history"}


def answer_of(plan: Repository, question: str) -> str:
    """Return a county-wide answer's stored text, empty where there is none."""
    for document in plan.list(ANSWERS):
        if document["actor"] == "lan" and question in document["answers"]:
            return str(document["answers"][question].get("value") or "")
    return ""


def report(text: str) -> None:
    """Print a line of a full run at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
