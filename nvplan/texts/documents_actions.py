"""The Swedish strings of the two handlingsplaner: continuity and patientkontrakt."""

from __future__ import annotations

from nvplan.texts import common as common_texts
from nvplan.texts import units as units_texts

# -- the handlingsplan for continuity ------------------------------------------------------------------------------
CONTINUITY_TITLE = common_texts.PLAN_NAME["kontinuitet"]
CONTINUITY_SOURCES = ("Planens ordning är egen: SKR:s vägledning från 2021 har inte gått att hitta. Målens nivåer "
                      "gällde till och med 2022 och stod kvar 2023. Vad som gäller därefter är inte verifierat.")
INDEX_MEANING = ("Kontinuitetsindex är ett tal från 0 till 1. Det blir 1 när patienten möter samma person varje gång "
                 "och 0 när varje besök är hos någon ny. Index stiger också med antalet besök. Jämför därför bara tal "
                 "som har samma urval.")
SHARE_AND_INDEX = "Andel och index bredvid varandra"
SHARE_AND_INDEX_NONE = "Varken andelen eller indexet har mätts."
SHARE_CHART = common_texts.SHARE_WITH_NAMED_DOCTOR
INDEX_CHART = "Kontinuitetsindex, läkare"
NATIONAL_BAR = "Nationell nivå (måldag 31 december 2022)"
COMPUTED_BAR = "Basvärdet × 1,20"
SHARE_TOLD = "Andelen räknas på {denominator}."
SHARE_NOT_MEASURED = "Andelen har inte mätts."
INDEX_NOT_MEASURED = "Indexet har inte mätts."
SHARE_NOT_TOLD = "Nämnaren är inte angiven."
INDEX_TOLD = "Urval: {inclusion}"
INDEX_NOT_TOLD = "Urvalet är inte angivet, så talen går inte att jämföra med andras."
COLUMN_MEASURED = "Mätt"
COLUMN_SHARE = common_texts.SHARE_WITH_DOCTOR
COLUMN_CHOICE = common_texts.OF_WHICH_CHOSEN
COLUMN_INDEX = "Index, läkare"
COLUMN_INDEX_ALL = "Index, alla kontakter"
NATIONAL_TABLE = "De fem nationella målen och länets egna tal"
COLUMN_NATIONAL = "Nationellt mål"
COLUMN_LEVEL_OF = "Målvärde"
COLUMN_LINKED = "Insatser"
BASE_NOT_STATED = "Basår för index anges inte i överenskommelsen."
BASE_MISSING = "inte valt"
NATIONAL_SOURCE_LATER = "De nationella målen kommer ur {sets}. Källa: {source}."
NATIONAL_SOURCE = "De nationella nivåerna hade måldag {date} och stod kvar 2023. Källa: {source}."
SOURCE_TOLD = "{text} Källa: {source}."
BASE_DIFFERS = ("Svaret om basvärde och målet ”{goal}” har olika basvärden, {first} och {second}. "
                "Nivån är räknad på svaret.")
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
HOMES_TOLD = "Senaste mätningen från varje kommun. Nationell nivå, med måldag 31 december 2022: 80 %."
NEED = "Behov av läkare mot riktvärdet"
OWN_RATIO = ("Samma sak räknad på länets eget tal, {ratio} listade per specialist och {half} per ST-läkare. Talet är "
             "länets, inte det nationella riktvärdet.")
OWN_RATIO_TABLE = "Räknat på länets eget tal, {ratio} listade per specialist"
NEED_ABOUT = ("Riktvärdet är 1 100 invånare per specialist. En ST-läkare räknas som en halv specialist, 550 invånare. "
              "Talen är varken golv eller tak. Källan säger det om 1 100, och här behandlas 550 likadant. Tabellen "
              "räknar på listade och är ett stöd för samtalet. Vårdtyngd, andra yrken och teamets sätt att arbeta "
              "väger in.")
NEED_TABLE = "Behov och tillgång, räknat på riktvärdet"
NEED_YEARS = "Framåt, räknat på planens svar om ST, nya specialister och pensioner"
NEED_YEARS_ABOUT = ("Det här är en räkning och ingen prognos. Antalet listade är detsamma alla år, en tom ruta ändrar "
                    "inget, och rekrytering från andra håll är inte medräknad.")
TODAY, COLUMN_WHEN = "I dag", "När"
COLUMN_PROVIDER = "Regi"
COLUMN_LISTED = "Listade"
COLUMN_DOCTORS = "Specialister och ST"
COLUMN_NEED = "Behov, specialister"
COLUMN_ENOUGH = "Räcker till"
COLUMN_GAP = "Skillnad"
NEED_MISSING = "Antalet listade eller läkare saknas, så behovet går inte att räkna ut."
TOTAL = "Sammanlagt"
SHORT_TERM, LONG_TERM, NO_TERM = "kort sikt", "lång sikt", "sikt inte angiven"

# -- the handlingsplan for patientkontrakt -------------------------------------------------------------------------
AGREEMENT_TITLE = "Handlingsplan för {term}"
TERMS = {"patientkontrakt": "patientkontrakt", "dokumenterad": "dokumenterad överenskommelse",
         "bada": "patientkontrakt (dokumenterad överenskommelse)"}
AGREEMENT_SOURCES = ("Planens ordning är egen. SKR räknar fyra delar och Socialstyrelsen tre; länet väljer själv. "
                     "SKR skriver sedan 2024 patientkontrakt och dokumenterad överenskommelse tillsammans.")
PARTS_UNKNOWN = "○ Inte besvarat: läget i de delar som räknas"
PARTS_TABLE = "Läget i de {count} delarna"
COLUMN_PART = "Del"
PART_COUNT = {"tre": "tre", "fyra": "fyra"}
PULLED = "Fast kontakt, som i handlingsplanen för kontinuitet"

# -- the two together ----------------------------------------------------------------------------------------------
COMBINED_TITLE = "Handlingsplaner för kontinuitet och {term}"
COMBINED_ABOUT = "Det här är en sammanfattning av de två handlingsplanerna. Allt står i planerna själva."
COMBINED_CHOSEN = "Länet har valt en samlad handlingsplan."
COMBINED_SEPARATE = "Länet har två planer. Här visas de tillsammans."
COMBINED_OPEN = "Länet har inte bestämt om planen är gemensam."
PART_CONTINUITY = "Kontinuitet"
PART_SHARED = "Gemensamt för båda planerna"


def counted(number: str, unit: str) -> str:
    """Return a written number with what it counts, in the singular where it is one."""
    return f"{number} {units_texts.of_one(unit) if number == '1' else unit}"


def doctors(specialists: str, trainees: str) -> str:
    """Return the doctors as two numbers."""
    return f"{counted(specialists, 'specialister')}\n{trainees} ST-läkare"


def enough(persons: str, per_doctor: str) -> str:
    """Return how many persons the doctors are enough for, and how many are listed for each."""
    return counted(persons, "personer") + (f"\n{per_doctor} listade per specialist" if per_doctor else "")


def gap(persons: str, specialists: str, *, short: bool) -> str:
    """Return how many persons more or fewer than the guide value the doctors are enough for."""
    side = "över" if short else "under"
    return f"{counted(persons, 'personer')} {side} riktvärdet, motsvarar {counted(specialists, 'specialister')}"
