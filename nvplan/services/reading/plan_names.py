"""What the three plans are called: the one for the patient's agreement in the county's own word (3.0.term).

Every screen and command that names a plan asks here, so that the word is the same wherever it stands.
"""

from __future__ import annotations

from nvplan.catalog import anchors
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PlanKey
from nvplan.model.safetext import one_line
from nvplan.texts import common as common_texts
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import planner as planner_texts

_AGREEMENT: PlanKey = "patientkontrakt"
#: A county's own word may have sixty letters; a heading has room for so many.
_MOST = 34


def term(state: PlanState) -> str:
    """Return what the county calls the patient's agreement, as it stands in the middle of a sentence."""
    chosen = state.answer(anchors.TERM).value
    own = state.answer(anchors.OWN_TERM).value
    if chosen == "eget" and isinstance(own, str):
        return own
    return documents_actions_texts.TERMS.get(str(chosen), documents_actions_texts.TERMS[_AGREEMENT])


def plan_name(state: PlanState, plan: PlanKey) -> str:
    """Return a plan's whole name."""
    if plan != _AGREEMENT:
        return common_texts.PLAN_NAME[plan]
    return documents_actions_texts.AGREEMENT_TITLE.format(term=term(state))


def plan_short(state: PlanState, plan: PlanKey) -> str:
    """Return a plan's name where a word has to do; of two words the first."""
    if plan != _AGREEMENT:
        return planner_texts.PLAN_SHORT[plan]
    word = one_line(term(state).partition(" (")[0], _MOST)
    return word[:1].upper() + word[1:]
