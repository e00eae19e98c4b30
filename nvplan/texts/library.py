"""The Swedish strings of the library: what the catalogue knows, to read and to begin from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

COMMAND = ("Visa biblioteket: exempel, länets historik, bakgrund, nationella indikatorer, ordlista, länkar, datum och "
           "kravens text.")
ARGUMENT_WORDS = "visa det som har alla orden, i vilken ordning som helst"
OPTION_AREA = "bara det här området"
OPTION_COUNTY = "bara exempel från det här länet: kod, namn eller alias"
OPTION_ONE = ("allt om det som har det här id:t; --json har för ett exempel det som en ny insats kan börja med, att "
              "skicka till ”objekt FIL insats satt”")
#: The parts in their order, by their name in commands.
PARTS: Final[Mapping[str, str]] = {
    "exempel": "Exempel", "historik": "Länets historik", "bakgrund": "Bakgrund",
    "indikatorer": "Nationella indikatorer", "begrepp": "Ordlista", "lankar": "Länkar", "datum": "Datum",
    "krav": "Kravens text",
}
COLUMNS = ("Vad", "Varifrån")
ABOUT = ("Här står det som hjälper er att skriva: vad andra län har gjort, vad länet självt har redovisat, siffror om "
         "landet, ordlista, länkar, datum och kravens text. Skriv för att söka. F3 visar en del, ett område eller ett "
         "län. F6 på ett exempel visar vad som följer med till en ny insats: område och planer. Orden skriver ni "
         "själva.")
PART, AREA, NOTE = "Del", "Område", "Läs så här"
FACET_AREA, FACET_COUNTY = "Område: {name}", "Exempel från {name}"
KEY_BEGIN, HELP_BEGIN = "Använd som början", ("Visar exemplet och det som följer med till en ny insats: område och "
                                              "planer. Texten följer inte med.")
ONLY_EXAMPLES = "Bara ett exempel kan vara början på en insats. Markera ett exempel."
BEGUN = "Området och planerna är exemplets. Skriv med egna ord vad ni ska göra."
BEGIN_FROM = "Börja en ny insats från det här exemplet?"
FOLLOWS, TAKEN_OVER = "Det här följer med:", "  {label}: {words}"
WORDS_STAY = "Exemplets text följer inte med. Ni skriver själva vad ni ska göra."
HELP_READ = "Visar allt om det som är markerat."
AREA_UNKNOWN = "Området ”{wanted}” finns inte. Menar ni {near}?"


def option_part() -> str:
    """Return the help for the part, with every part that there is."""
    return "bara den här delen: " + ", ".join(PARTS)


def found(count: int) -> str:
    """Return how many entries there are."""
    return "1 uppslag" if count == 1 else f"{count} uppslag"
