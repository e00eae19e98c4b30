"""The Swedish strings of the plan documents: what they share, and the joint plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nvplan.texts import common as common_texts
from nvplan.texts import objects as objects_texts
from nvplan.texts.documents import listed

#: Whose a role is, where it is the region's.
THE_REGION = "regionen"
# -- insatser ------------------------------------------------------------------------------------------------------
EFFORTS = "Insatser"
EFFORTS_ABOUT = ("Läget säger hur långt en insats har kommit. Spridningen säger om den är ett avgränsat arbete eller "
                 "gäller överallt där den hör hemma. För en planerad insats säger den hur långt insatsen ska nå.")
#: For what has not begun a spread is what is wanted, and is told so.
WANTED = {"projekt": "Ska prövas", "pilot": "Ska prövas", "under_breddinforande": "Ska breddas",
          "breddinford": "Ska gälla alla"}
NO_EFFORTS = "Planen har inga insatser än."
AREA_MISSING = f"Område {common_texts.NOT_GIVEN}"
#: The spread of what has not begun is how far it is to reach.
PLANNED_ROW = "{state} (dit den ska nå)"
MATRIX = "Insatser efter läge och spridning"
SUM = "Summa"
STATE_CHART = "Insatser efter läge"
AMOUNT_NOT_GIVEN = f"belopp {common_texts.NOT_GIVEN}"
STATE_MISSING = f"Läge {common_texts.NOT_GIVEN}"
COLUMN_EFFORT = "Insats"
COLUMN_STATE = "Läge"
COLUMN_SPREAD = "Spridning"
COLUMN_STATE_AND_REACH = COLUMN_STATE
COLUMN_WHO_AND_WHEN = "Vem och när"
COLUMN_COST = "Kostnad"
COLUMN_FOLLOWED = "Följs med"
EFFORTS_OF_PLAN = "Planens insatser"
COLUMN_REACH = "Når"
COLUMN_AREA = "Område"
COLUMN_RESPONSIBLE = "Ansvarig"
COLUMN_PERIOD = "Tid"

# -- decisions, hinders, comments ----------------------------------------------------------------------------------
DECISIONS = "Beslut"
DECISION_LOG = "Beslutslogg"
COLUMN_DECISION = "Beslut"
COLUMN_BODY = "Organ"
COLUMN_OUTCOME = "Utfall"
COLUMN_DATE = "Datum"
COLUMN_IN_FORCE = "I kraft"
COLUMN_DIARY = "Diarienr"
OBSTACLES = "Hinder"
OBSTACLES_ABOUT = ("En fråga som inte går att lösa nära patienten lyfts till verksamhetens ledning. Går den inte att "
                   "lösa där lyfts den till länets gemensamma ledning, politiken eller staten.")
#: What the levels are called in a document; the field's mikro, meso and makro are for those who work with the plan.
OBSTACLE_LEVEL: Final = {"mikro": "Nära patienten", "meso": "Verksamhetens ledning",
                         "makro": "Länets eller statens ledning"}
OBSTACLE_TABLE = "Hinder och hur långt de har kommit"
COLUMN_OBSTACLE = "Hinder"
COLUMN_LEVEL = "Nivå"
COLUMN_OWNER = "Ägs av"
COLUMN_SOLUTION = "Lösning och svar"
COLUMN_PROGRESS = "Händelser"
COMMENTS = "Synpunkter från remissen"
COMMENT_TABLE = "Synpunkterna och hur de behandlades"
NO_COMMENTS = "Det har inte kommit några synpunkter."
COLUMN_FROM = "Från"
COLUMN_ABOUT = "Gäller"
COLUMN_COMMENT = "Synpunkt"
COLUMN_HANDLED = common_texts.HANDLED
WHOLE_PLAN = "hela planen"

# -- requirements, what is unanswered, sources ---------------------------------------------------------------------
UNMET = "Krav som inte är uppfyllda"
UNMET_ABOUT = ("Tabellen visar krav som är delvis uppfyllda, inte uppfyllda eller inte bedömda. Det mest bindande "
               "står först. Det som texterna bara gör möjligt är inte med.")
UNMET_TABLE = "Krav att arbeta vidare med"
NOTHING_UNMET = "Alla krav som gäller planen är bedömda som uppfyllda."
COLUMN_REQUIREMENT = "Krav"
COLUMN_BINDING = "Hur bindande"
COLUMN_ASSESSMENT = "Bedömning"
COLUMN_SOURCE = "Källa"
UNANSWERED = "Det som inte är besvarat"
UNANSWERED_BESIDE = "Här står de viktigaste frågorna. Vilka som inte har svarat på övriga frågor står vid svaren."
#: The same where a document has several plans in short, and not their answers.
UNANSWERED_IN_PLANS = "Här står de viktigaste frågorna. Vilka som inte har svarat på övriga frågor står i planerna."
ABBREVIATIONS = "Förkortningar"
NOTHING_UNANSWERED = "Planen saknar inga svar."
SOURCES = "Källor"
SOURCE_TABLE = "Dokument som kraven är hämtade ur"
COLUMN_DOCUMENT = "Dokument"
COLUMN_PUBLISHER = "Utgivare"
COLUMN_PUBLISHED = "Utgivet"
COLUMN_NOTE = "Att veta"

# -- what has changed ----------------------------------------------------------------------------------------------
CHANGES = "Ändrat sedan senast"
CHANGES_ABOUT = "Jämförelsen gäller versionen ”{name}” från {date}."
CHANGES_DECIDED = "Den är den senast beslutade texten."
CHANGES_NOT_DECIDED = "Ingen tidigare version är beslutad. Det här är den senaste."
NO_SNAPSHOT = "Det finns ingen tidigare version att jämföra med."
NO_CHANGES = "Inget skiljer sig från den versionen."
CHANGE_TABLE = "Då och nu"
COLUMN_WHERE = "Var"
COLUMN_THEN = "Då"
COLUMN_NOW = "Nu"

# -- goals and measurements ----------------------------------------------------------------------------------------
GOALS = "Mål och mått"
GOAL_TABLE = "Planens mål"
NO_GOALS = "Planen har inga egna mål än."
COLUMN_GOAL = "Mål"
COLUMN_BASE = "Utgångsläge"
COLUMN_LATEST = "Senast mätt"
COLUMN_TARGET = "Målvärde"
COLUMN_BY = "Senast"
COLUMN_HOW = "Så räknas det"
GOAL_YEARS = "Målen år för år"
BASE_BAR = "Utgångsläge {year}"
BASE_BAR_NO_YEAR = "Utgångsläge"
LATEST_BAR = "Mätt {date}"
TARGET_BAR = "Målvärde"
TARGET_BAR_DATE = "Målvärde, senast {date}"
NO_VALUE = "inte mätt"
MEASUREMENTS = "Mätningar"
GOALS_BEHIND = "Hur länets egna mål räknas står i {table}."
CHARTS_BEHIND = "Hur målen går över tid visas sist i bilagan."
MEASUREMENTS_BEHIND = "Mätningarna bakom talen står i {table}."
COLUMN_MEASURE = "Mått"
COLUMN_VALUE = "Värde"
COLUMN_OF = "Räknat på"
COLUMN_RULE = "Urval"
COLUMN_FROM_WHERE = "Källa och kvalitet"
MEASURED_IN, COUNTED_ON = "Mäts i {unit}", "Räknas på {of}"
DIRECTION = {"hogre": "Högre är bättre.", "lagre": "Lägre är bättre."}

# -- the joint plan ------------------------------------------------------------------------------------------------
JOINT_TITLE = common_texts.PLAN_NAME["gemensam"]
JOINT_SOURCES = ("Planens ordning kommer inte från någon källa. SKR:s metodstöd för en gemensam plan är frivilligt, "
                 "och bara ett av dess fem steg har gått att läsa.")
FACT_STANDING = "Planens ställning"
OUTCOMES = {"met": common_texts.MET, "partly": common_texts.PARTLY, "unmet": common_texts.UNMET,
            "unassessed": common_texts.UNASSESSED}


def reach(reached: int, of: int, unit: str) -> str:
    """Return how far an insats reaches; of one alone the unit has its singular (”1 av 1 kommun”)."""
    return f"{reached:,} av {of:,} {objects_texts.unit_of(of, unit)}".replace(",", "\u00a0").strip()


def period(start: str, end: str) -> str:
    """Return from when and to when."""
    if start and end:
        return f"{start}–{end}"
    return f"från {start}" if start else f"till {end}" if end else ""


def joining(named: Sequence[str], kommuner_told: str = "") -> str:
    """Return who takes part in an insats beside the one responsible: ”Deltar: Alvesta, Ljungby och Växjö”.

    Those by name stand first: after ”alla kommuner utom Älmhult” a name would read as left out too.
    """
    return f"Deltar: {' samt '.join(part for part in (listed(named), kommuner_told) if part)}"


def kommuner(number: int, *, others: bool) -> str:
    """Return how many kommuner take part: ”tolv kommuner”, of one that is itself responsible ”tolv andra kommuner”."""
    one, several = ("en annan kommun", "andra kommuner") if others else ("en kommun", "kommuner")
    return one if number == 1 else f"{common_texts.in_words(number)} {several}"


def most_kommuner(left_out: Sequence[str], *, others: bool) -> str:
    """Return that every kommun takes part, or every one but a few by name."""
    every = "alla andra kommuner" if others else "alla kommuner"
    return f"{every} utom {listed(left_out)}" if left_out else every


def others_joining(number: int) -> str:
    """Return how many others than region, kommuner and RSS take part."""
    return "en annan aktör" if number == 1 else f"{common_texts.in_words(number)} andra aktörer"


def between(first: str, last: str) -> str:
    """Return a date, or the first and last of a span."""
    return f"{first} – {last}" if first and last else first or last


def efforts_in(area: str) -> str:
    """Return the caption of an area's insatser."""
    return f"Insatser: {area}"


