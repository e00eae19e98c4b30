"""The Swedish strings of the planner's places for shared objects, requirements and the review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import counts as counts_texts
from nvplan.texts import registers as registers_texts

# -- the places ----------------------------------------------------------------------------------------------------
#: Each list: its name, the name of one thing in it in the definite form, and what it is for.
PLACES: Mapping[str, tuple[str, str]] = {
    "insats": ("Insatser", "det ni gör och ska göra, med läge och spridning"),
    "planuppgift": ("Planuppgifter", "till när varje plan gäller och när den ses över"),
    "insamling": ("Insamling", "vem som frågar aktörerna, till när och vart svaren skickas"),
    "utskick": ("Utskick", "blanketter till aktörerna: skickat, inkommet, klart och påmint"),
    "malomrade": ("Målområden", "er egen indelning, som insatserna hänger under"),
    "delmal": ("Delmål", "vad som ska vara klart i en insats, och när"),
    "mal": ("Mål och mått", "hur mycket, för vem och till när"),
    "matning": ("Mätningar", "uppmätta värden med nämnare, datum och källa"),
    "krav": ("Krav", "checklistan för varje aktör"),
    "beslut": ("Beslut", "vad organen har beslutat eller ska besluta"),
    "hinder": ("Hinder", "frågor som har fastnat och vem som äger dem"),
    "aktor": ("Aktörer", "organisationerna som deltar"),
    "underlag": ("Underlag", "dokument som planen stöder sig på"),
    "mote": ("Möten", "vem som var med och vad ni kom överens om"),
    "kommentar": ("Synpunkter", "synpunkter och hur ni behandlade dem"),
    "rapporttillfalle": ("Rapporter", "redovisningar: utkast ur planen, svar, frysning"),
    "medel": ("Medel", "pengar ni har fått, använt och har kvar"),
    "datum": ("Datum", "redovisningsårets dagar, att bekräfta en och en"),
    "framat": ("Framåt", "allt med datum, det försenade först"),
    "laget": ("Läget", "vilka som har svarat på vad, och vad som saknas"),
    "motbeslut": ("Mot beslut", "vad som är kvar före remiss, beslut och frysning"),
    "bibliotek": ("Bibliotek", "exempel, historik, bakgrund, indikatorer, ord, länkar och kravens text"),
    "historik": ("Historik", "vem som har ändrat vad, från vad till vad"),
    "kopior": ("Säkerhetskopior", "planen som den var, att titta på och återställa"),
    "planar": ("Planens år", "vilka år planen gäller och hur långt varje år kom"),
    "granska": ("Granska", "det som en noggrann läsare skulle fråga om"),
    "kravbyte": ("Efter kravbytet", "bedömningar av tidigare krav att bekräfta"),
    "kravbedomning": ("Krav", "checklistan för varje aktör"),
    "tavla": ("Tavla över insatser", "läge mot spridning"),
    "begrepp": ("Ordlista", "vad orden betyder"),
    **registers_texts.PLACES,
}
#: The order of the places in the overview and under ”Gå till”.
PLACE_ORDER = ("insats", "malomrade", "delmal", "mal", "krav", "beslut", "hinder", "aktor", "underlag", "matkalla",
               "annanplan", "tjanst", "mote", "kommentar", "planuppgift", "utskick", "insamling", "rapporttillfalle",
               "medel", "datum", "laget", "framat", "motbeslut", "bibliotek", "historik", "kopior", "planar", "granska")
#: What an empty list is for; shown with the key that begins it.
EMPTY: Mapping[str, str] = {
    "insats": "Här samlar ni allt ni gör och ska göra. En insats skrivs in en gång och syns sedan i alla planer, "
              "checklistor och rapporter som den hör till. Ange läge och spridning var för sig, så att läsaren ser "
              "både hur långt ni har kommit och hur många det når.",
    "planuppgift": "Här står för varje plan till när den gäller, när den ses över och vad som ska ändras. Frågorna i "
                   "planerna fyller i det.",
    "insamling": "Här står vem som frågar aktörerna, till när och vart svaren skickas. Det står på första sidan av "
                 "varje blankett.",
    "utskick": "Här följer ni hur det går med aktörernas svar. Raderna kommer när ni skriver ut blanketterna.",
    "malomrade": "Här lägger ni in er egen indelning, i upp till tre nivåer: målområden, inriktningar, programområden "
                 "eller teman. Insatserna hänger under dem, och planen skrivs ut i er ordning. Koppla dem till de "
                 "nationella områdena så att redovisningen stämmer.",
    "delmal": "Här står vad som ska vara klart i en insats, när och vem som ser till det. Kalendern får varje dag.",
    "mal": "Här sätter ni länets egna mål: hur mycket, för vem och till när, räknat från ett basvärde. Börja gärna med "
           "de nationella målen för kontinuitet.",
    "matning": "Här skriver ni in uppmätta värden. Ett värde behöver nämnare, datum och källa för att gå att jämföra.",
    "beslut": "Här står vad varje organ har beslutat. En plan eller en målbild gäller alla först när alla organ har "
              "antagit den.",
    "hinder": "Här lägger ni frågor som har fastnat. Ett hinder som inte går att lösa nära patienten (mikro) lyfts "
              "till chefsledet (meso) och sedan till den politiska ledningen och staten (makro). Den som lyfter ska få "
              "svar i tid.",
    "aktor": "Här står organisationerna som deltar. Regionen och kommunerna finns redan. Lägg till privata utförare, "
             "tandvård, lärosäten och andra.",
    "underlag": "Här står dokumenten som planen stöder sig på: var de finns, om de går att lita på och hur länge de "
                "gäller. Själva dokumentet stannar där det ligger.",
    "mote": "Här förbereder och håller ni möten. Tryck + och skriv en rubrik, och sedan F5: där väljer ni punkter, och "
            "F8 visar mötet stort. Efteråt står det ni kom överens om här. Skriv roller, inte namn.",
    "kommentar": "Här samlar ni synpunkter från remissen. Varje synpunkt får ett utfall och ett svar.",
    "rapporttillfalle": "Här står redovisningarna som ska lämnas: till vem, för vilken period och när.",
    "medel": "Här står pengarna som en aktör har fått: hur mycket, vad de har gått till och vad som är kvar att betala "
             "tillbaka.",
    "datum": "Här står dagarna i redovisningsåret. Ett datum från ett tidigare år är ett förslag tills ni har "
             "bekräftat det.",
    **registers_texts.EMPTY,
}
EMPTY_BEGIN = "Tryck + för att lägga till, eller klistra in rader från ett kalkylark."
EMPTY_HITS = "Inget hittades. Esc tar bort det ni skrev."
EMPTY_FILTER = "Inget finns kvar med det här urvalet. Tryck F3 för att visa fler."
NEW: Mapping[str, str] = {
    "insats": "Ny insats", "malomrade": "Nytt målområde", "delmal": "Nytt delmål", "mal": "Nytt mål",
    "matning": "Ny mätning", "beslut": "Nytt beslut", "hinder": "Nytt hinder",
    "aktor": "Ny aktör", "underlag": "Nytt underlag", "mote": "Nytt möte", "kommentar": "Ny synpunkt",
    "insamling": "Ny insamling", "utskick": "Nytt utskick", "planuppgift": "Ny planuppgift",
    "rapporttillfalle": "Ny rapport", "medel": "Nya medel", "datum": "Nytt datum",
    **registers_texts.NEW,
}

#: What the planuppgift is called of two plans that are written as one.
PLANS_AS_ONE = "Handlingsplan för kontinuitet och patientkontrakt"
# -- keys ----------------------------------------------------------------------------------------------------------
KEY_OPEN, HELP_OPEN = "Öppna", common_texts.OPEN_MARKED
KEY_NEW, HELP_NEW = "Ny", "Lägger till en ny post i listan. Rader från ett kalkylark klistrar ni in i listan."
KEY_REMOVE, HELP_REMOVE = "Ta bort", "Tar bort det som är markerat. Programmet frågar först. Det går att ångra."
KEY_FILTER, HELP_FILTER = "Filtrera", "Visar bara det som hör till en plan, en aktör, ett läge eller ett område."
KEY_BACK, HELP_BACK = "Tillbaka", "Tar bort det ni sökte på, eller går tillbaka dit ni kom från."
KEY_BOARD, HELP_BOARD = "Tavla", "Visar insatserna som tavla: läge mot spridning."
KEY_MEASURES, HELP_MEASURES = "Mätningar", "Går till mätningarna."
KEY_GOALS, HELP_GOALS = "Mål", "Går till målen."
KEY_LIST, HELP_LIST = "Lista", "Visar insatserna som lista."
KEY_SPREAD, HELP_SPREAD = "Till fler", ("Lägger samma beslut hos flera aktörer på en gång. Dag och diarienummer "
                                        "skriver ni sedan för var och en.")
SPREAD_TITLE = "Vilka har fattat samma beslut?"
SPREAD_NONE = "Alla regioner och kommuner har redan det här beslutet."
KEY_UNDER, HELP_UNDER = "Ny under", "Lägger till ett nytt under det markerade, med samma benämning som de andra där."
KEY_LEVEL, HELP_LEVEL = "Nivå", "1 sätter mikro, 2 meso och 3 makro på det markerade hindret."
KEY_NEXT_FIELD, HELP_NEXT_FIELD = "Nästa fält", ("Går till nästa fält. Det ni lämnar sparas. En ny "
                                                     "post sparas när det som är märkt * är ifyllt.")
KEY_CHOOSE, HELP_CHOOSE = "Välj", "Öppnar en ruta med alla alternativ, om fältet har sådana."
KEY_CLEAR, HELP_CLEAR = "Töm", "Tömmer det markerade valet."
KEY_DONE, HELP_DONE = "Klar", "Går tillbaka. Det ni har skrivit är sparat."
KEY_NEXT_POST, HELP_NEXT_POST = "Nästa", "Går till nästa post i listan."
KEY_PREVIOUS_POST, HELP_PREVIOUS_POST = "Förra", "Går till förra posten i listan."
KEY_ACTOR, HELP_ACTOR = "Aktör", "Väljer vems checklista som visas."
KEY_JUDGE, HELP_JUDGE = "Bedöm", ("Sätter bedömningen direkt: 1 uppfyllt, 2 delvis, 3 inte uppfyllt, "
                                  "4 inte tillämpligt, 0 inte bedömt.")
KEY_GO, HELP_GO = "Gå dit", "Går till stället som anmärkningen gäller."
KEY_ACKNOWLEDGE, HELP_ACKNOWLEDGE = "Låt stå", ("Låter anmärkningen stå, med ett skäl. Får den redan stå tar tangenten "
                                                "bort skälet.")
KEY_DRAWS_ON, HELP_DRAWS_ON = "Listan", "Öppnar listan som svaret bygger på. Esc går tillbaka till frågan."
KEY_STATE, HELP_STATE = "Läge", ("Sätter läget på den markerade insatsen: 1 planerad, 2 påbörjad, 3 pågående, "
                                 "4 avslutad, 5 pausad, 6 avbruten.")
KEY_TABLE = "Tabell"
KEY_CARDS, HELP_CARDS = "Kort", "Byter mellan tabellen läge mot spridning och kort i spalter."
KEY_COLUMN, HELP_COLUMN = "Spalt", "Går till nästa eller föregående spalt."
KEY_SORT, HELP_SORT = "Sortera", ("Sorterar listan efter nästa kolumn. Efter den sista står den som från början. Ett "
                                 "klick på en rubrik sorterar efter den.")
KEY_TURN, HELP_TURN = "Vänd", "Vänder ordningen i den sorterade listan."
KEY_CONFIRM, HELP_CONFIRM = "Bekräfta", "Bekräftar att en post från förra årets plan gäller även i år."
KEYS_JUDGE = "1–4"
KEYS_LEVEL = "1–3"
KEYS_STATE = "1–6"

# -- lists ---------------------------------------------------------------------------------------------------------
FILTER_HINT = common_texts.FILTER_HINT
CHOSEN_PART = "Urval: {parts}"
SHOWN_OF = "{shown} av {count}"
FACET = "{label}: {words}"
FACET_ACTOR = "Aktör"
FACET_MISSING = "inte angivet"
FACET_CARRIED = "Från förra året"
FACET_UNCONFIRMED = "inte bekräftade"
FACET_TITLE = "Visa bara"
FACET_ALL = "Visa alla"
FACET_ALL_DETAIL = "tar bort urvalet"
FACET_CHOSEN = "✓ "
NO_FACETS = "Den här listan har inget att välja på."
REMOVE_TITLE = "Ta bort {what}?"
REMOVE_YES = "Ta bort"
REMOVE_UNDO = common_texts.CAN_BE_UNDONE
REMOVE_MENTIONED = "Nämns i: {places}"
REMOVE_ANSWERS = "{count} svar hör till aktören."
MORE = common_texts.AND_MORE
NOTHING_MARKED = "Markera en rad först."
CHANGED_ELSEWHERE = "Någon annan har ändrat posten. Det nya visas."
GONE = "Posten finns inte längre. Någon har tagit bort eller ångrat den."
DRAFT_KEPT = "{what}: inte sparat än, {missing} saknas. Det ni skrev finns kvar när ni trycker + igen."
DRAFT_AND = " och "



def sorted_heading(heading: str, *, backwards: bool) -> str:
    """Return a heading with the sign that the list is sorted by it."""
    return f"{heading} {'▼' if backwards else '▲'}"


NOT_SORTED = "Listan är inte sorterad. F7 väljer en kolumn."
CARRIED_LEGEND = "↻ från förra årets plan. Ctrl+G bekräftar att raden gäller även i år."
CARRIED_FORM = "↻ Från förra årets plan. Ctrl+G bekräftar att posten gäller även i år."

# -- hinder --------------------------------------------------------------------------------------------------------
HEADING_AGE = "Ålder"
HEADING_ANSWER = "Svar"
_LEVELS = ("mikro", "meso", "makro")
NO_LEVEL = NO_VALUE = "–"
TRACK_SIGNS = ("●", "○")


def level_track(level: str | None, word: str) -> str:
    """Return how far up a hinder has come, as a track with three stops and the level's word."""
    if level not in _LEVELS:
        return NO_LEVEL
    reached = _LEVELS.index(level) + 1
    come, left = TRACK_SIGNS
    return f"{come * reached}{left * (3 - reached)} {word}"


