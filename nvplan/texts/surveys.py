"""The Swedish strings of surveys in a meeting, and the words by which columns of a form service's export are known."""

from __future__ import annotations

import re
from collections.abc import Sequence

# -- the questions to paste ----------------------------------------------------------------------------------------
KIND_QUESTION = "Varifrån kommer ni?"
SURVEY_TITLE = "Enkät inför {title}"
SURVEY_ABOUT = (
    "Klistra in frågorna i er enkättjänst. Ändra inte rubrikerna: svaren känns igen på dem.",
    "Ställ in tjänsten så att den inte samlar in namn och e-post.",
    "Skriv till dem som svarar: Vi sparar hur många som ger varje poäng och det ni skriver, inte vem som har svarat.",
)
QUESTION = "{number}. {title} ({form})"
OPTION = "   {text}"
FORMS = {"val": "ett val", "skala": "ett val", "text": "fritext"}
SCORE_OPTION = "{score} - {text}"
ABSTAIN_OPTION = "Avstår"

# -- the words that columns and answers are known by, folded -------------------------------------------------------
#: Headings without anything but letters and digits, as services write them in Swedish, English and German.
HEADINGS: dict[str, frozenset[str]] = {
    "id": frozenset({"id", "svarsid", "responseid", "antwortid", "svarsnummer", "lopnummer", "respondentid", "token",
                     "kod", "submissionid", "nr"}),
    "tid": frozenset({"starttid", "starttime", "startzeit", "sluttid", "slutforandetid", "completiontime",
                      "fertigstellungszeit", "tidstampel", "timestamp", "zeitstempel", "datesubmitted", "datestarted",
                      "datelastaction", "inskickat", "skickat", "datum", "date", "tid", "time", "lastmodifiedtime",
                      "tidforsenasteandring", "uhrzeitderletztenanderung", "submitdate", "startdate", "datestamp",
                      "datumforinskick"}),
    "mejl": frozenset({"epost", "epostadress", "email", "emailaddress", "mejl", "mejladress", "mail", "username",
                       "anvandarnamn", "emailadresse"}),
    "namn": frozenset({"namn", "name", "fornamn", "efternamn", "firstname", "lastname", "fullname", "dittnamn",
                       "ertnamn", "vadheterdu", "nachname", "vorname"}),
    "telefon": frozenset({"telefon", "telefonnummer", "mobil", "mobilnummer", "phone", "phonenumber"}),
    "personnummer": frozenset({"personnummer", "samordningsnummer"}),
    "teknik": frozenset({"ipadress", "ipaddress", "ip", "referrerurl", "refurl", "lastpage", "sistasidan",
                         "startlanguage", "startsprak", "seed", "fro", "sprak", "language", "sprache", "totalpoints",
                         "quizfeedback", "useragent"}),
}
#: What services write for everyone who answers without signing in.
ANONYMOUS = frozenset({"anonymous", "anonym", "anonymt"})
ABSTAINS = frozenset({"avstar", "avstod", "vet ej", "vet inte", "kan inte bedoma", "kan ej bedoma",
                      "ingen asikt", "ingen uppfattning", "inte aktuellt", "ej aktuellt", "-", "n/a", "don't know"})
FROM: dict[str, frozenset[str]] = {
    "region": frozenset({"region"}), "kommun": frozenset({"kommun", "kommunen"}),
    "privat": frozenset({"privat", "privat utforare", "privat vardgivare", "privata vardgivare"}),
    "patient": frozenset({"patient", "invanare", "patientforetradare", "narstaende", "patientorganisation"}),
    "annan": frozenset({"annan", "annat", "ovrig", "ovriga"}),
}

# -- what a column is ----------------------------------------------------------------------------------------------
USES = {
    "id": "id, används inte", "tid": "tid, används inte", "mejl": "e-post, används inte", "namn": "namn, används inte",
    "telefon": "telefon, används inte", "personnummer": "personnummer, används inte",
    "teknik": "uppgift om tjänsten, används inte", "slag": "slag av aktör", "poang": "skala 0–5", "text": "fritext",
    "val": "ett val", "flera": "flera val", "tal": "tal, förs inte in", "tom": "tom", "inte": "förs inte in",
}
#: What a person may say on the command line that a column is.
SAID = {"skala": "poang", "text": "text", "val": "val", "flera": "flera", "slag": "slag", "inte": "inte"}
AS_DIMENSION = "skala 0–5: {title}"
DROPPED_NAMES = {"id": "id", "tid": "tid", "mejl": "e-post", "namn": "namn", "telefon": "telefon",
                 "personnummer": "personnummer", "teknik": "uppgifter om tjänsten"}
