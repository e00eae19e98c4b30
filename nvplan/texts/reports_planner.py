"""The Swedish strings of the planner's places for reports: the list, a new one, one report and its questions."""

from __future__ import annotations

from collections.abc import Mapping

from nvplan.texts import common as common_texts
from nvplan.texts import counts as counts_texts

# -- the list ------------------------------------------------------------------------------------------------------
COLUMNS = ("Rapport", "Läge", "Klara svar", "Dagar kvar", "Mottagare")
STANDING = {"utkast": "utkast", "fryst": "fryst", "inlamnad": "inlämnad"}
ANSWERED_OF = "{written} av {total}"
NO_DEADLINE = "inte angiven"
SUGGESTED = "förslag"
KEY_NEW, HELP_NEW = "Ny rapport", "Lägger upp ett nytt rapporttillfälle: välj rapport, år och period."
KEY_FIELDS, HELP_FIELDS = "Uppgifter", ("Öppnar tillfällets uppgifter: mottagare, period, sista dag, diarienummer och "
                                        "intyg.")
KEY_FREEZE, HELP_FREEZE = "Frys", ("Fryser rapporten som den är; den ändras inte mer. Programmet frågar först.")
KEY_SENT, HELP_SENT = "Inlämnad", "Noterar vilken dag ni lämnade in rapporten. nvplan skickar ingenting."
KEY_REMOVE, HELP_REMOVE = "Ta bort", "Tar bort rapporten, efter en fråga. En fryst rapport går inte att ta bort."
EMPTY = ("Här gör ni redovisningarna: till Socialstyrelsen, till Kammarkollegiet och till den egna nämnden. nvplan "
         "skriver ett utkast till varje svar ur era insatser och svar. Ni skriver klart, fryser och lämnar in själva.")
EMPTY_BEGIN = "Tryck + för att lägga upp den första rapporten."
FACT_RECEIVER = "Till"
FACT_ACTOR = "Lämnas av"
FACT_PERIOD = "Period"
FACT_DEADLINE = "Sista dag"
FACT_ANSWERS = "Svar"
FACT_MISSING = "Saknas från"
FACT_PREVIOUS = common_texts.PREVIOUS_OCCASION
FACT_FROZEN = "Fryst"
FACT_SENT = "Inlämnad"
FACT_FORM = "Frågor"
EVERYONE = "alla aktörer i en tabell"
THE_RSS = "RSS"
FACT_STANDING = "Läge"
FACT_WHO = "Vem"
FACT_ANSWER = "Svar"
MISSING_SHORT = "{count} saknas"
MISSING_FROM = "Har inte svarat i planen: {names}"
ITEM_GONE = "Frågan finns inte i den här rapporten."
MISSING_NUMBERS = "{name}: {numbers}"
IS_DRAFT = "utkast"
IS_FROZEN = "FRYST {date}"
IS_SENT = common_texts.HANDED_IN
NO_FORM = "Tillfället har inget formulär. Välj ett under Uppgifter (F4), så visas frågorna."

# -- a new one -----------------------------------------------------------------------------------------------------
NEW_CRUMB = "Rapporter › ny"
NEW_WHICH = "Vilken rapport ska ni lämna?"
NEW_YEAR = "Vilket år redovisar ni?"
NEW_PART = "Vilken period?"
NEW_PARTS = {"hel": ("Hela året", ""), "halv": ("Första halvåret", "delredovisning")}
NEW_CARRY = "Ska svaren från förra tillfället följa med?"
NEW_CARRIES = {"ja": ("Ja", "markerade som överförda tills ni bekräftar dem"), "nej": ("Nej", "börja från utkasten")}
NEW_PREVIEW = "{title}\nTill {receiver}. Period {period}. Sista dag {deadline}: ett förslag, kontrollera det."
NEW_PREVIEW_BEFORE = "\nFörra tillfället: {title}."
NEW_CREATE, HELP_CREATE = "Lägg upp", "Lägger upp rapporttillfället och öppnar det."
NEW_MADE = "{title} är upplagd."
NEW_CARRIED = "{title} är upplagd. {count} svar följde med, markerade som överförda."

# -- one report ----------------------------------------------------------------------------------------------------
CRUMB = "Rapporter › {title}"
ITEM_COLUMNS = ("Nr", "Läge", "Fråga", "Vem")
ITEM_STANDING = {"skrivet": "✓ skrivet", "overfort": "↻ överfört", "utkast": "○ utkast", "ur_planen": "✓ ur planen",
                 "saknas": "– saknas"}
ITEM_STANDING_LONG = {"skrivet": "skrivet av er", "overfort": "överfört från förra tillfället, inte bekräftat",
                      "utkast": common_texts.DRAFT_FROM_PLAN, "ur_planen": "hämtat ur planen", "saknas": "saknas"}
FILTERS = {"saknas": "Saknas", "utkast": common_texts.DRAFT_FROM_PLAN.capitalize(),
           "overfort": common_texts.CARRIED_UNCONFIRMED,
           "skrivet": "Skrivna av er", "ur_planen": "Hämtade ur planen"}
