"""Swedish strings of the exported documents and of the messages about writing them."""

from __future__ import annotations

from nvplan.texts import common as common_texts

# -- formats -------------------------------------------------------------------------------------------------------
#: What a document's file is called where that is not the word that the command line knows the document by.
FILE_NAME = {"jamforelse": "jämförelse", "tjansteskrivelse": "tjänsteskrivelse"}
#: A document of one recipient, where each has a file of its own.
OF_RECIPIENT = "{title} – {actor}"
#: The underlag of a report, beside what is handed in.
WORKING, WORKING_TITLE = "underlag", "{title}, underlag"
FORMAT_MARKDOWN = "Markdown (text som går att läsa överallt)"
FORMAT_DOCX = "Word (går att skriva vidare i, med rutor att kryssa)"
FORMAT_PDF = "Pdf (tillgänglig, för att bifoga och skriva ut)"
FORMAT_XLSX = "Excel (tabeller att sortera och fylla i)"
FORMAT_HTML = "Webbsida (en fil, läses i webbläsaren)"
FORMAT_ICS = "Kalender (datum att lägga in i kalendern)"
FORMAT_CSV = "Csv (tabeller för andra program)"
FORMAT_JSON = "Json (data för andra program)"
NOTHING_CHOSEN = "Välj minst ett dokument och ett format."
NO_CHOSEN_FORMAT = "Inget av dokumenten finns i de formaten. Välj ett format till."
NO_FOLDER = "Skriv vilken mapp dokumenten ska läggas i."
FORMAT_UNKNOWN = "Formatet ”{name}” finns inte. Välj något av {known}."
FORMAT_PACKAGE_MISSING = "Formatet {name} behöver paketet {package}, som saknas. Installera nvplan på nytt."

# -- writing files -------------------------------------------------------------------------------------------------
FILE_STEM_FALLBACK = "dokument"
FILE_NO_SPACE = "Disken är full, så {file} sparades inte. Frigör plats eller välj en annan mapp."
FILE_NOT_ALLOWED = "Ni får inte skriva i {folder}, så {file} sparades inte. Välj en annan mapp."
FILE_LOCKED = "Filen {file} går inte att ersätta. Stäng den om den är öppen i ett annat program."
FILE_NOT_A_FOLDER = "{folder} är ingen mapp. Välj en mapp att spara i."
FILE_NAME_TOO_LONG = "Sökvägen till {file} är för lång. Välj en mapp närmare roten."
FILE_FAILED = "{file} gick inte att spara i {folder}. Kontrollera mappen eller välj en annan."
FILE_TOO_MANY = "Det finns redan för många filer som heter {file} i {folder}. Ta bort några eller välj en annan mapp."

# -- words in every document ---------------------------------------------------------------------------------------
EXAMPLE_MARK = common_texts.EXAMPLE_MARK
WARNING_LEAD = "Obs!"
CONTENTS = "Innehåll"
ABOUT_DOCUMENT = "Om dokumentet"
TICKED = "ikryssad"
UNTICKED = "inte ikryssad"
MISSING = common_texts.NOT_ANSWERED
PAGE_OF = ("Sida ", " av ")
ON_PAGE = ", sidan\u00a0"
KEYWORDS = ("god och nära vård", "primärvård")
META_COUNTY = "Län"
COLUMN_LABEL = "Vad"
CHART_BAR = "Diagram"
COLUMN_VALUE = "Värde"

#: Stands in a list where nothing is chosen yet.
REGION_AGAIN = " ({number})"
CHOOSE = "Välj här"
SHARED_TITLE = "Länets svar"
SHARED_TOLD = "Svaret gäller hela länet och ändras inte här. Skriv till den som skickade filen om det inte stämmer."

# -- files that come back ------------------------------------------------------------------------------------------
RETURNED_NOT_WORD = "Filen går inte att läsa som ett Word-dokument. Spara den som .docx och försök igen."
RETURNED_TOO_LARGE = "Word-filen är för stor. Ta bort bilder och annat som inte hör till checklistan."

# -- tables that are made of other blocks --------------------------------------------------------------------------
COLUMN_TICK = "Klart"
COLUMN_TEXT = "Text"
COLUMN_SECTION = "Avsnitt"
COLUMN_TABLE = "Tabell"
COLUMN_KEY = "Nyckel"
COLUMN_TITLE = "Dokument"
COLUMN_NOTE = "Observera"
YES, NO = "ja", "nej"
NO_EVENTS = "Dokumentet har inga datum att lägga i en kalender. Välj dokumentet kalender eller ett annat format."
EXAMPLE_EVENT = "EXEMPEL: {title}"
EVENT_SOURCE = "Källa: {title}"
# -- the workbook --------------------------------------------------------------------------------------------------
SHEET_ABOUT = "Om filen"
SHEET_TEXT = "Text"
SHEET_TABLES = "Tabeller"
SEE_SHEET = "Tabellen står på fliken ”{name}”."
SHEET_LISTS = "Listor"
SHEET_FALLBACK = "Blad"
#: Words that a sheet's name, cut to what Excel allows, does not end with.
LEADS_ON = ("och", "eller", "samt", "som", "till", "från", "för", "av", "hos", "i", "på", "inom", "med", "om", "vid",
            "utan", "den", "det", "de", "en", "ett", "hela", "alla", "att", "är")
SHEET_PAGE = "Sida &P av &N"
SHEETS_HEADING = "Flikar"
SHEET_HOW_HEADING = "Så här fyller ni i"
HOW_TICKS = "Kryssa i rutorna."
HOW_LISTS = "Välj i listorna. Celler med lista visar en pil när ni ställer er i dem."
HOW_FREE = "Skriv fritt i de andra cellerna. Ändra inte rubrikerna."
HOW_KEYS = "Ta inte bort dolda kolumner. De säger vilken rad som är vilken."
HOW_BACK = "Spara filen som .xlsx. Skicka tillbaka filen till den som håller i planen."
HOW = (HOW_TICKS, HOW_LISTS, HOW_FREE, HOW_KEYS, HOW_BACK)
CELL_SHORTENED = " … [Texten är kortad: en cell i Excel rymmer 32 767 tecken. Hela texten finns i Word- och pdf-filen.]"
CHOICE_ERROR_TITLE = "Värdet finns inte i listan"
CHOICE_ERROR = "Välj ett av värdena i listan."
# -- the web page --------------------------------------------------------------------------------------------------
SKIP_LINK = "Hoppa till innehållet"
# -- pdf -----------------------------------------------------------------------------------------------------------
PDF_FAILED = "Pdf-filen gick inte att skapa. Välj Word eller webbsida så länge, och kör nvplan diagnos."
PDF_DATA = "Dokumentets uppgifter i en form som nvplan kan läsa in igen"
#: What a number before it stands on one line with, the word of `5 av 8`, and the words between two that share an end.
BOUND_UNITS = ("år", "månader", "veckor", "dagar", "dygn", "timmar", "minuter", "procent", "kronor", "personer",
               "invånare", "besök")
N_OF = "av"
BETWEEN_SHARED = ("och", "eller")
