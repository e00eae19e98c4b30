"""Swedish words for the continuity index out of visits: columns, faults, the rule and what came out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

# -- columns -------------------------------------------------------------------------------------------------------
FIELDS: Final = {
    "patient": "patient",
    "vardgivare": "vårdgivare",
    "datum": "datum",
    "tid": "tid",
    "yrke": "yrke",
    "typ": "besökstyp",
    "enhet": "enhet",
    "listad": "enhet där patienten är listad",
    "fast": "fast läkarkontakt",
}
#: What a column may be headed; case, spaces and signs do not matter.
HEADINGS: Final = {
    "patient": ("patient", "patientid", "patientnyckel", "patientnummer", "pseudonym", "patientpseudonym", "löpnummer",
                "löpnr", "lopnr", "pid", "individ", "personid"),
    "vardgivare": ("vårdgivare", "vårdgivarid", "läkare", "läkarid", "behandlare", "vårdpersonal", "medarbetare",
                   "utförare", "hosp", "hsaid", "provider", "vårdgivarkod"),
    "datum": ("datum", "besöksdatum", "kontaktdatum", "vårdkontaktdatum", "besöksdag", "dag", "date", "besökstidpunkt",
              "datumtid", "tidpunkt"),
    "tid": ("tid", "klockslag", "besökstid", "kontakttid", "starttid", "time"),
    "yrke": ("yrke", "yrkesgrupp", "yrkeskategori", "profession", "vårdgivarkategori", "personalkategori"),
    "typ": ("typ", "besökstyp", "kontakttyp", "vårdkontakttyp", "type"),
    "enhet": ("enhet", "besöksenhet", "vårdenhet", "vårdcentral", "mottagning", "unit", "utförandeenhet"),
    "listad": ("listad", "listad enhet", "listningsenhet", "listad på", "listad vårdcentral", "listning"),
    "fast": ("fast läkarkontakt", "fast läkare", "namngiven läkare", "fast vårdkontakt", "fast kontakt", "pal"),
}
COLUMN_MISUSED = "Skriv FÄLT=RUBRIK (i kommandot efter --kolumn), där FÄLT är något av {fields}."
COLUMN_UNKNOWN = ("Filen har ingen kolumn som heter ”{column}”. "
                  "Skriv rubriken som den står, eller ett nummer från 1 till {count}.")
COLUMN_TWICE = "Två fält pekar på samma kolumn. Ange dem som FÄLT=RUBRIK (i kommandot efter --kolumn)."
COLUMNS_REMEMBERED = "Kolumnerna är sparade till nästa fil med samma rubriker."


def column_missing(field: str) -> str:
    """Return that a column that is needed was not found, and how to say which it is."""
    return (f"Kolumnen för {FIELDS[field]} hittades inte. Filens första rad ska vara rubriker. "
            f"Ange kolumnen som {field}=RUBRIK eller {field}=NUMMER (i kommandot efter --kolumn).")


def too_many_names(field: str, most: int) -> str:
    """Return that a column has more names than there can be."""
    return (f"Kolumnen för {FIELDS[field]} har fler än {most} olika värden. "
            f"Kontrollera att den är rätt, eller utelämna den med {field}= (i kommandot efter --kolumn).")


def no_column_to_choose(field: str) -> str:
    """Return that something was asked for that the file has no column for."""
    return f"Filen har ingen kolumn för {FIELDS[field]}. Ange den som {field}=RUBRIK (i kommandot efter --kolumn)."


NAME_UNKNOWN = "”{name}” finns inte i kolumnen för {field}."

# -- the file ------------------------------------------------------------------------------------------------------
FILE_EMPTY = "{name} är tom."
FILE_NO_TEXT = "{name} är ingen textfil. Spara den som csv och försök igen."
FILE_NO_TABLE = "{name} har ingen rad med rubriker. Kontrollera att filen är en tabell med en kolumn för varje uppgift."
FILE_A_FOLDER = "{name} är en mapp. Ange filen med besök."
FILE_MISSING = "{name} finns inte."
SEPARATOR_MISUSED = "Skriv --avskiljare som semikolon, komma, tabb eller streck."
SEPARATORS: Final = {"semikolon": ";", "komma": ",", "tabb": "\t", "streck": "|"}
ENCODING_UNKNOWN = "Teckenkodningen ”{name}” går inte att läsa. Skriv till exempel utf-8, cp1252 eller utf-16."
NO_ROWS = "Filen har rubriker men inga besök."
MONTHS_FIRST = ("Datumen verkar stå med månaden först, som 02/28/2025. Då kan dag och månad förväxlas. "
                "Skriv dem som 2025-02-28 och försök igen.")
PERSONAL_NUMBER = ("Rad {row}: patientkolumnen ser ut att innehålla ett personnummer. Inget är läst. "
                   "Pseudonymisera filen först: byt varje personnummer mot ett löpnummer som bara ni kan tyda.")
TOO_MANY_VISITS = "En och samma patient har fler än {most} besök. Kontrollera att rätt kolumn anger patienten."
FAULTS: Final = {
    "patient_missing": "patient saknas",
    "provider_missing": "vårdgivare saknas",
    "date_missing": "datum saknas",
    "date_unreadable": "datumet går inte att läsa",
    "date_no_such_day": "dagen finns inte",
    "date_too_old": "datumet är före 1900",
    "date_month_first": "månaden står först",
    "date_future": "datumet är i framtiden",
    "cells_missing": "raden har för få kolumner",
    "cells_too_many": "raden har för många kolumner",
    "quote_open": "citattecknen går inte ihop",
    "line_too_long": "raden är för lång",
    "row_empty": "raden är tom",
}
FILTERED: Final = {
    "before_window": "besök före perioden",
    "after_window": "besök efter perioden",
    "other_unit": "besök på en annan enhet än den egna",
    "no_unit": "besök där enhet eller listning saknas",
    "other_profession": "besök hos andra yrken",
    "other_type": "besök av andra typer",
}
TOO_FEW = "patienter med färre än {least} besök"


def unnamed(count: int, limit: int) -> str:
    """Return that groups are left out because a figure, or only their name, could tell of a person."""
    what = "En grupp" if count == 1 else f"{count} grupper"
    return f"{what} med färre än {limit} patienter visas inte."


def no_visits(faults: Mapping[str, int]) -> str:
    """Return that no row was a visit, and the commonest reasons."""
    most = sorted(faults, key=lambda reason: -faults[reason])[:3]
    return "Ingen rad går att läsa som ett besök: " + ", ".join(f"{FAULTS[one]} ({faults[one]})" for one in most) + "."


# -- the rule ------------------------------------------------------------------------------------------------------
_NOT_OWN_UNIT = "egen enhet (filen säger inte både besökets enhet och var patienten var listad)"
_NO_TIMES = "ordning inom en dag (filen har inga klockslag)"
_NO_NAMED = "fast läkarkontakt"
_NO_PROFESSION = "yrke"


def lacking(own_unit: bool, columns: Collection[str], has_times: bool) -> Iterator[str]:
    """Yield the parts of the rule that the file has no column for."""
    if own_unit and not {"enhet", "listad"} <= set(columns):
        yield _NOT_OWN_UNIT
    if "yrke" not in columns:
        yield _NO_PROFESSION
    if "fast" not in columns:
        yield _NO_NAMED
    if not has_times:
        yield _NO_TIMES


def rule_lines(*, first: str, last: str, months: int, least: int, own_unit: bool, once_a_day: bool,
               professions: Collection[str], types: Collection[str], smallest: int, left_out: Collection[str],
               ) -> list[str]:
    """Return the whole rule, a sentence a line."""
    lines = [
        "Mått: kontinuitetsindex (COC, Bice–Boxerman), UPC och SECON, som medelvärde över patienterna.",
        f"Period: {first} till {last} ({months} månader).",
        f"Patienter med minst {least} besök efter alla urval räknas. Den som har färre har inget index alls.",
        "Bara besök på den enhet där patienten var listad vid besöket." if own_unit else "Besök på alla enheter.",
        "Samma patient, vårdgivare och dag är en kontakt." if once_a_day else "Varje besök räknas.",
        f"Yrken: {', '.join(professions) or 'alla'}. Besökstyper: {', '.join(types) or 'alla'}.",
        f"Grupper med färre än {smallest} patienter döljs, och de som annars gick att räkna fram.",
    ]
    return [*lines, *([f"Filen saknar kolumn för: {'; '.join(left_out)}."] if left_out else [])]


def change(percent: str) -> str:
    """Return a relative change with its sign; it is never downwards."""
    return f"+{percent}"


# -- what came out -------------------------------------------------------------------------------------------------
RULE = "Regel"
RESULT = "Resultat"
WHOLE = "hela filen"
BY: Final = {"enhet": "Per enhet", "yrke": "Per yrke", "period": "Rullande värde, månad för månad",
             "manad": "Besök hos fast läkarkontakt, månad för månad"}
COLUMNS = ("Grupp", "Patienter", "COC", "UPC", "SECON", "Hos fast läkarkontakt")
MONTH_COLUMNS = ("Månad", "Patienter", "Besök", "Hos fast läkarkontakt")
NOT_NAMED = "uppgift saknas"
HIDDEN = "för få för att visas"
HIDDEN_SHORT = "–"
HEADER_IS_VISIT = ("Filens första rad ser ut att vara ett besök. "
                   "Lägg till en rad med rubriker överst, så att inget besök försvinner.")
OVERLAP = ("Perioderna överlappar varandra: två månader i rad delar nästan alla besök. "
           "En förändring syns därför långsamt, och månaderna är inte oberoende av varandra.")
UNIT_NOTE = ("En patient som varit listad på flera enheter kan räknas på flera. "
             "Hela filens värde är medelvärdet över patienterna, inte över enheterna.")
NAMED_NOTE = "Andelen besök hos fast läkarkontakt räknas på alla patienter, även dem med för få besök för ett index."
NAMED_WITHOUT = "{count} av besöken är av någon utan fast läkarkontakt. De räknas med i andelen."
MERGED = "{count} besök var samma kontakt som ett annat: samma patient, vårdgivare och dag."
TIES = ("Vid {count} tillfällen är ordningen mellan besök samma dag okänd. "
        "SECON är då medelvärdet över de ordningar som är möjliga.")
TIMES_UNREAD = "{count} klockslag gick inte att läsa. Besöken räknas som om tiden var okänd."
NOT_COVERED = ("Filens första besök är {first}. Perioden börjar {start}, så den tidigaste delen saknas "
               "och färre patienter når det minsta antalet besök.")
ROWS = "Rader: {rows}. Besök som räknas: {visits}."
NOTHING_LEFT_OUT = "Alla rader räknas."
LEFT_OUT = "Det som inte räknas"
WHAT_COLUMNS = ("Vad", "Antal", "Rader")
AND_MORE = "{rows} och {count} till"
IF_MOVED = "Vad som krävs"
IF_MOVED_COLUMNS = ("Andel", "Besök som flyttas", "COC", "Förändring")
IF_MOVED_NAMED = "COC, till fast läkarkontakt"
IF_MOVED_NOTE = ("Tabellen visar vad COC väntas bli om så stor andel av varje patients övriga besök i stället sker hos "
                 "den vårdgivare som patienten träffar mest. Antagandet är att antalet besök är oförändrat och att "
                 "slumpen avgör vilka besök som flyttas.")
IF_MOVED_NAMED_NOTE = "I sista kolumnen sker besöken hos fast läkarkontakt. Den som inte har någon räknas oförändrad."
NO_PATIENTS = "Ingen patient har tillräckligt många besök. Då finns inget index."

# -- the command ---------------------------------------------------------------------------------------------------
COMMAND = "Räkna kontinuitetsindex ur en fil med besök. Inget om en patient sparas eller visas."
ARGUMENT_FILE = "csv-fil med ett besök per rad: pseudonymiserad patient, vårdgivare och datum"
OPTION_END = "periodens sista dag (annars filens sista giltiga datum)"
OPTION_MONTHS = "periodens längd i månader (18)"
OPTION_LEAST = "minsta antal besök för att en patient ska räknas (3)"
OPTION_ALL_UNITS = "räkna besök på alla enheter, inte bara den där patienten är listad"
OPTION_EVERY_VISIT = "räkna varje besök, även flera hos samma vårdgivare samma dag"
OPTION_PROFESSION = "räkna bara besök hos detta yrke; kan anges flera gånger"
OPTION_TYPE = "räkna bara besök av denna typ; kan anges flera gånger"
OPTION_BY = "grupper: enhet, yrke och period (rullande, månad för månad), skilda med komma (enhet,yrke)"
OPTION_SMALLEST = "minsta antal patienter i en grupp som visas (5)"
OPTION_COLUMN = "vilken kolumn som är vad, till exempel patient=Nyckel eller patient=3; sparas till nästa gång"
OPTION_SEPARATOR = "tecken mellan kolumnerna: semikolon, komma, tabb eller streck (annars det som passar)"
OPTION_ENCODING = "filens teckenkodning (annars den som passar)"
OPTION_ADD = "lägg till värdet som mätning på ett mål i en plan"
BY_UNKNOWN = "”{by}” går inte att gruppera efter. Välj bland enhet, yrke och period."
NUMBER_OUTSIDE = "{option} ska vara ett heltal från {least} till {most}."
END_NO_DAY = "--till-datum ska vara en dag, till exempel 2025-12-31."
END_IN_FUTURE = "--till-datum är i framtiden. Välj en dag som har varit."
END_BEFORE_FILE = "Perioden slutar {end}, men filens första besök är {first}. Inget besök ligger i perioden."
GOAL_UNKNOWN = "Målet ”{goal}” finns inte i planen. Se ”nvplan objekt FIL mal lista”."
GOAL_NO_INDEX = "Målet ”{goal}” mäts inte med ett kontinuitetsindex. Välj mått för målet först."
GOAL_OF_DOCTORS = ("Målet gäller kontinuitet till läkare. Räkna bara deras besök: ange läkarnas yrke "
                   "(i kommandot efter --yrke).")
GOAL_UNSURE_DOCTORS = ("Målet gäller kontinuitet till läkare, och filen säger inte vilka som är läkare. Säg till om "
                       "den bara har deras besök (i kommandot med --bara-lakare).")
GOAL_OF_ALL = "Målet gäller alla kontakter. Räkna alla yrken och besökstyper för att lägga till värdet."
ONLY_DOCTORS = "Filen har bara besök hos läkare."
OPTION_ONLY_DOCTORS = "filen har bara besök hos läkare (för mål om kontinuitet till läkare)"
GOAL_TOO_FEW = "För få patienter räknas för att värdet ska få visas. Inget är sparat."
ADDED = "Värdet {value} är sparat som mätning {id}."
SOURCE = "Besöksfil, uttag till {end}"
