"""The Swedish words of the page of a plan that stands alone, and of its proposal for decision."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts
from nvplan.texts.documents import NOT_GIVEN, listed
from nvplan.texts.documents_statements import count, inside, start, whole

PAGE = "Planen på en sida"
ABOUT = {
    "gemensam": "Region och kommuner i {county} planerar primärvården tillsammans. Planen säger vart länet ska, vad "
                "som görs och vem som gör det.",
    "kontinuitet": "Den som söker vård i {county} ska möta samma person eller samma team över tid. Planen säger hur "
                   "långt länet har kommit, vad som görs och vem som gör det.",
    "patientkontrakt": "En patient och vården i {county} kommer överens om vad som ska göras, vem som gör det och när. "
                       "Planen säger hur det införs. Överenskommelsen är inget juridiskt avtal.",
}
#: The joint plan of a region that is kommun too.
ABOUT_ALONE = ("{region} planerar primärvården, den regionala och den kommunala, i en gemensam plan. Planen säger vart "
               "länet ska, vad som görs och vem som gör det.")
YEARS = "Planen gäller {span} och följs upp varje år."
UNTIL = "Planen gäller till och med {date}."
UNTIL_PROPOSED = "Planen föreslås gälla till och med {date}."
UNTIL_OPEN = "Hur länge planen gäller är inte bestämt."
OWNER = "Ansvarig för planen"
OWNER_OPEN = "Ingen är utsedd än."
#: Where the latest value stands beside even pace; the table has the numbers.
PACE = {"fore": "bättre än jämn takt", "efter": "sämre än jämn takt", "pa": "i jämn takt"}
FROM = "utgångsläge {value}"
GOALS = "Det här vill länet nå"
COLUMN_NOW = "Nu"
COLUMN_TARGET = "Ska nås"
PRIORITIES = "Det här prioriteras"
DOING = "Det här görs"
COST = "Det här kostar det"
NO_COST = "Ingen av insatserna har en angiven kostnad."
NO_COST_YET = "Ingen kostnad är angiven, eftersom planen inte har några insatser än."
RISK = "Största risken"
MEASURE = "Åtgärd: {measure}"
RISK_AMONG = "En av de största riskerna"
OBSTACLES = "Det här hindrar"
PROPOSAL = "Förslag till beslut"
PROPOSAL_ABOUT = "Varje huvudman föreslås besluta så här:"
PROPOSAL_ALONE = "{region} föreslås besluta så här:"
ADOPTS = "{plan} i {county} antas."
HOLDS = "Planen gäller till och med {date}."
#: What is said of one insats, and of several, in each state.
_ONE_IN = {"planerad": "planeras", "paborjad": "är påbörjad", "pagaende": "pågår", "avslutad": "är avslutad",
           "pausad": "är pausad", "avbruten": "är avbruten"}
_IN = {**_ONE_IN, "paborjad": "är påbörjade", "avslutad": "är avslutade", "pausad": "är pausade",
       "avbruten": "är avbrutna"}
NO_LEVEL = "ingen nivå är satt"
LINE = "Jämn takt är lika mycket varje år från utgångsläget till målet. Det är ingen prognos."
NEXT = "Härnäst: {efforts}."
KRONOR = "{amount}\u00a0kronor"
REVIEWED = "Planen ses över nästa gång {when}."
DECIDED = "Beslut"


def start_value(value: str, year: str) -> str:
    """Return where a goal is counted from: ”81,5 % (2025)”."""
    return f"{value} ({year})" if year else value


def target(value: str, date: str) -> str:
    """Return what is to be reached and by when; that no level is set is said."""
    level = value or NO_LEVEL
    return f"{level}, senast {date}" if date else value


def state_count(number: int, state: str) -> str:
    """Return how many insatser are in a state: ”sju pågår”."""
    return f"{count(number)} {(_ONE_IN if number == 1 else _IN).get(state, state)}"


def owners(number: int, asked: int, noun: str) -> str:
    """Return how many of those who carry the plan have said who is responsible for it there."""
    who = f"Alla {count(asked)}" if number == asked else f"{start(count(number))} av {count(asked)}"
    return f"{who} {noun} har utsett en ägare."


def with_who_and_when(title: str, role: str, end: str) -> str:
    """Return an insats that goes on, with the role that is responsible and when it is to be done."""
    told = [part for part in (role, f"till {end}" if end else "") if part]
    return f"{title} ({', '.join(told)})" if told else title


def begins(title: str, date: str, role: str) -> str:
    """Return when an insats begins, with the role that is responsible."""
    who = f", {role}" if role else ""
    return f"{title} ({date}{who})"


def no_state(number: int) -> str:
    """Return how many insatser no state is told for."""
    return f"{count(number)} saknar läge"


def in_states(states: Sequence[str], total: int) -> str:
    """Return insatser by state as a sentence (”Fyra planeras och sju pågår.”); of one it is said what it is."""
    if total == 1 and len(states) == 1:
        return f"Den {states[0].removeprefix(f'{count(1)} ')}."
    return f"{start(listed(states))}."


def doing(total: int, states: Sequence[str], everywhere: int | None) -> str:
    """Return the insatser in two sentences: how many by state, and how many are everywhere they belong, where known."""
    first = f"Planen har {'en insats' if total == 1 else f'{count(total)} insatser'}. {in_states(states, total)}"
    if everywhere is None:
        return first
    if total == 1:
        return f"{first} Den är {'' if everywhere else 'inte '}införd överallt där den hör hemma."
    rest = {0: "Ingen av dem är införd överallt där den hör hemma.",
            1: "En av dem är införd överallt där den hör hemma."}
    several = f"{start(count(everywhere))} av dem är införda överallt där de hör hemma."
    return f"{first} {rest.get(everywhere, several)}"


def going_on(titles: Sequence[str], more: int) -> str:
    """Return which insatser go on, the first by name and how many there are more."""
    left = f" och {count(more)} till" if more else ""
    return f"Pågår nu: {'; '.join(titles)}{left}."


def cost(total: str, costed: int, efforts: int) -> str:
    """Return what insatser cost together, over those that say so."""
    if costed == efforts:
        return f"Insatserna som inte är avslutade kostar tillsammans {total} under året."
    left = efforts - costed
    return (f"{start(count(costed))} av de {count(efforts)} insatser som inte är avslutade har en angiven kostnad, "
            f"tillsammans {total} under året. {start(count(left))} har ännu ingen angiven kostnad.")


def costs_most(title: str, amount: str, reach: str) -> str:
    """Return the insats that costs most, and how far it reaches where that is known."""
    return f"Mest kostar {title} ({', '.join(part for part in (amount, reach) if part)})."


def paid_by(sources: Sequence[tuple[str, str]], rest: str, unknown: str) -> str:
    """Return from where the money comes: the largest sources, what others give, and what no source is told for."""
    parts = [f"{name} ({amount})" for name, amount in sources]
    parts += [f"övriga källor ({rest})"] if rest else []
    text = f"Pengarna: {listed(parts)}." if parts else ""
    return f"{text} Finansiering {NOT_GIVEN}: {unknown}.".strip() if unknown else text


def risk(what: str, measure: str) -> str:
    """Return a risk with what is done about it."""
    return f"{whole(what)} {MEASURE.format(measure=whole(inside(measure)))}" if measure else whole(what)


def obstacles(total: int, top: int, titles: Sequence[str]) -> str:
    """Return how many hinders are not solved, and the first of them."""
    what = "Ett hinder är inte löst" if total == 1 else f"{start(count(total))} hinder är inte lösta"
    lifted = {0: "", 1: " Ett av dem är lyft till länets ledning."}.get(
        top, f" {start(common_texts.in_words(top))} av dem är lyfta till länets ledning.")
    if total == 1:
        lifted = " Det är lyft till länets ledning." if top else ""
    named = "Hindret är:" if total == 1 else "De är:" if total == len(titles) else "Bland dem:"
    return f"{what}.{lifted} {named} {'; '.join(titles)}."


def adopted_by(body: str, date: str, diary: str) -> str:
    """Return by whom and when a plan was adopted, with the diary number where there is one."""
    who = f"{body} antog planen" if body else "Planen antogs"
    return f"{who} {date} ({diary})." if diary else f"{who} {date}."


def decided(standing: str) -> str:
    """Return by whom and when the plan is decided."""
    return f"Planen är {standing}."
