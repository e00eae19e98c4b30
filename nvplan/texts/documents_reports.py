"""The Swedish strings of the report documents: redovisning-region, redovisning-rss, vfu, rekvisition and ekonomi."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nvplan.texts import common as common_texts
from nvplan.texts import documents as documents_texts
from nvplan.texts.documents_statements import inside

TITLES = {
    "redovisning-region": "Regionens redovisning",
    "redovisning-rss": "RSS:s redovisning",
    "vfu": "VFU-veckor och VFU-platser",
    "rekvisition": "Rekvisition till Kammarkollegiet",
    "ekonomi": "Ekonomisk redovisning till Kammarkollegiet",
}
SUBTITLE = common_texts.COUNTY_AND_YEAR
#: Whose a report is: the body, and its county.
WHOSE = "{actor}, {county}"
EVERYONE = "region och kommuner"
NUMBERED = "{number} {text}"
#: A question longer than this stands below its heading.
LONGEST_HEADING = 140
#: What stands where a heading is cut, after a whole word.
CUT = "…"
FROM_TO = common_texts.FROM_TO
NOT_GIVEN = common_texts.NOT_GIVEN
DECIDED_ON = "beslutad {day}"
NOT_ANSWERED = common_texts.NOT_ANSWERED
NOTHING = documents_texts.NOTHING
#: At most so many kommuner are named in a sentence.
_MOST_NAMED = 5
GAP = f"○ {NOT_ANSWERED.capitalize()}"

# -- what stands first ---------------------------------------------------------------------------------------------
ABOUT = "Om redovisningen"
LABEL_RECEIVER = "Mottagare"
LABEL_HANDS_IN = "Lämnas av"
LABEL_FORM = "Formulär"
LABEL_ASKED = "Frågor"
LABEL_STANDING = "Läge"
LABEL_OCCASION = "Rapporttillfälle"
LABEL_PERIOD = "Period"
LABEL_DEADLINE = "Sista dag"
LABEL_DIARY = "Diarienummer"
LABEL_ANSWERS_FOR = "Ansvarar för redovisningen"
LABEL_SIGNERS = common_texts.SIGNED_BY
LABEL_SENT = "Inlämnad"
LABEL_SOURCE = "Källa till frågorna"
CONFIRMED = "{date}, bekräftad av er"
SUGGESTED = "{date}, ett förslag som ni inte har bekräftat"
SENT = "{date}, enligt er egen uppgift"
NO_OCCASION = "UTKAST"
IS_DRAFT = "UTKAST, inte fryst"
IS_FROZEN = "FRYST den {date}, så som planen såg ut då"
DRAFT_NOTE = ("Det här är ett utkast. Det ändras när planen ändras. Frys rapporttillfället när svaren är färdiga, "
              "och lämna in den frysta versionen.")
NO_OCCASION_NOTE = ("Det här är ett utkast. Det ändras när planen ändras. Lägg upp ett rapporttillfälle med period och "
                    "sista dag, och frys det när svaren är färdiga.")
FROZEN_NOTE = ("Den frysta rapporten ändras inte mer. Den kan vara en allmän handling: fråga er registrator. "
               "Håll utkast skilda från den.")
UNSENT = "Redovisningen är inte inlämnad. Läs, ändra, besluta och skicka in den."
UNSENT_FROZEN = "Den frysta redovisningen är inte inlämnad. Skicka in den."
SIGNED = "Underlag som kräver underskrift i original. Det gäller först när det är undertecknat."
LATER_QUESTIONS = ("Socialstyrelsens frågor för 2023 har inte hittats. Kontrollera vad mottagaren frågar om i år, och "
                   "byt formulär på rapporttillfället om ett annat passar bättre.")
_ORIGIN = {
    "officiell": "{title}, återgivet med egna ord",
    "ur_kraven": "{title}. Härlett ur överenskommelsen, inget officiellt formulär",
    "disposition": "{title}. Egen disposition, inget officiellt formulär",
}
INSTRUCTIONS = "Anvisningar"
TALLY = "Så långt har svaren kommit"
LABEL_WRITTEN = "Skrivna eller hämtade ur planen"
LABEL_CARRIED = common_texts.CARRIED_UNCONFIRMED
LABEL_DRAFTED = "Bara utkast"
LABEL_MISSING = "Saknas"
#: What is missing where neither of the form's two alternatives is ticked.
CHOICE = "Ekonomichefens val av alternativ 1 eller 2"
NONE_MISSING = "inget"
WORKING_TITLE = "Underlag: {title}"
TO_DO = "Att göra innan redovisningen lämnas in"
#: The same of a report that is frozen, where nothing can be done any more.
LEFT_WHEN_FROZEN = "Det som inte var skrivet när redovisningen frystes"
COLUMN_QUESTION, COLUMN_LEFT, COLUMN_IN_PLAN = "Fråga", "Läge", "Svar i planen"
LEFT = {"saknas": "saknar svar", "utkast": common_texts.DRAFT_FROM_PLAN, "overfort": "överfört, läs och bekräfta"}
#: What the plan has for a question of a report.
PLAN_ANSWERED, PARTLY_ANSWERED, PLAN_SILENT = "finns", "finns delvis", "saknas"
ONLY_EFFORTS, ONLY_HERE = "bara insatser", "inget i planen än"

# -- a report as a spreadsheet ---------------------------------------------------------------------------------------
ANSWERS = "Frågor och svar"
COLUMN_NUMBER, COLUMN_PART, COLUMN_ANSWER = "Nr", "Del av svaret", "Svar"
#: What a note for those who write is called beside the answers.
TO_KNOW = "Att veta"
SHEET_OF_ITS_OWN = "Tabellen står på ett annat blad."

# -- an answer -----------------------------------------------------------------------------------------------------
CARRIED = "Överfört från {occasion}. Ingen har bekräftat att det fortfarande gäller."
WRITTEN_BY = "Skrivet i rollen {role} den {date}."
SOURCE_EFFORTS = "planens insatser i området"
#: What a part of a draft is taken from where that is no insatser.
SOURCES = {"medel": "planens medel", "malbildsbeslut": "planens beslut",
           "andra_planer": "planens uppgifter om andra planer", "mal": "planens mål", "planbeslut": "planens beslut",
           "vfu": "planens svar om VFU"}
NOTHING_IN_PLAN = "Planen har inga insatser under: {parts}."
SEE = "Se svaret på {number}."
ELSEWHERE = "Området berörs också av: {titles}."

# -- the målbild, equality, what is left ---------------------------------------------------------------------------
FROM = "Hämtat ur {source}: {what}."
CONTRADICTION = "Motsägelse: {text}"
VISION_TABLE = "Start, förankring och ikraftträdande: {of}"
EQUALITY = "Jämställdhet i hela redovisningen"
EQUALITY_ABOUT = "Jämställdhet har ingen egen fråga, men anvisningarna ber er ta upp den."
UNPLACED = "Insatser som ingen fråga tar upp"
UNPLACED_ABOUT = ("Insatserna saknar område, eller hör till ett område som frågorna inte nämner. De räknas inte som "
                  "svar.")

# -- the money forms and vfu ---------------------------------------------------------------------------------------
GUIDANCE = "Vägledning (skrivs inte under)"
#: What stands on every page of a form to sign: it is as true of the paper when it is signed as before.
SIGNED_FIRST = "Gäller när den är undertecknad"
#: The fields that the plan never holds, and that are left blank for ink.
BY_HAND = "Fylls i för hand"
LABEL_THERE_BY = {"rekvisition": "Rekvisitionen ska vara framme senast",
                  "ekonomi": "Redovisningen ska vara framme senast"}
OTHER_COSTS = "Övriga poster ({count} stycken)"
EVERY_COST = "Alla kostnadsposter"
NO_DAY = "ingen dag är satt"
AMOUNTS = "Om beloppen"
TOTAL = "Summa av dem som har svarat"
VFU_TABLE = "VFU-veckor och VFU-platser"
VFU_ANSWERED = "Har svarat"
VFU_NO_INCREASE = "Ingen har lämnat tal för båda vårterminerna än, så någon ökning går inte att räkna."


def form_origin(title: str, origin: str) -> str:
    """Return the form's title with where it comes from, so that what is derived is never taken for official."""
    return _ORIGIN[origin].format(title=title)


