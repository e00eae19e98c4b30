"""The Swedish words of the page of a plan that stands alone, and of its proposal for decision."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from nvplan.texts import common as common_texts
from nvplan.texts.documents import NOT_GIVEN, listed
from nvplan.texts.documents_plans import UNANSWERED
from nvplan.texts.documents_statements import count, inside, start, unended, whole

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
ABOUT_ALONE = ("{region} har både regionens och kommunens uppgifter i primärvården. Planen gäller hela primärvården. "
               "Den säger vart länet ska, vad som görs och vem som gör det.")
YEARS = "Planen gäller {span} och följs upp varje år."
UNTIL = "Planen gäller till och med {date}."
UNTIL_PROPOSED = "Planen föreslås gälla till och med {date}."
UNTIL_OPEN = "Hur länge planen gäller är inte bestämt."
OWNER = "Ansvarig för planen"
OWNER_OPEN = "Ingen är angiven än."
#: How the way so far stands beside equally much each year from start to target; it is no forecast.
PACE = {"fore": "hittills fortare än målet kräver", "efter": "hittills långsammare än målet kräver",
        "pa": "hittills i den takt som målet kräver"}
#: What the words above compare with, said once below the table.
PACE_OF = "Takten är jämförd med en rak linje från utgångsläget till målet."
FROM = "utgångsläge {value}"
FROM_HERE = "det är utgångsläget"
GOALS = "Det här vill länet nå"
COLUMN_NOW = "Nu"
COLUMN_TARGET = "Ska nås"
PRIORITIES = "Det här prioriteras"
DOING = "Det här görs"
COST = "Det här kostar det"
NO_COST_YET = "Ingen kostnad är angiven, eftersom planen inte har några insatser än."
RISK = "Största risken"
RISK_AMONG = "En av de största riskerna"
OBSTACLES = "Det här hindrar"
PROPOSAL = "Förslag till beslut"
PROPOSAL_ABOUT = "Varje huvudman föreslås besluta så här:"
PROPOSAL_ALONE = "{region} föreslås besluta så här:"
ADOPTS = "{plan} i {county} antas."
HOLDS = "Planen gäller från och med {year} till och med {date}."
NOT_SET = {"until": "Hur länge planen gäller är inte bestämt.",
           "review": "När planen ska ses över är inte bestämt."}
NOT_TREATED = "Ingen av huvudmännen har svarat på hur långt behandlingen av planen har kommit."
NOT_TREATED_ALONE = "Det är inte angivet om {region} har behandlat planen."
EXPECTED = "Beslut väntas"
COLUMN_WHEN = "När"
OTHER = "andra"
#: Said where no insats that has a cost is a kommun's own or names a kommun as the one who pays.
KOMMUNER_PAY = "Vad kommunerna betalar står inte i planen."
#: Who answers for insatser, by sort of actor.
_ANSWERS = {"region": "regionen", "kommun": "kommunerna", "rss": "RSS", OTHER: "andra aktörer",
            "": "ingen angiven aktör"}
_LEVEL = {"lag": "låg", "medel": "medelhög", "hog": "hög"}
_GRAVE = {"lag": "lågt", "medel": "medelhögt", "hog": "högt"}
#: What is said of one insats, and of several, in each state.
_ONE_IN = {"planerad": "planeras", "paborjad": "är påbörjad", "pagaende": "pågår", "avslutad": "är avslutad",
           "pausad": "är pausad", "avbruten": "är avbruten"}
_IN = {**_ONE_IN, "paborjad": "är påbörjade", "avslutad": "är avslutade", "pausad": "är pausade",
       "avbruten": "är avbrutna"}
NO_LEVEL = "ingen nivå är satt"
#: What stands for a long name is told with it where the page has it first.
RSS_TOLD = "RSS (regional samverkans- och stödstruktur)"
KRONOR = "{amount}\u00a0kronor"
REVIEWED = "Planen ses över nästa gång {when}."
DECIDED = "Beslut"
#: A plan whose body has adopted it, in a file that is still a draft: the reader is to know which of them is held.
DRAFT_SINCE = "Det här utkastet ändrades senast {day}, efter beslutet."


def start_value(value: str, year: str) -> str:
    """Return where a goal is counted from: ”81,5 % (2025)”."""
    return f"{value} ({year})" if year else value


def target(value: str, date: str) -> str:
    """Return what is to be reached and by when; that no level is set is said."""
    level = value or NO_LEVEL
    return f"{level}, senast {date}" if date else value


def goals_left(number: int) -> str:
    """Return how many goals the table leaves out."""
    left = "Ett mål" if number == 1 else f"{start(count(number))} mål"
    return f"{left} till står längre fram i planen."


def state_count(number: int, state: str) -> str:
    """Return how many insatser are in a state: ”sju pågår”."""
    return f"{count(number)} {(_ONE_IN if number == 1 else _IN).get(state, state)}"


def owners(number: int, asked: int, noun: str, heading: str) -> str:
    """Return how many of those who carry the plan have said who is responsible, and under which heading who it is."""
    who = f"Alla {count(asked)}" if number == asked else f"{start(count(number))} av {count(asked)}"
    return f"{who} {noun} har utsett en ägare. Vilka de är står under {quoted(heading)}."


def quoted(heading: str) -> str:
    """Return a heading or a statement's lead as a text names it."""
    return f"”{heading}”"


