"""For every rule: a plan that breaks it in one place, and a plan that comes close and does not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from nvplan.catalog.counties import find_county, first_actors
from nvplan.catalog.questions import all_questions
from nvplan.catalog.requirements import requirements_in_force
from nvplan.model.compliance import bound
from nvplan.model.county import Actor
from nvplan.model.objects import SharedObject, assessment_id
from nvplan.model.plan import Answer, PlanState, SetAside
from tests.services.review.plans import state, thing

ACTORS = first_actors(find_county("07"))
KOMMUNER = [actor.id for actor in ACTORS if actor.type == "kommun"]
BODIES = ["region", *KOMMUNER]
#: Everything that a decided plan must have, so that only one thing can be wrong with it.
DECIDED: dict[str, Any] = {"standing": "beslutad", "standing_date": "2027-05-10", "standing_body": "Samverkansnämnden"}
Thing = tuple[str, SharedObject]


@dataclass(frozen=True)
class Case:
    """A rule, a plan that breaks it at the places, and one that does not."""

    rule: str
    broken: PlanState
    sound: PlanState
    places: tuple[str, ...]
    beside: tuple[str, ...] = ()
    """Rules that speak too, because nothing can break the one without breaking these."""


def one(rule: str, kind: str, broken: dict[str, Any], sound: dict[str, Any] | None = None) -> Case:
    """Return a case with a single object."""
    return Case(rule, state(objects=[thing(kind, **broken)]), state(objects=[thing(kind, **(sound or {}))]),
                (f"{kind}:{kind}-1",))


def answered(rule: str, broken: dict[Any, Any], sound: dict[Any, Any], *places: str, **info: Any) -> Case:
    """Return a case with answers only."""
    return Case(rule, state(broken, **info), state(sound, **info), places)


def assessed(actor: str = "region", requirement: str = "KON-04", **changes: Any) -> Thing:
    """Return an assessment."""
    return thing("kravbedomning", assessment_id(requirement, actor), requirement=requirement, actor=actor, **changes)


def aside(rule: str, left: SetAside, place: str) -> Case:
    """Return a case with something in the file that does not fit."""
    return Case(rule, replace(state(), set_aside=(left,)), state(), (place,))


def share(**cells: str) -> list[dict[str, str]]:
    """Return a sound row of the table on shares, changed."""
    row = {"grupp": "Alla invånare", "andel": "40", "aktivt_val": "30", "namnare": "befolkning", "antal": "80000",
           "datum": "2027-03-31", "kalla": "Listningsregistret", **cells}
    return [{name: cell for name, cell in row.items() if cell}]


SHARES = "2.3.andel-lakarkontakt"
#: A goal without a number.
_STATE = {"form": "lage", "measure": None, "denominator": None, "baseline": None, "baseline_year": None,
          "target": None, "direction": None, "known_by": "Systemet används av alla."}
_P = {"state": "planerad", "spread": "pilot", "after_project": "Styrgruppen beslutar om fortsättning."}

_IND = "1.11.individer"


def _individuals(**cells: str) -> list[dict[str, str]]:
    """Return a sound row of a kommun's individuals in the register, changed."""
    row = {"ar": "2026", "antal": "412", "rapporterat": "i-tid", "kalla": "Statistikdatabasen", **cells}
    return [{name: cell for name, cell in row.items() if cell}]


