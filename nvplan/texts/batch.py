"""What is said when several files are taken in at once."""

from __future__ import annotations

from collections.abc import Sequence

OPTION_CLASH = ("där båda har skrivit: deras tar det i filen, vart behåller planens, bada lägger ihop texter och "
                "listor, senare lämnar det")
OPTION_PLACE = "bara krockar på den här platsen, till exempel 1.0.agare@0761 eller ett id; kan anges flera gånger"
CLASHES = ("Krockar avgör ni med ”--krock deras”, ”--krock vart” eller ”--krock bada”, en i taget med "
           "”--plats {place}”.")
FOLDER_EMPTY = "Mappen {folder} har inga filer att föra in."
COLUMNS = ("Aktör", "Fil", "Infört", "Inte infört", "Inte förstått")
COLUMNS_PREVIEW = ("Aktör", "Fil", "Förs in", "Förs inte in", "Förstås inte")
UNKNOWN_ACTOR = "–"
FAULT = "fel"
FILE = "fil"
OF_ACTOR = "{actor} ({name})"
FILE_FAULT = "{name}: {fault}"
ROW = "{actor}: {place}"
NOTHING_LEFT = "Alla som är tillfrågade har svarat på sina kärnfrågor."


def twice(actor: str, names: Sequence[str]) -> str:
    """Return that an actor has sent several files, and which of them counts."""
    others = ", ".join(f"”{name}”" for name in names[:-1])
    return f"{actor} har skickat {len(names)} filer. ”{names[-1]}” är den senaste och gäller före {others}."


def several_twice(actors: Sequence[str]) -> str:
    """Return who has sent several files, where those are many."""
    return f"Flera filer har kommit från {_listed(actors)}. Den senaste från var och en gäller."


def missing(names: Sequence[str]) -> str:
    """Return who has core questions left and has sent none of the files."""
    return f"Fattas fortfarande: {_listed(names)}."


def incomplete(names: Sequence[str]) -> str:
    """Return who has sent a file and has core questions left all the same."""
    return f"Har skickat men har kärnfrågor kvar: {_listed(names)}."


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} och {names[-1]}"


def counted(files: int, faults: int, *, preview: bool) -> str:
    """Return how many files there were, and how many could not be taken in at all."""
    what = "1 fil" if files == 1 else f"{files} filer"
    verb = "läst" if preview else "hanterad"
    told = f"{what} {verb if files == 1 else 'lästa' if preview else 'hanterade'}."
    return f"{told} {faults} gick inte att föra in." if faults else told