def states_told(total: int, everywhere: int, private: int) -> str:
    """Return the insatser in one sentence."""
    what = "insats" if total == 1 else "insatser"
    return (f"{total} {what}. Införda överallt där de hör hemma: {everywhere}. "
            f"Når privata utförare, helt eller delvis: {private}.")


def adopted(number: int | None, bodies: int) -> str:
    """Return how many of the bodies have adopted."""
    said = {0: "Ingen", 1: "En"}.get(number or 0, common_texts.in_words(number or 0).capitalize())
    return f"{said} av {common_texts.in_words(bodies)} har antagit"


def abbreviations(found: Sequence[tuple[str, str]]) -> str:
    """Return what short words mean, ”SIP: samordnad individuell plan; VFU: …”."""
    return "; ".join(f"{short}: {meaning}" for short, meaning in found) + "."


def obstacle_progress(raised: str, steps: str, due: str, answered: str, solved: str, *, is_late: bool) -> str:
    """Return what has happened with a hinder, one thing a line; `steps` is its way between the levels.

    An answer whose last day has passed (`is_late`) and that has not come is told as missing.
    """
    waits = f"inget svar än, skulle ha kommit {due}" if is_late else f"svar senast {due}"
    parts = [f"lyft {raised}" if raised else "", steps, waits if due and not answered and not solved else "",
             f"besvarat {answered}" if answered else "", f"löst {solved}" if solved else ""]
    return "\n".join(part for part in parts if part)


