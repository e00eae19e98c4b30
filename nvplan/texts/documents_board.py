"""The Swedish words of the case in which a body adopts the joint plan (tjansteskrivelse)."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import documents_page as page_texts
from nvplan.texts import documents_plans as documents_plans_texts
from nvplan.texts.documents_statements import count, start

TITLE = "Tjänsteskrivelse"
CASE = "Tjänsteskrivelse: {plan} i {county}"
WHOSE = "{actor}, plan {year}"
NEED_ACTOR = "En tjänsteskrivelse skrivs för en nämnd. Välj vems: en kommun eller regionen."
NO_BOARD = "{actor} beslutar inte om planen. Välj en kommun eller regionen."

# -- the head ------------------------------------------------------------------------------------------------------
HEAD = "Ärendet"
DEPARTMENT, DEPARTMENT_HINT = "Förvaltning", "fylls i av förvaltningen"
OFFICER, OFFICER_HINT = "Handläggare", "roll, telefon och e-post"
DAY, DAY_HINT = "Datum", "åååå-mm-dd"
DIARY = "Diarienummer"
DIARY_HINT = {"kommun": "kommunens nummer", "region": "regionens nummer"}
BOARD, BOARD_HINT = "Till", "nämndens namn"

# -- the decision --------------------------------------------------------------------------------------------------
PROPOSAL = page_texts.PROPOSAL
DECIDES = "[Nämnden] beslutar:"
ADOPTS = page_texts.ADOPTS
ADOPTS_UNTIL = "{plan} i {county} antas och gäller till och med {date}."
REPORTS = "[Förvaltningen] redovisar läget till nämnden i samband med att planen ses över {when}."
REPORTS_SOME_DAY = "[Förvaltningen] redovisar läget till nämnden [när]."
WHOSE_PART = {"kommun": "kommunens del", "region": "regionens del"}
BRACKETS = "Det som står inom hakparentes fyller förvaltningen i."

# -- summary and matter --------------------------------------------------------------------------------------------
SUMMARY = "Sammanfattning"
MADE_BY = "{makers} har tagit fram en gemensam plan för primärvården i {county}."
EACH_DECIDES = "Varje huvudman beslutar för sin del."
MATTER = "Beskrivning av ärendet"
ASSIGNED = "Arbetet bygger på ett uppdrag: {title}."
PRIORITIES = "Planen prioriterar"
OWN_ANSWERS = "Läget hos {actor}"
GOALS = "Planens mål"
GOALS_ARE = "Planens mål är:"
NO_GOALS = "Planen har inga mål än."
GOAL_NOW = "nu {now}"
OWN_EFFORTS = "{actor} i planens insatser"
COLUMN_EFFORT, COLUMN_STATE, COLUMN_TIME, COLUMN_COST = "Insats", "Läge och spridning", "Tid", "Kostnad i länet"
COST_MISSING = "kostnad inte angiven"
TAKES_NO_PART = "{actor} deltar inte i någon av planens insatser."
NO_EFFORTS = documents_plans_texts.NO_EFFORTS

# -- economy, children and equality --------------------------------------------------------------------------------
ECONOMY = "Ekonomiska konsekvenser"
NOT_RESPONSIBLE = "{actor} ansvarar inte för någon insats i planen."
OWN_COST = {"kommun": "Kommunens kostnad per år", "region": "Regionens kostnad per år"}
OWN_COST_HINT = "belopp, och ur vilken budget: fylls i av förvaltningen"
EQUALITY = "Konsekvenser för barn och för jämställdhet"
NOTHING_SAID = "Planen säger inget om konsekvenser för barn eller för jämställdhet än."
CHILD, CHILD_HINT = "Prövning av barnets bästa", "fylls i av förvaltningen"
EQUAL, EQUAL_HINT = "Bedömning för kvinnor och män", "fylls i av förvaltningen"
FROM_EFFORT = "{title}: {text}"

# -- what is attached, whom it goes to -----------------------------------------------------------------------------
GROUNDS = "Beslutsunderlag"
GROUND_DRAFT = "{plan} i {county}, {standing} den {date}"
GROUND_DECIDED = "{plan} i {county}, {standing}"
RECEIVERS = "Beslutet skickas till"
OTHERS = "[övriga]"
SIGNATURES = "Underskrifter"
HEAD_SIGNS = "Förvaltningschef, namnförtydligande"
OFFICER_SIGNS = "Handläggare, namnförtydligande"


def makers(region: str, kommuner: int) -> str:
    """Return who has made the plan: the region and its kommuner; the region alone where it is kommun too."""
    if not kommuner:
        return region
    others = "kommunen i länet" if kommuner == 1 else f"länets {common_texts.in_words(kommuner)} kommuner"
    return f"{region} och {others}"


def does_part(whose: str, efforts: int, total: int) -> str:
    """Return the point that gives the assignment to do the actor's part of the plan's insatser."""
    of = "planens insats" if total == 1 else f"{count(efforts)} av planens {count(total)} insatser"
    return f"[Förvaltningen] får i uppdrag att genomföra {whose} i {of} inom beslutad budget."


def takes_part(actor: str, efforts: int, total: int, states: Sequence[str]) -> str:
    """Return in how many of the plan's insatser an actor takes part, and in which states they are."""
    of = "planens enda insats" if total == 1 else f"{count(efforts)} av planens {count(total)} insatser"
    return f"{actor} deltar i {of}. {page_texts.in_states(states, efforts)}"


def responsible(actor: str, efforts: int, costed: int, amount: str) -> str:
    """Return for how many insatser an actor is responsible, and what those cost that say so."""
    what = "en insats" if efforts == 1 else f"{count(efforts)} insatser"
    first = f"{actor} ansvarar för {what} som planeras eller pågår."
    if not costed:
        return f"{first} {'Den har ingen' if efforts == 1 else 'Ingen av dem har en'} angiven kostnad."
    if costed == efforts:
        return f"{first} {'Den' if efforts == 1 else 'De'} kostar {amount}."
    return f"{first} {start(count(costed))} av dem har en angiven kostnad, {amount}."


def joins(actor: str, efforts: int, costed: int, amount: str) -> str:
    """Return in how many insatser an actor takes part that others are responsible for, and what those cost in all."""
    what = "en insats" if efforts == 1 else f"{count(efforts)} insatser"
    first = f"{actor} deltar i {what} som någon annan ansvarar för."
    if not costed:
        return f"{first} Ingen kostnad är angiven."
    told = "De har" if costed == efforts else f"{start(count(costed))} av dem har"
    told = "Den har" if efforts == 1 else told
    return (f"{first} {told} en angiven kostnad för hela länet, {amount}. Planen säger inte hur stor del som {actor} "
            "betalar.")


def ground(title: str, body: str, when: str, diary: str) -> str:
    """Return a decision that the case builds on, dated."""
    parts = [part for part in (body, when) if part]
    told = f"{title}, {', '.join(parts)}" if parts else title
    return f"{told} ({diary})" if diary else told
