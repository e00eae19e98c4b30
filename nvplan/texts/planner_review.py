"""The Swedish strings of the planner's requirements and review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import demands as demand_texts
from nvplan.texts.planner_objects import joined

# -- requirements --------------------------------------------------------------------------------------------------
JUDGEMENT_MARK = {"uppfyllt": "✓", "delvis": "◐", "ej_uppfyllt": "✗", "ej_bedomd": "·", "ej_tillampligt": "–"}
JUDGEMENT = {"uppfyllt": "uppfyllt", "delvis": "delvis", "ej_uppfyllt": common_texts.NOT_MET,
             "ej_bedomd": "inte bedömt", "ej_tillampligt": common_texts.NOT_APPLICABLE}
#: The same of several.
_COUNTED = {"uppfyllt": "uppfyllda", "delvis": "delvis", "ej_uppfyllt": "inte uppfyllda",
            "ej_bedomd": "inte bedömda", "ej_tillampligt": "inte tillämpliga"}
WORK = {"ej_paborjad": "inte påbörjat", "pagar": "pågår", "till_granskning": "granskas", "klar": "klart"}
COLUMN_JUDGEMENT = "Bedömning"
COLUMN_MODALITY = "Hur bindande"
COLUMN_REQUIREMENT = "Krav"
COLUMN_WORK = "Arbete"
COLUMN_CODE = "Kod"
COLUMN_MET = "Uppfyllt av"
WHOLE_COUNTY = "Hela länet"
WHOLE_COUNTY_DETAIL = "alla aktörer sammanlagt"
ACTOR_TITLE = "Vems checklista?"
JUDGE_NEEDS_ACTOR = "Välj en aktör med F3 först. Hela länet är summan av aktörernas bedömningar."
FILTER_MODALITY = "Hur bindande"
FILTER_PLAN = "Plan"
FILTER_JUDGEMENT = "Bedömning"
MET_BY = "{met} av {count}"
SIDE_BINDS = "Gäller"
SIDE_READING = "källan säger inte vem, detta är en tolkning"
SIDE_SOURCE = "Källa"
SIDE_EVIDENCE = common_texts.TYPICAL_EVIDENCE
SIDE_REASON = "Motivering"
SIDE_SHOWN_BY = "Visas av"
SIDE_NOTE = "Att veta"
SIDE_ASSESSED = "Bedömt av"
SIDE_ACTORS = "Aktör för aktör"
SIDE_LINKED = "Hör till kravet"
ADDRESSEE = demand_texts.ADDRESSEE
REQUIREMENTS_ABOUT = ("Checklistan visar kraven som riktar sig till en aktör, de mest bindande först. Bedömningen "
                      "säger om kravet är uppfyllt. Arbetet säger hur långt ni har kommit med att bedöma det. En "
                      "frivillig rekommendation visas aldrig som ett ska-krav.")
REQUIREMENTS_EMPTY = "Inget krav riktar sig till den här aktören."
NO_REQUIREMENT_PLACE = "Kravet hör inte till kraven som planen följer."

# -- review --------------------------------------------------------------------------------------------------------
LEVEL_MARK = {"fel": "✗ Fel", "varning": "▲ Varning", "info": "i Upplysning"}
LEVEL_NAME = {"fel": "fel", "varning": "varningar", "info": "upplysningar"}
LEVEL_ONE = {"fel": "fel", "varning": "varning", "info": "upplysning"}
LEVEL_TITLE = {"fel": "Fel", "varning": "Varningar", "info": "Upplysningar", "kvitterad": "Får stå"}
ACKNOWLEDGED_MARK = "✓ Får stå"
STANDING = "{count} får stå"
MAY_STAND = "Får stå: {title}"
REVIEW_ABOUT = ("Granska läser planen som en noggrann läsare. Ett fel behöver rättas, en varning behöver ett ställnings"
                "tagande, och en upplysning är bra att veta. Det som ni har tagit ställning till kan få stå, med ett "
                "skäl.")
REVIEW_WAITS = "Granskar planen …"
REVIEW_EMPTY = "Inget att anmärka på. Bra jobbat."
KEY_GROUP, HELP_GROUP = "Öppna gruppen", "Högerpilen visar hela gruppen, vänsterpilen bara de första igen."
DO = "→ "
REVIEW_REMEDY = "Gör så här"
REVIEW_WHY = "Varför"
REVIEW_REASON = "Skäl att låta stå"
REVIEW_SOURCE = "Källa"
REVIEW_PLACE = "Gäller"
COLUMN_LEVEL = "Slag"
COLUMN_FINDING = "Anmärkning"
REASON_TITLE = "Varför får anmärkningen stå?"
REASON_LABEL = "Skäl"
REASON_HINT = "Till exempel: vi väntar på beslut i nämnden i maj."
REASON_KEYS = "Enter sparar. Esc stänger utan att ändra."
REASON_REMOVE_TITLE = "Ta bort skälet, så att anmärkningen visas igen?"
REASON_REMOVE_YES = "Visa anmärkningen igen"
NOWHERE = "Stället som anmärkningen gäller finns inte längre."


NOT_COUNTED = "…"


def findings(counts: Mapping[str, int]) -> str:
    """Return how many findings there are of each level, the most serious first."""
    parts = [f"{count} {LEVEL_ONE[level] if count == 1 else LEVEL_NAME[level]}"
             for level, count in counts.items() if count]
    return ", ".join(parts)


def findings_and_standing(counts: Mapping[str, int], standing: int) -> str:
    """Return how many findings there are of each level, and how many of all have been let stand."""
    return ", ".join(part for part in (findings(counts), STANDING.format(count=standing) if standing else "") if part)


def tally(counts: Mapping[str, int]) -> str:
    """Return how many requirements have each judgement, with the mark and in words."""
    return "  ".join(f"{JUDGEMENT_MARK[judgement]} {count} {(JUDGEMENT if count == 1 else _COUNTED)[judgement]}"
                     for judgement, count in counts.items() if count)


def binds(kinds: Sequence[str], stated: bool) -> str:
    """Return whom a requirement binds; where the text names nobody it says that this is our reading."""
    named = joined([ADDRESSEE[kind] for kind in kinds])
    return named if stated else f"{named} ({SIDE_READING})"
