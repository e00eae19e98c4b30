"""The Swedish strings of the plan documents: the joint plan and the two handlingsplaner."""

from __future__ import annotations

from collections.abc import Sequence

# -- insatser ------------------------------------------------------------------------------------------------------
EFFORTS = "Insatser"
EFFORTS_ABOUT = ("Läget säger hur långt en insats har kommit. Spridningen säger om den är ett avgränsat arbete eller "
                 "gäller överallt där den hör hemma. Hela listan, med prestation och effekt, finns i dokumentet "
                 "Insatsförteckning.")
NO_EFFORTS = "Inga insatser är inskrivna för planen."
AREA_MISSING = "Område ej angivet"
MATRIX = "Insatser efter läge och spridning"
SUM = "Summa"
STATE_CHART = "Insatser efter läge"
STATE_MISSING = "Läge ej angivet"
COLUMN_EFFORT = "Insats"
COLUMN_STATE = "Läge"
COLUMN_SPREAD = "Spridning"
COLUMN_REACH = "Når"
COLUMN_RESPONSIBLE = "Ansvarig"
COLUMN_PERIOD = "Tid"

# -- decisions, hinders, comments ----------------------------------------------------------------------------------
DECISIONS = "Beslut"
DECISION_LOG = "Beslutslogg"
NO_DECISIONS = "Inga beslut är inskrivna."
COLUMN_DECISION = "Beslut"
COLUMN_BODY = "Organ"
COLUMN_OUTCOME = "Utfall"
COLUMN_DATE = "Datum"
COLUMN_IN_FORCE = "I kraft"
COLUMN_DIARY = "Diarienr"
OBSTACLES = "Hinder"
OBSTACLES_ABOUT = ("Mikro är nära patienten, meso är verksamhetens ledning och makro är länets gemensamma ledning, "
                   "politiken eller staten. En fråga som inte går att lösa på en nivå lyfts till nästa.")
OBSTACLE_TABLE = "Frågor som har fastnat"
NO_OBSTACLES = "Inga hinder är inskrivna för planen."
COLUMN_OBSTACLE = "Hinder"
COLUMN_LEVEL = "Nivå"
COLUMN_OWNER = "Ägs av"
COLUMN_SOLUTION = "Lösning och svar"
COLUMN_PROGRESS = "Gången"
COMMENTS = "Synpunkter från remissen"
COMMENT_TABLE = "Synpunkterna och hur de togs om hand"
NO_COMMENTS = "Inga synpunkter är inskrivna."
COLUMN_FROM = "Från"
COLUMN_ABOUT = "Gäller"
COLUMN_COMMENT = "Synpunkt"
COLUMN_HANDLED = "Så togs den om hand"
WHOLE_PLAN = "hela planen"

# -- requirements, what is unanswered, sources ---------------------------------------------------------------------
UNMET = "Krav som inte är uppfyllda"
UNMET_ABOUT = ("Tabellen visar krav som är delvis uppfyllda, inte uppfyllda eller inte bedömda. Det mest bindande "
               "står först. Det som texterna bara säger att ni kan göra är inte med.")
UNMET_TABLE = "Krav att arbeta vidare med"
NOTHING_UNMET = "Alla krav som gäller planen är bedömda som uppfyllda."
COLUMN_REQUIREMENT = "Krav"
COLUMN_BINDING = "Bindande"
COLUMN_ASSESSMENT = "Bedömning"
COLUMN_SOURCE = "Källa"
UNANSWERED = "Det som inte är besvarat"
UNANSWERED_ABOUT = "Kärnfrågor där svar saknas. De står som ej besvarad i sina kapitel."
NOTHING_UNANSWERED = "Alla kärnfrågor som gäller har svar."
SOURCES = "Källor"
SOURCE_TABLE = "Dokument som kraven är hämtade ur"
COLUMN_DOCUMENT = "Dokument"
COLUMN_PUBLISHER = "Utgivare"
COLUMN_PUBLISHED = "Utgivet"
COLUMN_NOTE = "Att veta"

