"""Plans in memory for the tests of Granska."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from nvplan.catalog.counties import find_county, first_actors
from nvplan.model.county import Actor
from nvplan.model.objects import TYPES, SharedObject
from nvplan.model.plan import WHOLE_COUNTY, Answer, PlanInfo, PlanState
from nvplan.services.review.findings import Finding, review_state

TODAY = dt.date(2027, 6, 15)
LAN = WHOLE_COUNTY
#: Objects that no rule has anything to say about; a test breaks one of them.
SOUND: dict[str, dict[str, Any]] = {
    "insats": {
        "title": "Mobilt team", "plans": ["gemensam"], "area": "samverkan", "state": "pagaende",
        "spread": "under_breddinforande", "start": "2026-09", "end": "2028-12", "actor": "region", "reached": 2,
        "reach_of": 8,
    },
    "insamling": {"title": "Svar till planen", "last_day": "2026-10-16"},
    "utskick": {"actor": "0761", "sent": "2026-09-01"},
    "planuppgift": {"title": "Gemensam plan", "plans": ["gemensam"], "valid_to": "2029-12", "review": "2027-10"},
    "malomrade": {"title": "God vård"},
    "delmal": {"title": "Avtal klart", "effort": "insats-1", "date": "2027-06"},
    "mal": {
        "title": "Fler har en fast läkarkontakt", "measure": "andel_lakarkontakt", "denominator": "befolkning",
        "baseline": "48", "baseline_source": "Listningsregistret", "baseline_year": 2026, "target": "60",
        "date": "2028-12-31", "direction": "hogre",
    },
    "matning": {
        "measure": "andel_vardkontakt", "value": "50", "denominator": "listade", "numerator": 500, "count": 1000,
        "date": "2027-03-31", "source": "Listningsregistret",
    },
    "kravbedomning": {
        "requirement": "KON-04", "actor": "region", "work": "klar", "judgement": "uppfyllt", "evidence": ["RS 2027/12"],
    },
    "beslut": {
        "title": "Uppdrag", "subject": "uppdrag", "kind": "politiskt", "outcome": "antagen", "date": "2026-05-04",
        "body": "Regionstyrelsen", "diary_number": "RS 2026/44",
    },
    "hinder": {"title": "Journalen visar inte", "owner": "Systemledningen", "level": "meso", "raised": "2027-06-01"},
    "underlag": {
        "title": "SIP-rutin", "kind": "rutin", "date": "2026-10-01", "review": "2027-10-01", "status": "godkant",
        "reference": "RS 2026/77",
    },
    "matkalla": {"title": "Primärvårdskvalitet", "body": "SKR", "interval": "kvartal", "date": "2027-03-31"},
    "annanplan": {
        "title": "Ambulansplan", "kind": "ambulans", "state": "galler", "actor": "region", "date": "2026-11-03",
        "review": "2027-06",
    },
    "tjanst": {"title": "Växjö vårdcentral", "service": "listning", "state": "planerad", "date": "2027-06"},
    "mote": {"title": "Dialog", "date": "2027-02-01"},
    "rapporttillfalle": {
        "title": "Ekonomi 2027", "form": "ekonomi2023", "actor": "region", "deadline": "2028-03-31",
        "deadline_standing": "bekraftad",
    },
    "medel": {
        "title": "Statsbidrag 2027", "actor": "region", "year": 2027, "granted": "100", "received": "100",
        "received_date": "2027-03-01", "costs": ["Löner: 60"], "repay_by": "2028-03-31",
    },
    "kommentar": {"body": "Socialnämnden", "text": "Bra plan.", "outcome": "beaktad", "handled": "Vi ändrade inget."},
}
#: Values by question, or by question and actor.
Answers = Mapping[Any, Any]


def thing(kind: str, identity: str = "", /, **changes: Any) -> tuple[str, SharedObject]:
    """Return a sound object with some fields changed; None takes a field away."""
    fields = {**SOUND.get(kind, {}), **changes}
    return kind, TYPES[kind].model_validate({**fields, "id": identity or f"{kind}-1"})


def state(answers: Answers | None = None, objects: Sequence[tuple[str, SharedObject]] = (),
          actors: Sequence[Actor] | None = None, **info: Any) -> PlanState:
    """Return Kronoberg's plan for 2027 with these answers (by question, or question and actor) and objects."""
    stored: dict[str, dict[str, SharedObject]] = {name: {} for name in TYPES}
    for kind, one in objects:
        stored[kind][one.id] = one
    given = {}
    for key, value in (answers or {}).items():
        question, actor = key if isinstance(key, tuple) else (key, LAN)
        given[actor, question] = value if isinstance(value, Answer) else Answer(value=value)
    return PlanState(info=PlanInfo(county_code="07", year=2027, requirement_set="OK2023", **info), revision=1,
                     changed="2027-06-01T09:00:00+02:00",
                     actors=tuple(actors) if actors is not None else first_actors(find_county("07")),
                     answers=given, objects=stored)


#: Rules that speak of every plan that is not finished yet, as those of the tests never are.
NOT_THERE_YET = ("karna-obesvarad", "register-tomt", "krav-obedomda")


def besides(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that are not about what is simply not there yet."""
    return [one for one in findings if one.rule not in NOT_THERE_YET]


def found(plan: PlanState) -> list[Finding]:
    """Return what Granska finds in a plan on the day of the tests, besides what is not there yet."""
    return besides(review_state(plan, TODAY))


def places(plan: PlanState) -> set[tuple[str, str]]:
    """Return rule and place of everything that Granska finds."""
    return {(one.rule, one.place) for one in found(plan)}
