"""The Swedish strings of the planner's further places: table, presentation, editor, standing, remiss, tour."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import documents as documents_texts

# -- table over the actors -----------------------------------------------------------------------------------------
KEY_MATRIX = "Tabell"
HELP_MATRIX = "Öppnar frågan som en tabell över alla aktörer, så att ni kan fylla i flera på en gång."
#: Whose cell is at hand comes first, where no width cuts it.
MATRIX_CRUMB = "{actor} · {title} › tabell över aktörer"
MATRIX_ONLY_PER_ACTOR = ("Frågan besvaras en gång för hela länet. Tabellen finns bara för frågor som varje aktör "
                         "svarar på.")
MATRIX_ACTOR = "Aktör"
MATRIX_ANSWERED = "{answered} av {asked} har svarat"
MATRIX_STANDING = "fråga {number} av {count} · {answered} av {asked} har svarat"
ACTOR_ANSWERS = "{actor} svarar:"
MATRIX_NOT_ASKED = "·"
MATRIX_EMPTY = "○"
MATRIX_CARRIED = " ↻"
MATRIX_MARK = "■ "
MATRIX_CARRIED_LEGEND = "↻ från förra året, inte bekräftat"
MATRIX_HINT_CHOICE = "Siffra väljer, namnet söker: {options}"
MATRIX_HINT_YES_NO = "j ja · n nej"
MATRIX_HINT_SEVERAL = "Enter öppnar. I ett kalkylark skiljer semikolon alternativen åt."
MATRIX_HINT_TABLE = "Enter öppnar tabellens rader."
MATRIX_HINT_DATE = "Skriv datumet, till exempel 2027-03-01."
MATRIX_HINT_NUMBER = "Skriv talet{unit}."
MATRIX_HINT_TEXT = "Skriv svaret. Enter sparar och går nedåt."
MATRIX_HINT_LONG = "Enter öppnar texten. F8 sparar och går nedåt."
MATRIX_PASTE_HINT = "○ inget svar   · frågas inte. Klistra in från ett kalkylark: cellerna fylls från markören."
MATRIX_UNIT = " i {unit}"


def matrix_beside(before: int, after: int) -> str:
    """Return how many questions stand to the left and to the right of those in view."""
    told = (f"◂ {_questions(before)}" if before else "", f"{_questions(after)} ▸" if after else "")
    return "   ".join(filter(None, told))


def _questions(count: int) -> str:
    return "1 fråga till" if count == 1 else f"{count} frågor till"



MATRIX_CELL_NOT_ASKED = ("Frågan ställs inte till {actor}. Den beror på ett annat svar eller gäller en annan sorts "
                         "aktör.")
KEY_EDIT_CELL = "Ändra"
HELP_EDIT_CELL = "Öppnar cellen. Enter sparar och går nedåt, Tab går åt höger."
KEY_FILL_DOWN = "Fyll ned"
HELP_FILL_DOWN = "Kopierar cellens svar nedåt: till de märkta raderna, eller till alla tomma rader under cellen."
KEY_MARK_ROW = "Märk rad"
HELP_MARK_ROW = "Märker raden, så att Fyll ned gäller bara de märkta raderna."
KEY_CLEAR_CELL = "Töm cellen"
HELP_CLEAR_CELL = "Tar bort svaret i cellen. Det går att ångra."
HELP_MATRIX_BACK = "Går till frågan för den aktör där markören står."
FILL_NOTHING = "Det finns ingen rad att fylla under cellen. Märk rader med mellanslag för att skriva över svar."
FILL_EMPTY_CELL = "Cellen är tom. Skriv ett svar i den först."
#: Over the answers where the table has one question, which stands whole above it.
MATRIX_ANSWERS = "Svar"
HELP_MATRIX_NEXT = "Går till nästa fråga i tabellen, på samma rad."
MATRIX_LAST_QUESTION = "Det här är den sista frågan i tabellen."
FILL_YES = "Fyll i"
PASTE_NOTHING = "Inget i det inklistrade är nytt."
PASTE_YES = "Klistra in"
FAULTS_TITLE = "Det här är inte med"
FAULTS_SAVED = "Resten är sparat."
FAULTS_NONE_SAVED = common_texts.NOTHING_CHANGED
FAULTS_CLOSE = common_texts.BOX_CLOSES
CELL_BEFORE = "Här stod: {value}"
#: The cell at hand of a table with given rows, in words.
MATRIX_CELL = "{actor}: {question}"
CELL_HINT = "Enter sparar och går nedåt, Tab åt höger. Esc sparar och stänger."
CELL_TYPED = "Enter och Esc sparar och går nedåt. Tom rad tömmer cellen."
CELL_HINT_LONG = "F8 sparar och går nedåt, Tab åt höger. Esc sparar och stänger."
CELL_TABLE = "{count} rader"


#: So many rows that are filled are named.
_FILLED_NAMED = 6


def fill_rows(names: Sequence[str]) -> str:
    """Return which rows are filled, the first few by name: the box lies over them."""
    if len(names) > _FILLED_NAMED:
        return f"{', '.join(names[:_FILLED_NAMED])} och {len(names) - _FILLED_NAMED} till."
    return f"{names[0]}." if len(names) == 1 else f"{', '.join(names[:-1])} och {names[-1]}."


def fill_question(value: str, count: int, replaced: int) -> str:
    """Return what is asked before a value is copied to other rows."""
    rows = "en rad" if count == 1 else f"{count} rader"
    more = f" {replaced} av dem har redan ett svar som skrivs över." if replaced else ""
    return f"Fylla i ”{value}” på {rows}?{more}" if value else f"Ta bort svaret på {rows}?{more}"


def paste_question(count: int, replaced: int) -> str:
    """Return what is asked before pasted cells replace answers."""
    return f"Klistra in {count} svar? {replaced} av dem ersätter svar som redan finns."


# -- presentation --------------------------------------------------------------------------------------------------
KEY_PRESENT = "Visa stort"
HELP_PRESENT = "Visar frågan stort för en grupp, utan vägledning och kontaktuppgifter."
KEY_PRESENT_NEXT = "Nästa"
HELP_PRESENT_NEXT = "Går till nästa fråga. Mellanslag fungerar också."
KEY_PRESENT_PREVIOUS = "Förra"
HELP_PRESENT_PREVIOUS = common_texts.GO_TO_PREVIOUS
KEY_PRESENT_DOWN = "Nedåt"
HELP_PRESENT_DOWN = "Visar det som står längre ned, och går sedan till nästa fråga."
KEY_PRESENT_UP = "Uppåt"
HELP_PRESENT_UP = "Visar det som står längre upp, och går sedan till förra frågan."
KEY_PRESENT_ANSWER = "Svara"
HELP_PRESENT_ANSWER = "Öppnar frågans vanliga fält, så att ni kan skriva svaret."
HELP_PRESENT_BACK = "Går tillbaka till samma fråga i planen."
KEY_PRESENT_LIGHT = "Ljust"
HELP_PRESENT_LIGHT = "Byter till det ljusa temat, som syns bättre i ett ljust rum, och tillbaka."
PRESENT_NOT_ANSWERED = common_texts.NOT_ANSWERED.capitalize()
PRESENT_TO_CONFIRM = "Från förra årets plan, att bekräfta"
PRESENT_SKIPPED = "Överhoppad, återkom"
PRESENT_ACTORS = "{answered} av {asked} aktörer har svarat"
PRESENT_ACTORS_TO_CONFIRM = ", {count} att bekräfta"
PRESENT_MORE_ROWS = "… och {count} rader till"
PRESENT_QUESTION = common_texts.QUESTION_OF

# -- editor --------------------------------------------------------------------------------------------------------
KEY_EDITOR = "Skrivprogram"
HELP_EDITOR = "Öppnar texten i ert eget redigeringsprogram och sparar den när ni stänger det."
EDITOR_FILE = "svar.txt"
EDITOR_NONE = "Det finns inget redigeringsprogram att öppna. Skriv i fältet i stället."
EDITOR_NO_SUSPEND = "Här går det inte att öppna ett annat program. Skriv i fältet i stället."
EDITOR_FAILED = "Programmet {program} gick inte att starta. Texten är kvar som den var."
EDITOR_ABORTED = "{program} stängdes med ett fel. Texten är kvar som den var."
EDITOR_ABORTED_KEPT = ("{program} stängdes med ett fel. Texten i fältet är kvar som den var. Det ni skrev finns i "
                       "{path}.")
EDITOR_UNREADABLE = "Texten är inte sparad som UTF-8 och går inte att läsa. Den finns kvar i {path}."
EDITOR_GONE = "Filen som redigeringsprogrammet skrev i är borta. Texten är kvar som den var."
EDITOR_NO_FILE = "Det gick inte att skapa en tillfällig fil. Texten är kvar som den var."
EDITOR_LEFT = "{program} var öppet när nvplan avslutades. Det som inte var sparat där kan finnas i {folder}."
EDITOR_SAME = "Texten är oförändrad."
EDITOR_TAKEN = "Texten från {program} är hämtad."

# -- copying -------------------------------------------------------------------------------------------------------
KEY_COPY = "Kopiera"
HELP_COPY = "Kopierar det som är markerat, eller fältet eller raden där ni står."

# -- standing ------------------------------------------------------------------------------------------------------
KEY_STANDING = "Planens läge"
HELP_STANDING = "Anger om planen är utkast, på remiss eller beslutad, och av vem."
STANDING_CHOICES = {
    "utkast": ("Utkast", "Ni arbetar med planen."),
    "remiss": ("På remiss", "Andra organ läser planen och lämnar synpunkter."),
    "beslutad": ("Beslutad", "Planen sparas som den ser ut nu, så att senare ändringar syns."),
}
STANDING_WHICH = "Vilket läge har planen?"
STANDING_DAY = "Vilken dag?"
STANDING_DAY_HINT = "Till exempel 2027-03-01. Behövs när planen är beslutad."
STANDING_BODY = "Av vilket organ?"
STANDING_BODY_HINT = "Till exempel samverkansnämnden. Skriv organets namn, inga personnamn."
STANDING_SAVE = "Spara läget"
HELP_STANDING_SAVE = "Sparar planens läge."
STANDING_SINCE = "Ändrat sedan beslutet ({name})"
STANDING_SINCE_NOTHING = "Inget är ändrat sedan beslutet ({name})."
STANDING_NEVER = "Planen har inte beslutats än. När den beslutas sparas texten, och ändringar efter det visas här."
STANDING_WAS = "var: {value}"
STANDING_IS = "är: {value}"
STANDING_NO_VALUE = "inget"
STANDING_CRUMB = "Planens läge"

# -- remiss --------------------------------------------------------------------------------------------------------
KEY_COMMENTS = "Synpunkter"
HELP_COMMENTS = "Visar remissynpunkterna på frågan, och låter er lägga till en och skriva hur ni behandlade den."
COMMENTS_TITLE = "Synpunkter på ”{question}”"
COMMENTS_NEW = "Lägg till en synpunkt"
COMMENTS_NEW_HELP = "Vem, vad och hur ni behandlar den."
COMMENT_TITLE_NEW = "Ny synpunkt på ”{question}”"
COMMENT_TITLE = "Synpunkt från {body}"
COMMENT_BODY = "Vilket organ lämnar synpunkten?"
COMMENT_BODY_HINT = "Till exempel Alvesta kommun, inte en persons namn."
COMMENT_TEXT = "Vad är synpunkten?"
COMMENT_OUTCOME = "Hur behandlade ni den?"
COMMENT_HANDLED = "Vad ändrade ni, eller varför ändrade ni inget?"
COMMENT_SAVE = "Spara synpunkten"
COMMENT_CLASH = "Spara en gång till för att låta er text gälla."
COMMENT_DISCARD = "Synpunkten går inte att spara som den är. Stänga utan att spara den?"
COMMENT_DISCARD_YES = common_texts.CLOSE_UNSAVED


def comments_line(count: int, unhandled: int) -> str:
    """Return how many remiss comments a question has, and how many nobody has handled."""
    words = "1 remissynpunkt" if count == 1 else f"{count} remissynpunkter"
    if not unhandled:
        return f"{words}, alla behandlade"
    return f"{words}, {unhandled} obehandlad" + ("" if unhandled == 1 else "e")


# -- carried over --------------------------------------------------------------------------------------------------
KEY_CONFIRM = "Bekräfta"
HELP_CONFIRM = "Bekräftar att svaret från förra årets plan gäller även i år."
CONFIRM_NOTHING = "Svaret kommer inte från förra årets plan, eller är redan bekräftat."
CONFIRMED = "Bekräftat: svaret gäller även i år."
KEY_CONFIRM_CHAPTER = "Bekräfta kapitlet"
HELP_CONFIRM_CHAPTER = "Bekräftar alla svar i kapitlet som kommer från förra årets plan. Det går att ångra."
CONFIRM_NOTHING_CHAPTER = "Inget svar i kapitlet kommer från förra årets plan, eller så är alla redan bekräftade."
CONFIRMED_CHAPTER = "{told} Ctrl+Z ångrar."
CARRIED_NOTE = "Från förra årets plan. Ctrl+G bekräftar att svaret gäller även i år."


def carried_note(left: int) -> str:
    """Return that an answer is last year's, and how it or all that are left in the chapter are confirmed."""
    if left < 2:
        return CARRIED_NOTE
    return f"Från förra årets plan. Ctrl+G bekräftar det, Ctrl+O alla {left} i kapitlet."