# -- what has changed ----------------------------------------------------------------------------------------------
CHANGES = "Ändrat sedan senast"
CHANGES_ABOUT = "Jämförelsen gäller den frysta versionen «{name}» från {date}, revision {revision}."
CHANGES_DECIDED = "Den är den senast beslutade texten."
CHANGES_NOT_DECIDED = "Ingen fryst version är beslutad. Det här är den senaste som finns."
NO_SNAPSHOT = "Det finns ingen tidigare fryst version att jämföra med."
NO_CHANGES = "Inget skiljer sig från den versionen."
CHANGE_TABLE = "Då och nu"
COLUMN_WHERE = "Var"
COLUMN_THEN = "Då"
COLUMN_NOW = "Nu"

# -- goals and measurements ----------------------------------------------------------------------------------------
GOALS = "Mål och mått"
GOAL_TABLE = "Planens mål"
NO_GOALS = "Inga egna mål är inskrivna för planen."
COLUMN_GOAL = "Mål"
COLUMN_BASE = "Utgångsläge"
COLUMN_LATEST = "Senast mätt"
COLUMN_TARGET = "Ska nå"
COLUMN_BY = "Senast"
COLUMN_HOW = "Så räknas det"
BASE_BAR = "Utgångsläge {year}"
BASE_BAR_NO_YEAR = "Utgångsläge"
LATEST_BAR = "Mätt {date}"
TARGET_BAR = "Ska nå"
TARGET_BAR_DATE = "Ska nå senast {date}"
NO_VALUE = "ej mätt"
MEASUREMENTS = "Mätningar"
COLUMN_MEASURE = "Mått"
COLUMN_VALUE = "Värde"
COLUMN_OF = "Av vilka"
COLUMN_RULE = "Urval"
COLUMN_FROM_WHERE = "Källa och kvalitet"
DIRECTION = {"hogre": "Högre är bättre.", "lagre": "Lägre är bättre."}

# -- the joint plan ------------------------------------------------------------------------------------------------
JOINT_TITLE = "Gemensam plan för primärvård"
SUMMARY = "Sammanfattning"
JOINT_SUMMARY = "Läget i korthet"
JOINT_ABOUT = ("Planen visar vad region och kommuner är överens om. Kapitlen är nvplans egna. Överenskommelsen 2023 "
               "(avslutad) kallar en gemensam struktur för planering central men kräver ingen plan. Det den kräver är "
               "att ni utvecklar samverkan och redovisar hur den går, den gemensamma planeringen inräknad.")
JOINT_SOURCES = ("Kapitelindelningen är nvplans egen. SKR:s metodstöd för en gemensam plan är frivilligt, och bara ett "
                 "av dess fem steg har gått att läsa. Radnumren gäller källornas text så som den lästes.")
FACT_VISION = "Länets målbild"
FACT_STANDING = "Planens ställning"
FACT_DECISIONS = "Beslut om planen"
FACT_UNTIL = "Gäller till och med"
FACT_REVISION = "Ses över nästa gång"
FACT_SHALL = "Ska-krav"
FACT_OBSTACLES = "Hinder"
FACT_COMMENTS = "Synpunkter"
PROGRESS_CHART = "Så långt har planen kommit, steg för steg"
SHALL_CHART = "Ska-kraven i planen"
OUTCOMES = {"met": "Uppfyllda", "partly": "Delvis", "unmet": "Ej uppfyllda", "unassessed": "Ej bedömda"}

# -- the handlingsplan for continuity ------------------------------------------------------------------------------
CONTINUITY_TITLE = "Handlingsplan för kontinuitet"
CONTINUITY_ABOUT = ("Planen ska öka kontinuiteten, det vill säga att patienten möter samma person eller team över tid. "
                    "Andelen med fast läkarkontakt visar tillgång. Kontinuitetsindex visar hur samlade besöken är. "
                    "Det ena ersätter inte det andra, så de står alltid bredvid varandra här.")