EFFORTS = [
    one("insats-utan-lage", "insats", {"state": None}),
    answered("individer-inte-i-tid", {(_IND, "0780"): _individuals(rapporterat="inte")},
             {(_IND, "0780"): [*_individuals(rapporterat="sent"), *_individuals(ar="2027")]}, f"fraga:{_IND}@0780"),
    answered("individer-utan-kalla", {(_IND, "0780"): _individuals(kalla="")}, {(_IND, "0780"): _individuals()},
             f"fraga:{_IND}@0780"),
    one("matkalla-sen", "matkalla", {"interval": "manad"}, {"date": "2027-06-14", "interval": "manad"}),
    one("matkalla-utan-uppgifter", "matkalla", {"body": "", "interval": None}, {"body": "", "actor": "region"}),
    one("annanplan-utan-uppgifter", "annanplan", {"date": ""}, {"date": "", "state": "remiss"}),
    one("annanplan-oversyn-passerad", "annanplan", {"review": "2027-05"}),
    Case("annanplan-redovisas",
         state(objects=[thing("rapporttillfalle"),
                        thing("annanplan", state="tas_fram", date="", forms=["ekonomi2023"])]),
         state(objects=[thing("rapporttillfalle"), thing("annanplan", forms=["ekonomi2023"]),
                        thing("annanplan", "annan", state="tas_fram", date="", forms=["region2021"])]),
         ("annanplan:annanplan-1",)),
    one("tjanst-passerad", "tjanst", {"date": "2027-05"}, {"date": "2027-05", "state": "i_drift"}),
    one("insats-utan-spridning", "insats", {"spread": None}),
    one("insats-slut-passerat", "insats", {"end": "2027-05"}, {"end": "2027-06"}),
    Case("delmal-passerat", state(objects=[thing("insats"), thing("delmal", date="2027-05")]),
         state(objects=[thing("insats"), thing("delmal", date="2027-06")]), ("delmal:delmal-1",)),
    one("insats-start-passerad", "insats", {**_P, "start": "2027-06-14"}, {**_P, "start": "2027-06-15"}),
    one("insats-projekt-utan-fortsattning", "insats", {**_P, "start": "2027-09", "after_project": ""},
        {**_P, "start": "2027-09"}),
    one("insats-bara-prestation", "insats", {"output": "40 utbildade"},
        {"output": "40 utbildade", "effect": "Färre återinskrivna", "effect_known_by": "Register"}),
    one("insats-effekt-utan-hur", "insats", {"effect": "Färre återinskrivna"},
        {"effect": "Färre återinskrivna", "effect_known_by": "Register"}),
    one("insats-utbildning-utan-regi", "insats", {"kind": "information_utbildning"},
        {"kind": "information_utbildning", "provider": "bada"}),
    one("insats-utan-datum-ansvar", "insats", {"start": ""}, {"actor": "", "role": "Processledare"}),
    one("insats-utan-skal", "insats", {"state": "pausad"}, {"state": "pausad", "state_reason": "Vakans till hösten."}),
    one("insats-utan-rackvidd", "insats", {"reached": None}, {"reached": 0}),
    one("insats-bredd-utan-alla", "insats", {"spread": "breddinford"}, {"spread": "breddinford", "reached": 8}),
    one("insats-avslutad-utan-resultat", "insats", {"state": "avslutad"},
        {"state": "avslutad", "effect": "Färre besök", "effect_known_by": "Register"}),
    one("insats-utan-plats", "insats", {"plans": (), "area": ""}, {"plans": ()}),
    one("insats-kostnad-under-aren", "insats", {"cost": 100, "yearly_costs": ("2027: 60", "2028: 41")},
        {"cost": 100, "yearly_costs": ("2027: 60", "2028: 40")}),
    Case("insats-dubblett", state(objects=[thing("insats"), thing("insats", "insats-2", title="mobilt  TEAM")]),
         state(objects=[thing("insats"), thing("insats", "insats-2", title="Mobilt team för barn")]),
         ("insats:insats-2",)),
    one("insats-planerad-breddinford", "insats", {"state": "planerad", "start": "", "spread": "breddinford",
                                                  "reached": 8},
        {"state": "planerad", "start": "", "spread": "under_breddinforande"}),
]

