"""What is said about changes of many answers at once, the plan's standing, and next year's plan from this year's."""

from __future__ import annotations

from collections.abc import Sequence

# -- many answers in one go ----------------------------------------------------------------------------------------
ANSWER_OF = "{question}, {actor}: {fault}"
NOT_ASKED = "Frågan ställs inte till den aktören, eller beror på ett annat svar."
OUTSIDE = "{count} av de inklistrade cellerna ligger utanför tabellen och togs inte med: {cells}."
#: What the column of the actors may be headed in a spreadsheet.
ACTOR_HEADINGS = ("Aktör", "Kommun", "Huvudman", "Namn")
_SHOWN = 3


def answers_subject(count: int) -> str:
    """Return what a change of several questions' answers was about."""
    return f"{count} svar"


def answers_saved(count: int) -> str:
    """Return that so many answers are saved."""
    return "Ett svar är sparat." if count == 1 else f"{count} svar är sparade."


def answers_conflict(places: Sequence[str]) -> str:
    """Return that someone else has written in some of the same fields."""
    more = f" och {len(places) - _SHOWN} till" if len(places) > _SHOWN else ""
    return (f"Någon annan har ändrat samma svar: {', '.join(places[:_SHOWN])}{more}. Inget är överskrivet. "
            "Titta på de nya svaren och försök igen.")


# -- the plan's standing -------------------------------------------------------------------------------------------
DECIDED_DAY_MISSING = "Skriv vilken dag planen beslutades, till exempel 2027-03-01."
DECIDED_DAY_WHOLE = "Skriv hela datumet med dag, till exempel {date}-01."
DECIDED_BODY_MISSING = "Skriv vilket organ som beslutade planen, till exempel samverkansnämnden."
STANDING_TOO_LONG = "Organets namn har {length} tecken. Högst {most} får plats."
STANDING_DECIDED = "Planen är beslutad. Den är sparad som den ser ut nu, så att ni kan se vad som ändras sedan."
STANDING_SAME = "Planens läge är redan så."


def decided_name(date: str, body: str, number: int) -> str:
    """Return what the frozen plan of a decision is called; the number tells several the same day apart."""
    name = f"Beslutad {date} {body}"
    return name if number == 1 else f"{name} {number}"


# -- next year's plan from this year's -----------------------------------------------------------------------------
#: Before an object or a judgement that was taken over and that nobody has confirmed.
CARRIED_SIGN = "↻ "
NOTHING_TO_CONFIRM = "Posten är inte från förra årets plan, eller redan bekräftad."
OBJECT_CONFIRMED = "Bekräftat: posten gäller även i år."
CARRY_YEAR = "Planen ni utgår från gäller {year}. Välj ett senare år."
CARRY_COUNTY = "Planen ni utgår från är gjord för {county}. Utelämna länet eller skriv samma län."
CARRY_SAME_FILE = "Ge den nya planen ett annat filnamn än den ni utgår från."
CARRIED = ("{answers} svar och {objects} gemensamma poster är hämtade från planen {year}. "
           "De är märkta tills ni har bekräftat dem.")
CARRY_RSS = "Aktörerna hämtas från planen ni utgår från. Utelämna --rss."
OPTION_FROM = "förra årets plan, eller en pdf av den; svaren och de gemensamma posterna hämtas därifrån och märks"
