"""The Swedish strings of Översikt: its blocks, and what there is to do now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

NOW, AHEAD, EFFORTS, GOALS, PLACES = "Gör nu", "Framåt", "Insatser", "Mål", "Platser"
PLANS = "Planerna"
ABOUT = ("Varje rad leder till sin plats. Möten hålls från platsen Möten: F5 där förbereder mötet, och F8 börjar "
         "det på den stora skärmen.")
REQUIREMENTS = "Krav: {label}"
MORE_BELOW, MORE_ABOVE = "▾ {names}", "▴ {names}"
KEY_PAGE, HELP_PAGE = "Mer", "Visar nästa sida av översikten."
KEY_PAGE_BACK, HELP_PAGE_BACK = "Upp", "Visar förra sidan av översikten."
NEXT = "→"
HAND_IN = "Lämna in: gör filen som ni skickar"
ALL_DONE = "Alla kärnfrågor är besvarade."
DONE = "Inget väntar. Gå igenom svaren tillsammans och exportera checklistan."
NOTHING_AHEAD = "Inget datum ligger framåt."
NO_EFFORTS = "Ni har inga insatser än. Enter öppnar listan."
NO_GOALS = "Ni har inga mål än. Enter öppnar listan."
STANDING, EXPORT, STANDING_TOLD, EXPORT_TOLD = "Planens läge", "Exportera", "läge, dag och organ", "dokument"
#: Late things of one kind, counted: what follows the number.
LATE: Mapping[str, str] = {
    "hinder": "hinder har passerat sin svarsdag",
    "insats": "insatser har passerat sin dag",
    "delmal": "delmål har passerat sin dag",
    "mal": "mål har passerat sin dag",
    "underlag": "underlag har passerat sin dag",
    "medel": "återbetalningar har passerat sin dag",
    "rapporttillfalle": "rapporter har passerat sin dag",
    "fraga": "dagar i svaren har passerat",
}
LATE_OTHER = "saker har passerat sin dag"
SIDE: Mapping[str, str] = {"fore": "före", "efter": "efter", "pa": "i fas"}
SIDE_SIGN: Mapping[str, str] = {"fore": "▲", "efter": "▼", "pa": "●"}
RSS = "RSS"
MET = " uppfyllda"
NOT_MEASURED, NO_LEVEL = "inte mätt", "nivå saknas"


def actors_left(count: int) -> str:
    """Return what follows the number of actors that have questions left."""
    return "aktör har frågor kvar" if count == 1 else "aktörer har frågor kvar"


def answers_to_confirm(year: int | None, count: int) -> str:
    """Return what follows the number of answers that came along and nobody has confirmed."""
    return f"svar från {year} att bekräfta" if year else "svar från förra planen att bekräfta"


def objects_to_confirm(year: int | None, count: int) -> str:
    """Return what follows the number of shared objects that came along and nobody has confirmed."""
    named = "post" if count == 1 else "poster"
    return f"{named} från {year} att bekräfta" if year else f"{named} från förra planen att bekräfta"


def judgements_to_confirm(count: int) -> str:
    """Return what follows the number of judgements of former requirements that nobody has confirmed."""
    return f"{'bedömning' if count == 1 else 'bedömningar'} efter kravbytet"


def without_end(count: int) -> str:
    """Return what follows the number of projects and pilots without an end."""
    return "projekt eller pilot saknar slutdatum" if count == 1 else "projekt och piloter saknar slutdatum"


def changes(count: int) -> str:
    """Return what follows the number of changes since the person was here."""
    return "ändring sedan ni var här sist" if count == 1 else "ändringar sedan ni var här sist"


def more(count: int) -> str:
    """Return how much more there is to do than is shown."""
    return f"{'sak' if count == 1 else 'saker'} till väntar"


def whole(done: int, of: int) -> tuple[str, str]:
    """Return how many core questions are done, the number apart."""
    return str(done), f" av {of} klara"


def begun(count: int) -> str:
    """Return how many are begun."""
    return f"{count} {'påbörjad' if count == 1 else 'påbörjade'}"


def to_confirm(count: int) -> str:
    """Return how many hold something that is to be confirmed."""
    return f"{count} att bekräfta"


def met(tallies: Sequence[tuple[str, int, int]]) -> Sequence[str]:
    """Return how many requirements of each kind are met, in parts: name, number, the rest of the words.

    Three parts for each, flat, so that the caller may make the numbers bold.
    """
    parts: list[str] = []
    for place, (name, done, count) in enumerate(tallies):
        parts += [f"{' · ' if place else ''}{name} ", str(done), f" av {count}"]
    return parts


def answered(done: int, of: int) -> str:
    """Return how many of the actors have answered a question."""
    return f"{done} av {of} har svarat" if of else ""

KEY_NEW_EFFORT, HELP_NEW_EFFORT = "Ny insats", "Öppnar den korta formen för en ny insats."
