"""What is said about files of other kinds than nvplan reads: their right names, and what to do."""

from __future__ import annotations

from nvplan.texts import returned as returned_texts

_EXCEL = "Spara den som Excel-arbetsbok (.xlsx) och för in den filen."
_WORD = "Spara den som Word-dokument (.docx) och för in den filen."
_ONE_BY_ONE = "Packa upp den och för in filerna var för sig."

#: The sentence for each kind of file that is not read.
NOT_READ = {
    "protected": "{name} är skyddad med lösenord. Ta bort lösenordet i programmet som filen är gjord i, eller be om en "
                 "kopia utan lösenord, och för in filen igen.",
    "labelled": "{name} har en känslighetsetikett som krypterar filen. Be den som har skrivit filen att välja en "
                "etikett utan kryptering, och för in filen igen.",
    "numbers": "{name} är gjord i Numbers. Välj Arkiv, Exportera till, Excel i Numbers och för in den filen.",
    "pages": "{name} är gjord i Pages. Välj Arkiv, Exportera till, Word i Pages och för in den filen.",
    "keynote": "{name} är en presentation gjord i Keynote. Det finns inget i den att föra in.",
    "xlsb": f"{{name}} är en Excel-fil i det binära formatet .xlsb. {_EXCEL}",
    "xml_sheet": f"{{name}} är ett kalkylark i det gamla xml-formatet. {_EXCEL}",
    "fods": f"{{name}} är ett kalkylark i formatet .fods. {_EXCEL}",
    "fodt": f"{{name}} är ett textdokument i formatet .fodt. {_WORD}",
    "doc": f"{{name}} är ett Word-dokument i det gamla formatet .doc. {_WORD}",
    "odt": f"{{name}} är ett textdokument i formatet .odt. {_WORD}",
    "rtf": f"{{name}} är ett textdokument i formatet .rtf. {_WORD}",
    "html": "{name} är en webbsida. För in Excel- eller Word-filen i stället.",
    "presentation": "{name} är en presentation. Det finns inget i den att föra in.",
    "image": "{name} är en bild. Skriv av svaren, eller be om filen som bilden är tagen av.",
    "mail": "{name} är ett mejl. Spara filen som är bifogad i mejlet och för in den.",
    "zip_empty": "{name} är en packad mapp utan filer.",
    "zip_locked": "{name} är en packad mapp som är låst med lösenord. Packa upp den med lösenordet och för in filerna "
                  "var för sig.",
    "package": returned_texts.DAMAGED,
    "unknown": returned_texts.UNKNOWN,
}
XLS_UNREADABLE = f"{{name}} går inte att läsa som en gammal Excel-fil (.xls). {_EXCEL}"
ODS_UNREADABLE = f"{{name}} går inte att läsa som ett kalkylark i formatet .ods. {_EXCEL}"
ONE_SHEET = (f"{{name}} är ett av bladen i en Excel-fil, sparat som text (csv). Gå tillbaka till filen med alla blad. "
             f"{_EXCEL}")
ONE_TEXT = "{name} är ett textdokument sparat utan sin form (txt). Gå tillbaka till Word-filen och för in den."
CSV_UNREADABLE = "{name} går inte att läsa som text med tabeller (csv)."


def zip_of_files(name: str, count: int) -> str:
    """Return that a file is several files in one."""
    files = "en fil" if count == 1 else f"{count} filer"
    return f"{name} är en packad mapp med {files}. {_ONE_BY_ONE}"
