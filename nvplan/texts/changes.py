"""What is said about changes of many answers at once, the plan's standing, and next year's plan from this year's."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts

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


def answers_count(count: int) -> str:
    """Return so many answers in words: ”ett svar”, ”4 svar”."""
    return "ett svar" if count == 1 else f"{count} svar"


def shared_entries(count: int) -> str:
    """Return so many shared objects in words."""
    return "en gemensam post" if count == 1 else f"{count} gemensamma poster"


def confirmed_subject(question: str, chapter: str, plan: str) -> str:
    """Return what a confirming of many answers was about, for the change log; all but a question in words."""
    return question or (f"kapitlet ”{chapter}”" if chapter else plan or "hela planen")


def nothing_to_confirm(question: str, chapter: str, plan: str) -> str:
    """Return that nothing from last year's plan is left to confirm in what was named."""
    where = f"fråga {question}" if question else f"kapitlet ”{chapter}”" if chapter else plan or "planen"
    return f"Det finns inget att bekräfta i {where}."


def confirmed(answers: int, objects: int) -> str:
    """Return how many answers and objects are confirmed."""
    parts = []
    if answers:
        parts.append(answers_count(answers))
    if objects:
        parts.append(shared_entries(objects))
    told = " och ".join(parts)
    return f"Bekräftat: {told} från förra årets plan gäller även i år."


def objects_left(count: int) -> str:
    """Return that shared objects from last year's plan are left to confirm, and how."""
    what = shared_entries(count).capitalize()
    return (f"{what} från förra årets plan är inte bekräftade. Gå igenom dem med ”nvplan objekt FIL TYP bekrafta ID”, "
            "eller bekräfta allt med ”nvplan bekrafta FIL --allt”.")


CARRY_YEAR = "Planen ni utgår från gäller {year}. Välj ett senare år."
CARRY_COUNTY = "Planen ni utgår från är gjord för {county}. Utelämna länet eller skriv samma län."
CARRY_SAME_FILE = "Ge den nya planen ett annat filnamn än den ni utgår från."
CARRIED = ("{answers} svar och {objects} gemensamma poster är hämtade från planen {year}. "
           "De är märkta tills ni har bekräftat dem.")
CARRY_RSS = "Aktörerna hämtas från planen ni utgår från. Utelämna --rss."
OPTION_FROM = "förra årets plan, eller en pdf av den; svaren och de gemensamma posterna hämtas därifrån och märks"

# -- the commands that confirm and skip ----------------------------------------------------------------------------
COMMAND_CONFIRM = "Bekräfta att svar från förra årets plan gäller även i år."
ARGUMENT_CONFIRM = "frågans id; utan --aktor bekräftas alla aktörers svar på frågan"
OPTION_CONFIRM_CHAPTER = "bekräfta alla svar i kapitlet, till exempel 1.2"
OPTION_CONFIRM_ALL = "bekräfta alla svar och alla gemensamma poster i hela planen"
COMMAND_SKIP = "Hoppa över en fråga så länge. Den räknas som obesvarad."
OPTION_SKIP_CLEARS = "hoppa över frågan även om den är besvarad, och ta bort svaret"
OPTION_SKIP_BACK = "ta tillbaka: frågan är inte längre överhoppad"

# -- the command on the plan's standing ----------------------------------------------------------------------------
COMMAND_STANDING = "Visa eller ändra planens läge: utkast, på remiss eller beslutad."
ARGUMENT_STANDING = "det nya läget; utan det visas läget som det är"
OPTION_STANDING_DATE = "dagen, till exempel 2027-03-01; behövs när planen är beslutad"
OPTION_STANDING_BODY = "organet som har beslutat, till exempel samverkansnämnden; behövs när planen är beslutad"


def standing_told(standing: str, date: str, body: str) -> str:
    """Return how far the plan is decided, when and by whom."""
    return " · ".join(part for part in (f"Planens läge: {common_texts.STANDING[standing]}", date, body) if part)
