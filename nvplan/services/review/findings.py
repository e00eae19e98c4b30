"""Granska: runs every rule on a plan and returns what was found, with what has been acknowledged beside it."""

from __future__ import annotations

import datetime as dt
import importlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nvplan.catalog.review_rules import LEVELS, Level, rules
from nvplan.model.objects import Receipt
from nvplan.model.plan import PlanState
from nvplan.services.review.context import CHECKS, Check, Context
from nvplan.texts import review as review_texts

if TYPE_CHECKING:
    from nvplan.services.reading.open_plan import OpenPlan

#: Modules with rules; importing one registers its checks.
_MODULES = ("content", "efforts", "goals", "measures", "requirements", "records", "plans", "written", "reports",
            "money", "unanswered", "contradictions", "figures_and_days", "reports_together",
            "registers")

#: What a session remembers the findings by.
_REVIEW = "granska"
#: The heading of the findings that may stand.
ACKNOWLEDGED = "kvitterad"


@dataclass(frozen=True)
class Finding:
    """One thing that a careful reviewer would point out.

    `place` says where (see `context.Hit`). An acknowledged finding is level info and has the reason.
    """

    level: Level
    rule: str
    place: str
    text: str
    remedy: str
    acknowledged: str = ""
    fields: tuple[str, ...] = ()
    """The fields that it is about, where it is about some."""


def checks() -> Mapping[str, Check]:
    """Return every rule's function by the rule's id."""
    for module in _MODULES:
        importlib.import_module(f"nvplan.services.review.{module}")
    return CHECKS


def review(session: OpenPlan, today: dt.date | None = None) -> list[Finding]:
    """Return what there is to say about an open plan, most serious first; each state of it is gone through once."""
    day = today or session.today()
    return session.once((_REVIEW, day), lambda state: review_state(state, day, session))


def is_reviewed(session: OpenPlan, today: dt.date) -> bool:
    """Whether the plan as it stands has been gone through, so that `review` has its answer at once."""
    return session.knows((_REVIEW, today))


def review_state(state: PlanState, today: dt.date, plan: OpenPlan | None = None) -> list[Finding]:
    """Return what there is to say about a plan as it stood, read on a given day; a rule speaks once a place.

    With the open plan its reports are read too.
    """
    context = Context(state, today, plan)
    reasons = {(one.rule, one.place): one.reason for one in context.objects("kvittens", Receipt)}
    functions, found = checks(), []
    order = {rule: place for place, rule in enumerate(rules())}
    for rule in rules().values():
        seen: set[str] = set()
        for one in functions[rule.id](context):
            if one.place in seen:
                continue
            seen.add(one.place)
            text, reason = review_texts.told(rule.id, one.words), reasons.get((rule.id, one.place), "")
            found.append(Finding("info" if reason else rule.level, rule.id, one.place,
                                 review_texts.ACKNOWLEDGED.format(text=text, reason=reason) if reason else text,
                                 rule.remedy, reason, rule.fields))
    return sorted(found, key=lambda one: (bool(one.acknowledged), LEVELS.index(one.level), order[one.rule], one.place))


def has_errors(found: Iterable[Finding]) -> bool:
    """Whether any finding is a fel that nobody has acknowledged."""
    return any(one.level == "fel" for one in found)


def review_json(found: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return the findings as `nvplan granska --json` prints them; only acknowledged ones carry `acknowledged`."""
    return [{"level": one.level, "rule": one.rule, "place": one.place, "text": one.text, "remedy": one.remedy,
             **({"acknowledged": one.acknowledged} if one.acknowledged else {})} for one in found]


def level_of(finding: Finding) -> str:
    """Return the heading that a finding belongs under: its level, or that it may stand."""
    return ACKNOWLEDGED if finding.acknowledged else finding.level


def finding_counts(findings: Iterable[Finding]) -> Mapping[str, int]:
    """Return how many findings there are of each level; those that may stand are left out."""
    counted = Counter(level_of(finding) for finding in findings)
    return {level: counted[level] for level in LEVELS}