KEY_FILTER, HELP_FILTER = "Urval", "Visar bara frågor som saknar svar, är utkast, överförda eller skrivna."
KEY_COMPARE, HELP_COMPARE = "Jämför", "Visar vad som skiljer sig från förra tillfället."
KEY_MISSING, HELP_MISSING = "Vem saknas", "Visar vilka aktörer som inte har svarat, och på vad."
KEY_CARRY, HELP_CARRY = "För över", "För över svar från förra tillfället dit inget är skrivet, märkta som överförda."
ABOUT = ("Frågorna står i mottagarens ordning. Ett utkast ur planen bygger på era insatser och svar, och skrivs ut som "
         "det är om ni inte skriver ett eget svar. Ett överfört svar kommer från förra tillfället och ska bekräftas.")
MISSING_TITLE = "Vilka har inte svarat?"
MISSING_NOBODY = "Ingen aktör saknas: alla som får frågan har svarat i planen."
CARRY_NOTHING = "Det finns inget att föra över: allt är redan skrivet här, eller så finns inget tidigare svar."

# -- freeze and hand in --------------------------------------------------------------------------------------------
FREEZE_TITLE = "Frysa ”{title}”?"
FREEZE_YES = "Frys rapporten"
FREEZE_WHAT = ("Planen sparas som den är nu, och rapporten läses ur den i fortsättningen. Det går inte att ångra. "
               "Behöver ni ändra lägger ni upp ett nytt tillfälle.")
FREEZE_PUBLIC = "Den frysta rapporten kan vara en allmän handling: fråga er registrator. Utkast hålls skilda från den."
FROZEN_NOTE = "Rapporten frystes den {date} och går inte att ändra. Lägg upp en ny rapport om något behöver rättas."
FREEZE_ALREADY = "Rapporten är redan fryst. Den går inte att ändra."
SENT_TITLE = "När lämnade ni in ”{title}”?"
SENT_HINT = "Till exempel 2027-03-31. Tomt tar bort noteringen."
SENT_KEYS = "Enter sparar. Esc stänger utan att ändra. nvplan skickar ingenting."
SENT_NOT_FROZEN = "Rapporten är inte fryst. Frys den (F6) när ni lämnar in, så att ni kan visa vad ni lämnade."

# -- one question --------------------------------------------------------------------------------------------------
ITEM_OF = common_texts.QUESTION_OF
KEY_DRAFT, HELP_DRAFT = "Använd utkastet", "Lägger utkastet ur planen i fältet, så att ni kan skriva vidare på det."
KEY_CONFIRM, HELP_CONFIRM = "Bekräfta", "Bekräftar att svaret från förra tillfället fortfarande gäller."
KEY_READ, HELP_READ = "Läs utkastet", "Går till utkastet, så att pilarna rullar det, och tillbaka till fältet."
KEY_NEXT, HELP_NEXT = "Nästa", "Sparar och går till nästa fråga."
KEY_PREVIOUS, HELP_PREVIOUS = "Förra", common_texts.GO_TO_PREVIOUS
CLEARED_HINT = "Inget svar."
ANSWER_HINT_FROZEN = "Inget eget svar. Utkastet frystes."
HELP_UP = "Går tillbaka till rapportens frågor. Det ni har skrivit är sparat."
DRAFT_TITLE = common_texts.DRAFT_FROM_PLAN.capitalize()
DRAFT_NONE = "Planen har inget om det här. Skriv svaret, eller lägg in insatser med områdena som frågan gäller."
DRAFT_NO_FIELD = "Här står ett datum som hämtas ur planen. Skriv ett annat om det inte stämmer."
DRAFT_USED = "Utkastet är inlagt i fältet."
DRAFT_SAME = "Fältet har redan utkastet."
DRAFT_REPLACE = "Ersätta er text med utkastet?"
DRAFT_REPLACE_YES = "Ersätt texten"
UNDO_LINE = common_texts.CAN_BE_UNDONE
BEFORE_TITLE = "Förra tillfället: {title}"
BEFORE_SAME = "Samma svar som nu."
BEFORE_NONE = "Inget svar."
ELSEWHERE_TITLE = "Berättas i en annan fråga"
LINKED_TITLE = "Frågor i planen som utkastet bygger på"
HELP_TITLE = "Tänk på"
CLEARED = "Inget eget svar. Utkastet ur planen skrivs ut"
CARRIED_NOTE = "Från förra tillfället. Ctrl+G bekräftar att det fortfarande gäller"
WRITTEN_NOTE = "Skrivet i rollen {role} den {date}"
SAME_NOTE = "Samma text som planens svar på ”{question}”. Ändrar ni här ändras den också där."
SAME_CARRIED_NOTE = "Från förra årets svar på ”{question}”. Ctrl+G bekräftar att det fortfarande gäller"
BELOW_TITLE = "Ur planen, skrivs ut under svaret"
DRAFT_BELOW = "Texten är planens svar. Det övriga ur planen skrivs ut under den."
ANSWER_HINT = "Skriv ert svar. Lämnar ni fältet tomt skrivs utkastet ut."
ANSWER_HINT_EMPTY = "Skriv ert svar."
DATE_HINT = "mars 2027"
PERIOD_HINT = "mars 2026 – juni 2026"
FIRST_ITEM = "Det här är den första frågan."
LAST_ITEM = "Det här är den sista frågan."