CONTINUITY_SOURCES = ("Kapitlen är nvplans egna, för SKR:s vägledning från 2021 har inte gått att hitta. Målens nivåer "
                      "gällde till och med 2022 och stod kvar 2023. Vad som gäller därefter är inte verifierat.")
INDEX_MEANING = ("Kontinuitetsindex är ett tal från 0 till 1. Det blir 1 när patienten möter samma person varje gång "
                 "och 0 när varje besök är hos någon ny. Index stiger också med antalet besök. Jämför därför bara tal "
                 "som har samma urval.")
FACT_PLAN_FORM = "Planens form"
FACT_SHORT = "Kort sikt till"
FACT_LONG = "Lång sikt till"
FACT_OWNER = "Planen ägs av"
SHARE_AND_INDEX = "Andel och index bredvid varandra"
SHARE_AND_INDEX_NONE = "Varken andel eller index är mätt."
SHARE_CHART = "Andel med namngiven fast läkarkontakt"
INDEX_CHART = "Kontinuitetsindex, läkare"
NATIONAL_BAR = "Nationell nivå (till och med 2022)"
COMPUTED_BAR = "Basvärdet × 1,20"
SHARE_TOLD = "Andelen räknas av {denominator}."
SHARE_NOT_MEASURED = "Andelen är inte mätt."
INDEX_NOT_MEASURED = "Index är inte mätt."
SHARE_NOT_TOLD = "Nämnaren är inte angiven."
INDEX_TOLD = "Urval: {inclusion}"
INDEX_NOT_TOLD = "Urvalet är inte angivet, så talen går inte att jämföra med andras."
COLUMN_MEASURED = "Mätt"
COLUMN_SHARE = "Andel med fast läkarkontakt"
COLUMN_CHOICE = "Varav aktivt val"
COLUMN_INDEX = "Index, läkare"
COLUMN_INDEX_ALL = "Index, alla kontakter"
GOALS_AND_STATE = "Mål och nuläge"
NATIONAL_TABLE = "De fem nationella målen och länets egna tal"
COLUMN_NATIONAL = "Nationellt mål"
COLUMN_LEVEL_OF = "Nivå att nå"
COLUMN_LINKED = "Insatser"
BASE_NOT_STATED = "Basår anges inte i överenskommelsen."
BASE_MISSING = "Basår och basvärde är inte valda, så nivån går inte att räkna ut."
BASE_DIFFERS = ("Kapitel 2.4 och målet «{goal}» har olika basvärden, {first} och {second}. Nivån är räknad på kapitel 2.4.")
LEVEL_INCREASE = "{level} (basvärdet × {factor})"
LEVEL_OWN = "{level} (länets eget tal: {percent} %)"
LEVEL_UNKNOWN = "går inte att räkna ut utan basvärde"
LEVEL_NO_NUMBER = "Överenskommelsen anger inget tal."
NO_INDEX_EFFORTS = ("Ingen insats är kopplad till något av målen för kontinuitetsindex. Planen visar då inte hur index "
                    "ska höjas.")
INCLUSION = "Urval och källa för index"
FACT_RULE_DOCTOR = "Urval, läkare"
FACT_RULE_ALL = "Urval, alla kontakter"
FACT_SOURCE_DOCTOR = "Källa, läkare"
FACT_SOURCE_ALL = "Källa, alla kontakter"
RULE_KNOWN = ("Den regel som är känd från Primärvårdskvalitet är från 2019: listade med minst 3 besök på 18 månader, "
              "bara egen enhet. Om den gäller i dag är inte verifierat.")
