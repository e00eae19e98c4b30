"""Every Swedish string that the program shows. Content (questions, requirements, terms) lives in data/."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# -- words that every part of the program uses ---------------------------------------------------------------------
PLAN_IN_SENTENCE = {"gemensam": "den gemensamma planen", "kontinuitet": "planen för kontinuitet",
                    "patientkontrakt": "planen för patientkontrakt"}
PLAN_NAME = {"gemensam": "Gemensam plan för primärvård", "kontinuitet": "Handlingsplan för kontinuitet",
             "patientkontrakt": "Handlingsplan för patientkontrakt"}
STANDING = {"utkast": "utkast", "remiss": "på remiss", "beslutad": "beslutad"}
#: What stands where nothing has been given: an answer, or a fact.
NOT_ANSWERED, NOT_GIVEN = "inte besvarad", "inte angivet"
NOT_VERIFIED = "inte verifierad"
NOT_MET, NOT_APPLICABLE = "inte uppfyllt", "inte tillämpligt"
#: Requirements counted by how they are met.
MET, PARTLY, UNMET, UNASSESSED = "Uppfyllda", "Delvis", "Inte uppfyllda", "Inte bedömda"
TYPICAL_EVIDENCE, DISSENT, OF_WHICH_CHOSEN = "Exempel på underlag", "Avvikande mening", "Varav aktivt val"
ANSWERED_CORE = "Besvarade kärnfrågor"
LABELLED = "{label}: {value}"
SHARE_WITH_NAMED_DOCTOR = "Andel med namngiven fast läkarkontakt"
SHARE_WITH_DOCTOR = "Andel med fast läkarkontakt"
PREVIOUS_OCCASION = "Förra tillfället"
COUNTY_AND_YEAR = "{county}, plan {year}"
FROM_TO = "{first} – {last}"
NUMBER_OF = "{number} av {count}"
QUESTION_OF = "fråga {number} av {count}"
AND_MORE = "och {count} till"
NOTHING_FOUND = "Inget hittades. Prova ett kortare ord."
NOTHING_CHANGED = "Inget är ändrat."
EXAMPLE_MARK = "EXEMPEL – påhittade svar"
SIGNED_BY = "Undertecknas av"
HANDLED = "Behandling"
HANDED_IN = "inlämnad {date}"
SAME_AS_BEFORE = "Samma som förra gången"
DRAFT_FROM_PLAN = "utkast ur planen"
CARRIED_UNCONFIRMED = "Överförda, inte bekräftade"
INDEX_DOCTORS, INDEX_ALL = "Kontinuitetsindex för läkare", "Kontinuitetsindex för alla kontakter"
RECEIVED = "mottaget bidrag"
ORDER_MUST_RISE = "ordningen ska stiga rad för rad. Skriv ett högre tal än {before} i fältet ”order”."
TABLE_IN_PLAN = "Tabellen fylls i i planen."
OTHER_PLAN = ("{name} gäller {county}, plan {year}. Den här planen gäller {our_county}, plan {our_year}. "
              "Inget är infört.")

# -- what the planner says in more than one place ------------------------------------------------------------------
GO_TO_PREVIOUS = "Går till förra frågan."
OPEN_MARKED = "Öppnar det som är markerat."
BOX_CLOSES = "Pilarna rullar. Esc stänger."
CLOSE_UNSAVED = "Stäng utan att spara"
FILTER_HINT = "Skriv för att filtrera"
CAN_BE_UNDONE = "Det går att ångra med Ctrl+Z."
READ_AS = "Läst som {read}"
NEW_PLAN = "Ny plan för ett län"

MODALITY = {"ska": "Ska", "mal": "Mål", "lag": "Lag", "bor": "Bör", "central": "Centralt", "kan": "Kan"}

# -- numbers and dates ---------------------------------------------------------------------------------------------
#: What a field is called whose numbers are years.
YEARS = ("År", "Basår")
YEAR_UNREADABLE = "”{text}” är inget år. Skriv ett år, till exempel 2026."
NUMBER_UNREADABLE_WHOLE = "”{text}” är inget tal. Skriv ett heltal, till exempel 12 eller 1 000."
NUMBER_UNREADABLE = "”{text}” är inget tal. Skriv till exempel 12,5 eller 1 000."
NUMBER_AMBIGUOUS = "”{text}” kan läsas på två sätt. Skriv {whole} eller {decimal}."
NUMBER_TOO_LONG = "Talet har för många siffror. Högst {most} går att lagra utan att talet ändras."
DATE_UNREADABLE = "”{text}” är inget datum. Skriv till exempel 2027-03-01, våren 2027, 2027 eller 2024–2030."
DATE_NEEDS_DAY = "”{text}” räcker inte här. Skriv en dag eller en månad, till exempel 2027-03-01 eller mars 2027."
DATE_BACKWARDS = "”{text}” slutar innan den börjar. Skriv den första tiden först."
DATE_WINTER = "”{text}” hör till två år. Skriv månaderna, till exempel december 2026–februari 2027."
PART_SPRING, PART_SUMMER, PART_AUTUMN = "våren", "sommaren", "hösten"
HALVES = ("första halvåret", "andra halvåret")
QUARTERS = ("första kvartalet", "andra kvartalet", "tredje kvartalet", "fjärde kvartalet")
DATE_NO_SUCH_DAY = "Dagen ”{text}” finns inte. Skriv till exempel 2027-03-01."

# -- data/ ---------------------------------------------------------------------------------------------------------
CATALOG_MISSING = "Programmets data saknas i {folder}. Installera nvplan på nytt."
CATALOG_NOT_DATA = "I mappen {folder} finns inget {mark}. Ange mappen som innehåller katalogens filer."
CATALOG_CSV = "citattecknen går inte ihop. Kontrollera att varje öppnat citattecken stängs."
CATALOG_UNREADABLE = "Filen {file} går inte att läsa. Kontrollera att den finns."
CATALOG_NOT_UTF8 = "Filen {file} är inte sparad som UTF-8. Spara den som UTF-8."
CATALOG_COLUMNS = "Filen data/{file} har fel kolumner. Rätt är: {columns}."
CATALOG_CELLS = "Filen data/{file}, rad {row}: raden ska ha {count} fält."
CATALOG_ROW = "Filen {file}, rad {row}: {fault}"
CATALOG_WHOLE_ROW = "hela raden"

_CATALOG_FAULTS = {
    "missing": "fältet ”{field}” saknas. Lägg till det.",
    "extra_forbidden": "fältet ”{field}” är okänt. Rätta stavningen eller ta bort det.",
    "literal_error": "fältet ”{field}” ska vara något av {expected}.",
    "json_invalid": "raden är inte giltig JSON. Kontrollera citattecken, kommatecken och klamrar.",
    "string_type": "fältet ”{field}” ska vara text.",
    "bool_type": "fältet ”{field}” ska vara true eller false.",
    "int_type": "fältet ”{field}” ska vara ett heltal.",
    "tuple_type": "fältet ”{field}” ska vara en lista. Sätt hakparenteser om värdena.",
    "list_type": "fältet ”{field}” ska vara en lista. Sätt hakparenteser om värdena.",
    "dict_type": "fältet ”{field}” ska ha namn och värden inom klammer.",
    "model_type": "fältet ”{field}” ska ha fält och värden inom klammer.",
    "model_attributes_type": "fältet ”{field}” ska ha fält och värden inom klammer.",
    "bool_parsing": "fältet ”{field}” ska vara true eller false.",
    "int_parsing": "fältet ”{field}” ska vara ett heltal utan citattecken.",
    "int_from_float": "fältet ”{field}” ska vara ett heltal utan decimaler.",
    "decimal_type": "fältet ”{field}” ska vara ett tal med decimalpunkt, till exempel 12.5.",
    "decimal_parsing": "fältet ”{field}” ska vara ett tal med decimalpunkt, till exempel 12.5.",
    "finite_number": "fältet ”{field}” ska vara ett vanligt tal.",
    "string_pattern_mismatch": "fältet ”{field}” har fel form. Jämför med en annan rad i filen.",
    "string_too_long": "fältet ”{field}” är för långt. Högst {max_length} tecken får plats.",
    "string_too_short": "fältet ”{field}” är tomt. Skriv något eller ta bort fältet.",
    "too_long": "fältet ”{field}” har för många värden. Högst {max_length} får plats.",
    "too_short": "fältet ”{field}” har för få värden. Minst {min_length} behövs.",
    "greater_than": "fältet ”{field}” ska vara större än {gt}.",
    "greater_than_equal": "fältet ”{field}” ska vara minst {ge}.",
    "less_than_equal": "fältet ”{field}” ska vara högst {le}.",
    # The one rule of a model that goes beyond its fields: a figure without a time.
    "value_error": "”{field}” saknar tid. Skriv date eller year, så att läsaren vet när uppgiften gäller.",
}


CATALOG_NAME = "{folder} ({date})"


def catalog_missing_here(catalog: str, missing: Sequence[str]) -> str:
    """Return what of a plan the catalogue at hand does not know, and what to do; nothing of the plan is lost."""
    made = f"Planen är gjord med datamappen {catalog}. " if catalog else ""
    told = f"{', '.join(missing[:-1])} och {missing[-1]}" if len(missing) > 1 else missing[0]
    return (f"{made}Här saknas {told}. Allt ni har skrivit finns kvar i planen. Ange rätt mapp i "
            "NVPLAN_DATA och öppna planen igen.")


def absent_question(wanted: str) -> str:
    """Return that the catalogue at hand has no such question though the plan has an answer to it."""
    return f"Frågan {wanted} finns inte i den här datamappen. Svaret finns kvar i planen:"


def missing_set(identity: str) -> str:
    """Return that a requirement set is missing."""
    return f"kravmängden {identity}"


def missing_questions(count: int) -> str:
    """Return that questions which have answers are missing."""
    return "en fråga som har svar" if count == 1 else f"{count} frågor som har svar"


def missing_requirements(count: int) -> str:
    """Return that requirements which have been assessed are missing."""
    return "ett krav som är bedömt" if count == 1 else f"{count} krav som är bedömda"


CATALOG_JSON_AT = ("raden är inte giltig JSON från tecken {column}. Jämför klammer, citattecken och kommatecken med en "
                   "annan rad.")


def catalog_fault(field: str, kind: str, context: Mapping[str, object]) -> str:
    """Return what is wrong with a field in data/, from the kind of fault that the validation reports."""
    expected = str(context.get("expected", "")).replace("' or '", "', '").replace("'", "")
    known = _CATALOG_FAULTS.get(kind, "fältet ”{field}” har fel form. Jämför med en annan rad i filen.")
    return known.format(**{**context, "field": field, "expected": expected})


# -- answers -------------------------------------------------------------------------------------------------------
YES = "Ja"
NO = "Nej"
TEXT_SURROGATE = "Texten innehåller ett trasigt tecken som inte går att spara. Ta bort det och försök igen."
VALUE_NOT_JSON = "Svaret ska vara en lista i JSON, till exempel {sample}. Frågan är av slaget {kind}."
VALUE_NOT_TEXT = "Svaret ska vara en text."
VALUE_TOO_LONG = "Texten har {length} tecken. Högst {most} får plats."
VALUE_ONE_LINE = "Texten ska rymmas på en rad. Ta bort radbrytningarna."
VALUE_YES_NO = "”{text}” är varken ja eller nej. Skriv ja eller nej."
VALUE_NOT_OPTION = "”{text}” finns inte bland alternativen. Välj till exempel: {options}."
VALUE_WRONG_KIND = "Det som står där är {kind}."
NO_TEXT, NO_NUMBER, NO_DAY, NO_TABLE = "ingen text", "inget tal", "inget datum", "ingen tabell"
NO_OPTION, NO_OPTIONS, NO_YES_NO = "inget av alternativen", "ingen lista av alternativ", "varken ja eller nej"
VALUE_OPTION_UNKNOWN = "”{text}” finns inte bland alternativen i den här nvplan."
VALUE_COLUMN_UNKNOWN = "Kolumnen ”{column}” finns inte i tabellen i den här nvplan."
VALUE_WHOLE = "”{text}” har decimaler. Skriv ett heltal."
VALUE_DECIMALS = "”{text}” har för många decimaler. Skriv högst {most}."
VALUE_ALONE = "”{option}” går inte ihop med andra val. Välj antingen det eller de andra."
VALUE_TOO_MANY = "Ni kan välja högst {most}. Ta bort ett val först."
VALUE_MANY_ROWS = "Tabellen har för många rader. Högst {most} får plats."
VALUE_TABLE_TOO_LONG = "Tabellen har {length} tecken sammanlagt. Högst {most} får plats. Korta av texterna."
VALUE_NO_COLUMN = "Kolumnen ”{column}” finns inte i tabellen. Kolumnerna är: {columns}."
VALUE_INK = "Underskriften skrivs för hand. Lämna fältet tomt."


def question_removed(question: str, instead: str) -> str:
    """Return that a question is asked no more, and where what it asked for stands now."""
    return f"Frågan {question} finns inte längre. {instead}"


REGISTER_NOT_TYPED = ("Här skrivs inget svar. Steget visar vad som står i registret. Lägg till och ändra posterna där, "
                      "eller med nvplan objekt.")
REGISTER_NOW = "Frågan besvaras inte längre. Steget visar i stället vad som står i registret."
REGISTER_LACKS = "{title} – saknar {lacks}"
VALUE_NOT_IN_CELL = "Frågan besvaras med en tabell. Öppna cellen med Enter och fyll i raderna där."
VALUE_IN_CELL = "Rad {row}, {column}: {fault}"


def value_outside(number: str, least: str, most: str, unit: str) -> str:
    """Return that a number lies outside its bounds, with the bounds that exist."""
    after = f" {unit}" if unit else ""
    if least and most:
        return f"{number} ligger utanför gränserna. Skriv ett tal från {least} till {most}{after}."
    return f"{number} är för litet. Minst {least}{after}." if least else f"{number} är för stort. Högst {most}{after}."

# -- names that match nothing --------------------------------------------------------------------------------------
WHAT_COUNTY = "Länet"
WHAT_QUESTION = "Frågan"
WHAT_CHAPTER, WHAT_STEP = "Kapitlet", "Steget"
WHAT_SET = "Kravmängden"
WHAT_REQUIREMENT = "Kravet"
WHAT_ACTOR = "Aktören"
WHAT_PLAN = "Planen"
WHAT_TYPE = "Slaget"
HOW_COUNTY = "Skriv länets kod eller namn, till exempel 07 eller Kronoberg."
HOW_QUESTION = "Kör ”nvplan fragor” för att se alla frågor."
RSS_DEFAULT = "Regional samverkans- och stödstruktur i {county}"


def unknown_name(what: str, wanted: str, near: list[str], how: str) -> str:
    """Return that a name matches nothing, which names come nearest and how to find the right one."""
    parts = [f"{what} ”{wanted.strip()}” finns inte."]
    if near:
        parts.append(f"Menar ni {_either(near)}?")
    return " ".join([*parts, how] if how else parts)


def _either(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " eller " + names[-1]

def in_command(word: str) -> str:
    """Return a word as it is written in a command: within quotes where it has a blank or another sign that acts."""
    return word if word and all(sign.isalnum() or sign in "-_./:~\\@,+" for sign in word) else f'"{word}"'


# -- the plan file -------------------------------------------------------------------------------------------------
FILE_EMPTY = "Filen {name} är tom. Den är lämnad som den var."
FILE_FOREIGN = "Filen {name} är ingen nvplan-fil. Den är lämnad som den var."
FILE_NEWER = "Filen {name} är sparad av en nyare nvplan. Uppdatera programmet för att öppna den."
FILE_OTHER_ENCODING = ("Filen {name} har sparats om av ett annat program med en annan teckenkodning. "
                       "Den är lämnad som den var.")
FILE_TOO_LARGE = "Filen {name} är för stor för att vara en plan. Den är lämnad som den var."
FILE_IS_FOLDER = "{name} är ingen fil. Ange en fil som slutar på .nvplan."
PATH_UNREADABLE = "”{path}” är inget filnamn. Skriv till exempel kronoberg.nvplan."
PATH_NO_HOME = "”{path}” går inte att följa: den personen har ingen egen mapp här. Skriv hela sökvägen."
FILE_EXISTS = "{name} finns redan och skrivs inte över. Välj ett annat namn."
FILE_LOCKED = "{name} är upptagen av ett annat program. Vänta en stund och försök igen."
FILE_NOT_WRITABLE_CONTENT = "Innehållet går inte att spara. Inget är ändrat."



def file_damaged(name: str) -> str:
    """Return that a plan file is damaged, and which command shows its backups."""
    return (f"Filen {name} är skadad. Den är lämnad som den var. Kör ”nvplan aterstall {in_command(name)}” för att se "
            "säkerhetskopiorna och återställa en av dem.")


# -- what a command says when it is done ---------------------------------------------------------------------------
HOW_ACTOR = "Skriv region, rss, en kommuns kod eller namn, eller aktörens id."
ANSWER_SAVED = "Svaret är sparat."
ANSWER_CLEARED = "Svaret är borttaget."
ANSWER_WHOLE_COUNTY = "Frågan {question} besvaras en gång för hela länet. Ta bort --aktor."
ANSWER_NOT_ASKED = "{actor} svarar inte på frågan ”{question}”."
SKIP_ANSWERED = "Frågan är besvarad. Ta bort svaret först, eller låt det stå."
NOT_ASKED_UNANSWERED = "Frågan ställs inte ännu. Svara först på ”{other}”."
NOT_ASKED = "Frågan ställs bara när svaret på ”{other}” är {wanted}."
NOT_ASKED_NOT = "Frågan ställs inte när svaret på ”{other}” är {wanted}."
QUESTION_SKIPPED = "Frågan är överhoppad. Den räknas som obesvarad tills ni svarar."
QUESTION_RESUMED = "Frågan är inte längre överhoppad."
QUESTION_NOT_SKIPPED = "Frågan var inte överhoppad. Inget är ändrat."
OBJECT_SAVED = "Sparat."
OBJECT_UNKNOWN = "Det finns inget av slaget {type} med id {id}."
STANDING_SAVED = "Planens läge är sparat."
UNDONE = "Ångrat: {what}"
REDONE = "Gjort om: {what}"
UNDO_NOTHING = "Det finns inget att ångra."
REDO_NOTHING = "Det finns inget att göra om."
UNDO_CONFLICT = "Där står något annat nu. Det skulle försvinna om ni ångrade, så inget är ändrat."


def not_asked_told(places: Sequence[tuple[str, str]]) -> str:
    """Return which answers, with whose each is, are there though their question is not asked as the others are."""
    named = [f"”{question}” ({actor})" if actor else f"”{question}”" for question, actor in places[:4]]
    shown = ", ".join(named) + (f" och {len(places) - 4} till" if len(places) > 4 else "")
    what = "Ett svar" if len(places) == 1 else f"{len(places)} svar"
    found = "det" if len(places) == 1 else "dem"
    return (f"{what} visas inte i planen, för frågan ställs inte som de andra svaren är nu: {shown}. "
            f"Granska visar {found}.")


def answer_needs_actor(question: str, actors: list[str]) -> str:
    """Return that a question is answered per actor, with some of the actors."""
    shown = ", ".join(actors[:6]) + (" …" if len(actors) > 6 else "")
    return f"Frågan {question} besvaras av varje aktör. Lägg till --aktor, till exempel {shown}"


def answer_conflict(theirs: str, ours: str) -> str:
    """Return that someone else has written in the same field, with both texts."""
    return (f"Någon annan har ändrat samma svar. Där står nu: ”{theirs or 'inget svar'}”. "
            f"Ert svar: ”{ours or 'inget svar'}”. Inget är överskrivet.")

# -- new plan ------------------------------------------------------------------------------------------------------
CREATE_NO_NAME = "Ge planen ett filnamn, till exempel kronoberg.nvplan."
SET_ABSENT = "{set} (kravmängden saknas i den här datamappen)"
CREATE_SET_ALWAYS = "{set} gäller alltid och väljs inte. Välj en överenskommelse, till exempel OK2023."


def in_words(count: int) -> str:
    """Return a small count as a word."""
    words = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
    return words[count] if count < len(words) else str(count)


def either(words: Sequence[str]) -> str:
    """Return words as a choice between them."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} eller {words[-1]}"


def done_of(whole: int, applicable: int) -> str:
    """Return how far core questions are where there is little room: ”33 av 40 klara”."""
    return f"{whole} av {applicable} klara"


def whole_questions(whole: int, applicable: int, started: int, to_confirm: int) -> str:
    """Return how far core questions are, as whole questions: ”33 av 40 klara, 4 påbörjade, 24 att bekräfta”."""
    begun = "påbörjad" if started == 1 else "påbörjade"
    parts = [done_of(whole, applicable), *([f"{started} {begun}"] if started else []),
             *([f"{to_confirm} att bekräfta"] if to_confirm else [])]
    return ", ".join(parts)