def age(count: int | None) -> str:
    """Return how old a hinder is; a dash where nobody has said when it was raised."""
    return "–" if count is None else counts_texts.days(count)


def answer_standing(standing: str, count: int | None, late: int = 0) -> str:
    """Return whether a hinder has its answer: how long it took, how long is left or how late it is."""
    if standing == "lost":
        return "löst"
    if standing == "besvarat":
        told = "besvarat" if count is None else f"svar efter {counts_texts.days(count)}"
        return f"{told}, {counts_texts.days(late)} sent" if late else told
    if standing == "vantar":
        return f"väntar, {counts_texts.days(count or 0)} kvar"
    if standing == "sent":
        return f"! {counts_texts.days(count or 0)} försenat"
    return "ingen svarsdag"


# -- forms ---------------------------------------------------------------------------------------------------------
SAVED = "✓ Sparat"
WAITING = "… sparas"
UNSAVED = "✗ Inte sparat"
CHOOSE = "Välj"
CHOSEN_NONE = "–"
PICK_NONE = "Inget val"
PICK_SEVERAL = "Enter väljer och väljer bort, Ctrl+A alla. Esc när ni är klara."
PICK_ONE = "Skriv för att filtrera. Enter väljer."
PICK_EMPTY = "Det finns inget att välja än. Lägg först till under {place}."
PICK_EMPTY_DATA = "Det finns inget att välja."
HINT_TEXT = ""
HINT_NUMBER = "t.ex. 12,5"
HINT_KRONOR = "till exempel 1 200 000"
#: Below a heading that is only a number.
AMOUNT_MEANT = "Det här är rubriken. Skriv summan i ”{label}” och här vad den gäller."
HINT_WHOLE = "ett helt tal"
HINT_YEAR = "t.ex. 2027"
HINT_DATE = "t.ex. 1 mars 2027, våren 2027"
LINES_HINT = "En på varje rad"
REQUIRED = "*"
REQUIRED_TOLD = "* måste fyllas i"
LAST_GOOD = "{fault} Det senast sparade är kvar: {value}"
CONFLICT_WAITS = "Någon annan har ändrat fältet. Ni får välja vilken text som gäller när ni lämnar det."
CONFLICT_TITLE = "Någon annan har ändrat {field}"
FORM_CRUMB = "{place} › {name}"
FORM_POSITION = common_texts.NUMBER_OF
FORM_OPTIONS = "Det går att välja"
#: By type and first field: the heading above a group of fields.
SECTIONS: Mapping[str, Mapping[str, str]] = {
    "insats": {"title": "Vad och hur långt", "start": "När", "actor": "Vem och med vad", "provider": "Vilka den når",
               "goals": "Hör ihop med", "output": "Vad det gav", "history": "Historik"},
    "malomrade": {"title": "Området", "parent": "Plats i ordningen", "areas": "Hör ihop med", "actor": "Ansvar"},
    "delmal": {"title": "Delmålet", "date": "När", "actor": "Vem"},
    "mal": {"title": "Målet", "measure": "Mått", "baseline": "Utgångsläge",
            "target": "Målvärde och datum", "requirements": "Hör ihop med"},
    "matning": {"title": "Vad mäts", "value": "Värdet", "period_start": "När och varifrån", "actor": "Vem och vilka"},
    "kravbedomning": {"work": "Arbete och bedömning", "evidence": "Underlag för bedömningen"},
    "beslut": {"title": "Beslutet", "outcome": "Utfall och dag", "changes": "Ändringar och villkor",
               "adopted": "Flera organ tillsammans"},
    "hinder": {"title": "Hindret", "level": "Nivå och ägare", "efforts": "Lösning", "raised": "Svar i tid",
               "history": "Historik"},
    "underlag": {"title": "Dokumentet", "status": "Läge och giltighet", "requirements": "Hör ihop med"},
    "mote": {"title": "Mötet", "participants": "Vilka var med", "agreed": "Vad ni kom fram till"},
    "rapporttillfalle": {"title": "Redovisningen", "period_start": "Period och sista dag",
                         "diary_numbers": "Handlingar", "received": "Pengar",
                         "certificate": "Granskning och inlämning"},
    "kommentar": {"body": "Synpunkten", "received": "Hur ni tog hand om den"},
    **registers_texts.SECTIONS,
}

