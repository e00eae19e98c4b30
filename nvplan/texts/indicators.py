"""Swedish words for the indicators that a county follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from nvplan.texts import figures as figures_texts

COMMAND = "Visa de nationella indikatorerna och era egna som serier, med det nationella värdet samma år bredvid."
OPTION_ALL = "visa också indikatorer som ni inte har mätt"
BESIDE = "riket samma år {national}, skillnad {gap} ({verdict})"
NO_SAME_YEAR = "inget värde för riket samma år"
VERDICT: Final = {"battre": "bättre", "samre": "sämre", "lika": "lika"}
NOTHING = "Ni har inga egna värden. Lägg till en mätning och välj indikator, eller visa alla med --alla."
NOT_MEASURED = "Inte mätt hos er."


def title(label: str, unit: str, direction: str | None) -> str:
    """Return what is followed, its unit and which way is better."""
    about = ", ".join(part for part in (unit, figures_texts.DIRECTION.get(direction or "", "")) if part)
    return f"{label} ({about})" if about else label


def value(date: str, number: str, source: str) -> str:
    """Return a value with its day and its source, or that it has none."""
    return f"{date}: {number}, källa {source}" if source else f"{date}: {number}, källa saknas"


def national(values: Iterable[tuple[str, int, bool]]) -> str:
    """Return the values of the whole country; of some the year of measuring is not known."""
    told = [f"{number} ({year})" if known else f"{number} ({year} års bild, mätår anges inte)"
            for number, year, known in values]
    return f"Riket: {', '.join(told)}."


def change(difference: str, trend: str | None) -> str:
    """Return how the county's own value has moved."""
    verdict = f" ({VERDICT[trend]})" if trend else ""
    return f"Från första till senaste: {difference}{verdict}."

FILE_TOO_LARGE = "{name} är för stor för att vara en tabell med värden."
OPTION_FROM = "för in värden ur csv eller kalkylark med rubriker som Indikator, Värde, Enhet, Datum och Källa"
OPTION_PREVIEW = "visa vad --fran skulle lägga till, och spara inget"
YEARS_DATED = "Årtal står som årets sista dag."
PREVIEW_OF_NOTHING = "--forhandsvisa hör ihop med --fran. Ange vilken tabell som ska visas."
_MOST_NAMES = 20


def taken(names: Sequence[str], existing: int, faults: Sequence[str], notes: Sequence[str], *,
          saved: bool) -> list[str]:
    """Return what a table adds or would add, what is there already, and what is not taken in."""
    lines = []
    if names:
        lines.append(f"{'Sparat' if saved else 'Nytt, inte sparat än'}: {len(names)} värden.")
        lines += [f"  {name}" for name in names[:_MOST_NAMES]]
        lines += [f"  och {len(names) - _MOST_NAMES} till"] if len(names) > _MOST_NAMES else []
    else:
        lines.append("Inget nytt." if not faults else "Inget är fört in.")
    if existing:
        lines.append(f"Finns redan: {existing} värden.")
    return [*lines, *(f"✗ {fault}" for fault in faults), *notes]
