"""The words of the place where documents are exported."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts.documents import listed

#: What a document is called among those to choose from, where that is not its own title.
NAMED = {"utskick": "Utskick: blanketter till aktörerna"}
EXPORT_TITLE = "Exportera"
EXPORT_DOCUMENTS = "Vilka dokument?"
EXPORT_EVERYTHING = "Allt: alla dokument, och en sida som leder till dem"
EXPORT_FORMATS = "I vilka format?"
EXPORT_ASKED = "Vad ska dokumenten visa?"
EXPORT_FOLDER = "Till vilken mapp?"
EXPORT_START = "Exportera"
EXPORT_MORE = "Exportera mer"
EXPORT_WITHOUT_NAMES = "Utan namn: kontaktuppgifter lämnas tomma"
EXPORT_WITHOUT_DATA = "Utan data: pdf-filerna går inte att föra in igen"
EXPORT_APPENDICES = "Bilagor: krav som inte är uppfyllda, synpunkter, ändringar och källor"
EXPORT_PDF = ("En pdf bär med sig det som den visar, så att nvplan kan läsa in det igen. Det gäller inte rapporter, "
              "blanketter, jämförelser och tjänsteskrivelser. Ändringsloggen och andra aktörers delar följer aldrig "
              "med.")

#: What a document is asked for with: the row's label, the heading of its box, and what it is when nothing is chosen.
ASKED = {
    "actor": ("Vems del", "Vems del av planen?", "hela länet"),
    "meeting": ("Möte", "Vilket möte?", "alla möten"),
    "alarm": ("Påminnelse", "När ska kalendern påminna?", "ingen påminnelse"),
    "against": ("Jämför med", "Vilken fryst version?", "den senaste frysta versionen"),
}

HELP_EXPORT_START = "Skriver det som är valt till mappen. En fil som redan finns får vara kvar."
HELP_EXPORT_STOP = "Avbryter efter den fil som skrivs nu. De som är klara får vara kvar."
HELP_EXPORT_MORE = "Visar valen igen."
EXPORT_BEGINS = "Börjar …"
EXPORT_STOPPING = "Avbryter efter den här filen …"
EXPORT_DONE = "Klart. Filerna ligger här:"
EXPORT_STOPPED = "Avbrutet. De här filerna hann bli klara:"
EXPORT_NONE = "Inget dokument kunde skrivas."
EXPORT_FAILED = "Det här gick inte att skriva:"
EXPORT_BUSY = "Dokumenten skrivs. Tryck Esc för att avbryta."


def step(number: int, of: int, title: str, file_format: str) -> str:
    """Return which file is being written, of how many."""
    return f"Skriver {number} av {of}: {title}, {file_format}"


def no_document_has(formats: Sequence[str]) -> str:
    """Return that none of the chosen documents has these formats."""
    return f"Inget av de valda dokumenten finns som {listed(formats)}."


def not_in_these(title: str, formats: Sequence[str]) -> str:
    """Return that a document has none of the chosen formats, and which it has."""
    return f"{title} finns inte i de valda formaten, bara som {listed(formats)}."


def kept(old: str) -> str:
    """Return that a file of the same name was there and has been left as it was."""
    return f"”{old}” fanns redan och är kvar."


def left_early(files: int) -> str:
    """Return that the export ended when the person went to another place, and how many files it got done."""
    done = "Ingen fil hann" if files == 0 else "1 fil hann" if files == 1 else f"{files} filer hann"
    return f"Exporten avbröts när ni gick vidare. {done} bli klar{'a' if files > 1 else ''}."


def failed(title: str, reason: str) -> str:
    """Return that a document could not be made, and why."""
    return f"{title}: {reason}"