def answered_of(whole: int, asked: int) -> str:
    """Return how many of the plan's core questions have all their answers."""
    many = "helt besvarad" if whole == 1 else "helt besvarade"
    first = start(count(whole)) if whole else "Ingen"
    return (f"{first} av planens {asked} viktigaste frågor är {many if whole else 'helt besvarad'}. "
            f"{'Resten' if whole else 'De'} står under ”{UNANSWERED}”.")


def when_done(begin: str, end: str, *, begins: bool, late: bool = False) -> str:
    """Return when an insats begins, or should have begun, or until when it goes on, as far as the days are known."""
    if begins:
        return f"skulle ha börjat {begin}" if late else f"börjar {begin}"
    return f"pågår till {end}" if end else f"pågår sedan {begin}" if begin else "pågår"


#: Which of the insatser that go on stand in the table: those whose cost is known to be largest, all, or some.
_AMONG = {"dearest": "De pågående insatser som kostar mest", "all": "Insatser som pågår",
          "some": "Några av de insatser som pågår"}


def foremost(among: str, *, planned: bool) -> str:
    """Return what the table of insatser is called, by what stands in it."""
    if among == "none":
        return "Insatser som börjar härnäst"
    return f"{_AMONG[among]}, och de som börjar härnäst" if planned else _AMONG[among]


def all_stand(where: str) -> str:
    """Return under which heading all insatser stand, where there is one, for the table has but some of them."""
    return f"Alla står under {where}." if where else "Alla står längre fram i planen."


def no_state(number: int) -> str:
    """Return how many insatser no state is told for."""
    return f"{count(number)} saknar läge"


def in_states(states: Sequence[str], total: int) -> str:
    """Return insatser by state as a sentence (”Fyra planeras och sju pågår.”); of one it is said what it is."""
    if total == 1 and len(states) == 1:
        return f"Den {states[0].removeprefix(f'{count(1)} ')}."
    if len(states) == 1:
        return f"Båda {states[0].removeprefix(f'{count(2)} ')}." if total == 2 else f"Alla {states[0]}."
    return f"{start(listed(states))}."


def doing(total: int, states: Sequence[str], used: tuple[Set[str], int, int] | None) -> str:
    """Return the insatser in two sentences: how many by state, and how many of those in use are everywhere they belong.

    `used` has the states of those that go on or are ended, how many they are and how many of them are everywhere; None
    where nobody has said how far they are spread.
    """
    first = f"Planen har {'en insats' if total == 1 else f'{count(total)} insatser'}. {in_states(states, total)}"
    if used is None or not used[1]:
        return first
    among, number, everywhere = used
    if number == 1:
        who = "Den" if total == 1 else f"Den som {_in_use(among, number)}"
        return f"{first} {who} är {'' if everywhere else 'inte '}införd överallt där den hör hemma."
    if everywhere == number:
        told = "alla införda överallt där de hör hemma"
    elif everywhere:
        told = f"{count(everywhere)} {'införd' if everywhere == 1 else 'införda'} överallt där " \
               f"{'den' if everywhere == 1 else 'de'} hör hemma"
    else:
        told = "ingen införd överallt där den hör hemma"
    return f"{first} Av de {count(number)} som {_in_use(among, number)} är {told}."


