"""What is said about files that come back: filled-in checklists and lists, pdf files with data, archives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import exports as exports_texts

# -- files that are not taken in -----------------------------------------------------------------------------------
UNKNOWN = ("{name} går inte att föra in. Välj ett arkiv eller en delplan från nvplan, en annan kopia av planen, en pdf "
           "från nvplan, eller en ifylld blankett, checklista, insatslista eller underlagslista i Word eller Excel.")
DAMAGED = "{name} är skadad och går inte att läsa. Be om en ny."
TOO_LARGE = "{name} är för stor för att komma från nvplan."
NOT_OURS = ("{name} säger inte vilket dokument den är eller vilket län och år den gäller. Använd en fil som "
            "nvplan har skrivit, med förstasidan kvar.")
OTHER_PLAN = common_texts.OTHER_PLAN
OTHER_SET = ("{name} skrevs ut när planen följde {then}. Nu följer den {now}. Bedömningar förs till det krav som har "
             "ersatt det gamla.")
REQUIREMENT_GONE = "Kravet finns inte bland dem som gäller nu."
OTHER_YEAR = ("{name} är en blankett för {year}. Den här planen gäller {our_year}. Det som passar förs in där planen "
              "saknar svar. Kontrollera att det stämmer.")
NOT_FILLABLE = ("{name} är dokumentet ”{title}”, som inte fylls i. Checklistan, insatslistan och underlagslistan går "
                "att föra in. Svar förs in med en delplan (arkiv).")
NO_SUCH_ACTOR = "{name} gäller ”{actor}”, som inte finns i planen. Inget är infört."
WHOLE_COUNTY_TICKS = ("Kryssen gäller hela länet och säger inte vem som har bedömt. De är inte införda. "
                      "Skriv ut checklistan för en aktör i taget, eller använd Excel.")
TOO_MANY_ROWS = ("{name} har för många rader för att läsas. Ta bort de tomma raderna efter listan, spara filen "
                 "och för in den igen.")
PDF_NO_DATA = ("{name} har inga uppgifter från nvplan i sig. Är den en utskrift av ett ifyllt formulär? För in Excel- "
               "eller Word-filen i stället.")
PDF_UNREADABLE = "{name} är skadad eller ingen riktig pdf. Be om en ny."
PDF_ENCRYPTED = "{name} är låst med lösenord och går inte att läsa."
XLSX_UNREADABLE = "{name} går inte att läsa som en Excel-fil. Spara den som .xlsx och försök igen."


def example_fault(name: str, *, theirs_is: bool) -> str:
    """Return that invented answers are not mixed with real ones."""
    if theirs_is:
        return f"{name} kommer från ett exempel med påhittade svar, och den här planen är ingen sådan. Inget är infört."
    return f"Den här planen är ett exempel med påhittade svar. {name} är det inte. Inget är infört."

# -- the three numbers ---------------------------------------------------------------------------------------------
OUTCOMES = {"taken": "infört", "refused": "inte infört", "unclear": "inte förstått", "settled": "avgjort"}
COMMENT_KIND = "kommentar"
NOTHING_NEW = "{name} har inget som inte redan står i planen."
OPTION_NEW_ROWS = ("raderna med dessa nummer är nya, fast de har en annan rads nyckel eller ser ut som anteckningar: "
                   "7,9 eller alla")
OPTION_BY_TITLE = "rader utan nyckel hör till den rad i planen som har samma Id eller rubrik"
ROWS_UNREADABLE = "”{text}” är inga radnummer. Skriv dem med komma emellan, till exempel 7,9, eller skriv alla."
LEFT_HEADING = "Det här är inte infört:"
LEFT_PREVIEW_HEADING = "Det här förs inte in:"
CHOICE_NEW = ("Är en rad ny? Ta in den som ny med ”--nya-rader” och radens nummer, till exempel ”--nya-rader {rows}”, "
              "eller alla med ”--nya-rader alla”.")
CHOICE_NOTE = "Är en rad som ser ut som en anteckning ändå en post? Ta in den med ”--nya-rader” och radens nummer."
CHOICE_TITLE = "Stämmer raderna? Ta in dem efter Id och rubrik med ”--efter-rubrik”."


def counted(taken: int, refused: int, unclear: int, settled: int = 0, *, preview: bool) -> str:
    """Return the three numbers, and what is settled, where anything is; they add up to all that differs."""
    total = taken + refused + unclear + settled
    verb = "Förs in" if preview else "Infört"
    refusing, unknown = ("Förs inte in, med skäl", "Förstås inte") if preview else ("Inte infört, med skäl",
                                                                                   "Inte förstått")
    places = "1 ställe" if total == 1 else f"{total} ställen"
    return f"{places} skiljer sig. {verb}: {taken}. {refusing}: {refused}. {unknown}: {unclear}.{kept(settled)}"


def kept(settled: int) -> str:
    """Return how many places are settled with what stands in the plan; nothing for none."""
    return f" Avgjort, planens svar står kvar: {settled}." if settled else ""


def quoted(places: Sequence[tuple[str, str]], reason: str) -> str:
    """Return places that are not taken in: where, what stands there, whole, and why."""
    return f"{'; '.join(f'{where}: ”{text}”' if text else where for where, text in places)}. {reason}"


CLASH = "{where}: i planen står ”{ours}”, i filen ”{theirs}”. {reason}"
#: What takes the place of what stands there, where it has been quoted just before.
_IT = "Det"


def said_once(reason: str, label: str, *texts: str) -> str:
    """Return a reason without what stands before it in the message: the field's label and what is written there.

    Args:
        reason: the sentence.
        label: what the field is called.
        texts: what is written there: as it stands, and as it was read.
    """
    bare = reason.removeprefix(f"{label}: ") if label else reason
    for told in (f"”{text.strip()}”" for text in texts):
        if bare.startswith(f"{told} "):
            return _IT + bare.removeprefix(told)
        bare = bare.replace(f" {told}", "", 1)
    return bare[:1].upper() + bare[1:]


# -- where something stands ----------------------------------------------------------------------------------------
AS_COMMENT = "Ny synpunkt"
AT_ITEM = "vid ”{item}”"
AT_LABEL = "”{item}”: {label}"
AT_BOX = "”{item}”: rutan"
AT_TEXT = "vid ”{text}”"
IN_TEXT = "i dokumentet, utanför punkterna"
IN_NOTE = "i en fotnot"
IN_MARGIN = "i sidhuvudet eller sidfoten"
IN_BOOK = "i arbetsboken"
IN_SHAPE = "i en textruta"
TABLE_ROW = "rad {number}"
QUESTION_ROW = "fråga {number}"

#: The number of a row, where its place ends with it.
_ROW_NUMBER = rf", {TABLE_ROW.partition('{')[0]}\d+$"
#: How the place of a cell in a table of a document with pages begins.
_ROWS = tuple(one.partition("{")[0] for one in (TABLE_ROW, QUESTION_ROW))


def cell_place(sheet: str, cell: str) -> str:
    """Return where a cell stands."""
    if cell.startswith(_ROWS):
        return f"tabellen ”{sheet}”, {cell}"
    return f"bladet ”{sheet}”, cell {cell}" if cell else f"bladet ”{sheet}”"


def in_row(row: str, column: str, question: str, place: str) -> str:
    """Return what a cell of a question's table is called: by its row's own heading, where it has one."""
    if not row:
        return f"{column}: {question} ({place})"
    return f"{row}, {column[:1].lower()}{column[1:]}: {question} ({re.sub(_ROW_NUMBER, '', place)})"


# -- what stands there ---------------------------------------------------------------------------------------------
TICKED, UNTICKED = "ikryssad", "inte ikryssad"
EMPTIED = "tömd"
#: Words for empty in forms made by 0.1.0; they mean nothing given, whatever later forms write.
FORMER_EMPTY = ("ej angivet", "ej besvarad", "–", "inget underlag angivet")
#: The words that forms made by 0.1.0 had for codes; they come back whatever later forms say.
FORMER_WORDS = {
    "judgement": {"ej bedömt": "ej_bedomd", "ej bedömd": "ej_bedomd",
                  "ej uppfyllt": "ej_uppfyllt", "ej tillämpligt": "ej_tillampligt"},
    "work": {"ej påbörjat": "ej_paborjad", "ej påbörjad": "ej_paborjad"},
}
#: What stood in cells of forms made by 0.1.0, and what stands there in the same form today.
FORMER_SHOWN = {"ej bedömt": "inte bedömt", "ej uppfyllt": "inte uppfyllt", "ej tillämpligt": "inte tillämpligt",
                "ej påbörjat": "inte påbörjat", "ej besvarad": "inte besvarad", "ej angivet": "inte angivet"}
#: A word that texts of 0.1.0 had throughout, and what they say today.
NOT_FORMER, NOT_TODAY = "ej", "inte"
#: What the facts on the first page were called in forms made by 0.1.0, by what they are called today.
FORMER_META = {"Krav enligt": "Kravmängd", "Filens nummer": "Revision"}
#: Labels in forms made by 0.1.0 whose text is only shown.
FORMER_FACTS = ("Visas ofta med", "Kravmängd")
#: How a total or a note below a table begins.
NOTE_WORDS = ("obs", "not", "nota bene", "nb", "ps", "anm", "anmärkning", "anmärkningar", "notera", "kommentar",
              "kommentarer", "summa", "summering", "total", "totalt", "antal", "källa", "förklaring", "förklaringar",
              "hälsningar", "mvh")
#: What our own sheets and pages say besides the plan's content.
OWN_WORDS = (
    "Flikar", "Om dokumentet", "Så här fyller ni i", "Innehåll", "Obs!", "EXEMPEL – påhittade svar",
    "ej besvarad", "ej angivet", exports_texts.SHEET_TABLES, *exports_texts.HOW,
    "Kryssa i rutorna och välj i listorna. Celler med lista visar en pil när ni ställer er i dem.",
    "Skriv fritt i de andra cellerna. Ändra inte rubrikerna och ta inte bort den dolda kolumnen Nyckel.",
    "Spara filen som .xlsx. Skicka tillbaka filen till den som håller i planen.",
    "Spara filen som .xlsx. Den som håller i planen läser in den igen med kommandot nvplan importera.",
)

# -- why it is not taken in ----------------------------------------------------------------------------------------
BOTH_WROTE = "Det står något annat i planen nu. Välj själva vad som ska stå där."
KEPT_OURS = "Det som står i planen står kvar, som ni har valt."
POST_REMOVED = ("Raden är borttagen i filen. Välj själva: deras tar bort posten ur planen, vårt låter den stå kvar.")
REMOVED_FROM = "”{title}” (bladet ”{sheet}”)"
ROW_REMOVED = "raden är borttagen"
NOT_BOTH = "Båda kan inte stå där: bara texter och listor går att lägga ihop. Välj den ena."
OF_SEVERAL = "Raden gäller flera. Var och en bedömer och svarar i sin egen checklista. Inget är infört."
READ_ONLY = "Det här är bara till för att läsa."
TWO_CELLS = "Två celler säger olika om samma sak."
TWO_ANSWERS = "Filen har två olika svar på samma sak, i frågan och i ”{table}”. Välj det som gäller."
KEY_AND_ID = ("Radens dolda nyckel hör till ”{row}”, men dess Id till ”{other}”. Är bara en del av raden sorterad "
              "eller kopierad?")
NO_KEY_ROW = "Raden har ingen nyckel. Den ser ut att vara ”{row}”."
NO_KEY_UNKNOWN_ROW = "Raden har ingen nyckel, och ingen rad i planen har samma Id eller rubrik."
LOOKS_LIKE_NOTE = "Raden ser ut som en anteckning eller en summa."
TICK_AND_TEXT = "Rutan och bedömningen säger olika."
QUESTION_TICK = "Kryss vid frågor ändrar inget i planen: en fråga är klar när den har ett svar."
BESIDE_TICK = "Krysset räknas. Det här är skrivet bredvid och följer inte med. Skriv det där det hör hemma."
AFTER_ANSWER = "Svaret ”{answer}” räknas. Det här är skrivet efter och följer inte med. Skriv det där det hör hemma."
BESIDE_BOX = "Det är skrivet vid en ruta som inte är ikryssad. Kryssa i den om svaret gäller."
TWO_TICKS = "Två rutor är ikryssade, och frågan har ett svar. Kryssa i den som gäller."
BOX_UNREADABLE = "Det går inte att se om rutan är ikryssad."
ITEM_TWICE = "Punkten finns två gånger i dokumentet."
WRITTEN_BESIDE = "Det är skrivet vid sidan av det som fylls i."
PICTURE, PICTURE_TOLD = "bild", "En bild går inte att läsa. Skriv det som står i den."
COMMENT_TOLD = "Kommentarer läses av er och förs inte in."
NO_FORMULA_VALUE = "Formel utan uträknat värde. Öppna filen i Excel, räkna om och spara, eller skriv värdet."
ERROR_VALUE = "Kalkylprogrammets felvärde."
STRUCK_OUT = "Text är överstruken. Ta bort den, eller ta bort strecket."
MERGED = "Cellen är sammanfogad med en annan. Dela upp dem och fyll i var för sig."
ONLY_MARKS = "Ett tecken ensamt säger inget. Skriv ett svar, eller lämna tomt."
GUESSED_DAY = ("Kalkylprogrammet har gjort om det som skrevs till ett datum. Skriv hela datumet, eller skriv det som "
               "text.")
SHORTENED_CHANGED = "Texten var kortad när filen skrevs. Ändra den i planen eller i Word-filen."
#: Before the place: the end of a long one is cut where there is little room.
FOR_WHOLE_COUNTY = "hela länets svar: "
SEVERAL_WITH_TITLE = "Det finns flera med rubriken ”{title}” i planen."
NO_HEADING = "utan rubrik"


def added_column(heading: str) -> str:
    """Return that a column is not ours."""
    return f"Formuläret har ingen kolumn ”{heading}”." if heading else "Kolumnen har ingen rubrik."


def same_key(rows: Sequence[int], *, may_be_new: bool) -> str:
    """Return that a key stands in several rows of a sheet."""
    told = f"Samma nyckel två gånger, rad {_listed([str(row) for row in rows])}."
    return f"{told} Raden kan vara en kopia med annat innehåll, eller ny." if may_be_new else told


# -- what is told beside -------------------------------------------------------------------------------------------
SHEET_GONE = "Tabellen ”{sheet}” finns inte i filen. Det som står i planen är kvar."
NO_KEYS = "Bladet ”{sheet}” saknar kolumnen Nyckel, eller så är den tom."
COLUMN_RENAMED = "Bladet ”{sheet}”: kolumnen ”{theirs}” är läst som ”{ours}”."


def sheets_copied(sheets: Sequence[str]) -> str:
    """Return that a sheet stands several times in the file."""
    return (f"Samma tabell finns på flera blad: {_listed([f'”{name}”' for name in sheets])}. "
            "Det som är ändrat på något av dem är läst.")


#: How people write that there are so few that the number is not to be told, and what is said then.
FEW_WORDS = ("färre än", "mindre än", "under ", "<", "1-4", "1–4")
FEW_IN_WORDS = "Rutan tar ett tal. Låt den vara tom, och skriv ”färre än fem” som källa."


def few_persons(where: str, number: str) -> str:
    """Return that a number is of so few persons that it may point someone out."""
    return (f"{where}: {number} är så få att någon kan pekas ut. Kontrollera att talet får visas. Annars tömmer ni "
            "rutan och skriver ”färre än fem” som källa.")


def rows_gone(sheet: str, count: int) -> str:
    """Return that rows are missing in a sheet."""
    rows = "1 rad finns" if count == 1 else f"{count} rader finns"
    return f"{rows} inte kvar på bladet ”{sheet}”. Det som står i planen är kvar."


def for_whole_county(questions: Sequence[str]) -> str:
    """Return that one actor's file changes what holds for all."""
    return f"Filen ändrar svar som gäller hela länet: {_listed(questions)}. Stäm av det med de andra."