def asked_by(questions: str, origin: str) -> str:
    """Return what a form's questions are called, with where they come from."""
    return f"{questions}, återgivna med egna ord" if origin == "officiell" else form_origin(questions, origin)


def silent_from(names: Sequence[str]) -> str:
    """Return whose answers the plan lacks."""
    return f"saknas från {listed(names)}"


def without_rss(names: Sequence[str]) -> str:
    """Return that no RSS has these kommuner, so that every RSS tells of them, and how that is put right."""
    told = listed(names) if len(names) <= _MOST_NAMED else f"{len(names)} kommuner"
    return (f"Planen säger inte vilken RSS som redovisar för {told}. Deras svar och insatser står därför hos alla RSS. "
            "Välj kommunerna på varje RSS under Aktörer.")


def equality_about(told: int, every: int) -> str:
    """Return where equality is told: how many of the insatser that are reported have a line on it."""
    if every < 2:
        return EQUALITY_ABOUT
    have = "Ingen" if not told else "En" if told == 1 else f"{told}"
    return (f"{EQUALITY_ABOUT} {have} av de {every} insatser som redovisas har en rad om jämställdhet. Raden står vid "
            "den fråga som insatsen hör till.")


def other_year(year: int, reported: int | None) -> str:
    """Return that instructions are of another year than the report, which may not be told."""
    for_year = f"för {reported}" if reported else "nu"
    return f"Anvisningarna är från {year}, och dagarna i dem gällde då. Kontrollera vad som gäller {for_year}."


