"""What is said about files that come back: filled-in checklists and lists, pdf files with data, archives."""

from __future__ import annotations

from collections.abc import Sequence

# -- files that are not taken in -----------------------------------------------------------------------------------
UNKNOWN = ("{name} går inte att föra in. Välj ett arkiv eller ett bidrag från nvplan, en annan kopia av planen, en pdf "
           "från nvplan, eller en ifylld checklista, insatslista eller underlagslista i Word eller Excel.")
DAMAGED = "{name} är skadad och går inte att läsa. Be om en ny."
TOO_LARGE = "{name} är för stor för att komma från nvplan."
NOT_OURS = ("{name} säger inte vilket län, vilket år och vilket dokument den är. Använd en fil som nvplan har skrivit, "
            "med förstasidan kvar.")
OTHER_PLAN = ("{name} gäller {county}, plan {year}. Den här planen gäller {our_county}, plan {our_year}. "
              "Inget är infört.")
NOT_FILLABLE = ("{name} är dokumentet «{title}», som inte fylls i. Checklistan, insatslistan och underlagslistan går "
                "att föra in. Svar förs in med ett bidrag (arkiv).")
NO_SUCH_ACTOR = "{name} gäller «{actor}», som inte finns i planen. Inget är infört."
WHOLE_COUNTY_TICKS = ("Kryssen gäller hela länet och säger inte vem som har bedömt. De är inte införda. "
                      "Skriv ut checklistan för en aktör i taget, eller använd Excel.")
PDF_NO_DATA = "{name} har inga uppgifter från nvplan i sig."
PDF_UNREADABLE = "{name} går inte att läsa som pdf."
PDF_ENCRYPTED = "{name} är låst med lösenord och går inte att läsa."
XLSX_UNREADABLE = "{name} går inte att läsa som en Excel-fil. Spara den som .xlsx och försök igen."


def example_fault(name: str, *, theirs_is: bool) -> str:
    """Return that invented answers are not mixed with real ones."""
    if theirs_is:
        return f"{name} kommer från ett exempel med påhittade svar, och den här planen är ingen sådan. Inget är infört."
    return f"Den här planen är ett exempel med påhittade svar. {name} är det inte. Inget är infört."

# -- what could not be read ----------------------------------------------------------------------------------------
ROW_UNKNOWN = "Raden hör inte till dokumentet som skrevs ut."
ROW_GONE = "{type} {id} finns inte längre i planen."
TABLE_IN_PLAN = "Tabellen fylls i i planen."
NEW_NEEDS_TITLE = "En ny rad behöver en rubrik."
NEW_NOT_HERE = "Raden saknar nyckel. Nya rader kan läggas till i insatslistan och underlagslistan."
DOES_NOT_FIT = "Raden går inte ihop. {fault}"
NEW_ROW = "ny rad: {title}"
NEW_ROW_NO_TITLE = "ny rad"
ROW = "raden {key}"
UNREAD_KIND = "kan inte läsas"
UNREAD_COLUMNS = ("Slag", "Var", "Där står", "Varför")

# -- what is told beside -------------------------------------------------------------------------------------------
NO_BASE = ("Ändringsloggen når inte tillbaka till när {name} skrevs ut. Därför fylls bara tomma fält i. "
           "Det som skiljer sig listas.")


def columns_unknown(titles: Sequence[str]) -> str:
    """Return that columns that someone has added are not read."""
    return _columns(titles) + " känns inte igen och är inte läst."


def columns_locked(titles: Sequence[str]) -> str:
    """Return that changes in columns that only inform are not read."""
    return _columns(titles) + " är bara till för att läsa. Ändringar där är inte införda."


def _columns(titles: Sequence[str]) -> str:
    return ("Kolumnen " if len(titles) == 1 else "Kolumnerna ") + ", ".join(f"«{title}»" for title in titles)


def question_ticks(count: int) -> str:
    """Return that ticks at questions inform and change nothing."""
    ticks = "1 kryss vid en fråga är ändrat" if count == 1 else f"{count} kryss vid frågor är ändrade"
    return f"{ticks}. Kryss vid frågor ändrar inget i planen: en fråga är klar när den har ett svar."


def unread_told(count: int) -> str:
    """Return how many places could not be read."""
    return f"Går inte att läsa: {count}. De är inte införda, rätta dem och försök igen."
