"""What the three plans are called: the one for the patient's agreement in the county's own word (3.0.term).

Every screen and command that names a plan asks here, so that the word is the same wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nvplan.catalog import anchors
from nvplan.model.kinds.field import Field, Option
from nvplan.model.objects import PlanTerms
from nvplan.model.plan import PlanState
from nvplan.model.requirement import PLANS, PlanKey
from nvplan.model.safetext import one_line
from nvplan.texts import common as common_texts
from nvplan.texts import documents_actions as documents_actions_texts
from nvplan.texts import planner as planner_texts
from nvplan.texts import planner_objects as planner_objects_texts

_AGREEMENT: PlanKey = "patientkontrakt"
#: What the program calls a planuppgift until somebody gives it another name.
_GIVEN = (common_texts.PLAN_NAME[_AGREEMENT], planner_objects_texts.PLANS_AS_ONE)
#: A county's own word may have sixty letters; a heading has room for so many.
_MOST = 34
#: The word as the program and its lists write it. An ending, as in the definite form, belongs to another word.
_GENERAL = re.compile(r"\b([Pp])atientkontrakt\b")


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


def plan_in_sentence(state: PlanState, plan: PlanKey) -> str:
    """Return a plan's name inside a sentence."""
    return in_own_words(state, common_texts.PLAN_IN_SENTENCE[plan])


def plan_short(state: PlanState, plan: PlanKey) -> str:
    """Return a plan's name where a word has to do; of two words the first."""
    if plan != _AGREEMENT:
        return planner_texts.PLAN_SHORT[plan]
    word = one_line(term(state).partition(" (")[0], _MOST)
    return word[:1].upper() + word[1:]


def names_same_plan(state: PlanState, one: str, other: str) -> bool:
    """Tell whether two texts name the same plan: by its short name, by its own name or by the county's."""
    names = ({plan_short(state, plan), plan_name(state, plan), common_texts.PLAN_NAME[plan]} for plan in PLANS)
    return any({one.strip(), other.strip()} <= known for known in names)


def in_own_words(state: PlanState, words: str) -> str:
    """Return words of the program, where they name the patient's agreement in the county's own word.

    They are never what a person wrote, nor the name of a source, a requirement or a form: those stand as they are.
    """
    if _GENERAL.search(words) is None:
        return words
    own = term(state)
    return _GENERAL.sub(lambda found: own[:1].upper() + own[1:] if found[1] == "P" else own, words)


def own_title(state: PlanState, kind: str, title: str) -> str:
    """Return what an object is called; a planuppgift named by the program is called as the county says."""
    return in_own_words(state, title) if kind == PlanTerms.about.name and title in _GIVEN else title


def own_options(state: PlanState, field: Field) -> Sequence[Option]:
    """Return what a coded field can be chosen from, each option as the county says it."""
    return [option if (own := in_own_words(state, option.label)) == option.label
            else option.model_copy(update={"label": own, "also": (*option.also, option.label)})
            for option in field.options]