_M2 = {"national": "KON-M2", "measure": "coc_lakare", "denominator": "", "baseline": "0.31", "target": "0.372"}
GOALS = [
    one("mal-utan-basvarde", "mal", {**_M2, "baseline_year": None}, _M2),
    one("mal-under-nationellt", "mal", {**_M2, "target": "0.371"}, _M2),
    one("mal-utan-niva", "mal", {"date": ""}),
    one("mal-bas-utan-kalla", "mal", {"baseline": "41", "baseline_year": 2024, "baseline_source": ""},
        {"baseline": "41", "baseline_year": 2024, "baseline_source": "Listningsregistret"}),
    Case("matning-fore-basar",
         state(objects=[thing("mal", baseline_year=2026),
                        thing("matning", goal="mal-1", denominator="befolkning", date="2025-12-31")]),
         state(objects=[thing("mal", baseline_year=2026),
                        thing("matning", goal="mal-1", denominator="befolkning", date="2026-01-31")]),
         ("matning:matning-1",)),
    one("mal-at-fel-hall", "mal", {"target": "48"}, {"target": "48.1"}),
    one("mal-lage-passerat", "mal", {**_STATE, "date": "2027-05", "state": "pagar"},
        {**_STATE, "date": "2027-05", "state": "natt"}),
    Case("mal-passerat-utan-matning", state(objects=[thing("mal", date="2027-06-14")]),
         state(objects=[thing("mal", date="2027-06-14"),
                        thing("matning", goal="mal-1", denominator="befolkning")]), ("mal:mal-1",)),
    Case("mal-saknas-for-nationellt",
         state({"2.4.mal": [{"id": "mal-1", "titel": "Ett", "saknas": ""}]}, [thing("mal", national="KON-M1")]),
         state(objects=[thing("mal", national="KON-M1")]), ("fraga:2.4.mal@lan",)),
]

_INDEX = {"measure": "coc_lakare", "value": "0.31", "denominator": "", "numerator": None, "count": None,
          "inclusion": "Minst 3 besök på 18 månader"}
_HIGH = share(andel="60")
MEASURES = [
    answered("andel-utan-namnare", {SHARES: share(namnare="okant")}, {SHARES: share()}, f"fraga:{SHARES}@lan"),
    one("andel-utan-kalla", "matning", {"source": ""}),
    one("index-utan-urval", "matning", {**_INDEX, "inclusion": ""}, _INDEX),
    one("index-for-fa-besok", "matning", {**_INDEX, "least_visits": 1}, {**_INDEX, "least_visits": 2}),
    Case("andel-hog-index-osakert", state({SHARES: _HIGH}), state({SHARES: _HIGH}, [thing("matning", **_INDEX)]),
         ("fraga:2.3.index@lan",)),
    answered("aktivt-val-okant", {SHARES: share(aktivt_val="")}, {SHARES: share()}, f"fraga:{SHARES}@lan"),
    one("matning-raknar-fel", "matning", {"value": "50.6"}, {"value": "50.5"}),
    one("matning-utan-kalla", "matning", {"date": ""}),
    one("matning-liten-grupp", "matning", {"numerator": 2, "count": 4}, {"numerator": 3, "count": 6}),
]

_FROZEN = thing("rapporttillfalle", form="redovisning2023", frozen="2027-06-01", deadline="2027-12-31")
_MUST = [row.id for row in requirements_in_force("OK2023") if row.modality == "ska" and bound(row, [ACTORS[0]])]
_PLANNED = thing("insats", state="planerad", start="", requirements=["KON-04"])
REQUIREMENTS = [
    Case("krav-obedomt-vid-frysning",
         state(objects=[_FROZEN, *(assessed(requirement=identity) for identity in _MUST if identity != "KON-04")]),
         state(objects=[_FROZEN, *(assessed(requirement=identity) for identity in _MUST)]), ("krav:KON-04@region",)),
    Case("krav-uppfyllt-utan-underlag", state(objects=[assessed(evidence=())]),
         state(objects=[assessed(evidence=()), thing("underlag", requirements=["KON-04"], actor="region")]),
         ("krav:KON-04@region",)),
    Case("krav-uppfyllt-bara-planerat", state(objects=[assessed(), _PLANNED]),
         state(objects=[assessed(), _PLANNED, thing("insats", "insats-2", title="Team", requirements=["KON-04"])]),
         ("krav:KON-04@region",)),
    Case("krav-ej-tillampligt-utan-skal", state(objects=[assessed(judgement="ej_tillampligt")]),
         state(objects=[assessed(judgement="ej_tillampligt", reason="Vi har ingen sådan verksamhet.")]),
         ("krav:KON-04@region",)),
    Case("krav-klart-obedomt", state(objects=[assessed(judgement="ej_bedomd")]),
         state(objects=[assessed(judgement="ej_bedomd", work="pagar")]), ("krav:KON-04@region",)),
    Case("krav-fore-bytet", state(objects=[assessed(requirement="21-MED-2")]),
         state(objects=[assessed(requirement="21-MED-2"), assessed(requirement="MED-05")]), ("kravbyte:",)),
    Case("krav-fel-aktor", state(objects=[assessed("0780")]), state(objects=[assessed("0780", "SAM-01")]),
         ("krav:KON-04@0780",)),
]

