"""The Swedish strings of the documents."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import demands as demand_texts

PLAN_NAME = common_texts.PLAN_NAME
STANDING = common_texts.STANDING
MODALITY = common_texts.MODALITY
MODALITY_HEADING = {
    "ska": "Ska: villkor och skyldigheter", "mal": "Mål", "lag": "Lag: vad källorna återger av lagstiftningen",
    "bor": "Bör: rekommendationer", "central": "Centralt: det som källan kallar centralt eller viktigt",
    "kan": "Kan: möjligheter",
}
MODALITY_MEANING = {
    "ska": "Texten säger ska. Det är ett villkor eller en skyldighet.",
    "mal": "Ett mål som källan sätter. Det gäller de år som anges.",
    "lag": "Källan återger vad som står i lag. Kontrollera alltid mot gällande lagtext.",
    "bor": "Texten rekommenderar eller säger att något behövs.",
    "central": "Texten kallar det centralt eller viktigt men säger inte ska.",
    "kan": "Texten tillåter, föreslår eller ger exempel. Inget av detta krävs.",
}
JUDGEMENT = {"ej_bedomd": "inte bedömt", "uppfyllt": "uppfyllt", "delvis": "delvis uppfyllt",
             "ej_uppfyllt": common_texts.NOT_MET, "ej_tillampligt": common_texts.NOT_APPLICABLE}
WORK_STATUS = {"ej_paborjad": "inte påbörjat", "pagar": "pågår", "till_granskning": "till granskning", "klar": "klart"}
_ADDRESSEE = demand_texts.ADDRESSEE
SOURCE_NAMES = {
    "000": "SKR:s delårsrapport 29 september 2023", "001": "SKR:s bilder 2023/24", "002": "Överenskommelsen 2023",
    "003": "Socialstyrelsens uppföljning 2021", "004": "SKR:s bilder 2025",
}

META_EXAMPLE = "EXEMPEL"
META_EXAMPLE_VALUE = "Svaren är påhittade"
META_COUNTY = "Län"
META_PLAN = "Plan"
META_PLAN_VALUE = "år {year}"
META_SHOWS = "Visar"
META_SET = "Krav enligt"
META_STANDING = "Planens läge"
#: What tells which form it is when one that is filled in comes back, and what it was called in earlier versions.
META_NUMBER, META_REVISION = "Filens nummer", "Revision"
META_CHANGED = "Senast ändrad"
META_UNANSWERED = "Inte helt besvarat"
META_UNANSWERED_PLAN = "{plan}: {left}"
WHOLE_COUNTY = "hela länet"
SUBTITLE = common_texts.COUNTY_AND_YEAR

NOT_ANSWERED = common_texts.NOT_ANSWERED
CARRIED = " (från förra årets plan, inte bekräftat)"
ANSWER_LABEL = "Svar"
ANSWER_MISSING_FROM = NOT_ANSWERED.capitalize()
STEP = "{date}: {field} från {before} till {after}"
NOT_ANSWERED_BY = ANSWER_MISSING_FROM + " av {names}."
NOT_GIVEN = common_texts.NOT_GIVEN
NOTHING = "–"
ON_DAY, IN_MONTH = "den {date}", "i {date}"
QUOTED = "”{text}”"
COLUMN_ACTOR = "Aktör"
COLUMN_ANSWER = "Svar"
COLUMN_COUNT = "Antal"
COLUMN_WHO = "Vilka"
COLUMN_OTHER = "Övrigt"
PROPOSED = "FÖRESLAGEN: {title}"
MAIL_REMOVED = "[e-postadress borttagen]"
PHONE_REMOVED = "[telefonnummer borttaget]"

TITLE_COMBINED = "Handlingsplaner för kontinuitet och patientkontrakt"
TITLE_EFFORTS = "Insatsförteckning"
TITLE_ATTACHMENTS = "Underlag"
TITLE_COMPARISON = "Jämförelse"
TITLE_MINUTES = "Protokoll"
TITLE_WORKSHOP = "Underlag för workshop"
TITLE_CALENDAR = "Planens datum"
TITLE_ARCHIVE = "Arkiv"

CHECKLIST_TITLE = "Checklista för krav och kärnfrågor"
CHECKLIST_ABOUT = ("Checklistan visar vad som begärs av länet, hur bindande det är, vem det gäller och var det står. "
                   "Därefter följer planernas kärnfrågor med svar. "
                   f"Det som saknar svar står som {NOT_ANSWERED}.")
CHECKLIST_REQUIREMENTS = "Krav"
CHECKLIST_TICK = "Ett kryss betyder att kravet är bedömt som uppfyllt av alla som det gäller."
CHECKLIST_TICK_ACTOR = "Ett kryss betyder att aktören har bedömt kravet som uppfyllt."
CHECKLIST_SET = "Kraven kommer från {set}, där inget annat står."
GRID_QUESTIONS = "Kärnfrågor"
GRID_SUMMARY = "Sammanställning"
GRID_ID = "Id"
GRID_CHAPTER = "Kapitel"
GRID_QUESTION = "Fråga"
GRID_OPTIONS = "Svara med"
GRID_YES_NO = "ja\nnej"
GRID_TABLE = common_texts.TABLE_IN_PLAN
CHECKLIST_QUESTIONS = "Planernas frågor"
SUMMARY_PROGRESS = "Så långt har planerna kommit"
SUMMARY_REQUIREMENTS = "Så många krav är uppfyllda"
COLUMN_PLAN = "Plan"
COLUMN_ANSWERED = common_texts.ANSWERED_CORE
COLUMN_MODALITY = "Krav"
NOT_WHOLLY = "bedömt, inte helt uppfyllt"
LABEL_REQUIREMENT = "Innebörd"
LABEL_SET = "Krav enligt"
LABEL_BINDS = "Gäller"
LABEL_JUDGEMENT = "Bedömning"
LABEL_WORK = "Arbetsstatus"
LABEL_REASON = "Motivering"
LABEL_EVIDENCE = "Underlag"
LABEL_TYPICAL = common_texts.TYPICAL_EVIDENCE
LABEL_SOURCE = "Källa"
EVIDENCE_NONE = "inget underlag angivet"
FORMAT_NOT_FOR_DOCUMENT = "Formatet ”{format}” finns inte för {document}. Välj bland {formats}."


def unknown_document(wanted: str, near: Sequence[str]) -> str:
    """Return that a document does not exist, with the nearest ones."""
    return f"Dokumentet ”{wanted.strip()}” finns inte. Välj till exempel {', '.join(near)}."


def addressees(kinds: Sequence[str], stated: bool) -> str:
    """Return whom a requirement binds; where the text does not say, that this is our reading."""
    named = " och ".join(_ADDRESSEE[kind] for kind in kinds)
    return named if stated else f"{named} (källan säger inte vem, detta är en tolkning)"


def met_by(met: int, assessed: int, applicable: int) -> str:
    """Return by how many actors a requirement is met."""
    if not applicable:
        return common_texts.NOT_APPLICABLE
    if not assessed:
        return "inte bedömt"
    if applicable == 1:
        return "uppfyllt" if met else NOT_WHOLLY
    return f"uppfyllt av {met} av {applicable} aktörer, {assessed} har bedömt"


def missing_from(names: Sequence[str], asked: int) -> str:
    """Return which actors have not answered."""
    if len(names) == asked:
        return f"{NOT_ANSWERED} av någon av {asked} aktörer" if asked > 1 else NOT_ANSWERED
    return ", ".join(names)


def draft_mark(standing: str, date: str) -> str:
    """Return what stands in the header of a plan that is not decided."""
    return f"{standing.upper()} {date}"


def listed(items: Sequence[str]) -> str:
    """Return items as they stand in a sentence: ”a, b och c”; where the last ones have an ”och” of their own ”samt”.

    A quoted one keeps its ”och” to itself.
    """
    bare = [item.replace("- och ", "- ") for item in items[-2:] if not item.startswith("”")]
    last = " samt " if any(" och " in item for item in bare) else " och "
    return last.join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def unanswered_of(missing: int, asked: int) -> str:
    """Return how many core questions are not answered."""
    return f"{missing} av {asked} kärnfrågor" if missing else f"inget, alla {asked} kärnfrågor har svar"


def with_id(label: str, identity: str) -> str:
    """Return a question with its id, by which it is found and answered."""
    return f"{label} ({identity})"