def comments_told(total: int, handled: int) -> str:
    """Return how many comments came in and how many are handled."""
    return f"{total} inkomna, {handled} behandlade."


def reason(actor: str, judgement: str, why: str) -> str:
    """Return an actor's judgement with its reason."""
    return f"{actor}: {judgement}. {why}".strip()


def to_confirm_about(count: int) -> str:
    """Return how many core questions have answers from last year's plan that nobody has confirmed."""
    what = "Ett svar är" if count == 1 else f"{count} svar är"
    return f"{what} från förra årets plan och kvar att bekräfta."


def to_confirm_from(names: Sequence[str]) -> str:
    """Return whose answers are to be confirmed, where each actor answers."""
    return f": {', '.join(names)}" if names else ""


def missing_from(names: Sequence[str], asked: int) -> str:
    """Return who has not answered a question that is put to each actor."""
    if len(names) == asked:
        return ", ingen har svarat"
    return f", saknas från {', '.join(names)}"


def published(date: str) -> str:
    """Return when a document was published, in the form in which it stands."""
    return date


def by_sex(women: str, men: str) -> str:
    """Return a value for women and men."""
    parts = [f"kvinnor {women}" if women else "", f"män {men}" if men else ""]
    return ", ".join(part for part in parts if part)


def part_of(part: str, whole: str) -> str:
    """Return a part of a whole, or the one that is known alone."""
    return f"{part} av {whole}" if part and whole else whole or part


def chosen(percent: str) -> str:
    """Return how many per cent chose themselves."""
    return f"aktivt val: {percent}" if percent else ""


def least(visits: str) -> str:
    """Return how many visits a patient must have had to count."""
    return f"minst {visits} besök" if visits else ""
