"""The Swedish words of the checklist as it is printed: boxes to tick, room to write, and what is answered."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import demands as demand_texts
from nvplan.texts.documents import NOT_ANSWERED, listed
from nvplan.texts.documents_statements import count as count_told

FILL_IN = ("I Word fyller ni i fälten med färg och skickar tillbaka filen. Skriv roller, aldrig namn. "
           "Det här förs in:")
COMES_BACK_COUNTY = (
    "Bedömning, underlag och motivering för de krav som bara en aktör ska uppfylla.",
    "Svaren på de kärnfrågor som gäller hela länet, och på dem som bara en aktör svarar på.",
)
COMES_BACK_ALONE = (
    "Bedömning, underlag och motivering för varje krav.",
    "Svaren på kärnfrågorna.",
)
COMES_BACK_ACTOR = (
    "Er bedömning, er arbetsstatus, ert underlag och er motivering för varje krav som gäller er.",
    "Era svar på kärnfrågorna.",
)
_IN_THE_PLAN = "Svar som är tabeller skrivs i planen, och så även insatser och mål."
#: What does not come back.
STAYS_COUNTY = ("Krav och frågor som gäller flera saknar fält här. Var och en bedömer och svarar i sin egen "
                f"checklista. {_IN_THE_PLAN}")
STAYS_ALONE = _IN_THE_PLAN
STAYS_ACTOR = ("Det som står som länets svar ändras inte här, och tabeller skrivs i planen. Annat som ni skriver i "
               "filen förs inte in. Det visas för den som tar emot filen.")
MODALITIES = ("Ska och lag binder. Mål är vad som ska nås. Bör väntas av er. Centralt lyfts som viktigt. "
              "Kan är frivilligt.")
_JUDGE = ("Välj bedömning och arbetsstatus i listorna, och skriv underlag och motivering. Skriv roller, aldrig namn. "
          f"{MODALITIES}")
GRID_REQUIREMENTS_ABOUT = f"En rad för varje krav och aktör. {_JUDGE}"
GRID_REQUIREMENTS_ABOUT_ACTOR = f"En rad för varje krav. {_JUDGE}"
GRID_QUESTIONS_ABOUT = (f"En rad för varje kärnfråga och den som svarar. Det som saknar svar står som {NOT_ANSWERED}. "
                        "Tabeller, insatser och mål fylls i i planen.")
GRID_QUESTIONS_ABOUT_ACTOR = (f"En rad för varje kärnfråga. Det som saknar svar står som {NOT_ANSWERED}. Grå svar "
                              "gäller hela länet och ändras inte här. Tabeller, insatser och mål fylls i i planen.")
OTHER_SETS = "Här finns också krav ur: {sets}."
SECTION = "Avsnitt {numbers}"
HOW = (f"Sätt ett kryss på varje rad och skriv hur ni vet det. Vad som ofta visar det står i kursiv stil. {MODALITIES}")
TICKED = "Ett kryss som redan står där är bedömningen i planen."
TICKED_SEVERAL = ("Ett kryss som redan står där är bedömningen i planen, av alla som kravet berör. "
                  "Ett tal är hur många som har bedömt så.")
QUESTIONS_ABOUT = "Planernas kärnfrågor med svaret i dag. Långa svar står hela i planerna."
_SHORT = {"region": "region", "kommun": "kommun"}
COLUMN_REQUIREMENT = "Krav"
COLUMN_MODALITY = "Grad"
COLUMN_NOW = "Bedömt"
COLUMN_NOTE = "Anteckning"
BOXES = {"uppfyllt": "Ja", "delvis": "Delvis", "ej_uppfyllt": "Nej", "ej_tillampligt": "Berör\u00a0inte"}
COLUMN_AREA = "Område"
COLUMN_BINDS = "Gäller"
TO_PRINT = ("Krav i länet", "Kärnfrågor i länet")
TO_PRINT_ABOUT = "En rad för varje, att läsa och skriva ut. Det som skrivs här förs inte in i planen."
COLUMN_ANSWER = "Svar i dag"
COLUMN_NEW = "Nytt svar eller anteckning"
COUNTY_ANSWER = "Länets svar: {text}"
COUNTY_SILENT = "Länet har inte svarat."
ANSWERS = "{name} svarar."
NOT_ANSWERED_TABLE = "Inte besvarad. Svaret är en tabell och fylls i i planen."
_REGISTERS = {"insats": ("En insats", "insatser", "i insatsförteckningen"), "mal": ("Ett mål", "mål", "i planen")}
_REGISTER = "En post", "poster", "i planen"
OUTCOMES = common_texts.MET, "Inte helt uppfyllda", common_texts.UNMET, common_texts.UNASSESSED
_JUDGED = {"uppfyllt": "Uppfyllt", "delvis": "Delvis", "ej_uppfyllt": "Inte uppfyllt", "ej_tillampligt": "Berör inte",
           "ej_bedomd": "Inte bedömt"}


def on_screen(about: str, sheet: str) -> str:
    """Return what a sheet with a row for each actor is, and that another is to be printed."""
    return f"{about} Här fyller ni i på skärmen. På papper skriver ni ut bladet {sheet}."


def progress(plan: str, answered: str) -> str:
    """Return how many of a plan's core questions are answered, on a line."""
    return f"{plan}, kärnfrågor: {answered}"


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


def judged_by(given: int, bound: int) -> str:
    """Return how many of those whom a requirement binds have judged it."""
    return f"{given} av {bound}"


def judged(counts: Sequence[tuple[str, int]]) -> str:
    """Return how many have judged a requirement how, a line each; `ej_bedomd` is those who have not."""
    lines = (f"{_JUDGED[judgement]}: {count}" for judgement, count in counts if count)
    return "\n".join(line.replace(" ", "\u00a0") for line in lines)


def answered(given: int, asked: int, silent: Sequence[str], chosen: Sequence[tuple[str, int]] = (),
             *, noun: str = "") -> str:
    """Return by how many a question is answered, how many chose what, and who is left where they are few."""
    who = f"Alla {asked}" if noun and given == asked else f"{given} av {asked}"
    told = [f"{' '.join(part for part in (who, noun) if part)} har svarat.",
            *(f"{label.rstrip('.')}: {count}." for label, count in chosen)]
    return " ".join([*told, *([f"{listed(silent)} har inte svarat."] if silent else [])])


def registered(kind: str, count: int, lacking: int) -> str:
    """Return how many a register has of what a question is about, how many of them lack something, and where."""
    one, several, where = _REGISTERS.get(kind, _REGISTER)
    if not count:
        return f"Inga {several} än."
    it, single = ("Det", "ett") if one.startswith("Ett ") else ("Den", "en")
    if count == 1:
        return f"{one}{', som saknar uppgifter' if lacking else ''}. {it} står {where}."
    lack = f", varav {single if lacking == 1 else count_told(lacking)} saknar uppgifter" if lacking else ""
    return f"{common_texts.in_words(count).capitalize()} {several}{lack}. De står {where}."