NEXT_YEAR = "Ny plan utifrån förra årets plan"
NEXT_YEAR_HELP = "Svaren följer med, märkta tills de är bekräftade."
NEXT_YEAR_ROW, NEXT_YEAR_ROW_HELP = "Ny plan från förra årets", "svaren följer med och väntar på ert ja"
NEXT_YEAR_SOURCE = "Vilken plan utgår ni ifrån?"
NEXT_YEAR_SOURCE_HINT = "Sökvägen till förra årets fil, eller till en pdf av planen."
NEXT_YEAR_YEAR = "Vilket år gäller den nya planen?"
NEXT_YEAR_YEAR_HINT = "Tomt ger året efter."
NEXT_YEAR_FILE = "Vad ska den nya filen heta?"
NEXT_YEAR_FILE_HINT = "Till exempel kronoberg-2028.nvplan"




# -- back and forward ----------------------------------------------------------------------------------------------
KEY_GO_BACK = "Bakåt"
HELP_GO_BACK = "Går tillbaka till platsen ni var på innan."
KEY_GO_FORWARD = "Framåt"
HELP_GO_FORWARD = "Går framåt igen efter Bakåt."
NO_BACK = "Det finns ingen tidigare plats."
NO_FORWARD = "Det finns ingen senare plats."
RECENT = "nyss"

