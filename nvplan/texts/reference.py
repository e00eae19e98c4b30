"""Swedish strings about report structures, examples, terms, code lists and dates."""

from __future__ import annotations

from nvplan.texts import common as common_texts

# -- faults in data/ -----------------------------------------------------------------------------------------------
FAULT_CODE_TWICE = "koden «{id}» finns redan i listan «{list}». Ge raden ett eget id."
FAULT_CODE = ("«{value}» i fältet «{field}» finns inte i kodlistan «{list}». "
              "Rätta koden eller lägg till den i kodlistor.jsonl.")
FAULT_LIST = "kodlistan «{list}» saknar en rad i listan «kodlista». Lägg till en rad som säger vad listan heter."
FAULT_LIST_EMPTY = "kodlistan «{list}» har inga koder. Lägg till koder eller ta bort raden."
FAULT_COUNTY = "länskoden «{value}» finns inte i lan.csv. Skriv SCB:s två siffror, till exempel 07."
FAULT_PARENT = "raden hör till «{parent}», som inte finns tidigare i filen. Rätta fältet «parent» eller flytta raden."
FAULT_ORDER = common_texts.ORDER_MUST_RISE
FAULT_LEVEL = "nivån ska vara {level}, en mer än raden som den hör till."
FAULT_OTHER_FORM = "raden hör till formuläret «{form}», men filen är «{file}». Flytta raden eller rätta fältet «form»."
FAULT_DUE = "datumet {value} finns inte bland formulärets datum i formular.jsonl. Rätta det ena eller det andra."
FAULT_DERIVED = "i en disposition ska varje rad ha «derived» satt till true, och i andra formulär ingen rad."
FAULT_FORM = "formuläret «{value}» finns inte i redovisning/formular.jsonl. Rätta fältet «form»."
FAULT_DATE = "datumet {value} finns inte. Skriv till exempel 2024-03-31 eller 2024-04."
FAULT_NOTE = "ett ord utan definition i källan ska säga det i fältet «note»."
FAULT_SOURCE = "ett ord ur en källa ska ha fältet «source», och nvplans egna ord ska inte ha det."

# -- what a name can be --------------------------------------------------------------------------------------------
UNKNOWN_FORM = "Formuläret «{wanted}» finns inte. Det finns: {known}."
UNKNOWN_LIST = "Kodlistan «{wanted}» finns inte. Det finns: {known}."

# -- reservations that every view and document shows ---------------------------------------------------------------
FORM_DERIVED = "Dispositionen är nvplans egen och inget officiellt formulär."
FORM_FROM_REQUIREMENTS = ("Mottagarens egna frågor har inte hittats. "
                          "Frågorna här följer vad överenskommelsen säger att ni ska redovisa.")
EXAMPLE_HISTORY = "Exemplet är historia och jämförelse, inte ert eget svar."
LINK_UNCHECKED = "Adressen är tagen ur källan. Ingen har kontrollerat att den fortfarande fungerar."


def example_year(year: int | None, reported: int) -> str:
    """Return how an example's year is written; where the source gives none, the reporting year is named instead."""
    return str(year) if year is not None else f"årtal saknas i källan, redovisat för {reported}"