_GROUPS = [option.id for option in all_questions()["1.2.malgrupper"].options]
_ROUTINES = "1.6.rutiner"
_ADOPTED = {("1.1.beslut", actor): "antagen" for actor in BODIES}
RECORDS = [
    one("beslut-utan-uppgifter", "beslut", {"diary_number": ""}, {"diary_number": "", "kind": "ledningsgrupp"}),
    one("beslut-vantar-passerat", "beslut", {"outcome": "vantar"}, {"outcome": "vantar", "date_to": "2027-06"}),
    answered("malbild-utan-alla", {"1.1.lage": "i_kraft", **_ADOPTED, ("1.1.beslut", "0780"): "avslag"},
             {"1.1.lage": "i_kraft", **_ADOPTED}, "fraga:1.1.lage@lan"),
    one("hinder-utan-agare", "hinder", {"owner": ""}),
    Case("hinder-utan-svar", state({"1.4.svarstid": "13"}, [thing("hinder")]),
         state({"1.4.svarstid": "14"}, [thing("hinder")]), ("hinder:hinder-1",)),
    one("hinder-svar-passerat", "hinder", {"answer_due": "2027-06-14"},
        {"answer_due": "2027-06-14", "answered": "2027-06-10"}),
    one("hinder-svar-sent", "hinder", {"answer_due": "2027-06-10", "answered": "2027-06-11"},
        {"answer_due": "2027-06-10", "answered": "2027-06-10"}),
    Case("hinder-utan-dag", state({"1.4.svarstid": "14"}, [thing("hinder", raised="")]),
         state({"1.4.svarstid": "14"}, [thing("hinder", raised="", answer_due="2027-06-30")]), ("hinder:hinder-1",)),
    one("rutin-gammal", "underlag", {"date": "2025-06-14"}, {"date": "2025-06-15"}),
    answered("rutin-utan-oversyn", {_ROUTINES: [{"omrade": "SIP", "lage": "aktuell"}]},
             {_ROUTINES: [{"omrade": "SIP", "lage": "aktuell", "oversedd": "2026-01"}]}, f"fraga:{_ROUTINES}@lan"),
    one("underlag-utgatt", "underlag", {"valid_to": "2027-06-14"}, {"valid_to": "2027-06-14", "status": "utgaget"}),
    one("underlag-utan-plats", "underlag", {"reference": ""}, {"reference": "", "status": "utkast"}),
    one("remiss-utan-svar", "kommentar", {"handled": ""}, {"handled": "", "outcome": "obehandlad"}),
]

