"""What of a plan the catalogue at hand does not know: a plan may have been made with a county's own data folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nvplan.catalog.questions import all_questions
from nvplan.catalog.requirements import requirement_sets, requirements
from nvplan.model.objects import Assessment
from nvplan.model.plan import PlanState
from nvplan.services.reading.state import ANSWERS
from nvplan.store.journal import GATHERED
from nvplan.store.repository import Repository
from nvplan.texts import common as common_texts

#: A question as a data folder names it; anything else is no question of any catalogue.
_IS_QUESTION = re.compile(r"[123]\.\d{1,2}\.[a-z0-9._-]+")


def missing_here(state: PlanState) -> str:
    """Return what is missing as a sentence that says what to do; empty where nothing is.

    Everything that the plan holds can still be read, changed and exported: what has no text of its own here is left out
    of screens and documents and stays in the file.
    """
    sets = [one for one in (state.info.requirement_set, *state.info.own_standing) if one not in requirement_sets()]
    questions = {question for (_, question), answer in state.answers.items()
                 if answer.value is not None and question not in all_questions()}
    questions |= {one.path[-1] for one in state.set_aside
                  if one.table in GATHERED and one.path and _IS_QUESTION.fullmatch(one.path[-1])
                  and not (one.settled or one.conflicting) and one.path[-1] not in all_questions()}
    judged = {one.requirement for one in state.objects.get("kravbedomning", {}).values()
              if isinstance(one, Assessment) and one.requirement not in requirements()}
    missing = [common_texts.missing_set(one) for one in sets]
    missing += [common_texts.missing_questions(len(questions))] if questions else []
    missing += [common_texts.missing_requirements(len(judged))] if judged else []
    return common_texts.catalog_missing_here(state.info.catalog, missing) if missing else ""


def absent_answers(plan: Repository, question: str) -> Mapping[str, Mapping[str, Any]]:
    """Return the answers, by actor, to a question that the plan has answers to and the catalogue does not have."""
    wanted = question.strip().lower()
    if wanted in all_questions():
        return {}
    return {str(body.get("actor")): given for body in plan.list(ANSWERS)
            if isinstance(given := body.get("answers", {}).get(wanted), dict) and given.get("value") is not None}