COLUMN = "Kolumn {number}"
NEW_ITEM = "Bedömningar i enkäten"
FOLLOWS = "{title} (efter ”{before}”)"

# -- faults --------------------------------------------------------------------------------------------------------
FILE_MISSING = "Filen {name} finns inte. Kontrollera sökvägen."
FILE_EMPTY = "{name} är tom. Hämta svaren från enkättjänsten igen."
FILE_KIND = "{name} är inget kalkylblad. Hämta svaren från enkättjänsten som Excel (xlsx) eller csv."
FILE_UNREADABLE = "{name} går inte att läsa. Hämta svaren från enkättjänsten igen, som Excel (xlsx) eller csv."
FILE_NO_TABLE = "{name} har inga kolumner. Hämta svaren från enkättjänsten som Excel (xlsx) eller csv."
FILE_LARGE = "{name} är större än 20 MB. Det är inga svar på en enkät."
QUOTE_OPEN = "{name} har ett citattecken som inte slutar. Hämta svaren igen, helst som Excel (xlsx)."
NO_ANSWERS = "{name} har rubriker men inga svar. Inget är ändrat."
TOO_MANY = "{name} har {count} svar. Högst {most} går att föra in."
ROW_TOO_WIDE = "Rad {row} i {name} har fler celler än det finns rubriker. Hämta svaren igen, helst som Excel (xlsx)."
COLUMN_UNKNOWN = "Kolumnen ”{column}” finns inte. Skriv en rubrik, eller ett nummer från 1 till {count}."
USE_UNKNOWN = "En kolumn kan inte vara ”{wanted}”. Välj bland {known}."
COLUMN_MISUSED = "Skriv kolumnen och vad den är, till exempel --kolumn 7=text."
SCORE_MISUSED = "Skriv etiketten och dess poäng, till exempel --poang \"Instämmer helt=5\" eller \"Vet inte=avstår\"."
ZERO_MISUSED = "”{typed}” är inget heltal. Skriv den siffra som är 0, till exempel --noll 1."
ASK_FIRST = "Säg först hur skalorna ska läsas. Inget är infört."
NOTHING_TO_TAKE_IN = "Filen har inget att föra in. Inget är ändrat."
OUT_OF_RANGE = "”{value}” är ingen poäng från 0 till 5"
ZERO_MISFIT = "svaren går från {low} till {high}, så {zero} kan inte vara 0"

# -- what is left out ----------------------------------------------------------------------------------------------
NUMBERS_LEFT = "”{heading}” är tal utan skala och förs inte in."
NO_SCALE = "Enkäten har ingen skala, så inget bedöms. Texterna går att föra in."
SCORED_TWICE = "”{heading}” är samma mått som en annan kolumn. Den första räknas."
FEW_SCORES = "Färre än fem har bedömt ”{title}”. Det förs inte in, för då går det att gissa vem som har svarat vad."
FEW_CHOICES = "”{title}” har färre än fem svar och räknas inte."
PERSONAL = ("”{title}”: {rows} har personnummer, e-post eller telefon och förs inte in. Skriv själva det som kan stå i "
            "protokollet.")
LONG = "”{title}”: {rows} har fler än {most} tecken och förs inte in. Korta texten."
TEXTS_MANY = "”{title}” har {count} olika texter. Högst {most} går att föra in."
BESIDE = {
    "samma": "”{title}” är infört förut med samma svar.",
    "nara": ("”{title}” skiljer sig från det som är infört förut med färre än fem svar. Det förs inte in, för då går "
             "det att räkna ut vad de svarade. Vänta tills minst fem nya har svarat."),
}
GROUPS_HIDDEN = "Slag av aktör visas för sig bara när minst fem därifrån har svarat och resten också är minst fem."