_RELATION = [{"plan": "SIP", "relation": "ingar"}]
_OF_CONTINUITY = thing("planuppgift", "plan-kontinuitet", plans=["kontinuitet"])
_OF_CONTRACT = thing("planuppgift", "plan-patientkontrakt", plans=["patientkontrakt"], review="2028-01")
_TAKES_PART = {("2.1.deltar", actor): "ja" for actor in KOMMUNER if actor != "0760"} | {("2.1.roll", "0760"): "Chef"}
_INDEX_EFFORT = {"plans": ["kontinuitet"], "requirements": ["KON-M2"]}
PLANS = [
    Case("kontinuitet-utan-indexinsats", state(objects=[thing("insats", plans=["kontinuitet"])]),
         state(objects=[thing("insats", **_INDEX_EFFORT)]), ("plan:kontinuitet",)),
    answered("patientkontrakt-utan-sip", {"3.0.relation-beslut": "nej", "3.0.relation": [
        {"plan": "SIP", "relation": "oklart"}]}, {"3.0.relation-beslut": "nej", "3.0.relation": _RELATION},
        "fraga:3.0.relation@lan"),
    answered("kommun-utan-medverkan", {key: value for key, value in _TAKES_PART.items() if key[1] != "0780"},
             _TAKES_PART, "fraga:2.1.deltar@0780"),
    answered("riktvarde-som-grans", {"2.8.anvandning": "tak"}, {"2.8.anvandning": "anpassad_riktpunkt"},
             "fraga:2.8.anvandning@lan"),
    answered("jamstalldhet-saknas", {"2.17.aret": "Bättre."}, {"2.17.aret": "Bättre.", "2.17.jamstalldhet": "Lika."},
             "fraga:2.17.jamstalldhet@lan"),
    answered("sikt-bakvand", {"2.0.kort-sikt-slut": "2030-01", "2.0.lang-sikt-slut": "2029-12"},
             {"2.0.kort-sikt-slut": "2029-12", "2.0.lang-sikt-slut": "2029-12"}, "fraga:2.0.kort-sikt-slut@lan"),
    Case("planuppgifter-tva", state({"2.0.planform": "kombinerad"}, [_OF_CONTINUITY, _OF_CONTRACT]),
         state({"2.0.planform": "kombinerad"}, [
             thing("planuppgift", plans=["kontinuitet", "patientkontrakt"])]), ("planuppgift:plan-patientkontrakt",)),
    answered("oversyn-passerad", {"1.17.revidering": "2027-06-14"}, {"1.17.revidering": "2027-06-15"},
             "fraga:1.17.revidering@lan"),
    answered("overtaget-obekraftat", {"1.2.fungerar": Answer(value="Teamen.", carried=True)},
             {"1.2.fungerar": "Teamen."}, "plan:gemensam"),
    Case("hanvisning-saknas", state(objects=[thing("insats", goals=["mal-9"])]),
         state(objects=[thing("insats", goals=["mal-1"]), thing("mal")]), ("insats:insats-1",)),
]

#: A decided plan has much to answer for; what speaks besides is the same in all of these cases.
_OF_DECIDED = ("beslutad-ofullstandig", "patientkontrakt-utan-sip", "kommun-utan-medverkan", "jamstalldhet-saknas",
               "plan-utan-alla")
_ALL_IN = {("1.17.plan-beslut", actor): "antagen" for actor in BODIES}


def decided(rule: str, broken: PlanState, sound: PlanState, *places: str) -> Case:
    """Return a case of a decided plan."""
    return Case(rule, broken, sound, places, tuple(other for other in _OF_DECIDED if other != rule))


DECIDED_PLANS = [
    decided("plan-utan-alla", state({**_ALL_IN, ("1.17.plan-beslut", "0780"): "vantar"}, **DECIDED),
            state(_ALL_IN, **DECIDED), "plan:gemensam"),
    decided("remiss-obehandlad", state(objects=[thing("kommentar", outcome="obehandlad")], **DECIDED),
            state(objects=[thing("kommentar")], **DECIDED), "kommentar:kommentar-1"),
    decided("beslutad-utan-datum", state(**{**DECIDED, "standing_body": ""}), state(**DECIDED), "plan:gemensam"),
    decided("beslutad-ofullstandig", state(**DECIDED), state(), "plan:gemensam", "plan:kontinuitet",
            "plan:patientkontrakt"),
    decided("overhoppat", state({"1.2.fungerar": Answer(skipped=True)}, **DECIDED), state(**DECIDED), "plan:gemensam"),
]

#: An answer that a county gives which has a vision to tell.
VISION_TOLD = next(option.id for option in all_questions()["1.1.lage"].options if option.id != "ej_paborjad")
_CHAPTER = {question.id: [{column.id: "Ja." for column in question.columns} | {question.columns[0].id: heading}
                          for heading in question.rows] if question.columns else [question.options[0].id]
            for question in all_questions().values() if question.chapter == "1.2" and question.core}