def lines_gone(count: int) -> str:
    """Return that filled-in lines are missing in a document."""
    lines = "1 ifylld rad finns" if count == 1 else f"{count} ifyllda rader finns"
    return f"{lines} inte kvar i dokumentet. Det som står i planen är kvar."


def items_gone(count: int) -> str:
    """Return that items are missing in a document."""
    items = "1 punkt finns" if count == 1 else f"{count} punkter finns"
    return f"{items} inte kvar i dokumentet. Det som står i planen är kvar."


def columns_gone(sheet: str, titles: Sequence[str]) -> str:
    """Return that columns are missing in a sheet."""
    return f"{_columns(titles)} finns inte på bladet ”{sheet}”. Det som står i planen är kvar."


def columns_doubled(sheet: str, titles: Sequence[str]) -> str:
    """Return that headings stand twice."""
    named = ", ".join(f"”{title}”" for title in titles)
    return f"Bladet ”{sheet}” har rubriken {named} två gånger. Det som är ändrat i någon av kolumnerna är läst."


def tracked(count: int) -> str:
    """Return that tracked changes are read."""
    changes = "1 spårad ändring" if count == 1 else f"{count} spårade ändringar"
    return f"Dokumentet har {changes}. De är lästa som godkända."


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"


# -- what could not be read ----------------------------------------------------------------------------------------
ROW_UNKNOWN = "Nyckeln {key} hör inte till dokumentet som skrevs ut."
ROW_GONE = "{type} {id} finns inte längre i planen."
TABLE_IN_PLAN = common_texts.TABLE_IN_PLAN
NEW_NEEDS_TITLE = "En ny rad behöver en rubrik."
NEW_NOT_HERE = "Raden saknar nyckel. Nya rader kan läggas till i insatslistan och underlagslistan."
DOES_NOT_FIT = "Raden går inte ihop. {fault}"
NEW_ROW = "ny rad: {title}"

# -- what is told beside -------------------------------------------------------------------------------------------
NO_BASE = ("Ändringsloggen når inte tillbaka till när {name} skrevs ut. Därför fylls bara tomma fält i. "
           "Det som skiljer sig listas.")


def _columns(titles: Sequence[str]) -> str:
    return ("Kolumnen " if len(titles) == 1 else "Kolumnerna ") + ", ".join(f"”{title}”" for title in titles)

#: Headings of columns with what earlier versions counted.
COUNTED_ONCE = ("Klart",)
#: How a form says how far the plan had come when it was written, now and in 0.1.0 (”33,8 av 41”, ”82 %”).
PROGRESS_SHAPE = (r"\d+ %|\d+(,\d+)? av \d+( klara)?(, \d+ (påbörjad|påbörjade))?(, \d+ att bekräfta)?"
                  r"|Inte helt besvarat( [^:\d]+: (inget, alla \d+ kärnfrågor har svar|\d+ av \d+ kärnfrågor))+")
