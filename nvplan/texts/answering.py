"""Who has answered what, in words: the place Läget and the command that tells the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

COMMAND = "Visa vilka som har svarat: varje aktörs frågor steg för steg, och vad som saknas."
OPTION_ACTOR = "bara den här aktören, med de frågor som saknas svar: region, rss, en kommuns kod eller namn"
OPTION_PLAN = "bara den här planen: gemensam, kontinuitet eller patientkontrakt"
OPTION_EVERYTHING = "räkna med fördjupningsfrågorna också"
OPTION_QUESTION = "bara den här frågan: vilka som inte har svarat på den"
OPTION_STEP = "bara det här steget: dess namn, eller dess nummer tillsammans med --plan"
OPTION_LEFT = "bara de som har något kvar"
OPTION_FOLDER = "tillsammans med --paminnelse: lägg en fil per aktör i den här mappen, och anteckna att de är påminda"
NEEDS_REMINDER = "Skriv --paminnelse också: --till säger var påminnelserna ska läggas."
WHOLE_COUNTY = "Länet tillsammans"
ACTOR = "Aktör"
LEFT = "Saknas"
MARKS: Final = {"klart": "●", "paborjat": "◐", "saknas": "○", "fragas-inte": "·"}
LEGEND = "● klart   ◐ påbörjat   ○ inget svar   · frågas inte här"
NONE = "–"
NOTHING_LEFT = "Inget saknas."
NOT_ASKED = "Frågan ställs inte till någon i den här planen."
ABOUT = ("Här ser ni vilka som har svarat, aktör för aktör och steg för steg. Fyllda märken är klara, halva är "
         "påbörjade och tomma saknar svar. Punkten betyder att ingen fråga ställs där. Kärnfrågorna räknas. Ett svar "
         "från förra året räknas när ni har bekräftat det. Enter går till det första som saknas, F3 visar dem som inte "
         "har svarat på en viss fråga. ”Länet tillsammans” är det som ni svarar gemensamt på, och räknas inte som "
         "aktör. Den som inte får någon fråga i planen står inte här, till exempel RSS i de flesta län.")
HELP_GO = "Går till den första frågan som den markerade aktören inte har svarat på."
HELP_FILTER = "Visar en annan plan, bara dem som har något kvar, ett steg eller en viss fråga."
KEY_NEXT_PLAN = "Nästa plan"
HELP_NEXT_PLAN = "Visar nästa av de tre planerna."
ONLY_THIS_PLAN = "De andra planerna frågar inte den här aktören något."
ONLY_LEFT = "Bara de som har något kvar"


def with_left(actors: int, *, county: bool) -> str:
    """Return how many actors have something left, and whether the county together has: it is no actor."""
    told = "1 aktör" if actors == 1 else f"{actors} aktörer" if actors else ""
    who = " och länet".join((told, "")) if told and county else told or ("länet" if county else "")
    return f"{who} har det kvar" if who else "alla har svarat"


def step_named(number: int, name: str) -> str:
    """Return a step by its number in the plan and its name."""
    return f"{number} {name}"


def steps_named(names: Sequence[str], width: int) -> list[str]:
    """Return the steps by number and name on as few lines of so many cells as hold them; none is parted."""
    lines = [""]
    for number, name in enumerate(names, 1):
        one = step_named(number, name)
        if lines[-1] and len(lines[-1]) + 3 + len(one) > width:
            lines.append("")
        lines[-1] += f"   {one}" if lines[-1] else one
    return lines


def left_told(count: int) -> str:
    """Return how many questions an actor has left in a plan."""
    return NOTHING_LEFT if not count else "1 fråga kvar" if count == 1 else f"{count} frågor kvar"


def step_told(asked: int, done: int, begun: int, to_confirm: int) -> str:
    """Return how far an actor is in a step."""
    parts = [f"{done} av {asked} {'klar' if asked == 1 else 'klara'}"]
    parts += ["1 påbörjad" if begun == 1 else f"{begun} påbörjade"] if begun else []
    parts += [f"{to_confirm} att bekräfta"] if to_confirm else []
    return " · ".join(parts)


def summary(actors: int, with_left: int, county: int | None) -> str:
    """Return how many of the actors have questions left, and how many the county together has.

    Args:
        actors: how many actors are asked anything here.
        with_left: how many of them have questions left.
        county: how many the county has left, None where it is asked nothing.
    """
    several = "1 aktör" if actors == 1 else f"{actors} aktörer"
    parts = [] if not actors else [
        f"{with_left} av {several} har frågor kvar" if with_left else f"{several} har svarat på allt"]
    parts += [] if county is None else [f"länet har {county} kvar" if county else "länet är klart"]
    return " · ".join(parts)


def left(count: int, to_confirm: int) -> str:
    """Return how much is left, and how much of it waits to be confirmed."""
    if not count:
        return NONE
    return f"{count} ({to_confirm} att bekräfta)" if to_confirm else str(count)


def missing(name: str, labels: Sequence[str]) -> list[str]:
    """Return the heading of what an actor has left, and the questions."""
    if not labels:
        return [f"{name}: {NOTHING_LEFT.lower()}"]
    told = "1 fråga" if len(labels) == 1 else f"{len(labels)} frågor"
    return [f"{name}: {told} kvar", *labels]