HOMES_CHART = "Fast läkarkontakt i särskilt boende, kommun för kommun"
HOMES_TOLD = "Senaste mätningen från varje kommun. Nationell nivå till och med 2022: 80 %."
NEED = "Behov av läkare mot riktvärdet"
NEED_ABOUT = ("Riktvärdet är 1 100 invånare per specialist och 550 per ST-läkare. Det är varken golv eller tak. Källan "
              "säger det om talet 1 100, och vi läser 550 likadant. Talen här är räknade på listade och är ett stöd "
              "för samtalet. Vårdtyngd, andra yrken och teamets sätt att arbeta väger in.")
NEED_TABLE = "Behov och tillgång, räknat på riktvärdet"
COLUMN_PROVIDER = "Regi"
COLUMN_LISTED = "Listade"
COLUMN_DOCTORS = "Specialister och ST"
COLUMN_NEED = "Behov, specialister"
COLUMN_ENOUGH = "Räcker till"
COLUMN_GAP = "Skillnad"
NEED_MISSING = "Kapitel 2.8 saknar listade eller läkare, så behovet går inte att räkna ut."
TOTAL = "Sammanlagt"
SHORT_TERM, LONG_TERM, NO_TERM = "Kort sikt", "Lång sikt", "Sikt ej angiven"

# -- the handlingsplan for patientkontrakt -------------------------------------------------------------------------
AGREEMENT_TITLE = "Handlingsplan för {term}"
TERMS = {"patientkontrakt": "patientkontrakt", "dokumenterad": "dokumenterad överenskommelse",
         "bada": "patientkontrakt (dokumenterad överenskommelse)"}
TERM_NOT_CHOSEN = "Länet har inte valt ord än. Tills vidare står det patientkontrakt."
AGREEMENT_ABOUT = ("Det här är en gemensam överenskommelse mellan patienten och vården om vad som ska göras, av vem och "
                   "när. Den är inget juridiskt avtal. I planen står ordet överenskommelsen för patientens.")
AGREEMENT_SOURCES = ("Kapitlen är nvplans egna. SKR räknar fyra delar och Socialstyrelsen tre; länet väljer själv. "
                     "SKR skriver sedan 2024 patientkontrakt och dokumenterad överenskommelse tillsammans.")
FACT_TERM = "Ord i planen"
FACT_TERM_PATIENT = "Ord i mötet med patienten"
FACT_PARTS = "Antal delar"
FACT_PARTS_MISSING = "ej valt; de tre gemensamma delarna visas"
FACT_FIRST = "Erbjuds först"
PARTS_TABLE = "Läget i de {count} delarna"
COLUMN_PART = "Del"
COLUMN_CHAPTER = "Kapitel"
PART_COUNT = {"tre": "tre", "fyra": "fyra"}
PULLED = "Fast kontakt, ur handlingsplanen för kontinuitet"
PULLED_ABOUT = "Svaren är hämtade ur kapitel 2.5, 2.6, 2.7 och 2.10. De skrivs bara på ett ställe."
PULLED_SEE = "Svaren om fast kontakt står i kontinuitetsdelen, kapitel 2.5, 2.6, 2.7 och 2.10."

# -- the two together ----------------------------------------------------------------------------------------------
COMBINED_TITLE = "Handlingsplaner för kontinuitet och {term}"
COMBINED_ABOUT = ("Dokumentet håller ihop de två handlingsplanerna. Det som är gemensamt står en gång.")
COMBINED_CHOSEN = "Länet har valt en gemensam handlingsplan (kapitel 2.0)."
COMBINED_SEPARATE = "Länet har valt egna planer (kapitel 2.0). Här visas de tillsammans."
COMBINED_OPEN = "Länet har inte bestämt om planen är gemensam (kapitel 2.0)."
PART_CONTINUITY = "Del 1. Kontinuitet"
PART_AGREEMENT = "Del 2. {term}"
PART_SHARED = "Gemensamt för båda planerna"


def reach(reached: int, of: int, unit: str) -> str:
    """Return how far an insats reaches."""
    return f"{reached:,} av {of:,} {unit}".replace(",", "\u00a0").strip()