def _in_use(states: Set[str], number: int) -> str:
    """Return the insatser that are in use, by their states: ”pågår eller är avslutade”."""
    over = ["är avslutad" if number == 1 else "är avslutade"] if "avslutad" in states else []
    return " eller ".join([*(["pågår"] if states - {"avslutad"} else []), *over])


def which_count(states: Set[str], number: int) -> str:
    """Return which insatser count, by the states that they are in: ”planeras eller pågår”, and of one ”är pausad”."""
    told = ["planeras"] if "planerad" in states else []
    told += ["pågår"] if states & {"paborjad", "pagaende"} else []
    told += ["är pausad" if number == 1 else "är pausade"] if "pausad" in states else []
    return " eller ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else "".join(told)


def no_cost(states: Set[str], live: int, every: int) -> str:
    """Return that no insats has a cost, of one or of several."""
    if every == 1:
        return "Insatsen har ingen angiven kostnad."
    which = which_count(states, live)
    return f"Den insats som {which} har ingen angiven kostnad." if live == 1 else (
        f"Ingen av de {count(live)} insatser som {which} har en angiven kostnad.")


def cost(total: str, years: str, costed: int, states: Set[str], efforts: int) -> str:
    """Return what insatser cost together, over those that say so, what is said of its years, and how many have none."""
    which = which_count(states, efforts)
    if efforts == 1:
        text = f"Den insats som {which} kostar {total}"
    elif costed == efforts:
        text = f"De {count(efforts)} insatser som {which} kostar tillsammans {total}"
    else:
        have = "En" if costed == 1 else start(count(costed))
        text = (f"{have} av de {count(efforts)} insatser som {which} har en kostnad: "
                f"{'' if costed == 1 else 'tillsammans '}{total}")
    left = efforts - costed
    return " ".join([f"{text}.", *([years] if years else []),
                     *([f"{start(count(left))} har ingen angiven kostnad."] if left else [])])


def answers_for(sums: Sequence[tuple[str, str]]) -> str:
    """Return for how much each sort of actor answers: ”Regionen ansvarar för 15 000 kronor och RSS för …”."""
    (kind, amount), *rest = sums
    if not kind and not rest:
        return ""
    parts = [f"{_ANSWERS[kind]} ansvarar för {amount}", *(f"{_ANSWERS[one]} för {money}" for one, money in rest)]
    return f"{start(listed(parts))}."


def names_source(text: str, source: str) -> bool:
    """Whether a text about money names a source (”statsbidrag och egna medel” names ”statsbidrag”)."""
    return re.search(rf"(?<!\w){re.escape(source.lower())}(?!\w)", text.lower()) is not None


def names_kommun(text: str, names: Sequence[str]) -> bool:
    """Whether a text about money says that a kommun pays, by the word or by its name."""
    return "kommun" in text.lower() or any(names_source(text, name) for name in names)


def partly(source: str) -> str:
    """Return a source that pays the whole of some insatser and a part of others."""
    return f"{source} (ensamt eller med annat)"


def paid_by(sources: Sequence[str], more: int, unknown: str) -> str:
    """Return from where the money comes, the largest source first, how many more there are, and what has no source."""
    told = [*sources, *([f"{count(more)} {'källa' if more == 1 else 'källor'} till"] if more else [])]
    text = f"Pengarna kommer från: {listed(told)}." if told else ""
    return f"{text} För {unknown} är finansieringen {NOT_GIVEN}.".strip() if unknown else text


def measure(what: str, role: str, day: str) -> str:
    """Return what is done about a risk, by whom and by when; empty where nobody has said it."""
    told = ", ".join(part for part in (inside(role), f"senast {day}" if day else "") if part)
    if not what:
        return "Ingen åtgärd är angiven."
    return f"Åtgärd: {inside(unended(what))}{f' ({told})' if told else ''}."


def risk(what: str, likely: str, grave: str, done: str) -> str:
    """Return a risk as something that may happen, how likely and how grave, and what is done about it."""
    return (f"Det här kan hända: {whole(inside(what))} Sannolikheten bedöms som {_LEVEL[likely]} och allvaret som "
            f"{_GRAVE[grave]}. {done}")


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


def expected(body: str, day: str) -> str:
    """Return when a body is to decide: ”Växjö kommun 15 december 2026”."""
    return f"{body} {day}".strip()


def all_expected(told: Sequence[str], more: int) -> str:
    """Return when bodies are to decide, the first by name."""
    return f"{listed([*told, *([f'{count(more)} till'] if more else [])])}."
