"""The ids of data/ that code names: what a rule, a document or a screen reads by name, all in one place.

Content may be added, reworded and reordered freely. What stands here must be there, of the kind that the code reads and
with the options and columns that it tells apart: the loaders refuse a catalogue without it, so that a removed row is
told as what it is and never as an error in the program.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from nvplan.model.question import Question
from nvplan.model.requirement import PlanKey
from nvplan.texts import catalog as catalog_texts


@dataclass(frozen=True)
class Needed:
    """What code expects of a question: its kind, and the options or columns that it reads by name."""

    kind: str
    parts: tuple[str, ...] = ()


#: Every question that code names, with what is expected of it.
QUESTIONS: dict[str, Needed] = {}
_NUMBER_OF: Mapping[PlanKey, str] = {"gemensam": "1.", "kontinuitet": "2.", "patientkontrakt": "3."}


def _question(identity: str, kind: str, *parts: str) -> str:
    QUESTIONS[identity] = Needed(kind, parts)
    return identity


# -- gemensam plan -------------------------------------------------------------------------------------------------
JOINT_STANDING = _question("1.0.stallning", "val")
JOINT_GROUPS = _question("1.2.malgrupper", "flerval")
JOINT_RISKS = _question("1.16.risker", "tabell", "risk", "sannolikhet", "foljd", "atgard")
JOINT_OWNER = _question("1.0.agare", "text")
JOINT_UNTIL = _question("1.0.till", "datum")
VISION = _question("1.1.lage", "val", "beslutad", "i_kraft")
VISION_DECISIONS = _question("1.1.beslut", "val", "antagen", "antagen-andringar", "gemensamt-organ")
VISION_STARTED = _question("1.1.startad", "datum")
VISION_IN_FORCE = _question("1.1.ikraft", "datum")
VISION_REVIEW = _question("1.1.oversyn", "datum")
ANSWER_TIME = _question("1.4.svarstid", "tal")
ROUTINES = _question("1.6.rutiner", "tabell", "omrade", "lage", "oversedd")
DOCTORS_AGREEMENT = _question("1.7.lakaravtal", "val", "galler")
DOCTORS_UNTIL = _question("1.7.lakaravtal-till", "datum")
INDIVIDUALS = _question("1.11.individer", "tabell", "ar", "antal", "rapporterat", "kalla")
VFU = _question("1.7.vfu", "tabell", "termin", "ar", "veckor", "platser")
JOINT_DECISIONS = _question("1.17.plan-beslut", "val", "antagen", "antagen-andringar", "gemensamt-organ", "ej-beslut")
JOINT_REVISION = _question("1.17.revidering", "datum")
JOINT_YEAR = _question("1.18.aret", "langtext")
JOINT_CHILDREN = _question("1.2.psykisk", "langtext")
JOINT_CHILD_RIGHTS = _question("1.6.barnratt", "langtext")
JOINT_EQUALITY = _question("1.18.jamstalldhet", "langtext")

# -- kontinuitet ---------------------------------------------------------------------------------------------------
PLAN_FORM = _question("2.0.planform", "val", "kombinerad")
PLAN_OWNER = _question("2.0.planagare", "text")
SHORT_END = _question("2.0.kort-sikt-slut", "datum")
LONG_END = _question("2.0.lang-sikt-slut", "datum")
CONTINUITY_PART = _question("2.1.deltar", "val")
DOCTOR_SHARES = _question("2.3.andel-lakarkontakt", "tabell", "grupp", "andel", "namnare", "datum", "kalla")
CONTACT_SHARES = _question("2.3.andel-vardkontakt", "tabell", "grupp", "andel", "namnare", "kalla")
INDICES = _question("2.3.index", "tabell", "matt", "varde", "period_slut")
ALL_GOALS = _question("2.4.mal", "register")
NOTABLE_RISE = _question("2.4.betydande", "tal")
DOCTOR_SOURCE = _question("2.4.lakare-kalla", "text")
ALL_SOURCE = _question("2.4.alla-kalla", "text")
#: For each continuity index: base year and base value.
BASE_YEAR = {prefix: _question(f"2.4.{prefix}-basar", "tal") for prefix in ("lakare", "alla", "sabo")}
BASE_VALUE = {prefix: _question(f"2.4.{prefix}-basvarde", "tal") for prefix in ("lakare", "alla", "sabo")}
#: For each index that is counted by a rule: which patients count, and the county's own words for it.
INDEX_RULE = {prefix: _question(f"2.4.{prefix}-urval", "val", "annat", "okant") for prefix in ("lakare", "alla")}
INDEX_RULE_OWN = {prefix: _question(f"2.4.{prefix}-urval-annat", "text") for prefix in ("lakare", "alla")}
CONTINUITY_GROUPS = _question("2.11.grupper", "flerval")
SHARE_DENOMINATOR = _question("2.4.andel-namnare", "val", "befolkning", "listade")
HOMES = _question("2.10.sabo", "tabell", "kontakt", "med_kontakt", "boende")
DOCTOR_NEED = _question("2.8.lage", "tabell", "regi", "listade", "specialister", "st_lakare")
DOCTOR_NEED_BY_UNIT = _question("2.8.per-enhet", "tabell", "enhet", "listade", "specialister", "st_lakare")
TRAINEE_PLAN = _question("2.9.st-plan", "tabell", "ar", "egen", "privat", "nya_specialister", "pension")
OWN_RATIO = _question("2.8.eget-tal", "tal")
GUIDE_USE = _question("2.8.anvandning", "val", "tak", "golv", "lika_riktpunkt")
GUIDE_REASON = _question("2.8.anpassning-skal", "langtext")
CONTINUITY_REVISION = _question("2.17.nasta-revidering", "datum")
CONTINUITY_YEAR = _question("2.17.aret", "langtext")
CONTINUITY_EQUALITY = _question("2.17.jamstalldhet", "langtext")

# -- patientkontrakt -----------------------------------------------------------------------------------------------
TERM = _question("3.0.term", "val", "patientkontrakt", "dokumenterad", "bada", "eget")
OWN_TERM = _question("3.0.eget-ord", "text")
TERM_TO_PATIENTS = _question("3.0.term-patient", "val")
AGREEMENT_UNTIL = _question("3.0.galler-till", "datum")
PARTS = _question("3.0.delar", "val", "tre", "fyra")
RELATION = _question("3.0.relation", "tabell", "plan", "relation")
RELATION_DECIDED = _question("3.0.relation-beslut", "val", "beslutat")
OFFERED_FIRST = _question("3.1.forst", "flerval")
AGREEMENT_STATE = _question("3.2.lage-overenskommelse", "val")
PLANNING_STATE = _question("3.2.lage-planering", "val")
TIME_STATE = _question("3.2.lage-tid", "val")
CONTACT_STATE = _question("3.2.lage-kontakt", "val")
AGREEMENT_FORM = _question("3.3.form", "flerval", "sip")
INSTRUMENTS = _question("3.4.instrument", "tabell", "verktyg")
AGREEMENT_PART = _question("3.8.medverkar", "val", "nej")
BURDEN = _question("3.12.belastning", "val", "1", "2", "3", "4", "5")
BURDEN_BEFORE = _question("3.12.tid-fore", "tal")
BURDEN_AFTER = _question("3.12.tid-efter", "tal")
BURDEN_RULE = _question("3.12.om-okar", "langtext")
AGREEMENT_REVIEW = _question("3.16.oversyn", "datum")
AGREEMENT_OWNER = _question("3.16.vem", "text")

# -- parts and wholes: a part that is larger than its whole is a slip ------------------------------------------------
#: Two answers, the first a part of the second.
PARTS_OF_ANSWERS = ((_question("3.2.enheter-privata", "tal"), _question("3.2.enheter", "tal")),
                    (_question("3.9.utbildade", "tal"), _question("3.9.utbildade-av", "tal")))
#: By table: two columns, the first a part of the second.
PARTS_OF_ROWS = {
    _question("1.12.vardcentraler", "tabell", "alla", "privata", "nadda"): (("privata", "alla"), ("nadda", "privata")),
    _question("2.2.valmojlighet-enheter", "tabell", "valbart", "enheter"): (("valbart", "enheter"),),
    _question("2.3.utan-kontakt", "tabell", "antal", "listade"): (("antal", "listade"),),
    _question("2.6.utbildade", "tabell", "utbildade", "enheter"): (("utbildade", "enheter"),),
    _question("2.10.sabo", "tabell", "med_kontakt", "boende"): (("med_kontakt", "boende"),),
    _question("3.5.webbtidbok", "tabell", "anslutna", "enheter"): (("anslutna", "enheter"),),
}

GAP = _question("2.3.gap", "langtext")

# -- national goals: a goal of a later set is told apart by which of these it follows --------------------------------
SHARE_GOAL, DOCTOR_INDEX_GOAL, INDEX_GOAL = "KON-M1", "KON-M2", "KON-M3"
HOMES_SHARE_GOAL, HOMES_INDEX_GOAL = "KON-M4", "KON-M5"
#: The guide value for how many inhabitants a specialist doctor has.
GUIDE_VALUE = "KON-RV1"
#: The goals that are about the index and not about the share.
INDEX_GOALS = (DOCTOR_INDEX_GOAL, INDEX_GOAL, HOMES_INDEX_GOAL)
GOALS = (SHARE_GOAL, DOCTOR_INDEX_GOAL, INDEX_GOAL, HOMES_SHARE_GOAL, HOMES_INDEX_GOAL, GUIDE_VALUE)


def missing_questions(plan: PlanKey, known: Mapping[str, Question]) -> Iterator[str]:
    """Yield what code needs of a plan's questions and that is not there, as sentences that name the file."""
    for identity, needed in QUESTIONS.items():
        if not identity.startswith(_NUMBER_OF[plan]):
            continue
        found = known.get(identity)
        if found is None:
            yield catalog_texts.FAULT_ANCHOR.format(plan=plan, id=identity)
            continue
        if found.kind != needed.kind:
            yield catalog_texts.FAULT_ANCHOR_KIND.format(plan=plan, id=identity, kind=needed.kind)
        there = {*(option.id for option in found.options), *(column.id for column in found.columns)}
        for part in needed.parts:
            if part not in there:
                yield catalog_texts.FAULT_ANCHOR_PART.format(plan=plan, id=identity, part=part)


def missing_goals(known: Collection[str]) -> Iterator[str]:
    """Yield the goals that code needs and that are not there, as sentences that name the file."""
    for identity in GOALS:
        if identity not in known:
            yield catalog_texts.FAULT_ANCHOR_GOAL.format(id=identity)