_MONEY = {"form": "ekonomi2023", "deadline": "2027-07-01", "diary_numbers": ["S2027/1", "S2027/2"],
          "certificate": "alternativ_1"}
WRITTEN = [
    Case("kapitel-utan-mote", state(_CHAPTER), state(_CHAPTER, [thing("mote", chapters=["1.2"])]), ("plan:gemensam",)),
    answered("svar-utan-fraga", {"1.1.malbild": "Nära."}, {"1.1.malbild": "Nära.", "1.1.lage": VISION_TOLD},
             "fraga:1.1.malbild@lan"),
    answered("personnummer", {"1.2.fungerar": "Ring om 811218-9876."}, {"1.2.fungerar": "Dnr 811218-9877."},
             "fraga:1.2.fungerar@lan"),
    one("kontaktuppgift", "insamling", {"note": "anna@region.example.se"}, {
        "address": "samverkan@region.example.se", "phone": "070-123 45 67"}),
    one("kontaktuppgift", "insats", {"role": "anna@region.example.se"}, {"role": "Samordnare @ regionen"}),
    one("platshallare", "beslut", {"body": "XXX"}, {"body": "Nämnd XX"}),
    one("rapport-forsenad", "rapporttillfalle", {"form": "redovisning2023", "deadline": "2027-06-14"},
        {"form": "redovisning2023", "deadline": "2027-06-15"}),
    one("rapport-datum-obekraftat", "rapporttillfalle", {"deadline": "2027-01-01", "deadline_standing": "forslag"}),
    one("ekonomi-utan-diarienummer", "rapporttillfalle", {**_MONEY, "diary_numbers": ["S2027/1"]}, _MONEY),
    one("ekonomi-utan-intyg", "rapporttillfalle", {**_MONEY, "certificate": None}, _MONEY),
    one("ekonomi-summa", "rapporttillfalle",
        {"received": "100", "costs": "60", "unused": "30", "repayment_date": "2028-03-31"},
        {"received": "100", "costs": "60", "unused": "40", "repayment_date": "2028-03-31"}),
    one("ekonomi-utan-aterbetalning", "rapporttillfalle", {"received": "100", "costs": "60", "unused": "40"},
        {"received": "100", "costs": "100", "unused": "0"}),
]

_TIED = [thing("insats", "team", yearly_costs=["2027: 60"]),
         thing("insats", "sip", title="Utbildning i SIP", cost="10", start="2027-02", end="2027-11")]


def _funds(identity: str = "", /, **changes: Any) -> Thing:
    return thing("medel", identity, **changes)


def _tied(*funds: Thing) -> PlanState:
    return state(objects=[*_TIED, *funds])


def _report(identity: str = "", /, **changes: Any) -> Thing:
    return thing("rapporttillfalle", identity, **changes)


def _handed_in(**changes: Any) -> PlanState:
    """Return a plan with a frozen report of an actor that no requirement binds, so that it asks for no assessments."""
    fields = {"form": "redovisning2023", "frozen": "2027-06-01", "deadline": "2027-06-14", "actor": "larosate-1"}
    school = Actor(id="larosate-1", type="ovrig", name="Linnéuniversitetet")
    return state(objects=[_report(**{**fields, **changes})], actors=[*ACTORS, school])