# -- the preview ---------------------------------------------------------------------------------------------------
COLUMNS = ("Nr", "Rubrik", "Läses som")
ANSWERS_FROM = "{name}: {answers}{doubles}."
DROPPED_TOLD = "Används bara här, för att hitta dubbletter, och sparas inte: {what}."
SCORES_TOLD = "Bedöms: {title} ({count} svar)"
TEXTS_TOLD = "Förs in under ”{title}”: {count}"
NEW_PLACE = ", en ny punkt"
TEXTS_NOTE = ("Texterna förs in som de är skrivna, i bokstavsordning. Läs igenom dem innan ni visar mötet: ett namn i "
              "en text hittas inte av programmet.")
ASK_ZERO = "”{heading}” har svar från {low} till {high} och ingen nolla. Vilken siffra är 0?"
ASK_LABELS = "”{heading}” har svar i ord. Vilken poäng är {labels}?"
FAULT = "”{heading}”: {fault}."
#: How it is said, on the command line and in the planner.
SAY_ZERO = ("Skriv --noll 0 om siffrorna är poäng från 0 till 5 som de står. Skriv annars siffran som är 0, till "
            "exempel --noll 1.", "Tryck z och skriv siffran som är 0.")
SAY_LABELS = ("Skriv en --poang för vart och ett, till exempel --poang \"{label}=0\". Vet inte och liknande: =avstår.",
              "Ställ er på kolumnen och tryck p.")
SAY_FAULT = ("Säg vilken siffra som är 0 med --noll, eller uteslut kolumnen med --kolumn {number}=inte.",
             "Tryck z och skriv siffran som är 0, eller tryck Enter på kolumnen och uteslut den.")
PREVIEW = "Inget är infört än. Skriv samma sak utan --forhandsvisa för att föra in."
NOTHING_NEAR = "Inget är infört: färre än fem svar är nya. Vänta tills minst fem nya har svarat."
NOTHING_NEW = "Inget nytt: svaren är införda förut."

# -- the command ---------------------------------------------------------------------------------------------------
OPTION_PREVIEW = "visa vad enkäten ger, utan att föra in något"
OPTION_COLUMN = "vad en kolumn är: rubrik eller nummer, =, och skala, text, val, flera, slag, inte eller ett måtts id"
OPTION_ZERO = "vilken siffra i svaren som är 0"
OPTION_SCORE = "poängen för ett svar i ord, till exempel \"Instämmer helt=5\"; avstår är också ett svar"
OPTION_DOUBLES = "räkna också svar som ser ut att vara från samma person"
ABSTAIN_WORD = "avstar"

_TIMES = re.compile(r"^(?P<base>.*) \((?P<times>\d+) svar\)$", re.DOTALL)


def times(text: str, count: int) -> str:
    """Return a text with how many wrote or chose it."""
    return f"{text} ({count} svar)"


def without_times(text: str) -> tuple[str, int]:
    """Return a text without how many wrote it, and how many did: one where it does not say."""
    found = _TIMES.match(text)
    return (found["base"], int(found["times"])) if found is not None and len(found["times"]) < 7 else (text, 1)


def counted(count: int) -> str:
    """Return a number of answers in words."""
    return f"{count} svar"


def texts_counted(count: int) -> str:
    """Return a number of texts in words."""
    return "1 text" if count == 1 else f"{count} texter"


def few_answers(count: int) -> str:
    """Return that too few have answered for scores to be taken in."""
    told = "Bara 1 har svarat" if count == 1 else f"Bara {count} har svarat" if count else "Ingen har svarat"
    return f"{told}. Poäng förs in från fem svar, för annars går det att gissa vem som har svarat vad."


def doubles(count: int) -> str:
    """Return how many answers another answer of the same person takes the place of; empty where none does."""
    if not count:
        return ""
    return f", {count} äldre svar från samma person räknas inte"


def rows_listed(rows: Sequence[int]) -> str:
    """Return the numbers of rows, the first of them where they are many."""
    told = ", ".join(str(one) for one in rows[:8])
    return f"{'rad' if len(rows) == 1 else 'raderna'} {told}{' …' if len(rows) > 8 else ''}"


def taken_in(answers: int, scored: int, texts: int, *, near: bool) -> str:
    """Return what came in of a survey; `near` says that something differed from an earlier one by too few answers."""
    if not (scored or texts):
        return NOTHING_NEAR if near else NOTHING_NEW
    parts = [f"{scored} mått" if scored else "", texts_counted(texts) if texts else ""]
    return f"Infört ur {counted(answers)}: {' och '.join(part for part in parts if part)}."
