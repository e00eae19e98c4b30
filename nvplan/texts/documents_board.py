"""The Swedish words of the case in which a body adopts the joint plan (tjansteskrivelse)."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import documents_page as page_texts
from nvplan.texts.documents import listed
from nvplan.texts.documents_statements import count, inside, start, unended, whole

TITLE = "Tjänsteskrivelse om gemensam plan för primärvård"
CASE = "Tjänsteskrivelse om {plan}"
WHOSE = "{actor}, plan {year}"
NEED_ACTOR = "En tjänsteskrivelse skrivs för en nämnd. Välj vems: en kommun eller regionen."
NO_BOARD = "{actor} beslutar inte om planen. Välj en kommun eller regionen."

# -- the head ------------------------------------------------------------------------------------------------------
HEAD = "Ärendet"
DEPARTMENT, DEPARTMENT_HINT = "Förvaltning", "fylls i av förvaltningen"
OFFICER, OFFICER_HINT = "Handläggare", "roll"
CONTACT, CONTACT_HINT = "Kontakt", "telefon och e-post"
DAY, DAY_HINT = "Datum", "åååå-mm-dd"
DIARY = "Diarienummer"
DIARY_HINT = {"kommun": "kommunens nummer", "region": "regionens nummer"}
BOARD, BOARD_HINT = "Till", "nämndens namn"

# -- the decision --------------------------------------------------------------------------------------------------
PROPOSAL = page_texts.PROPOSAL
DECIDES = "[Nämnden] beslutar:"
ADOPTS = page_texts.ADOPTS
ADOPTS_UNTIL = "{plan} i {county} antas och gäller från och med {year} till och med {date}."
REPORTS = "[Förvaltningen] redovisar läget till nämnden i samband med att planen ses över {when}."
REPORTS_SOME_DAY = "[Förvaltningen] redovisar läget till nämnden [när]."
BRACKETS = "Det som står inom hakparentes fyller förvaltningen i."

# -- summary and matter --------------------------------------------------------------------------------------------
SUMMARY = "Sammanfattning"
EACH_DECIDES = "Varje huvudman beslutar för sin del."
#: What follows of adopting a plan that does not bind.
FOLLOWS = ("Den som antar planen ställer sig bakom den. Nämnden beslutar även i fortsättningen själv om sin verksamhet "
           "och sin budget.")
MATTER = "Beskrivning av ärendet"
OWN_ANSWERS = "Läget hos {actor}"
GOALS_ARE = "Planens mål är:"
NO_GOALS = "Planen har inga mål än."
AGREEMENT_UNTIL = "Avtalet gäller till och med {date}."
COLUMN_EFFORT, COLUMN_STATE, COLUMN_COST = "Insats", "Läge och tid", "Kostnad i länet"
COST_MISSING = "kostnad inte angiven"

# -- economy, children and equality --------------------------------------------------------------------------------
ECONOMY = "Ekonomiska konsekvenser"
NO_COST = "Planen anger ingen kostnad för {actor}."
NOT_RESPONSIBLE = "{actor} ansvarar inte för någon insats i planen."
SHARE_UNKNOWN = "Hur stor del som {actor} betalar står inte i planen."
OWN_COST = {"kommun": "Kommunens kostnad per år", "region": "Regionens kostnad per år"}
OWN_COST_HINT = "belopp, och ur vilken budget: fylls i av förvaltningen"
EQUALITY = "Konsekvenser för barn och för jämställdhet"
NOTHING_SAID = "Konsekvenserna för barn och för jämställdhet är inte beskrivna i planen än."
NOTHING_OF = {"barn": "Konsekvenserna för barn är inte beskrivna i planen än.",
              "jamstalldhet": "Konsekvenserna för jämställdhet är inte beskrivna i planen än."}
OF_OTHERS = "Konsekvenserna för jämställdhet är beskrivna bara för insatser som {actor} inte har någon del i."
CHILD, CHILD_HINT = "Prövning av barnets bästa", "fylls i av förvaltningen"
EQUAL, EQUAL_HINT = "Bedömning för kvinnor och män", "fylls i av förvaltningen"
FROM_EFFORT = "{title}: {text}"

# -- what is attached, whom it goes to -----------------------------------------------------------------------------
GROUNDS = "Beslutsunderlag"
GROUND_DRAFT = "{plan} i {county}, {standing} den {date}"
GROUND_DECIDED = "{plan} i {county}, {standing}"
RECEIVERS = "Beslutet skickas till"
OTHERS, RECIPIENT = "[övriga]", "[mottagare]"
SIGNATURES = "Underskrifter"
HEAD_SIGNS = "Förvaltningschef, namnförtydligande"
OFFICER_SIGNS = "Handläggare, namnförtydligande"


#: Whose part it is in a proposal, and who that is in the next sentence.
_WHOSE = {"kommun": ("kommunens", "kommunen"), "region": ("regionens", "regionen")}
#: So many insatser are told by title.
_FEW = 3
#: What is said of insatser in each state, of one and of several.
_ONE_THAT = {"planerad": "planeras", "paborjad": "pågår", "pagaende": "pågår", "avslutad": "är avslutad",
             "pausad": "är pausad", "avbruten": "är avbruten", "": "saknar läge"}
_THAT = {**_ONE_THAT, "avslutad": "är avslutade", "pausad": "är pausade", "avbruten": "är avbrutna"}
#: The state of one insats in the table, in the same words as where they are counted: what has begun goes on.
_STATE = {"planerad": "Planeras", "paborjad": "Pågår", "pagaende": "Pågår", "avslutad": "Avslutad",
          "pausad": "Pausad", "avbruten": "Avbruten", "": "Läge saknas"}


def concerns(county: str, region: str, kommuner: int) -> str:
    """Return whom the plan concerns: the region and its kommuner, or the region alone where it is kommun too."""
    if not kommuner:
        return (f"Den gemensamma planen för primärvården i {county} gäller {region}, som har både regionens och "
                "kommunens uppgifter.")
    others = "kommunen i länet" if kommuner == 1 else f"länets {count(kommuner)} kommuner"
    return f"Den gemensamma planen för primärvården i {county} gäller {region} och {others}. {EACH_DECIDES}"


def does_part(kind: str, titles: Sequence[str], states: Sequence[str], own: int) -> str:
    """Return the point that gives the assignment to do the actor's part of the insatser that are planned or go on.

    It says which they are without the table: the plan has who is responsible for each and who takes part.
    """
    whose, who = _WHOSE[kind]
    first = f"[Förvaltningen] får i uppdrag att inom beslutad budget genomföra {whose} del i"
    if len(titles) == 1:
        return f"{first} planens insats ”{titles[0]}”."
    these = f"{first} de {count(len(titles))} insatser i planen {_that(len(titles), states)}"
    joined = len(titles) - own
    if own and joined:  # in numbers: how many an actor is responsible for is told of all of them too, those ended with
        return f"{these}: {count(own)} som {who} ansvarar för och {count(joined)} som {who} deltar i."
    return f"{these} och som {who} {'ansvarar för' if own else 'deltar i'}."


def no_part(actor: str, total: int) -> str:
    """Return that an actor has no part in any of the plan's insatser."""
    of = "planens enda insats" if total == 1 else f"någon av planens {count(total)} insatser"
    return f"{actor} har ingen del i {of}."