_FIRST_REPORT = ("rapporttillfalle:rapporttillfalle-1",)
_OF_2027 = {"form": "redovisning2023", "period_start": "2027-01-01", "period_end": "2027-12-31"}
MONEY = [
    one("medel-utan-aterbetalning", "medel", {"repay_by": ""}, {"repay_by": "", "costs": ["Löner: 100"]}),
    one("medel-aterbetalning-passerad", "medel", {"repay_by": "2027-06-14"},
        {"repay_by": "2027-06-14", "repaid": "2027-06-10", "repaid_amount": "40"}),
    one("medel-aterbetalning-ofullstandig", "medel", {"repaid": "2027-06-10"},
        {"repaid": "2027-06-10", "repaid_amount": "40"}),
    one("medel-aterbetalt-for-mycket", "medel", {"repaid": "2027-06-10", "repaid_amount": "41"},
        {"repaid": "2027-06-10", "repaid_amount": "40"}),
    one("medel-overskridet", "medel", {"costs": ["Löner: 101"]}, {"costs": ["Löner: 100"]}),
    one("medel-over-beviljat", "medel", {"granted": "99"}, {"granted": "100"}),
    Case("medel-kostnad-okand", state(objects=[thing("insats", "team"), _funds(costs=[], efforts=["team"])]),
         state(objects=[thing("insats", "team"), _funds(efforts=["team"])]), ("medel:medel-1",)),
    Case("medel-kostnad-okand", state(objects=[thing("insats", "team", cost="60"),
                                               _funds(costs=[], efforts=["team"])]),
         _tied(_funds(costs=[], efforts=["team", "sip"])), ("medel:medel-1",)),
    Case("medel-insats-dubbelt", _tied(_funds(costs=[], efforts=["team"]), _funds("tva", costs=[], efforts=["team"])),
         _tied(_funds(costs=[], efforts=["team"]), _funds("tva", costs=[], efforts=["sip"])), ("medel:tva",)),
    one("medel-ar-slut-utan-utbetalning", "medel", {"year": 2026, "received": None, "received_date": ""},
        {"received": None, "received_date": ""}),
    one("medel-ar-slut-utan-kostnader", "medel", {"year": 2026, "costs": []}, {"costs": []}),
    one("ekonomi-diarienummer-lika", "rapporttillfalle", {"diary_numbers": ["S2027/1", "s 2027/1"]},
        {"diary_numbers": ["S2027/1", "S2027/2"]}),
    Case("ekonomi-annan-summa-an-medel", state(objects=[_funds(), _report(costs="59")]),
         state(objects=[_funds(), _report(costs="60", received="100")]), ("rapporttillfalle:rapporttillfalle-1",)),
    Case("rapport-fryst-ej-inlamnad", _handed_in(), _handed_in(sent="2027-06-14"), _FIRST_REPORT),
    Case("rapport-inlamnad-ej-fryst", _handed_in(sent="2027-06-01", frozen="", deadline="2027-12-31"),
         _handed_in(sent="2027-06-01"), _FIRST_REPORT),
    Case("rapport-inlamnad-sent", _handed_in(sent="2027-06-15"),
         _handed_in(sent="2027-06-15", deadline_standing="forslag"), _FIRST_REPORT),
    Case("rapport-utan-sista-dag", _handed_in(deadline="", frozen=""), _handed_in(deadline="", sent="2027-06-01"),
         _FIRST_REPORT),
    Case("rapport-dubbel", state(objects=[_report("ett", **_OF_2027), _report("tva", **_OF_2027)]),
         state(objects=[_report("ett", **_OF_2027), _report("tva", **{**_OF_2027, "actor": "rss"})]),
         ("rapporttillfalle:tva",)),
]

