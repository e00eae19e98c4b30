"""The Swedish strings of the planner's meeting places: the agenda, and the meeting on a shared screen."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import options as options_texts

# -- the clock -----------------------------------------------------------------------------------------------------
CLOCK_LEFT = "{time} kvar"
CLOCK_OVER = "{time} över"
CLOCK_PAUSED = "paus, {time}"
CLOCK_TITLE = "Tid för punkten"
CLOCK_START = "Starta klockan: {minutes} minuter"
CLOCK_GO_ON = "Fortsätt klockan: {time}"
CLOCK_PAUSE = "Pausa klockan"
CLOCK_OTHER = "Välj en annan tid"
CLOCK_MINUTES = "Hur många minuter?"
CLOCK_MINUTES_HINT = "ett heltal, till exempel 12"
CLOCK_NOTE = "Klockan räknar ned och sedan upp. Den stoppar inget. Enter startar den, Esc låter den vara."
MINUTES_NOTE = "Föreslagen tid. Klockan startar ni i mötet med F12, och den stoppar inget."
CLOCK_FAULT = "Skriv ett antal minuter från 1 till {most}."
CLOCK_NO_ITEM = "Parkeringen har ingen klocka."
SILENT_BEGIN = "Skriv tyst: inläggen göms tills ni är klara"
SILENT_END = "Visa det som är skrivet tyst ({count})"

# -- the agenda ----------------------------------------------------------------------------------------------------
AGENDA_CRUMB = "Möten › {title}"
AGENDA_EMPTY = ("Mötet har inga punkter än.\n\nTryck F3 för en färdig dagordning, eller + för en egen punkt: en fråga, "
                "ett hinder, ett mål, en insats eller något helt annat.\n\nF8 börjar mötet på den stora skärmen.")
AGENDA_PURPOSE = "Syfte: {purpose}"
AGENDA_WHO = "Med: {who}"
AGENDA_LAST = "Lovat förra gången, {title}:"
AGENDA_PROMISE = "  – {what}: {told}"
AGENDA_MORE = "  – {count} till. F9 skriver dem alla."
ITEM_ROW = "{number:>2}  {title}"
ITEM_DETAIL = "{form}{minutes}{outcome}"
ITEM_MINUTES = " · {minutes} min"
ITEM_OUTCOME = " · {outcome}"
PICK_AGENDA = "Välj en färdig dagordning"
AGENDA_ROW_DETAIL = "{items} · {minutes} min"
PICK_ITEM = "Vad gäller punkten?"
ITEM_OWN = "En egen punkt"
ITEM_OWN_DETAIL = "skriv rubriken själv"
ITEM_OWN_TITLE = "Punktens rubrik"
ITEM_OWN_LABEL = "Vad ni ska prata om"
ITEM_OWN_HINT = "Enter lägger till punkten. Esc avbryter."
REMOVE_TITLE = "Ta bort punkten ”{title}”?"
REMOVE_YES = "Ta bort punkten"
REMOVE_LINE = "Det som är sagt under den läggs på parkeringen."
NO_ITEM = "Markera en punkt först."
KIND_QUESTION, KIND_OBSTACLE, KIND_GOAL, KIND_EFFORT = "fråga", "hinder", "mål", "insats"

KEY_BEGIN, HELP_BEGIN = "Börja", "Visar mötet stort, från den första öppna punkten."
KEY_OPEN_ITEM, HELP_OPEN_ITEM = "Visa", "Visar mötet stort, från den markerade punkten."
KEY_ADD, HELP_ADD = "Punkt", "Lägger till en punkt sist: en fråga, ett hinder, ett mål, en insats eller en egen."
KEY_AGENDA, HELP_AGENDA = "Dagordning", "Lägger till punkterna i en färdig dagordning."
KEY_MINUTES, HELP_MINUTES = "Minuter", "Ändrar hur många minuter den markerade punkten föreslås ta."
KEY_FACTS, HELP_FACTS = "Uppgifter", "Visar mötets uppgifter: dag, syfte, deltagare och anteckning."
KEY_REMOVE, HELP_REMOVE = "Ta bort", "Tar bort den markerade punkten. Programmet frågar först. Det går att ångra."
KEY_MOVE_UP, HELP_UP = "Flytta upp", "Flyttar den markerade raden uppåt."
KEY_MOVE_DOWN, HELP_DOWN = "Flytta ned", "Flyttar den markerade raden nedåt."
KEY_BACK, HELP_BACK = "Tillbaka", "Går tillbaka. Allt som är skrivet är sparat."
KEY_MEET, HELP_MEET = "Möte", "Förbereder och håller det markerade mötet."
KEY_MEET_QUESTION, HELP_MEET_QUESTION = "Möte", "Börjar ett möte om frågan, eller lägger den i ett möte som finns."

ABOUT = (
    "Ett möte har punkter i ordning. F3 hämtar en färdig dagordning, + lägger till en punkt och F6 föreslår minuter. "
    "F4 visar dag, syfte och deltagare. Skriv roller, inte namn. F12 gör en enkät av punkterna och för in svaren.\n\n"
    "F8 börjar mötet på den stora skärmen. Där skriver ni vad som sägs, bedömer tillsammans, bestämmer och gör förslag "
    "till insatser. Allt sparas direkt.\n\n"
    "F9 skriver dagordning och papper att skriva på. När mötet har börjat skriver F9 protokollet."
)
ABOUT_RUN = (
    "Skriv vad som sägs, ett inlägg på en rad, och tryck Enter. Pilarna väljer ett inlägg. F6 lägger ihop det med det "
    "ovanför, F7 skiljer dem åt, F3 parkerar det och F4 ändrar det.\n\n"
    "F12 startar och pausar klockan, och börjar eller slutar att skriva tyst. F5 bedömer tillsammans från 0 till 5, "
    "eller lägger prickar på förslagen.\n\n"
    "F8 bestämmer: texten som ni är överens om blir svaret på frågan, och det markerade inlägget blir en insats eller "
    "ett hinder. Är ni inte överens står punkten kvar. PgDn går till nästa punkt, sist kommer parkeringen.\n\n"
    "Allt sparas när ni trycker Enter, och Ctrl+Z ångrar. Efteråt, eller mitt i mötet, skriver F9 protokollet. Esc går "
    "till punkterna."
)

# -- a question that begins a meeting ------------------------------------------------------------------------------
MEET_TITLE = "I vilket möte tar ni upp frågan?"
MEET_UNSAVED = "Spara mötet först: Esc. F5 i listan förbereder det sedan."
MEET_NEW = "Ett nytt möte i dag"

# -- the meeting ---------------------------------------------------------------------------------------------------
CRUMB = "Möte › {title}"
PLACE_OF = "Punkt {number} av {count}"
PARKING = "Parkeringen"
PARKING_PROMPT = "Det som sparas till sist eller till en annan gång. F3 tar tillbaka det markerade till sin punkt."
LINE_HINT = "Skriv ett inlägg. Enter sparar, ↑↓ väljer, PgDn nästa."
LINE_HINT_SILENT = "Skriv tyst. Enter sparar och gömmer inlägget."
LINE_HINT_EDIT = "Ändra inlägget. Enter sparar."
NOTHING_SAID = "Inget är sagt än."
SILENT_TOLD = "{count} skrivna tyst. F12 visar dem."
DRAFT_WAITS = "Ett beslut är skrivet och inte sparat. F8 visar det."
MORE_ABOVE, MORE_BELOW = "   {count} till ovanför", "   {count} till nedanför"
AGREED = "Överens: {text}"
NOT_AGREED = "Inte överens"
NOT_AGREED_BECAUSE = "Inte överens: {text}"
SAVED_FOR_LATER = options_texts.OPTIONS["punktutfall"]["sparad"]
BECAME_EFFORT, BECAME_OBSTACLE = " → insats", " → hinder"
ENLARGE = "Större text syns längre bort: förstora terminalens text."
NO_ITEMS = "Mötet har inga punkter. Skriv inlägg här på parkeringen, eller lägg till punkter med Esc."
NONE_MARKED = "Markera ett inlägg med pilarna först."
LAST_PAGE = "Det här är sista sidan."
FIRST_PAGE = "Det här är första punkten."
LINE_SAVED = "Sparat som inlägg: ”{text}”"
TEXT_KEPT = "inlägg på mötet ”{title}”"

KEY_PARK, HELP_PARK = "Parkera", "Lägger det markerade inlägget på parkeringen. Där tar samma tangent tillbaka det."
KEY_EDIT, HELP_EDIT = "Ändra", "Hämtar det markerade inlägget till raden. Enter sparar ändringen."
KEY_GROUP, HELP_GROUP = "Ihop", "Lägger ihop det markerade inlägget med det ovanför."
KEY_UNGROUP, HELP_UNGROUP = "Isär", "Skiljer det markerade inlägget från gruppen."
KEY_DECIDE, HELP_DECIDE = "Beslut", ("Skriver vad ni är överens om, gör det markerade till en insats eller ett hinder, "
                                     "eller säger att ni inte är överens.")
KEY_TIME, HELP_TIME = "Tid", "Startar, pausar eller ställer klockan, och börjar eller slutar att skriva tyst."
KEY_NEXT, HELP_NEXT = "Nästa", "Går till nästa punkt. Sist kommer parkeringen."
KEY_PREVIOUS, HELP_PREVIOUS = "Förra", "Går till punkten före."
KEY_MARK_UP, HELP_MARK_UP = "Upp", "Markerar inlägget ovanför."
KEY_MARK_DOWN, HELP_MARK_DOWN = "Ned", "Markerar inlägget nedanför."
KEY_LEAVE, HELP_LEAVE = "Tillbaka", "Går tillbaka till dagordningen. Det som står på raden sparas som ett inlägg."

GUIDE_AGREED = "Överenskommet på ett möte"

# -- deciding ------------------------------------------------------------------------------------------------------
DECIDE_TITLE = "Vad har ni bestämt?"
DECIDE_AGREED = "Vi är överens: skriv texten"
DECIDE_EFFORT = "Gör det markerade till en insats"
DECIDE_OBSTACLE = "Gör det markerade till ett hinder"
DECIDE_NOT_AGREED = "Vi är inte överens: låt punkten stå öppen"
DECIDE_LATER = "Spara punkten till en annan gång"
DECIDE_OPEN = "Öppna punkten igen"
AGREE_TITLE = "Det här är vi överens om"
AGREE_WHOSE = "Vems svar är ni överens om?"
AGREE_EVERYONE = "Alla: samma svar för varje aktör"
AGREE_INTO_OF = "Texten blir svaret på ”{question}” för {actor}."
EVERY_ACTOR = "varje aktör"
AGREE_INTO = "Texten blir svaret på ”{question}”."
AGREE_FREE = "Texten står i protokollet."
DISSENT_LABEL = "Avvikande mening (roller, inte namn)"
AGREE_ROLE, AGREE_DUE = "Ansvarig roll", "Klart senast"
AGREE_KEYS = "F8 sparar. Esc lämnar rutan, texten finns kvar här."
AGREE_SAVE = "Spara"
AGREE_AGAIN = "F8 igen låter er text gälla."
DISAGREE_TITLE = "Vad skiljer er åt?"
BECOME_TITLE = {"insats": "Ny insats", "hinder": "Nytt hinder"}
BECOME_LABELS = {
    "insats": (("title", "Vad"), ("actor", "Vem"), ("role", "Roll"), ("end", "Till och med")),
    "hinder": (("title", "Vad"), ("actor", "Vem"), ("owner", "Roll"), ("answer_due", "Svar senast")),
}
BECOME_HINTS = {"actor": "till exempel region eller Växjö", "role": "till exempel enhetschef, inget namn",
                "owner": "till exempel socialchef, inget namn", "end": "till exempel 2027-06",
                "answer_due": "till exempel 31 mars 2027"}
AGREE_ROLE_HINT, AGREE_DUE_HINT = "till exempel enhetschef", "till exempel 31 mars 2027"
BECAME = {"insats": "Insatsen är sparad.", "hinder": "Hindret är sparat."}


def marked_as(text: str) -> str:
    """Return which contribution is meant, in a few words."""
    return f"”{text}”"


def facts(parts: Sequence[str]) -> str:
    """Return the facts that there are on a line."""
    return " · ".join(part for part in parts if part)


def proposed(minutes: int | None) -> str:
    """Return how long an item is proposed to take, and the key that starts the clock."""
    return f"F12 startar {minutes} min" if minutes else "F12 ställer klockan"


def line_hint(*, editing: bool, silent: bool) -> str:
    """Return what the line is for just now."""
    if editing:
        return LINE_HINT_EDIT
    return LINE_HINT_SILENT if silent else LINE_HINT