# -- tour ----------------------------------------------------------------------------------------------------------
KEY_TOUR = "Rundtur"
HELP_TOUR = "Visar på en minut hur nvplan fungerar, i exempellänet."
TOUR_ROW = "Ta en rundtur"
TOUR_ROW_HELP = "en minut, Esc hoppar över"
TOUR_STEP = "Rundtur {number} av {count}"
TOUR_KEYS = "Enter nästa · ← förra · Esc avsluta rundturen"
TOUR_KEYS_LAST = "Enter avslutar · ← förra"
TOUR = (
    ("Översikten",
     "Här ser ni hur långt de tre planerna har kommit, hur många krav som är uppfyllda och vad som är bäst att göra "
     "nu. Enter öppnar raden som är markerad."),
    ("En fråga i taget",
     "Frågan står överst och svaret under. Det ni skriver sparas direkt. Enter går till nästa fråga, F7 till den "
     "förra. Kärnfrågorna räcker för en plan. Resten är fördjupning."),
    ("Varför frågan ställs",
     "Under svaret står vilka krav som ligger bakom, hur bindande de är och varifrån de kommer. F1 visar mer: vad som "
     "frågas, varför, och hur andra har gjort."),
    ("Inget går förlorat",
     "Ctrl+Z ångrar er senaste ändring, även dagen efter. F6 hoppar över en fråga så att ni kan återkomma till den."),
    ("Hitta rätt",
     "F2 går till en plan, ett kapitel eller en fråga. Ctrl+F söker i allt. Ctrl+P visar allt som går att göra. "
     "F5 visar frågan stort för en grupp."),
    ("Färdiga dokument",
     "F9 skriver checklistan och planerna som dokument. Nu är ni klara. Prova fritt: svaren i exemplet är påhittade."),
)