def period(start: str, end: str) -> str:
    """Return from when and to when."""
    if start and end:
        return f"{start} – {end}"
    return f"från {start}" if start else f"till {end}" if end else ""


def between(first: str, last: str) -> str:
    """Return a date, or the first and last of a span."""
    return f"{first} – {last}" if first and last else first or last


def efforts_in(area: str) -> str:
    """Return the caption of an area's insatser."""
    return f"Insatser: {area}"


def states_told(total: int, everywhere: int, private: int) -> str:
    """Return the insatser in one sentence."""
    if not total:
        return "Inga insatser är inskrivna."
    what = "insats" if total == 1 else "insatser"
    return (f"{total} {what}. Breddinförda: {everywhere}. "
            f"Når privata utförare, helt eller delvis: {private}.")


def adopted(number: int | None, bodies: int) -> str:
    """Return how many of the bodies have adopted."""
    return f"{number or 0} av {bodies} har antagit"


def obstacle_progress(raised: str, due: str, answered: str, solved: str) -> str:
    """Return what has happened with a hinder, one thing a line."""
    parts = [f"lyft {raised}" if raised else "", f"svar senast {due}" if due and not answered and not solved else "",
             f"besvarat {answered}" if answered else "", f"löst {solved}" if solved else ""]
    return "\n".join(part for part in parts if part)


def obstacles_told(total: int, solved: int, top: int) -> str:
    """Return the hinders in one sentence."""
    return f"{total}, varav {solved} lösta och {top} på makronivå" if total else "inga inskrivna"


def comments_told(total: int, handled: int) -> str:
    """Return how many comments came in and how many are handled."""
    return f"{total} inkomna, {handled} behandlade."


def reason(actor: str, judgement: str, why: str) -> str:
    """Return an actor's judgement with its reason."""
    return f"{actor}: {judgement}. {why}".strip()


def missing_from(names: Sequence[str], asked: int) -> str:
    """Return who has not answered a question that is put to each actor."""
    if len(names) == asked:
        return " (ingen har svarat)"
    return f" (saknas från {', '.join(names)})"


def published(date: str) -> str:
    """Return when a document was published, in the form in which it stands."""
    return date


def progress_told(percent: int, answered: str) -> str:
    """Return how far a plan is, in words."""
    return f"{percent} % av kärnfrågorna har svar ({answered})."


def decided_told(adopted_by: int, asked: int) -> str:
    """Return by how many the plan is adopted."""
    return f"antagen av {adopted_by} av {asked}"


def gap(persons: str, specialists: str, *, short: bool) -> str:
    """Return how many persons more or fewer than the guide value the doctors are enough for."""
    return f"{persons} personer {'utan' if short else 'fler ryms'}, motsvarar {specialists} specialister"


def by_sex(women: str, men: str) -> str:
    """Return a value for women and men."""
    parts = [f"kvinnor {women}" if women else "", f"män {men}" if men else ""]
    return ", ".join(part for part in parts if part)


def part_of(part: str, whole: str) -> str:
    """Return a part of a whole, or the whole alone."""
    return f"{part} av {whole}" if part and whole else f"n = {whole}" if whole else part


def chosen(percent: str) -> str:
    """Return how many per cent chose themselves."""
    return f"aktivt val: {percent}" if percent else ""


def least(visits: str) -> str:
    """Return how many visits a patient must have had to count."""
    return f"minst {visits} besök" if visits else ""


def doctors(specialists: str, trainees: str) -> str:
    """Return the doctors as two numbers."""
    return f"{specialists} specialister\n{trainees} ST-läkare"


def enough(persons: str, per_doctor: str) -> str:
    """Return how many persons the doctors are enough for, and how many are listed for each."""
    return f"{persons} personer" + (f"\n{per_doctor} listade per specialist" if per_doctor else "")
