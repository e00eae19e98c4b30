"""What is said about the shared objects: faults, references, lists and removal. Field names: fields.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from nvplan.texts import registers as registers_texts
from nvplan.texts import units as units_texts

# -- faults that the model finds -----------------------------------------------------------------------------------
NOT_A_NUMBER = "Skriv ett tal, till exempel 12,5 eller 1 000."
NOT_WHOLE = "{number} har decimaler. Skriv ett heltal."
REACH_TOO_LARGE = "{part} av {whole} går inte ihop. Det som har nåtts kan inte vara fler än alla."
END_BEFORE_START = "Slutet ligger före starten. Rätta det ena datumet."
DECISION_DATES = "Det sista beslutsdatumet ligger före det första. Rätta det ena datumet."
ADOPTED_TOO_MANY = "{part} av {whole} organ går inte ihop. Fler kan inte ha antagit än det finns organ."
CONDITION_TOO_MANY = "Villkoret kräver {part} av {whole} aktörer. Välj fler aktörer eller ett lägre antal."
CONDITION_ON_ITSELF = "Ett beslut kan inte ha sig självt som villkor. Välj andra aktörer."
CONDITION_BEFORE = "Villkoret uppfylldes före beslutet. Rätta det ena datumet."
DUE_BEFORE_RAISED = "Svarsdagen ligger före den dag då hindret lyftes. Rätta det ena datumet."
ANSWERED_BEFORE_RAISED = "Svaret kom före den dag då hindret lyftes. Rätta det ena datumet."
SOLVED_BEFORE_RAISED = "Hindret löstes före den dag då det lyftes. Rätta det ena datumet."
OUTSIDE_PERCENT = "Skriv en andel från 0 till 100 procent."
OUTSIDE_INDEX = "Ett kontinuitetsindex ligger mellan 0 och 1. Skriv till exempel 0,33."
STATE_WITH_NUMBER = "Ett mål utan tal har varken basvärde eller målvärde. Ta bort talen, eller välj ett värde."
REACHED_AND_NOT = "Målet har en dag då det nåddes men läget säger något annat. Rätta det ena."
UNIT_OF_SHARE = "En andel anges i procent. Välj enheten procent."
UNIT_OF_INDEX = "Ett kontinuitetsindex anges som tal från 0 till 1. Välj enheten index."
NUMERATOR_TOO_LARGE = "{part} av {whole} går inte ihop. Täljaren kan inte vara större än antalet."
PERIOD_BACKWARDS = "Perioden slutar innan den börjar. Rätta det ena datumet."
SHARE_NEEDS_DENOMINATOR = ("En andel behöver en nämnare. Välj vad andelen räknas på, till exempel befolkningen eller "
                           "listade.")
VALID_BEFORE_DATE = "Giltigheten slutar innan underlaget är daterat. Rätta det ena datumet."
REVIEW_BEFORE_DATE = "Översynen ligger före underlagets datum. Rätta det ena datumet."
DEADLINE_BEFORE_PERIOD = "Sista dagen ligger före periodens början. Rätta det ena datumet."

# -- faults told with the field's name -----------------------------------------------------------------------------
FIELD_MISSING = "Fältet ”{field}” är tomt. Fyll i det."
FIELD_UNKNOWN = "Fältet ”{field}” finns inte."
FIELD_UNKNOWN_NEAR = "Fältet ”{field}” finns inte. Menar ni {near}?"
FIELD_ELSEWHERE = "”{field}” skrivs på aktörens medel, som redovisningen läser. Töm fältet här när det stämmer där."
FIELD_SYSTEM = "Fältet ”{field}” skrivs av programmet och går inte att ändra."
FIELD_FAULT = "{field}: {fault}"
FIELD_AND = " och "
FIELD_NOT_LIST = "{field}: skriv en lista."
FIELD_NOT_REFERENCE = "{what} ”{text}” finns inte."
FIELD_NOT_REFERENCE_AMONG = "{what} ”{text}” finns inte. Välj {known}."
FIELD_NOT_REFERENCE_NEAR = "{what} ”{text}” finns inte. Menar ni {near}?"
FIELD_SELF = "posten kan inte hänvisa till sig själv."
_FAULTS = {
    "missing": FIELD_MISSING,
    "extra_forbidden": FIELD_UNKNOWN,
    "string_too_long": "{field}: texten är för lång. Högst {max_length} tecken får plats.",
    "string_too_short": "{field}: skriv minst {min_length} tecken.",
    "string_type": "{field}: skriv en text.",
    "int_type": "{field}: skriv ett heltal.",
    "tuple_type": FIELD_NOT_LIST,
    "greater_than_equal": "{field}: talet är för litet. Minst {ge}.",
    "less_than_equal": "{field}: talet är för stort. Högst {le}.",
    "finite_number": "{field}: " + NOT_A_NUMBER,
    "literal_error": "{field}: välj något av {expected}.",
}
ID_FAULT = ("”{id}” går inte att använda som id. Använd små bokstäver a–z, siffror, punkt, bindestreck och @, "
            "högst 80 tecken.")
_OTHER_FAULT = "{field}: värdet passar inte."


def field_fault(label: str, kind: str, context: Mapping[str, object]) -> str:
    """Return what is wrong with a field, from the kind of fault that the validation reports."""
    told = {name: str(value) for name, value in context.items()}
    if "expected" in told:
        told["expected"] = told["expected"].replace(" or ", " eller ").replace("'", "")
    return _FAULTS.get(kind, _OTHER_FAULT).format(**{**told, "field": label})


def either(names: Iterable[str]) -> str:
    """Return names as alternatives: a, b eller c."""
    known = list(names)
    return known[0] if len(known) == 1 else ", ".join(known[:-1]) + " eller " + known[-1]


# -- what is said when it is done ----------------------------------------------------------------------------------
SAVED_AS = "Sparat som {id}."
REMOVED = "Borttaget."
ROW_TWICE = ("Två rader heter likadant. Ge raderna olika namn, eller skriv den äldre uppgiften under Mål och mått.")
ROW_SAYS_MORE = ("Raden ”{title}” hör till en {type} som säger mer än raden. Ta bort den i sin egen lista, "
                 "eller töm cellerna här.")
STILL_MENTIONED = "Det nämns fortfarande i {places}."
STILL_MORE = "{count} ställen till"
MENTION = "{id} (”{title}”)"
MENTION_ANSWERS = "{count} svar"

# -- actors --------------------------------------------------------------------------------------------------------
ACTOR_FIXED = "{name} hör till länet och går inte att ta bort."
ACTOR_FIXED_CHANGE = "{name} hör till länet. Namn och slag går inte att ändra."
ACTOR_NOT_ADDED = "Regionen och länets kommuner finns redan. Lägg till aktörer av ett annat slag."
ACTOR_RESERVED = "”{id}” betyder hela länet. Välj ett annat id."
MEMBERS_ONLY = "Bara en delregion eller en RSS har kommuner. Välj ett av de slagen."
SUBREGION_ONLY = "Bara en delregion får frågor som andra. Välj slaget delregion."
SUBREGION_MEMBER = "{name} är ingen kommun. Välj bara kommuner."
ACTOR_TYPE_CHANGE = "Slaget går inte att ändra när aktören finns. Lägg till en ny aktör i stället."

# -- ids that are made of fields -----------------------------------------------------------------------------------
KEY_MISMATCH = "Id:t ”{id}” hör inte till {what}. Rätt id är ”{right}”."
#: By type: what an id is made of, and what to do where that is missing.
KEYS: dict[str, tuple[str, str]] = {
    "kravbedomning": ("kravet och aktören", "Ange kravet och aktören, eller ett id som kon-01@region."),
    "utskick": ("aktören", "Ange aktören."),
    "godkannande": ("kapitlet", "Ange kapitlet, till exempel 1.2."),
    "kvittens": ("regeln och platsen", "Ange regeln och platsen som granskningen visar."),
}
AREA_LOOP = "”{title}” kan inte ligga under ”{parent}”, som redan ligger under ”{title}”."
AREA_LEVELS = "”{title}” skulle hamna på nivå {level}. Målområden har högst {most} nivåer."
EFFORT_LOOP = "”{title}” kan inte vara del av ”{parent}”, som redan är del av ”{title}”."
CONDITION_ON_BYSTANDER = "Villkoret gäller {name}, som inte fattar något sådant beslut. Välj aktörer som beslutar."
MILESTONE_LATE = "Delmålet ”{title}” ({date}) ligger efter insatsens slut ({end}). Rätta det ena datumet."
REPORT_FROZEN = "Rapporttillfället är fryst och går inte att ändra. Skapa ett nytt tillfälle."

# -- what references point at: in a sentence, in the definite form --------------------------------------------------
#: What two plans ask with the same words, with which of them it is.
OF_PLAN = "{title} ({plan})"
TARGETS = {
    "aktor": "aktören", "krav": "kravet", "mal": "målet", "insats": "insatsen",
    "malomrade": "målområdet", "fraga": "frågan",
    "kapitel": "kapitlet", "nationellt_mal": "det nationella målet", "indikator": "indikatorn",
    "hinder": "hindret", "mote": "mötet", "motespunkt": "mötespunkten", "inlagg": "inlägget",
    "formular": "formuläret", "rapporttillfalle": "rapporttillfället", "granskningsregel": "regeln",
    **registers_texts.TARGETS,
}

# -- several at once -----------------------------------------------------------------------------------------------
EACH_EMPTY = "Listan i ”each” är tom. Skriv minst en rad."
EACH_FAULT = "På rad {number} i ”each”: {fault}"
EACH_NOT_LIST = 'Skriv ”each” som en lista av fält, till exempel "each": [{"actor": "0780", "date": "2026-02-04"}].'


def saved_several(ids: Sequence[str]) -> str:
    """Return that several objects are stored, with their ids."""
    return f"Sparat som {', '.join(ids)}."


def spread_told(number: int) -> str:
    """Return how many got the same decision."""
    who = "1 aktör" if number == 1 else f"{number} aktörer"
    return f"{who} har fått beslutet. Skriv dag och diarienummer för var och en."


MANY_EMPTY = "Inget är valt. Märk posterna först."
MANY_FAULT = "”{name}”: {fault} Inget är ändrat."
MANY_REMOVED = "{what} är borttagna."
NO_DUPLICATE = "Det finns bara en för varje sak. Den går inte att dubblera."
COPY_OF = "{name} (kopia)"
_SHOWN = 3


def many_told(words: tuple[str, str], changed: int, count: int, left: Sequence[str]) -> str:
    """Return how many were changed, how many had it already, and which someone else has changed and were left."""
    one, several = words
    told = [f"Ändrat i {changed} {one if changed == 1 else several}." if changed else "Inget ändrades."]
    same = count - changed - len(left)
    if same:
        told.append(f"{same} hade redan det värdet.")
    if left:
        more = f" och {len(left) - _SHOWN} till" if len(left) > _SHOWN else ""
        told.append(f"Någon annan har ändrat {', '.join(left[:_SHOWN])}{more}. De är kvar som de var.")
    return " ".join(told)


# -- the command ---------------------------------------------------------------------------------------------------
LIST_EMPTY = "Det finns inget av slaget {kind} ännu. Lägg till med ”nvplan objekt FIL {type} satt”."
NOT_GIVEN = "–"
NO_ID_TO_REMOVE = "Ange id för det som ska tas bort. ”nvplan objekt FIL {type} lista” visar alla."
NO_ID_TO_DUPLICATE = "Ange id för det som ska dubbleras. ”nvplan objekt FIL {type} lista” visar alla."
ONE_ID = "Ange ett id i taget. Flera går att ändra (satt) och ta bort (bort) på en gång."
NO_ID_TO_CONFIRM = "Ange id för det som ska bekräftas. ”nvplan objekt FIL {type} lista” visar alla."
NOT_JSON = 'Skicka fälten som JSON på standard in, till exempel {"title": "Gemensam teamutbildning"}.'
COLUMN_ID = "Id"
#: The amount first: a narrow column never breaks it.
COST = "{amount} · {title}"
STEP = "{date}: {before} → {after}"

KINDS: dict[str, tuple[str, str]] = {
    "insats": ("Insats", "Något ni gör eller ska göra. Läge och spridning anges var för sig."),
    "planuppgift": ("Planuppgift", "Till när en plan gäller, när den ses över och vad som ska ändras."),
    "insamling": ("Insamling", "Vem som frågar aktörerna, till när och vart svaren skickas."),
    "utskick": ("Utskick", "Hur det går med en aktörs svar: skickat, inkommet och påmint."),
    "malomrade": ("Målområde", "Länets eget område, till exempel målområde, inriktning, programområde eller tema."),
    "delmal": ("Delmål", "En daterad del av en insats: vad som ska vara klart, när och vem som ser till det."),
    "mal": ("Mål", "Hur mycket, för vem och till när, räknat från ett utgångsvärde."),
    "matning": ("Mätning", "Ett uppmätt värde med nämnare, datum och källa."),
    "kravbedomning": ("Kravbedömning", "Hur långt en aktör har kommit med ett krav, och om det är uppfyllt."),
    "beslut": ("Beslut", "Vad ett organ har beslutat eller ska besluta."),
    "hinder": ("Hinder", "En fråga som har fastnat, och hur den lyfts från mikro till meso till makro."),
    "aktor": ("Aktör", "En organisation som deltar i planen."),
    "underlag": ("Underlag", "Ett dokument som planen stöder sig på. Dokumentet lagras inte i planen."),
    "mote": ("Möte", "En workshop, en dialog eller ett arbetsmöte. Skriv roller, inte namn."),
    "motespunkt": ("Mötespunkt", "En punkt på ett möte: vad den gäller och vad ni kom överens om."),
    "inlagg": ("Inlägg", "Vad någon sade på ett möte, på en rad. Inget namn står med."),
    "omgang": ("Omgång", "En stängd omgång av en bedömning: hur många som gav varje poäng."),
    "rapporttillfalle": ("Rapporttillfälle", "En redovisning som ska lämnas: till vem, för vilken period och när."),
    "kommentar": ("Remissynpunkt", "Vad en remissinstans tycker och hur ni tog hand om det."),
    "medel": ("Medel", "Pengar som en aktör har fått: hur mycket, vad de har gått till och vad som är kvar."),
    "datum": ("Datum", "En dag i redovisningsåret som länet har gjort till sin."),
    "godkannande": ("Godkännande", "Ett kapitel som en roll har läst och står för."),
    "kvittens": ("Anmärkning som får stå", "En anmärkning från Granska som ni har tagit ställning till, med skäl."),
    **registers_texts.KINDS,
}
"""Each type of shared object: what it is called and what it is."""
ARGUMENT_ID = ("objektets id; utan id ger ”satt” det ett nytt och skriver ut vilket, med flera ändrar ”satt” och tar "
               "”bort” bort alla på en gång")


def argument_type() -> str:
    """Return the help for the type of object, with every type that there is."""
    return "slag av objekt: " + ", ".join(KINDS)


def unit_of(count: Decimal | int, unit: str) -> str:
    """Return what is counted as it is said of so many: of one alone the unit has its singular (”1 av 1 kommun”)."""
    return units_texts.of_one(unit) if count == 1 else unit


def unnamed(kind: str) -> str:
    """Return what an entry is called that nothing says more about."""
    return f"{KINDS[kind][0]} utan rubrik"