# -- a step that shows a register ----------------------------------------------------------------------------------
KEY_ADD_ENTRY, HELP_ADD_ENTRY = "Lägg till", "Lägg till en post i registret"
KEY_OPEN_ENTRY, HELP_OPEN_ENTRY = "Öppna", "Öppna posten i registret"
REGISTER_COLUMNS = ("Post", "Saknar")
REGISTER_WHOLE = "–"


def register_told(count: int, lacking: int) -> str:
    """Return how many entries a register has here, and how many of them lack something."""
    if not count:
        return "Inget finns här än. Tryck + för att lägga till."
    entries = "1 post" if count == 1 else f"{count} poster"
    if not lacking:
        return f"{entries}. Ingen saknar något."
    return f"{entries}, {lacking} saknar något." if count > 1 else f"{entries}, den saknar något."

#: A question that several plans show: it is answered once.
SAME_IN_OTHERS = "samma svar i flera planer"

# -- what is worked out from an answer, beside the field ------------------------------------------------------------
WORKED_GOAL = "Målet blir {base} × {factor} = {goal}."
DRAWS_ON = "Svaret hämtas ur {place}: {count}. F4 visar dem."
#: Where the answer is written and not taken from the list.
DRAWS_ON_BESIDE = "Ta hjälp av {place}: {count}. F4 visar dem."
WORKED_SHARE = "{name}: {share} %."
WORKED_TOGETHER = "Tillsammans"


def left_out(actor: str, missing: Sequence[str], more: int) -> str:
    """Return what belongs to an actor's decision and is not said yet, and how many more decisions lack something."""
    others = "" if not more else " Ett beslut till saknar något." if more == 1 else f" {more} beslut till saknar något."
    return f"{actor}: skriv också {documents_texts.listed(missing)}. F4 öppnar beslutet.{others}"


def worked_need(name: str, need: str, gap: str, *, short: bool) -> str:
    """Return the need of doctors against the guide value, and what is lacking or to spare."""
    left = f"Det saknas {gap}." if short else f"Det räcker, med {gap} över."
    told = f"Behovet är {need} specialister mot riktvärdet. {left}"
    return f"{name}: {told}" if name else told


def row_at(number: int, count: int, name: str) -> str:
    """Return which row of a table is marked, and what it is called."""
    return f"Rad {number} av {count}: {name}." if name else f"Rad {number} av {count}."


def columns_in_row(names: Sequence[str]) -> str:
    """Return that some columns of a table are seen in the row's own form."""
    return f"Enter på en rad visar också: {', '.join(name.rstrip('?') for name in names)}."
