"""What the planner's place for taking in a file says."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts.store import copies_beside

TITLE = "För in en fil"
HELP = "För in en ifylld blankett, en delplan, en pdf eller en annan kopia av planen."
ABOUT = ("Någon annan har fyllt i en checklista eller en insatslista, skickat en delplan, eller skrivit i en egen "
         "kopia av planen. Här för ni in det. Ni ser först vad som skulle ändras. Det som inte krockar skrivs, som en "
         "enda ändring som går att ångra. Där båda har skrivit olika rör programmet inget: ni väljer.")
SOURCE = "Vilken fil eller mapp vill ni föra in?"
SOURCE_HINT = "Sökvägen till filen eller mappen. Enter visar vad som skulle ändras."
EMPTY = ("Det kan vara en mapp med svar från många, eller en fil: en ifylld blankett eller checklista (Word eller "
         "Excel), en insatslista eller underlagslista (Excel), en delplan eller ett arkiv från nvplan, en pdf från "
         "nvplan, eller en annan kopia av planen.")
NO_FILE = "Skriv sökvägen till filen först."
NOT_FOUND = "Det finns ingen fil eller mapp {path}. Kontrollera sökvägen."


def of_file(taken: str, refused: str, unclear: str, *, preview: bool) -> str:
    """Return the three numbers of one file."""
    first, second, third = (("förs in", "förs inte in", "förstås inte") if preview
                            else ("infört", "inte infört", "inte förstått"))
    return f"{first} {taken}, {second} {refused}, {third} {unclear}"


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
KEY_SETTLE = "Avgör krock"
HELP_SETTLE = "Avgör vad som ska stå där båda har skrivit: deras, vårt, båda eller senare."
SETTLE_TITLE = "Vad ska stå där?"
SETTLED = {"theirs": ("Deras", "det som står i filen"), "ours": ("Vårt", "det som står i planen"),
           "both": ("Båda", "texterna efter varandra, eller allt som någon har valt"),
           "later": ("Senare", "planens står kvar och krocken visas nästa gång")}
CHOICE_CLASH = "Strider något? Ställ er på raden och tryck k, så väljer ni vad som ska stå."
COLUMNS = ("Slag", "Var", "Här", "I filen")
LOOK_FIRST = "Titta igenom listan. F8 för in det som inte krockar."


def copies_to_take_in(names: Sequence[str]) -> str:
    """Return that other copies lie beside the plan, and how to see what they say."""
    return f"{copies_beside(names)} Tryck Ctrl+P och välj ”{TITLE}”."