def taken_from(pairs: Sequence[tuple[str, str]]) -> str:
    """Return from where answers are taken, given as what they are about and their source, source by source."""
    sources = dict.fromkeys(source for _, source in pairs)
    return " ".join(FROM.format(source=one, what="; ".join(inside(what) for what, source in pairs if source == one))
                    for one in sources)


def no_day_set(months: Sequence[str]) -> str:
    """Return that no last day is set, and that questions of several months' reports therefore stand together."""
    return f"{NO_DAY}. Frågorna till {listed(months)} står med." if months else NO_DAY


def of(part: int, whole: int) -> str:
    """Return so many of so many."""
    return f"{part} av {whole}"


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence."""
    return documents_texts.listed(words)


def fields(names: Sequence[str]) -> str:
    """Return fields of a form as a list that stands alone."""
    told = listed([inside(one) for one in names])
    return told[:1].upper() + told[1:]


def conditional(text: str) -> str:
    """Return when a question is answered at all."""
    return f"Besvaras bara {text[:1].lower()}{text[1:]}."


def not_owed(text: str) -> str:
    """Return that a question is not answered, and when there is something to answer."""
    return f"{GAP}. Frågan gäller bara {text[:1].lower()}{text[1:]}."


def asked_about(event: str) -> str:
    """Return that a question is not answered, and that it was about what happened in another year."""
    return f"{GAP}. Frågan handlade om {event}."


def other_day(number: str, months: Sequence[str]) -> str:
    """Return that a part of a question is answered in another month's report."""
    return f"Delfråga {number} hör till redovisningen i {listed(months)}."


def equality_at(numbers: Sequence[str]) -> str:
    """Return at which questions equality is told, where nothing is said of the whole."""
    return f"Jämställdhet tas upp i {'svaret' if len(numbers) == 1 else 'svaren'} på {listed(numbers)}."


def answered_in(months: Sequence[str]) -> str:
    """Return in which other month's report a question is answered."""
    return f"Besvaras i redovisningen i {listed(months)}."


def only_in(months: Sequence[str]) -> str:
    """Return in which month's report a question is answered."""
    return f"Besvaras bara i redovisningen i {listed(months)}."


def below_from(sources: Sequence[str]) -> str:
    """Return where what stands below an answer of the plan comes from."""
    return f"Nedanför står också det som finns i {_told(sources)}."


def draft_from(sources: Sequence[str]) -> str:
    """Return where a draft comes from: insatser, and the plan's answers by what they are about."""
    told = _told(sources)
    return f"Utkast ur {told}." if told else "Utkast ur planen."


def _told(sources: Sequence[str]) -> str:
    known = (SOURCE_EFFORTS, *SOURCES.values())
    told, questions = [one for one in sources if one in known], [one for one in sources if one not in known]
    answers = f"planens svar om {listed([f'”{one}”' for one in questions])}" if questions else ""
    return " och ".join(part for part in (listed(told), answers) if part)


def vfu_nothing(who: str = "") -> str:
    """Return that no numbers of VFU are given: by the only one who is asked, or by anyone."""
    return f"{who} har inte lämnat några VFU-tal än." if who else "Ingen har lämnat VFU-tal än."


def vfu_terms(years: tuple[int, int]) -> str:
    """Return the two terms that the numbers are of."""
    return f"vårterminerna {years[0]} och {years[1]}"


def vfu_silent(names: Sequence[str]) -> str:
    """Return who has given no numbers."""
    return f"Inga tal har kommit från {listed(names)}."


def vfu_increase(more: Decimal, number: str, counted: tuple[int, int], years: tuple[int, int]) -> str:
    """Return how many more or fewer weeks the second term has, of those who have told both; `number` has no sign."""
    part, whole = counted
    who = "" if whole == 1 else f"{of(part, whole)} huvudmän har lämnat tal för båda vårterminerna. "
    change = "lika många" if not more else f"{number} {'fler' if more > 0 else 'färre'}"
    return f"{who}Det blir {change} VFU-veckor våren {years[1]} {'som' if not more else 'än'} våren {years[0]}."
