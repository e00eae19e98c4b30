"""The Swedish strings of the planner."""

from __future__ import annotations

from nvplan.texts import common as common_texts
from nvplan.texts import demands as demand_texts

APP_TITLE = "nvplan"
PLAN_NAME = common_texts.PLAN_NAME
PLAN_SHORT = {"gemensam": "Gemensam plan", "kontinuitet": "Kontinuitet", "patientkontrakt": "Patientkontrakt"}
STANDING = common_texts.STANDING
MODALITY = demand_texts.MARK
PROPOSED = demand_texts.PROPOSED
EXAMPLE_MARK = "EXEMPEL"

# -- keys and commands ---------------------------------------------------------------------------------------------
_KEY_NAMES = {
    "enter": "Enter", "escape": "Esc", "space": "Mellanslag", "delete": "Delete", "insert": "Insert", "tab": "Tab",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp", "pagedown": "PgDn", "plus": "+",
}
_MODIFIERS = {"ctrl": "Ctrl", "alt": "Alt", "shift": "Skift"}
KEY_HELP = "Hjälp"
KEY_GO_TO = "Gå till"
KEY_SEARCH = "Sök"
KEY_COMMANDS = "Kommandon"
KEY_UNDO = "Ångra"
KEY_REDO = "Gör om"
KEY_EXPORT = "Exportera"
KEY_THEME = "Byt färger"
KEY_QUIT = "Avsluta"
KEY_NEXT = "Nästa"
KEY_PREVIOUS = "Förra"
KEY_SKIP = "Hoppa över"
KEY_EVERYTHING = "Fler frågor"
KEY_UP = "Översikt"
KEY_OPEN = "Öppna"
KEY_CLOSE = "Stäng"
KEY_ADD_ROW = "Ny rad"
KEY_EDIT_ROW = "Ändra rad"
KEY_REMOVE_ROW = "Ta bort rad"
KEY_CREATE = "Skapa"
KEY_BACK = "Tillbaka"
KEY_STANDING = "Planens läge"
KEY_OTHER_PLAN = "Öppna en annan plan"
KEY_START_PAGE = "Startsidan"
HELP_HELP = "Visar vad som frågas, varför, hur andra gjort, källan och alla tangenter."
HELP_GO_TO = "Går till en plan, ett kapitel eller en fråga."
HELP_SEARCH = "Söker i frågor, svar och krav."
HELP_COMMANDS = "Visar allt som går att göra här."
HELP_UNDO = "Ångrar er senaste ändring, även efter omstart."
HELP_REDO = "Gör om det ni senast ångrade."
HELP_EXPORT = "Skriver dokument till en mapp."
HELP_THEME = "Byter mellan mörka färger, ljusa färger och terminalens egna."
HELP_OTHER_PLAN = "Visar planerna ni har öppnat förut, eller öppnar en fil. Planen ni är i stängs och är sparad."
HELP_NEW_PLAN = "Börjar en ny plan i en egen fil. Planen ni är i är sparad och rörs inte."
HELP_START_PAGE = "Går till sidan där ni öppnar en plan, börjar en ny eller tittar på exemplet."
HELP_BACK_TO_PLAN = "Går tillbaka till planen som är öppen."
OTHER_PLAN_TITLE = "Vilken plan vill ni öppna?"
OTHER_PLAN_FILE = "En annan fil …"
SAVE_FIRST = "Ni har text som inte är sparad. Spara den eller lämna den först. Ctrl+Q visar den."
HELP_QUIT = "Stänger nvplan. Är något inte sparat frågar nvplan först."
HELP_NEXT = "Går till nästa fråga. Svaret är redan sparat."
HELP_PREVIOUS = common_texts.GO_TO_PREVIOUS
HELP_SKIP = "Hoppar över frågan så länge. Den räknas som obesvarad."
UNDO_ELSEWHERE = "Er senaste ändring är på ett annat ställe än det som visas. Vill ni ångra den?"
UNDO_YES = "Ångra. Det går att göra om."
REDO_ELSEWHERE = "Det ni ångrade är på ett annat ställe än det som visas. Vill ni göra om det?"
REDO_YES = "Gör om. Det går att ångra."
UNDO_NO = "Låt det stå"
UNDO_GO = "Gå dit och se. Inget ändras."
SKIP_ANSWERED = "Frågan är besvarad. Vill ni hoppa över den och ta bort svaret?"
SKIP_ANSWERED_YES = "Hoppa över och ta bort svaret. Det går att ångra."
SKIP_ANSWERED_NO = "Låt svaret stå"
HELP_EVERYTHING = "Visar även fördjupningsfrågorna, eller bara kärnan igen."
HELP_UP = "Går till översikten över de tre planerna."
HELP_OPEN = common_texts.OPEN_MARKED
HELP_BACK = "Går tillbaka utan att skapa något."
HELP_CREATE = "Skapar planens fil och öppnar den."
HELP_NEXT_QUESTION = "Går till nästa fråga och hoppar förbi resten av aktörerna."
KEY_NEXT_QUESTION = "Nästa fråga"
HELP_ADD_ROW = "Lägger till en rad i tabellen."
HELP_EDIT_ROW = "Öppnar raden så att ni kan ändra den."
ROW_PICK = "Välj ur register"
#: What stands beside a cell whose words may be taken from a register, and what is said where that is empty.
ROW_PICKS = {"matkalla": "F4 väljer en mätkälla"}
ROW_PICK_EMPTY = {"matkalla": "Ni har inga mätkällor än. De läggs till under Mätkällor."}
HELP_REMOVE_ROW = "Tar bort den markerade raden. Det går att ångra."
MORE_KEYS = "{key} fler"