def takes_part(actor: str, own: int, joined: int, total: int, states: Sequence[str], ended: Sequence[str]) -> str:
    """Return for how many insatser an actor is responsible, in how many it takes part, and in which states they are.

    Of those that it is responsible for it is told how many are over (`ended`), where it takes part in others too.
    """
    of = "planens enda insats" if total == 1 else f"av planens {count(total)} insatser"
    first, second = ("" if total == 1 else f"{count(one)} " for one in (own, joined))
    if own and joined:
        over = f", varav {listed(ended)}," if ended else ""
        if ended and own == 1:
            over = f", som {ended[0].removeprefix(f'{count(1)} ')},"
        told = f"ansvarar för {first}{of}{over} och deltar i {count(joined)}"
    else:
        told = f"ansvarar för {first}{of}" if own else f"deltar i {second}{of}"
    return f"{actor} {told}. {page_texts.in_states(states, own + joined)}"


def own_efforts(actor: str, ended: int, states: Sequence[str]) -> str:
    """Return what the table of an actor's insatser is called, with those that are over and left out of it."""
    out = f", utom {'den' if ended == 1 else 'de'} som är {_over(ended, states)}" if ended else ""
    return f"{actor} i planens insatser{out}"


def _over(number: int, states: Sequence[str]) -> str:
    """Return how insatser are over: ”avslutade eller avbrutna”."""
    verbs = _ONE_THAT if number == 1 else _THAT
    return common_texts.either([verbs[state].removeprefix("är ") for state in states])


