"""The Swedish strings of the planner's place for a meeting's survey."""

from __future__ import annotations

from nvplan.texts import taking_in as taking_in_texts

CRUMB = "Möten › {title} › Enkät"
SOURCE = "Vilken fil har svaren?"
SOURCE_HINT = "Sökvägen till filen från enkättjänsten (xlsx eller csv)"
BEFORE = "Frågorna till er enkät. F6 skriver dem till en fil, Ctrl+C kopierar dem."
NO_FILE = taking_in_texts.NO_FILE
LOOK_FIRST = "Visa en fil först: skriv sökvägen och tryck Enter."
READY = "Inget är infört än. Titta igenom kolumnerna. F8 för in."
NOT_READY = "Inget är infört, och inget går att föra in än."
PICK_USE = "Vad är ”{heading}”?"
ZERO_TITLE = "Vilken siffra i svaren är 0?"
ZERO_HINT = "till exempel 1"
ZERO_NOTE = ("Skriv 0 om siffrorna är poäng från 0 till 5 som de står. Skriv 1 om skalan går från 1 till 6, och 6 om "
             "6 är sämst. Inget räknas om förrän ni har sagt det.")
ZERO_FAULT = "Skriv ett heltal, till exempel 1."
LABELS_TITLE = "Vilken poäng är varje svar? 0 till 5, - avstår"
LABELS_KEYS = "Enter går vidare, F8 sparar. Esc lämnar rutan."
LABEL_FAULT = "Skriv 0 till 5, eller - för avstår, vid ”{label}”."
NO_LABELS = "Ingen skala har svar i ord som väntar på poäng."
FILE_STEM = "Enkät {title}"
WRITTEN = "Frågorna står i {path}."
KEY_SURVEY, HELP_SURVEY = "Enkät", "Skriver frågor till en enkät inför mötet, och för in svaren."
KEY_LOOK, HELP_LOOK = "Visa", ("Läser filen och visar vad svaren ger. I listan väljer Enter vad en kolumn är. Inget är "
                               "infört innan ni trycker F8.")
KEY_TAKE_IN, HELP_TAKE_IN = "För in", "För in svaren som en enda ändring. Går att ångra med Ctrl+Z."
KEY_ZERO, HELP_ZERO = "Nolla", "Säger vilken siffra i svaren som är 0."
KEY_LABELS, HELP_LABELS = "Poäng", "Säger vilken poäng ett svar i ord är."
KEY_DOUBLES, HELP_DOUBLES = "Alla svar", "Räknar alla svar, också flera från samma person. En gång till tar bort det."
KEY_WRITE, HELP_WRITE = "Frågorna", "Skriver frågorna till en textfil i planens mapp."
ABOUT = (
    "Här står frågorna till en enkät inför mötet: en skala för varje mått som ni bedömer, en fråga för varje punkt. "
    "Klistra in dem i er enkättjänst. Hämta sedan svaren därifrån som Excel (xlsx) eller csv, skriv sökvägen och tryck "
    "Enter.\n\n"
    "Ni ser vad varje kolumn läses som, och Enter ändrar det. Id, tid, e-post och namn används bara för att hitta "
    "dubbletter medan filen läses, och sparas inte. Sparat blir hur många som gav varje poäng per slag av aktör, och "
    "texterna. Filen rörs inte: ta bort den själva när ni är klara.\n\n"
    "Börjar ingen skala på 0 frågar programmet vilken siffra som är 0. Svar i ord får sin poäng av er. Poäng förs in "
    "från fem svar. Svar som skiljer sig från en tidigare fil med färre än fem förs inte in, för då går det att räkna "
    "ut vad de svarade. Texter med personnummer, e-post eller telefon förs inte in. Ett namn i en text hittas inte av "
    "programmet: läs igenom texterna innan ni visar dem."
)