CONTENT = [
    aside("innehall-passar-inte",
          SetAside("answers", "1.13@lan", ("answers", "1.13.foretradare"), "Det som står där är inget tal.", "xyz"),
          "fraga:1.13.foretradare@lan"),
    aside("svar-eller-register",
          SetAside("answers", "1.1@0780", ("answers", "1.1.beslut"), "Registret säger något annat.", "avslag",
                   conflicting=True), "fraga:1.1.beslut@0780"),
    aside("svar-utan-plats",
          SetAside("answers", "1.14@lan", ("answers", "1.14.mal"), "Frågan besvaras inte längre.", "ja", settled=True),
          "fraga:1.14.mal@lan"),
    aside("innehall-okant",
          SetAside("answers", "9.9@lan", ("answers", "9.9.ny"), "Frågan 9.9.ny finns inte.", "text", newer=True),
          "avskilt:answers/9.9@lan/9.9.ny"),
]
_LAGE, _SATT, _VILLKOR = "1.1.lage", "1.12.satt", "1.12.lika-villkor"
_SIP, _SAYS_NO = {"3.0.relation": [{"plan": "SIP", "relation": "isar"}]}, {("3.8.medverkar", "0780"): "nej"}
_OTHERS_JOIN = {("3.8.medverkar", actor): "infor" for actor in KOMMUNER if actor != "0780"}
_HIS_EFFORT = {"plans": ["patientkontrakt"], "actor": "0780"}
_SHARE_GOAL = {"national": "KON-M1", "target": "80"}
TOGETHER = [
    Case("svar-mot-svar", state({_LAGE: "pagar", **{key: value for key, value in _ADOPTED.items()
                                                    if key[1] in ("0760", "0780")}}),
         state({_LAGE: "delvis_antagen", ("1.1.beslut", "0780"): "antagen"}), (f"fraga:{_LAGE}@lan",)),
    Case("svar-mot-bedomning", state({"2.6.rutin": "nej"}, [assessed()]), state({"2.6.rutin": "utkast"}, [assessed()]),
         ("krav:KON-04@region",)),
    answered("sip-motsagelse", {**_SIP, "3.3.form": ["papper", "sip"]}, {**_SIP, "3.3.form": ["papper"]},
             "fraga:3.0.relation@lan"),
    Case("kommun-nej-men-insats", state({**_SAYS_NO, **_OTHERS_JOIN}, [thing("insats", **_HIS_EFFORT)]),
         state({**_SAYS_NO, **_OTHERS_JOIN}, [thing("insats", **{**_HIS_EFFORT, "actor": "0760"})]),
         ("fraga:3.8.medverkar@0780",)),
    Case("andel-namnare-olika", state({"2.4.andel-namnare": "listade"}, [thing("mal", **_SHARE_GOAL)]),
         state({"2.4.andel-namnare": "bada"}, [thing("mal", **_SHARE_GOAL)]), ("mal:mal-1",)),
    Case("plan-antagen-men-utkast", state(_ALL_IN), state({**_ALL_IN, ("1.17.plan-beslut", "0780"): "vantar"}),
         ("plan:gemensam",)),
    answered("del-storre-an-helhet", {"3.2.enheter": "40", "3.2.enheter-privata": "41"},
             {"3.2.enheter": "40", "3.2.enheter-privata": "40"}, "fraga:3.2.enheter-privata@lan"),
    answered("datum-omkastade", {_LAGE: "i_kraft", "1.1.startad": "2027-03", "1.1.ikraft": "2027-02-28", **_ADOPTED},
             {_LAGE: "i_kraft", "1.1.startad": "2027-03", "1.1.ikraft": "2027-03-01", **_ADOPTED},
             "fraga:1.1.startad@lan"),
    answered("borda-okar", {"3.12.tid-fore": "40", "3.12.tid-efter": "55"},
             {"3.12.tid-fore": "55", "3.12.tid-efter": "40"}, "fraga:3.12.om-okar@lan"),
    answered("giltighet-fore-planaret", {"1.0.till": "2026-12-31"}, {"1.0.till": "2027-12-31"}, "fraga:1.0.till@lan"),
    answered("avtal-passerat", {("1.7.lakaravtal", "0780"): "galler", ("1.7.lakaravtal-till", "0780"): "2027-06-14"},
             {("1.7.lakaravtal", "0780"): "omforhandlas", ("1.7.lakaravtal-till", "0780"): "2027-06-14"},
             "fraga:1.7.lakaravtal@0780"),
    Case("svar-over-gransen", state({"1.2.malgrupper": _GROUPS[:6]}, [thing("mote", chapters=["1.2"])]),
         state({"1.2.malgrupper": _GROUPS[:5]}, [thing("mote", chapters=["1.2"])]), ("fraga:1.2.malgrupper@lan",)),
]
CASES = [*CONTENT, *TOGETHER, *EFFORTS, *GOALS, *MEASURES, *REQUIREMENTS, *RECORDS, *PLANS, *DECIDED_PLANS,
         *WRITTEN, *MONEY]
__all__ = ["CASES", "Case"]
