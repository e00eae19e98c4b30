"""The Swedish strings of scoring in a meeting: rounds, ballots and what they say."""

from __future__ import annotations

from collections.abc import Sequence

#: The kinds of actors that votes are counted under, and the key of each.
KIND_NAMES = {"region": "regionen", "kommun": "kommunerna", "privat": "privata utförare",
              "patient": "patienter och invånare", "annan": "andra"}
KIND_LABELS = {"region": "Regionen", "kommun": "Kommunerna", "privat": "Privata utförare",
               "patient": "Patienter och invånare", "annan": "Andra"}

# -- faults --------------------------------------------------------------------------------------------------------
DIMENSION_UNKNOWN = "Måttet ”{wanted}” finns inte. Välj bland {known}."
NO_DIMENSION = "Välj minst ett mått att bedöma."
KIND_UNKNOWN = "Slaget ”{wanted}” finns inte. Välj bland {known}."
KIND_NOT_HERE = "Ingen därifrån är anmäld till omgången. Anmälda är {known}. Nästa omgång kan ha fler."
NO_VOTERS = "Ingen är anmäld. Skriv hur många som är med från var och en."
VOTERS_FAULT = "Skriv antalet som är med, ett heltal från 0. Högst {most} får plats."
ALL_OF_KIND = "Alla {count} från {kind} har röstat. Den som kommit till räknas från nästa omgång."
ITEM_OF_ANOTHER = "Punkten hör till ett annat möte. Öppna omgången där."
OPEN_ALREADY = "En omgång är redan öppen. Stäng den först."
NONE_OPEN = "Ingen omgång är öppen."
NOBODY_VOTED = "Ingen har röstat än. Omgången är fortfarande öppen."
SCORES_MISSING = "Det är {asked} mått och {given} bedömningar. Ge en för varje mått, eller avstå."
SCORE_FAULT = "En bedömning är ett heltal från 0 till 5, eller avstår."
NO_KEY = ("Nyckeln till omgången ligger inte bredvid planen, så den går inte att rösta i eller stänga här. Öppna "
          "planen där omgången öppnades, med samma filnamn, eller avbryt omgången och rösta om.")
BROKEN = "Omgången går inte att läsa. Avbryt den och rösta om."
ROUND_UNKNOWN = "”{wanted}” är inget bedömt mått på mötet. Bedömda är {known}."
NO_ROUNDS = "inga än"
SETTLED_FAULT = "Välj enig eller oenig som slutsats, eller en tom text för att ta bort den."
DOTS_FAULT = "Ge var och en 1 till {most} prickar."
DOTS_MANY = "Var och en har {dots} prickar. Fördela högst så många."
DOTS_SUBJECT = "prickar på förslag"
PROPOSALS_FAULT = ("Punkten har {count} förslag. Det behövs 2 till {most}, så att alla syns på håll. "
                   "Lägg ihop dem som hör ihop.")
NO_PROPOSAL = "Prickar läggs bara på förslagen i omgången."
REASON_MISSING = "Skriv varför rummet kommer fram till något annat."

# -- what is said --------------------------------------------------------------------------------------------------
CANCELLED = "Omgången är avbruten. Inget av den är visat eller sparat."
SETTLED = "Rummets slutsats är sparad bredvid omgången."
SETTLED_SUBJECT = "rummets slutsats om en bedömning"
VERDICTS = {"enig": "ENIGA", "delat": "DELADE MENINGAR", "oense": "OENSE", "for_fa": "FÖR FÅ RÖSTER"}
SETTLED_AS = {"enig": "Rummet är överens: {reason}", "oenig": "Rummet är inte överens: {reason}"}
MEDIAN = "median {median}"
WITHIN = "{inside} av {votes} inom ett steg"
WITHIN_TWO = "{inside} av {votes} inom ett steg ({low} och {high})"
SPLIT = "{below} på {low} eller lägre, {above} på {high} eller högre"
TIP = "en röst till på {score} ger {verdict}"
ABSTAINED = "{count} avstod"
FEW = "{votes} röster, inget utslag under fem"
NOBODY = "alla avstod"


def voted(count: int, voters: int) -> str:
    """Return how many have voted."""
    return f"{count} av {voters} har röstat"


def answered(count: int, asked: int) -> str:
    """Return how many of those who answered a survey scored this."""
    return f"{count} av {asked} svar"


def last_time(median: str, votes: int, who: str, *, survey: bool) -> str:
    """Return what the last meeting came to, with how many voted and who took part."""
    told = ": ".join(part for part in (f"{votes} {'svar i en enkät' if survey else 'röster'}", who) if part)
    return f"förra gången {median} ({told})"


def closed(count: int, voters: int) -> str:
    """Return that a round is closed, and how many voted in it."""
    return f"Omgången är stängd. {voted(count, voters)}."


def listed(parts: Sequence[str]) -> str:
    """Return several facts on a line."""
    return " · ".join(part for part in parts if part)


def dots(count: int) -> str:
    """Return a number of dots in words."""
    return "1 prick" if count == 1 else f"{count} prickar"


# -- the command ---------------------------------------------------------------------------------------------------
LATEST_LINE = "{title}: {verdict} · {told}"
OPEN_LINE = "Öppen omgång: {told}."
NOT_SCORES = "Skicka röster som JSON, till exempel {\"kind\": \"kommun\", \"scores\": [3, 4, null]}."