# -- the reporting year's days -------------------------------------------------------------------------------------
DATE_COLUMNS = ("Dag", "Läge", "Vad", "Till")
DAY_STANDING = {"forslag": "? förslag", "bekraftad": "✓ bekräftat", "galler_inte": "– gäller inte",
                "passerad": "✓ passerat"}
KEY_CONFIRM_DAY, HELP_CONFIRM_DAY = "Bekräfta", "Gör dagen till er egen, på det föreslagna datumet eller ett annat."
KEY_DISMISS_DAY, HELP_DISMISS_DAY = "Gäller inte", "Säger att dagen inte gäller er. Den ligger kvar sist i listan."
HELP_DAY_FIELDS = "Öppnar dagens uppgifter, när ni har bekräftat den eller lagt till den själva."
DAY_NOT_OWN = "Dagen är bara ett förslag. Bekräfta den med Enter, så får den egna uppgifter."
DAY_TITLE = "Vilken dag gäller hos er? {title}"
DAY_KEYS = "Enter bekräftar. Esc stänger utan att ändra."

# -- comparison ----------------------------------------------------------------------------------------------------
COMPARE_CRUMB = "Rapporter › jämförelse › {title}"
COMPARE_COLUMNS = ("Nr", "Ändring", "Fråga")
COMPARED = {"andrad": "≠ ändrat", "ny": "+ nytt", "borta": "– borta", "samma": "= samma"}
COMPARED_LONG = {"andrad": "Ändrade", "ny": "Nya", "borta": "Borta",
                 "samma": common_texts.SAME_AS_BEFORE}
COMPARE_ABOVE = "{parts} · mot {title}"
COMPARE_ABOUT = ("Varje fråga jämförs med samma fråga i förra tillfället: det som skulle skrivas ut nu mot det "
                 "som skrevs ut då.")
HELP_FILTER_COMPARED = "Visar bara det som är ändrat, nytt, borta eller samma."
COMPARE_BEFORE = "Förra gången"
COMPARE_ADDED = "Nytt nu"
COMPARE_REMOVED = "Borta nu"
COMPARE_EMPTY = "inget"
COMPARE_NOW = "Nu"
COMPARE_NOTHING = "Ingen fråga har något svar i något av tillfällena."


def deadline(words: str, days: int | None, *, confirmed: bool) -> str:
    """Return the last day with the days that are left, and that it is a suggestion where nobody has confirmed it."""
    if not words:
        return NO_DEADLINE
    told = [] if days is None or (days < 0 and not confirmed) else [_days_of(days)]
    return ", ".join([words, *told, *([] if confirmed or days is None else [SUGGESTED])])


def standing_counts(counts: Mapping[str, int]) -> str:
    """Return how many reports are drafts, frozen and handed in, in words."""
    return ", ".join(f"{count} {_STANDINGS[standing][count != 1]}" for standing in _STANDINGS
                     if (count := counts.get(standing, 0)))


_STANDINGS = {"utkast": ("utkast", "utkast"), "fryst": ("fryst", "frysta"), "inlamnad": ("inlämnad", "inlämnade")}


def days_left(days: int | None, *, confirmed: bool) -> str:
    """Return how many days are left or have passed. A day that nobody has confirmed is a suggestion and never late."""
    told = [] if days is None or (days < 0 and not confirmed) else [_days(days)]
    return ", ".join([*told, *([] if confirmed or days is None else [SUGGESTED])])


def _days(days: int) -> str:
    count = counts_texts.days(abs(days))
    return f"! {count} sen" if days < 0 else "i dag" if days == 0 else count


def _days_of(days: int) -> str:
    return f"{_days(days)} kvar" if days > 0 else _days(days)


def tally_words(counts: Mapping[str, int], total: int) -> str:
    """Return how many items there are of each standing, in words: `3 av 32 skrivna, 19 utkast, 10 saknas`."""
    parts = [f"{counts['written']} av {total} klara"]
    parts += [f"{counts['carried']} överförda"] if counts["carried"] else []
    parts += [f"{counts['drafted']} utkast"] if counts["drafted"] else []
    parts += [f"{counts['missing']} saknas"] if counts["missing"] else []
    return ", ".join(parts)


def days_to_confirm(count: int) -> str:
    """Return how many days nobody has confirmed or dismissed."""
    return "alla bekräftade" if not count else f"{count} att bekräfta"


def compared_parts(counts: Mapping[str, int]) -> str:
    """Return how many items there are of each change, in words."""
    return ", ".join(f"{count} {_COMPARED_ONE[change][count != 1]}" for change, count in counts.items() if count)


_COMPARED_ONE = {"andrad": ("ändrat", "ändrade"), "ny": ("nytt", "nya"), "borta": ("borta", "borta"),
                 "samma": ("samma", "samma")}