def state_and_spread(state: str, spread: str) -> str:
    """Return the state of an insats and how far it is spread, in words already; either may be empty."""
    return ", ".join(part for part in (_STATE.get(state, ""), inside(spread)) if part)


def _that(number: int, states: Sequence[str]) -> str:
    """Return which insatser are meant, by their states: ”som planeras, pågår eller är pausade”."""
    verbs = list(dict.fromkeys((_ONE_THAT if number == 1 else _THAT)[state] for state in states))
    return f"som {common_texts.either(verbs)}"


def _how_many(number: int) -> str:
    return "en insats" if number == 1 else f"{count(number)} insatser"


def responsible(actor: str, efforts: int, states: Sequence[str]) -> str:
    """Return for how many insatser that are not over an actor is responsible, and in which states they are."""
    return f"{actor} ansvarar för {_how_many(efforts)} {_that(efforts, states)}."


def responsible_for_ended(actor: str, efforts: int, states: Sequence[str]) -> str:
    """Return that every insats that an actor is responsible for is over."""
    which = "Den insats" if efforts == 1 else f"De {count(efforts)} insatser"
    return f"{which} som {actor} ansvarar för är {_over(efforts, states)} och räknas inte i kostnaderna."


def joins(actor: str, efforts: int, states: Sequence[str]) -> str:
    """Return in how many insatser that others are responsible for an actor takes part, and in which states they are."""
    also = f"och {_that(efforts, states)}"
    return f"{actor} deltar i {_how_many(efforts)} som någon annan ansvarar för {also}."


def joined_ended(actor: str, efforts: int, states: Sequence[str]) -> str:
    """Return that every insats that an actor takes part in is over."""
    which = "Den insats" if efforts == 1 else f"De {count(efforts)} insatser"
    return f"{which} som {actor} deltar i är {_over(efforts, states)} och räknas inte i kostnaderna."


def cost(efforts: int, costed: int, amount: str, without: Sequence[str]) -> str:
    """Return how many insatser have a cost, what those cost in the whole county in which years, and which have none.

    Those without a cost are told by title where they are few.
    """
    if not costed:
        none = "Den har ingen" if efforts == 1 else "Ingen av dem har en"
        return f"{none} angiven kostnad."
    if costed == efforts:
        who = "Den har" if efforts == 1 else "Båda har" if efforts == 2 else "Alla har"
    else:
        who = f"{count(costed, begins=True)} av dem har"
    together = ", tillsammans " if costed > 1 else ": "
    told = f"{who} en angiven kostnad för hela länet{together}{amount}."
    if not without:
        return told
    named = f": {listed([f'”{title}”' for title in without])}" if len(without) <= _FEW else ""
    return f"{told} {count(len(without), begins=True)} har ingen angiven kostnad{named}."


def goal(title: str, target: str, now: str) -> str:
    """Return a goal with what is to be reached and where it stands: ”…. Mål: 90 %, senast …. Nu: 84 % (…).”."""
    told = [whole(title), *([f"Mål: {target}."] if target else []), *([f"Nu: {now}."] if now else [])]
    return " ".join(told) if len(told) > 1 else unended(title)


def also(kind: str, text: str) -> str:
    """Return what an actor says more of itself."""
    return f"{start(_WHOSE[kind][1])} {text}"


def assigned(title: str, body: str, when: str, diary: str) -> str:
    """Return the decision that the work with the plan builds on."""
    told = [f"Arbetet bygger på beslutet ”{title}”", *([f"av {body}"] if body else []), *([when] if when else []),
            *([f"({diary})"] if diary else [])]
    return f"{' '.join(told)}."


def ground(title: str, body: str, when: str, diary: str) -> str:
    """Return a decision that the case builds on, dated."""
    parts = [part for part in (body, when) if part]
    told = f"{title}, {', '.join(parts)}" if parts else title
    return f"{told} ({diary})" if diary else told
