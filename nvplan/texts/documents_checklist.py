"""The Swedish words of the checklist as it is printed: boxes to tick, room to write, and what is answered."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import demands as demand_texts
from nvplan.texts.documents import JUDGEMENT, NOT_WHOLLY, listed

FILL_IN = ("I Word fyller ni i fälten med färg och skickar tillbaka filen. Skriv roller, aldrig namn. "
           "Det här förs in:")
COMES_BACK_COUNTY = (
    "Bedömning, underlag och motivering för de krav som bara en aktör ska uppfylla.",
    "Svaren på de kärnfrågor som gäller hela länet, och på dem som bara en aktör svarar på.",
    "Krav och frågor som gäller flera saknar fält här. Var och en bedömer och svarar i sin egen checklista.",
)
COMES_BACK_ACTOR = (
    "Er bedömning, er arbetsstatus, ert underlag och er motivering för varje krav som gäller er.",
    "Era svar på kärnfrågorna. Grå svar gäller hela länet och ändras inte här.",
    "Annat som ni skriver i filen förs inte in. Det visas för den som tar emot filen.",
)
MODALITIES = "Ska och lag binder. Bör väntas av er. Centralt lyfts som viktigt. Kan är frivilligt."
OTHER_SETS = "Här finns också krav ur: {sets}."
EACH = "Var och en"
SECTION = "Avsnitt {numbers}"
HOW = (f"Sätt ett kryss på varje rad och skriv hur ni vet det. Vad som ofta visar det står i kursiv stil. {MODALITIES} "
       "Ett kryss som redan står där är bedömt i planen.")
QUESTIONS_ABOUT = "Planernas kärnfrågor med svaret i dag. Långa svar står hela i planerna."
_SHORT = {"region": "region", "kommun": "kommun"}
COLUMN_REQUIREMENT = "Krav"
COLUMN_MODALITY = "Grad"
COLUMN_NOW = "Uppfyllt"
COLUMN_NOTE = "Anteckning"
BOXES = {"uppfyllt": "Ja", "delvis": "Delvis", "ej_uppfyllt": "Nej", "ej_tillampligt": "Berör\u00a0inte"}
COLUMN_AREA = "Område"
COLUMN_BINDS = "Gäller"
TO_PRINT = ("Krav i länet", "Kärnfrågor i länet")
TO_PRINT_ABOUT = "En rad för varje, att läsa och skriva ut. Det som skrivs här förs inte in i planen."
COLUMN_ANSWER = "Svar i dag"
COLUMN_NEW = "Nytt svar eller anteckning"
COUNTY_ANSWER = "{text} (länets svar)"


def on_screen(about: str, sheet: str) -> str:
    """Return what a sheet with a row for each actor is, and that another is to be printed."""
    return (f"{about} Här fyller ni i på skärmen. Skriv ut bladet {sheet}. "
            "Vill ni ha några rader härifrån på papper: markera dem och skriv ut markeringen.")


def area(name: str, count: int) -> str:
    """Return an area with how many requirements it has."""
    return f"{name}, {count} krav"


def binds(modality: str, kinds: Sequence[str], sections: Sequence[str]) -> str:
    """Return how binding a requirement is, for whom, and in which section it stands."""
    told = f"{modality}: {_named(kinds)}"
    return f"{told}\n{SECTION.format(numbers=', '.join(sections))}" if sections else told


def whom(kinds: Sequence[str], sections: Sequence[str]) -> str:
    """Return whom a requirement binds, and in which section it stands, on one line."""
    return ". ".join([_named(kinds), *([SECTION.format(numbers=", ".join(sections))] if sections else [])])


def _named(kinds: Sequence[str]) -> str:
    return ", ".join(_SHORT.get(kind, demand_texts.ADDRESSEE[kind]) for kind in kinds)


def out_of(text: str, named: str) -> str:
    """Return what a requirement says, and which set it is of."""
    return f"{text} ({named})"


def met(met: int, assessed: int, applicable: int) -> str:
    """Return by how many of those whom it is about a requirement is met, and how many have judged, in few words."""
    if not applicable:
        return common_texts.NOT_APPLICABLE
    if not assessed:
        return JUDGEMENT["ej_bedomd"]
    if applicable == 1:
        return JUDGEMENT["uppfyllt"] if met else NOT_WHOLLY
    return f"{met} av {applicable}, bedömt av {assessed}"


def answered(given: int, asked: int, silent: Sequence[str]) -> str:
    """Return by how many a question is answered, and who is left where they are few."""
    left = f" {listed(silent)} har inte svarat." if silent else ""
    return f"{given} av {asked} har svarat.{left}"
