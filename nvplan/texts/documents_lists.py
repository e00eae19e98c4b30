"""The Swedish strings of the lists and working papers, and of the package."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import registers as registers_texts
from nvplan.texts.documents_statements import count, inside, unended

YES, NO = "ja", "nej"

# -- insatser ------------------------------------------------------------------------------------------------------
EFFORTS_ABOUT = ("Förteckningen visar hur långt varje insats har kommit, hur brett den är införd, hur många den når "
                 "och om privata utförare är med. Den skiljer prestation (det som gjordes) från effekt (det som blev "
                 "bättre).")
EFFORTS_OVERVIEW = "Översikt"
EFFORTS_ALL = "Alla insatser"
MISSING_REACH = "Räckvidd"
EFFORTS_TABLE = "Läge, spridning, räckvidd och ansvar"
EFFORTS_ONE_BY_ONE = "Insats för insats"
EFFORTS_NONE = "Inga insatser är inskrivna."
EFFORTS_MISSING = "Det som saknas"
EFFORTS_MISSING_ABOUT = "Uppgifter som behövs för att andra ska kunna läsa listan rätt."
EFFORTS_COMPLETE = "Varje insats har läge, spridning, räckvidd, regi, område, prestation och effekt."
COLUMN_MISSING = "Saknar"
COLUMN_ID = "Id"
PRIVATE_FACT = "Når privata utförare"
REACH_FACT = "Med angiven räckvidd"
EFFECT_FACT = "Med effekt och uppföljning av den"
#: What fields of an insats are called in the list of insatser, where it is not what the planner asks.
EFFORT_LABELS = {"reached": "Når", "start": "Tid", "actor": "Ansvarig", "role": "Roll"}
#: What stands between titles on one line.
BETWEEN_TITLES = " · "

# -- underlag ------------------------------------------------------------------------------------------------------
ATTACHMENTS_ABOUT = ("Listan visar de dokument som planen vilar på, om de går att lita på och hur länge de gäller. "
                     "Dokumenten själva följer inte med.")
ATTACHMENTS_NONE = "Inga underlag är inskrivna."
ATTACHMENT_TABLE = "Underlag, status och giltighet"
ATTACHMENT_LIST = "Alla underlag"
ATTACHMENT_HEED = "Att göra"
ATTACHMENT_HEED_NONE = "Inget underlag saknas, har gått ut eller väntar på översyn."
ATTACHMENT_HEED_TABLE = "Underlag att ta hand om"
ATTACHMENT_DAY = "Kolumnen Giltighet visar läget den {date}, då planen senast ändrades."
WITHOUT_EVIDENCE = "Uppfyllda krav utan underlag"
WITHOUT_EVIDENCE_ABOUT = "Kraven är bedömda som uppfyllda, men inget som visar det är angivet."
NOTHING_MET = "Inget krav är bedömt som uppfyllt än."
WITHOUT_EVIDENCE_NONE = "Alla krav som är bedömda som uppfyllda har ett underlag angivet."
COLUMN_ATTACHMENT = "Underlag"
COLUMN_KIND = "Slag"
COLUMN_STATUS = "Status"
COLUMN_VALID = "Giltighet"
COLUMN_OWNER = "Hör till"
COLUMN_REFERENCE = "Finns här"
COLUMN_DAYS, COLUMN_SHOWS = "Dagar", "Visar"
COLUMN_FOR = "För krav och frågor"
COLUMN_DATE = "Datum"
COLUMN_VALID_TO = "Gäller till"
COLUMN_REVIEW = "Ses över"
COLUMN_NOTE = "Anmärkning"
STATUS_MISSING = "Inte angiven"
VALID_EXPIRED = "har gått ut"
VALID_SOON = "går ut inom {months}"
#: How soon something runs out, by the most days that it may take.
SOON = ((31, "en månad"), (61, "två månader"), (92, "tre månader"), (183, "sex månader"))
VALID_YES = "gäller"
VALID_UNKNOWN = "sista giltighetsdag inte angiven"
REVIEW_PASSED = "översynen är försenad"

# -- jamforelse ----------------------------------------------------------------------------------------------------
COMPARISON_SNAPSHOT = "Dokumentet jämför planen den {now} med den frysta versionen ”{name}” från den {date}."
COMPARISON_REVISION = "Dokumentet jämför planen den {now} med hur den stod den {then}."
COMPARISON_NONE = ("Planen har ingen fryst version att jämföra med. Frys en version när planen går till beslut eller "
                   "redovisas.")
COMPARISON_SAME = "Inget skiljer."
COMPARISON_SUMMARY = "Det som skiljer, i antal"
COMPARISON_TABLE = "{group}: då och nu"
COMPARISON_HEADING = "Översikt"
REVISION_UNKNOWN = ("Revision {revision} går inte att jämföra med. Planen är vid revision {last}, och äldre ändringar "
                    "kan vara hopslagna.")
COLUMN_GROUP = "Vad"
COLUMN_ADDED, COLUMN_CHANGED, COLUMN_REMOVED = "Nytt", "Ändrat", "Borttaget"
COLUMN_WHERE, COLUMN_THEN, COLUMN_NOW = "Var", "Då", "Nu"
EMPTY_BEFORE = "inget"
NEW, GONE = "Ny", "Borttagen"
PLAN_FRAME = "Planens ramar"
TYPES = {"insamling": "Insamlingar", "utskick": "Utskick",
         "planuppgift": "Planuppgifter", "insats": "Insatser", "malomrade": "Målområden", "delmal": "Delmål",
         "mal": "Mål", "matning": "Mätningar", "kravbedomning": "Kravbedömningar", "beslut": "Beslut",
         "hinder": "Hinder", "underlag": "Underlag",
         "mote": "Möten", "motespunkt": "Mötespunkter", "inlagg": "Inlägg på möten", "omgang": "Omgångar",
         "rapporttillfalle": "Rapporttillfällen", "kommentar": "Synpunkter", "kvittens": "Kvittenser",
         "godkannande": "Godkännanden",
         "medel": "Medel", "datum": "Redovisningsårets datum", "aktor": "Aktörer", **registers_texts.TYPES}
FRAME_FIELDS = {"year": "År", "requirement_set": "Krav enligt", "own_standing": "Gäller enligt länet",
                "standing": "Planens läge", "standing_date": "Läget sedan", "standing_body": "Organ",
                "county_code": "Länskod"}

# -- kalender ------------------------------------------------------------------------------------------------------
CALENDAR_TABLE = "Datum i planen"
CALENDAR_NONE = "Planen har inga datum framåt."
CALENDAR_INEXACT = "Utan bestämd dag"
DATE_INEXACT = "{title} ({date})"
DATE_INEXACT_ABOUT = "Ingen dag är bestämd. Noteringen ligger på den sista dagen."
CALENDAR_WHAT = "Vad"

# -- protokoll -----------------------------------------------------------------------------------------------------
MINUTES_TITLE_ONE = "Protokoll: {title}"
MINUTES_NONE = "Inga möten är inskrivna."
MINUTES_UNKNOWN = "Mötet ”{wanted}” finns inte. Välj {near}."
MINUTES_UNKNOWN_NONE = "Mötet ”{wanted}” finns inte. Inga möten är inskrivna."
MINUTES_PRESENT = "Närvarande"
MINUTES_FROM = "Från: {bodies}."
MINUTES_REGISTERED = "Anmälda till bedömningen: {kinds}."
MINUTES_OF_KIND = "{kind} {count}"
MINUTES_MARK = "INTE JUSTERAT"
MINUTES_OFFICER_LABELS = ("Ordförande, namnförtydligande", "Sekreterare, namnförtydligande",
                          "Justerare, namnförtydligande")
MINUTES_SIGNATURES = "Underskrifter"
MINUTES_DECISIONS = "Beslut och överenskommelser"
MINUTES_NO_DECISION = "Inget beslut är antecknat."
MINUTES_LEFT = "Det här är inte avgjort"
MINUTES_PURPOSE = "Syfte"
MINUTES_DISSENT = common_texts.DISSENT
MINUTES_NOTE = "Anteckning"
MINUTES_CHAPTERS = "Ämnen"
FACT_KIND, FACT_DATE = "Slag", "Datum"

# -- workshop-underlag ---------------------------------------------------------------------------------------------
WORKSHOP_ABOUT = ("Börja med samtalsfrågan och skriv sedan svaret i planen. Skriv roller, aldrig namn, och inget om "
                  "enskilda patienter.")
WORKSHOP_TITLE = "Mötesunderlag: {title}"
WORKSHOP_LEFT = "Kvar att besvara"
WORKSHOP_DONE = "Besvarat, att bekräfta"
WORKSHOP_DEEPER = "Fördjupning, om tiden räcker"
WORKSHOP_PROMPT = "Att prata om"
WORKSHOP_ANSWER = "Svar nu"
WORKSHOP_TABLE, WORKSHOP_GIVEN_ROWS = "(hela tabellen står i planen)", "Finns, i en tabell i planen."
WORKSHOP_WHO = "Svar nu"
WORKSHOP_ASKS = "Det här frågas"
WORKSHOP_WE_SAY = "Det här kom vi fram till"
WORKSHOP_WHO_TAKES = "Vem tar det vidare, och när"
WORKSHOP_CHAPTER_NONE = "Kapitlet har inga frågor som gäller er just nu."
WORKSHOP_CHAPTER_DONE = "Alla frågor här är besvarade. Svaren står i planen."

# -- allt ----------------------------------------------------------------------------------------------------------
PACKAGE_TITLE = "Innehåll"
PACKAGE_STEM = "innehåll"
PACKAGE_ABOUT = ("Sidan leder till de dokument som är skrivna ur planen. De ligger i samma mapp som sidan. Arkivet "
                 "rymmer hela planen och går att föra in igen.")
PACKAGE_LEFT_OUT = "Sist står vilka dokument som inte är med, och varför."
PACKAGE_ABOUT_ACTOR = "Dokumenten visar bara det som hör till {actor}."
PACKAGE_TABLE = "Dokument och filer"
PACKAGE_FAILED = "Dokument som inte är med"
COLUMN_DOCUMENT = "Dokument"
COLUMN_OTHER_FILE = "Annat"
FORMAT_COLUMNS = {"docx": "Word", "pdf": "Pdf", "xlsx": "Excel", "ics": "Kalenderfil", "json": "Datafil",
                  "html": "Webbsida", "md": "Text", "csv": "Csv"}

# -- the command line ----------------------------------------------------------------------------------------------
WORKSHOP_NO_MEETING = "Underlaget skrivs ut till ett möte. Välj mötet och skriv ut dokumentet för sig."
OPTION_ALARM = "för kalender: påminn så många dagar före varje datum"
ALARM_DAYS = "Skriv hur många dagar före kalendern ska påminna, från 0 till {most}."
OPTION_MEETING = "mötets id, för protokoll och workshop-underlag"
OPTION_APPENDICES = ("tar med planens bilagor: krav som inte är uppfyllda, synpunkter, vad som är ändrat och "
                     "källor")
OPTION_AGAINST = "jämför med en fryst version (namn) eller en revision (nummer); annars den senaste frysta"
OPTION_WITHOUT_DATA = "lägg inga maskinläsbara uppgifter i pdf-filerna"
FORMAT_NEEDED = "Ange format för {document} med --format. Välj bland {formats}."


def steps(number: int) -> str:
    """Return how many changes of state an object has had."""
    return f"{number} byten"


def private_told(reaching: int, total: int) -> str:
    """Return how many insatser do something, of all."""
    return f"{reaching} av {total}"


def attachments_told(total: int, counts: Sequence[tuple[str, int]]) -> str:
    """Return how many underlag there are, and how many have each status."""
    told = ", ".join(f"{inside(label)} {number}" for label, number in counts)
    return f"Listan har {total} underlag. Status: {told}."


def inexact(number: int) -> str:
    """Return how many dates have a month, a season or a year but no day, and so stand on the last day of it."""
    return f"{number} datum ligger som noteringar på den sista dagen i sin månad, sin årstid eller sitt år" if number \
        else "inga"


def alarm(days: int) -> str:
    """Return how long before a date a calendar reminds."""
    return {0: "samma dag", 1: "dagen före", 7: "en vecka före", 14: "två veckor före"}.get(days, f"{days} dagar före")


def minutes_item(text: str, number: int, title: str) -> str:
    """Return what came of an item at a meeting: first what it is, then where it was talked about."""
    return f"{unended(text)} (punkt {number}, ”{title}”)"


def minutes_left(title: str, number: int, outcome: str) -> str:
    """Return an item that nobody has agreed on, and how it ended."""
    return f"{title} ({', '.join(part for part in (f'punkt {number}', inside(outcome)) if part)})"


def in_kronor(years: str) -> str:
    """Return costs year by year (`2027: 500 000`, a line each) with what they are counted in."""
    return "\n".join(f"{line}\u00a0kr" for line in years.splitlines())


def in_short(parts: Sequence[str]) -> str:
    """Return what was chosen or written row by row on one line: a group is reminded of it, and reads it elsewhere."""
    return "; ".join([*parts[:1], *(inside(one) for one in parts[1:])])


def so_many_kommuner(number: int, *, everyone: bool) -> str:
    """Return how many kommuner took part, where they are too many to name."""
    return f"{'alla ' if everyone else ''}{count(number)} kommuner"


def beside(label: str, value: str) -> str:
    """Return a fact that stands on a line with another: its label, and its value inside the line."""
    return f"{inside(label)}: {inside(value)}"


def package_about(*, left_out: bool) -> str:
    """Return what the contents page is, and where it says what is left out if anything is."""
    return f"{PACKAGE_ABOUT} {PACKAGE_LEFT_OUT}" if left_out else PACKAGE_ABOUT


def left_out(title: str, reason: str) -> str:
    """Return a document that is not in the package, with the reason."""
    return f"{title}: {inside(reason)}"