# -- board ---------------------------------------------------------------------------------------------------------
BOARD_TITLE = "Tavla"
BOARD_STATE = "Läge"
BOARD_SUM = "Summa"
BOARD_MISSING = "Inte angivet"
BOARD_NONE = "·"
BOARD_ALL = "Alla"
BOARD_EMPTY = "Ingen insats här."
BOARD_REACH = "{reached} av {of} {unit}"
SHORT_PROJECT = "Projekt"
SHORT_SPREADING = "Breddas"
SHORT_MISSING = "Saknas"
SHORT_SPREAD = {"projekt": SHORT_PROJECT, "under_breddinforande": SHORT_SPREADING}
COLUMN_COUNT = "{words} {count}"

# -- question, overview and search ---------------------------------------------------------------------------------
DRAWS_ON_NOTHING = "Svaret hämtas inte ur någon lista. F6 hoppar över frågan."
RECENT = "Nyss"
REQUIREMENTS_MET = "{met} av {count} uppfyllda"
SEARCH_TERM = "Ordlista"
SEARCH_REQUIREMENT = "Krav"
SEARCH_QUESTIONS = "Frågor"
TERM_MEANS = "Betyder"
TERM_ALSO = "Kallas också"
TERM_CONTEXT = "Källan använder ordet men förklarar det inte. Förklaringen är vår läsning."
TERM_OWN = "Ordet är nvplans eget."
TERM_SOURCE = "Källa"
BOX_CLOSE = common_texts.BOX_CLOSES


