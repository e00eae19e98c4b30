"""The Swedish words of the checklist as it is printed: boxes to tick, room to write, and what is answered."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import demands as demand_texts
from nvplan.texts.documents import JUDGEMENT, listed

HOW = ("Sätt ett kryss på varje rad och skriv hur ni vet det. Ska och lag binder. Bör väntas av er. Centralt lyfts som "
       "viktigt. Kan är frivilligt. Ett kryss som redan står där är bedömt i planen.")
QUESTIONS_ABOUT = "Planernas kärnfrågor med svaret i dag. Långa svar står hela i planerna."
_SHORT = {"region": "region", "kommun": "kommun"}
COLUMN_REQUIREMENT = "Krav"
COLUMN_BINDS = "Gäller"
COLUMN_NOW = "Uppfyllt"
COLUMN_NOTE = "Så vet vi"
BOXES = {"uppfyllt": "Ja", "delvis": "Delvis", "ej_uppfyllt": "Nej", "ej_tillampligt": "Berör inte"}
COLUMN_ANSWER = "Svar i dag"
COLUMN_NEW = "Nytt svar eller anteckning"
TYPICAL = "Visas ofta med: {evidence}"
COUNTY_ANSWER = "{text} (länets svar)"


def area(name: str, count: int) -> str:
    """Return an area with how many requirements it has."""
    return f"{name}, {count} krav"


def binds(modality: str, kinds: Sequence[str]) -> str:
    """Return how binding a requirement is and for whom, in few words."""
    return f"{modality}: {', '.join(_SHORT.get(kind, demand_texts.ADDRESSEE[kind]) for kind in kinds)}"


def met(met: int, assessed: int, applicable: int) -> str:
    """Return by how many of those whom it is about a requirement is met, and how many have judged, in few words."""
    if not applicable:
        return common_texts.NOT_APPLICABLE
    if not assessed:
        return JUDGEMENT["ej_bedomd"]
    return f"{met} av {applicable}, bedömt av {assessed}"


def answered(given: int, asked: int, silent: Sequence[str]) -> str:
    """Return by how many a question is answered, and who is left where they are few."""
    left = f" {listed(silent)} har inte svarat." if silent else ""
    return f"{given} av {asked} har svarat.{left}"