# -- frame ---------------------------------------------------------------------------------------------------------
FRAME_TITLE_NARROW = "{county} · {year} · {standing}"
FRAME_TITLE = "{county} · plan {year} · {standing}"
FRAME_SAVED = "sparat {time}"
CRUMB_OVERVIEW = "Översikt"
STEP_OF = "steg {number} av {count}"
TOO_SMALL = "Fönstret är för litet för nvplan.\nGör det minst 80 tecken brett och 22 rader högt."

# -- start ---------------------------------------------------------------------------------------------------------
OPENING = "Öppnar {name} …"
START_HEAD = "Planera god och nära vård i länet"
START_LEAD = ("Gemensam plan för primärvård och handlingsplaner för kontinuitet och "
              "patientkontrakt.")
START_RECENT = "Senast öppnade"
START_BEGIN = "Börja"
START_NEW = common_texts.NEW_PLAN
START_NEW_HELP = "välj län och år, resten fylls i efter hand"
START_OPEN = "Öppna en fil"
START_OPEN_HELP = "skriv eller klistra in en sökväg"
START_EXAMPLE = "Titta på ett exempel"
START_EXAMPLE_HELP = "Kronoberg med påhittade svar, prova fritt"
START_TODAY = "i dag {time}"
START_LETTER = "Öppnar raden med samma bokstav."
#: The letters of the ways to begin: a new county, next year's plan, a file, the example, the tour.
START_KEYS = {"new": "n", "next-year": "f", "open": "o", "example": "e", "tour": "r"}
START_NO_RECENT = "Ni har inte öppnat någon plan på den här datorn än."
OPEN_TITLE = "Öppna en fil"
OPEN_LABEL = "Planens fil"
OPEN_HINT = "Till exempel kronoberg.nvplan. Enter öppnar."

# -- new county ----------------------------------------------------------------------------------------------------
NEW_TITLE = common_texts.NEW_PLAN
NEW_COUNTY = "Vilket län?"
NEW_YEAR = "Vilket år gäller planen? Flera år skrivs så här: 2024–2030"
NEW_RSS = "Vad heter länets regionala samverkans- och stödstruktur (RSS)?"
NEW_RSS_HINT = "Skilj flera åt med semikolon. RSS är kommunernas gemensamma stöd i samverkan med regionen."
NEW_RSS_ONE_BODY = "På Gotland är region och kommun samma organisation. Ingen RSS behövs."
NEW_FILE = "Vad ska filen heta?"
NEW_CREATE = "Skapa planen"
NEW_SET = "Krav: {label}"
NEW_CHOOSE_COUNTY = "Välj ett län i listan först."

# -- overview ------------------------------------------------------------------------------------------------------
NEWS_TITLE = "Ändrat sedan ni var här sist"
OVERVIEW_SET = "Krav enligt {label}"