def joined(words: Sequence[str]) -> str:
    """Return words with commas and a last ”och”."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + DRAFT_AND + words[-1] if words else ""


def draft_needs(missing: str) -> str:
    """Return when a new entry is saved; where no field has to be filled in any of them does."""
    return f"Sparas när det finns något i {missing}." if missing else "Sparas när ni har fyllt i något."


def place_name(kind: str) -> str:
    """Return what a place is called."""
    return PLACES[kind][0]


def counted(kind: str, count: int) -> str:
    """Return how many things a list has, in words."""
    one, several = COUNTED[kind]
    return f"{counts_texts.count_words(count)} {one if count == 1 else several}"


#: One and several of what a list holds.
COUNTED = {
    "planuppgift": ("planuppgift", "planuppgifter"),
    "insamling": ("insamling", "insamlingar"), "utskick": ("utskick", "utskick"),
    "insats": ("insats", "insatser"), "malomrade": ("målområde", "målområden"), "delmal": ("delmål", "delmål"),
    "mal": ("mål", "mål"), "matning": ("mätning", "mätningar"),
    "beslut": ("beslut", "beslut"), "hinder": ("hinder", "hinder"), "aktor": ("aktör", "aktörer"),
    "underlag": ("underlag", "underlag"), "mote": ("möte", "möten"), "kommentar": ("synpunkt", "synpunkter"),
    "rapporttillfalle": ("rapport", "rapporter"), "medel": ("post", "poster"),
    "datum": ("datum", "datum"), "krav": ("krav", "krav"),
    "granska": ("anmärkning", "anmärkningar"),
    **registers_texts.COUNTED,
}
