"""What the planner's place for taking in a file says."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts.store import copies_beside

TITLE = "För in en fil"
HELP = "Tar in en ifylld lista, ett bidrag, en pdf eller en annan kopia av planen."
ABOUT = ("Någon annan har fyllt i en checklista eller en insatslista, skickat ett bidrag, eller skrivit i en egen "
         "kopia av planen. Här för ni in det. Ni ser först vad som skulle ändras. Det som inte krockar skrivs, som en "
         "enda ändring som går att ångra. Där båda har skrivit olika rör programmet inget: ni väljer.")
SOURCE = "Vilken fil vill ni föra in?"
SOURCE_HINT = "Sökvägen till filen. Enter visar vad som skulle ändras."
EMPTY = ("Det kan vara ett bidrag eller ett arkiv från nvplan, en pdf från nvplan, en ifylld checklista (Word eller "
         "Excel), insatslista eller underlagslista (Excel), eller en annan kopia av planen.")
NO_FILE = "Skriv sökvägen till filen först."
NOT_FOUND = "Det finns ingen fil {path}. Kontrollera sökvägen."
KEY_TAKE_IN = "För in"
HELP_TAKE_IN = "Skriver det som inte krockar. Går att ångra med Ctrl+Z."
KEY_LOOK = "Visa"
HELP_LOOK = "Visar vad som skulle ändras. I listan går Enter till platsen i planen."
KEY_NEW_ROW = "Ny rad"
HELP_NEW_ROW = "Tar in den markerade raden som ny, fast den har en annan rads nyckel. En gång till ångrar valet."
KEY_BY_TITLE = "Efter rubrik"
HELP_BY_TITLE = "Tar rader utan nyckel för det i planen som har samma Id eller rubrik. En gång till ångrar valet."
CHOICE_NEW = "Är en rad ny? Ställ er på den i listan och tryck n, så förs den in som ny."
CHOICE_TITLE = "Stämmer raderna utan nyckel? Tryck t i listan, så förs de in efter Id och rubrik."
COLUMNS = ("Slag", "Var", "Här", "I filen")
LOOK_FIRST = "Titta igenom listan. F8 för in det som inte krockar."


def copies_to_take_in(names: Sequence[str]) -> str:
    """Return that other copies lie beside the plan, and how to see what they say."""
    return f"{copies_beside(names)} Tryck Ctrl+P och välj ”{TITLE}”."