# -- question ------------------------------------------------------------------------------------------------------
CORE = "Kärnfråga"
DEEPER = "Fördjupning"
QUESTION_OF = common_texts.QUESTION_OF
SKIPPED_MARK = "överhoppad, återkom"
ACTOR_LINE = "Svar för {actor}"
ACTOR_OF = common_texts.NUMBER_OF
GUIDE_ASKS = "Det här frågas"
GUIDE_WHY = "Varför"
GUIDE_BACKGROUND = "Att veta"
GUIDE_EXAMPLE = "Exempel"
GUIDE_GROUP = "Att prata om"
GUIDE_REQUIREMENTS = "Krav bakom frågan"
GUIDE_SOURCE = "Källa"
GUIDE_KEYS = "Tangenter"
GUIDE_ABOUT_CHAPTER = "Om kapitlet"
NOT_READ = "Svaret går inte att läsa och är inte sparat. Rätta det. Går ni vidare en gång till sparas det inte."
SAVED = "Sparat"
SAVING = "Sparar …"
SAVED_SOON = "{read}. Sparas när ni går vidare."
CLEARED = "Svaret är borttaget"
NUMBER_READ = common_texts.READ_AS
DATE_READ = common_texts.READ_AS
CHOICE_READ = "Ni valde: {read}"
NOTHING_MARKED = "Välj med pilarna och Enter. Inget är valt än."
NO_ROW_MARKED = "Pil ned markerar en rad, Enter öppnar den."
LAST_GOOD = "Det senast sparade svaret är kvar: {value}"
CHANGED_ELSEWHERE = "Någon annan ändrade svaret. Det nya visas."
PLAN_CHANGED_ELSEWHERE = "Någon annan har ändrat planen."
OTHER_PLAN = "Här börjar {plan}. Ni gör de två planerna som en."
LAST_QUESTION = "Det här är sista frågan. Esc går till översikten."
FIRST_QUESTION = "Det här är första frågan."
EVERYTHING_ON = "Alla frågor visas, även fördjupning."
EVERYTHING_OFF = "Bara kärnfrågorna visas."
PASTED_LINES = "Radbrytningarna i det inklistrade blev mellanslag, för svaret står på en rad."
TABLE_EMPTY = "Tabellen är tom. Tryck + för en ny rad, eller klistra in rader från ett kalkylark."
ROW_TITLE = "Rad {number}"
ROW_NEW = "Ny rad"
ROW_SAVE = "Spara raden"
ROW_DISCARD = "Raden har ett värde som inte går att läsa. Stänga utan att spara raden?"
ROW_DISCARD_YES = common_texts.CLOSE_UNSAVED
CHOOSE_NONE = "Inget svar"

# -- boxes ---------------------------------------------------------------------------------------------------------
GO_TITLE = "Gå till"
SEARCH_TITLE = "Sök"
COMMAND_SEARCH = "Sök i frågor, svar, insatser och andra poster, krav och ordlistan."
ARGUMENT_SEARCH = "ett eller flera ord som alla ska finnas; å ä ö kan skrivas a a o"
SEARCH_COLUMNS = ("Var", "Vad", "Står där")
SEARCH_MORE = "{count} träffar till. Skriv ett ord till för att se färre."
MORE_OF_GROUP = "{count} till"
SEARCH_HINT = "Skriv ett eller flera ord. å ä ö kan skrivas a a o."
A_PLAN = "Plan"
A_PLACE = "Gå dit"
COMMANDS_TITLE = "Allt som går att göra här"
FILTER_HINT = common_texts.FILTER_HINT
NOTHING_FOUND = common_texts.NOTHING_FOUND
CANCEL = "Avbryt"
HELP_TITLE = "Hjälp"
HELP_CLOSE_HINT = common_texts.BOX_CLOSES
#: Before the reason why a command cannot be run now, in the list of commands and in the help.
WHY_NOT = "Går inte nu. {reason}"
NEEDS_PLAN = "Öppna eller skapa en plan först."
COPIED = "Kopierat. Fungerar det inte i er terminal: håll Skift nere och markera med musen."
QUIT_HINT = "Tryck Ctrl+Q för att avsluta."
THEME_NOW = "Färger: {name}"
THEME_NAMES = {"nvplan-mork": "mörka", "nvplan-ljus": "ljusa", "ansi-dark": "terminalens egna"}
CRASH = ("nvplan stannade oväntat ({kind}). Allt som visades som sparat finns på disk. Starta igen för att fortsätta. "
         "Det som hände står i krasch.txt i {folder}.")


def start_more(count: int) -> str:
    """Return that more plans were opened than there is room for."""
    return f"{count} till. O öppnar en fil."


def key_name(key: str) -> str:
    """Return a key as it stands on a Swedish keyboard."""
    if key in _KEY_NAMES:
        return _KEY_NAMES[key]
    for modifier in ("ctrl", "alt", "shift"):
        if key.startswith(f"{modifier}+"):
            return f"{_MODIFIERS[modifier]}+" + key_name(key.removeprefix(f"{modifier}+"))
    return key.upper() if key.startswith("f") and key[1:].isdigit() else key.upper() if len(key) == 1 else key
