"""The Swedish strings of the catalogue: tables, checks, and what would be right where data/ has a fault."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts

# -- words that a set's label must hold, in lower case -------------------------------------------------------------
LABEL_ENDED = "avslutad"
LABEL_PROPOSED = "föreslagen"
LABEL_UNVERIFIED = common_texts.NOT_VERIFIED
#: As data/ of 0.1.0 said it; a county's own copy still may.
LABEL_UNVERIFIED_FORMER = "ej verifierad"

# -- faults: any file ----------------------------------------------------------------------------------------------
FAULT_ID = "id ”{id}” får bara ha bokstäver a–z, siffror, punkt och bindestreck, utan blanksteg. Rätta det."
FAULT_FILE_EMPTY = "Filen data/{file} är tom. Lägg tillbaka raderna, till exempel ur den ursprungliga mappen."
FAULT_TWICE = "id ”{id}” finns redan i filen. Ge raden ett eget id."

# -- faults: counties and kommuner ---------------------------------------------------------------------------------
FAULT_CODE_DIGITS = "koden ”{code}” ska ha {digits} siffror, så som SCB skriver den."
FAULT_NAMES = "ett namn saknas. Fyll i alla namn på raden."
FAULT_SPELLING = "namnet eller koden ”{name}” betyder redan {other}. Ta bort det från det ena länet."
FAULT_ROW_TWICE = "”{id}” finns redan i filen. Ta bort eller rätta den ena raden."
FAULT_COUNTY = "länskoden ”{code}” finns inte i lan.csv. Rätta den."
FAULT_COUNTY_OF = "kommunkoden ”{code}” börjar inte med länskoden {county}. Rätta den ena."
FAULT_NO_MUNICIPALITY = "länet {county} har ingen kommun i filen. Lägg till kommunerna."

# -- faults: sets, requirements and coverage -----------------------------------------------------------------------
FAULT_SET = "kravmängden ”{set}” finns inte i kravmangder.jsonl. Rätta den eller lägg till den."
FAULT_NO_SET = ("Filen data/kravmangder.jsonl: ingen mängd går att välja för en ny plan. "
                "Sätt verified och complete till true på en överenskommelse.")
FAULT_LABEL = "label ska innehålla ”{word}”, så att ingen tror att kravmängden gäller."
FAULT_PROPOSED_ALWAYS = "ett förslag kan inte gälla alltid. Ta bort always."
FAULT_LABEL_IN_FORCE = ("label_in_force hör till ett förslag och bara dit. Ett förslag ska ha fältet, med {reference} "
                        "där länets egen hänvisning ska stå.")
FAULT_IN_FORCE = ("title_in_force och text_in_force hör till krav i ett förslag. "
                  "Ett sådant krav ska ha båda, andra krav inget av dem.")
FAULT_PROPOSED_TEXT = "text ska börja med ”Föreslagen”, eftersom kravmängden bara är ett förslag."
FAULT_OTHER_FILE = "id ”{id}” finns redan i en annan fil i krav/. Ge raden ett eget id."
FAULT_EMPTY = "fältet ”{field}” är tomt. Fyll i det."
FAULT_AREA = "området ”{area}” finns inte i listan omrade i kodlistor.jsonl. Rätta det eller lägg till det."
FAULT_REQUIREMENT = "fältet ”{field}” nämner kravet ”{id}”, som inte finns. Rätta eller ta bort det."
FAULT_REPLACES_OWN = "replaces nämner ”{id}” i samma kravmängd. Ett krav ersätter bara krav i en annan mängd."
FAULT_COVERS = "radnumret ”{id}” finns inte i kallrader.csv. Rätta eller ta bort det."
FAULT_COVERS_TWICE = "samma radnummer står två gånger i covers. Ta bort det ena."
FAULT_REPLACES = "replaces nämner ”{id}”, som inte finns i filen. Rätta eller ta bort det."
FAULT_DOCUMENT = "dokumentet ”{document}” finns inte i kallor.jsonl. Rätta det eller lägg till det."
FAULT_LINE = "radnumret ”{line}” ska vara ett heltal."
FAULT_ACTOR = "aktören ”{actor}” är okänd. Välj bland {known}."
FAULT_UNCOVERED = "källraden ”{id}” täcks inte. Lägg den i ett kravs covers, eller i utelamnade.csv med ett skäl."
FAULT_LEFT_OUT_COVERED = "”{id}” är utelämnad men täcks också av ett krav. Ta bort den ena."
FAULT_REASON = "skälet saknas. Skriv varför raden är utelämnad."
FAULT_LEFT_OUT_MANY = "för många rader är utelämnade. Högst {most} får vara det, en av tio. Täck raden med ett krav."

# -- faults: steps, chapters and questions -------------------------------------------------------------------------
FAULT_PLAN = "plan är ”{found}”, men filen hör till ”{expected}”. Flytta raden eller rätta fältet."
FAULT_ORDER = common_texts.ORDER_MUST_RISE
FAULT_STEP = "steget ”{step}” finns inte i planens stegfil. Rätta det eller lägg till det."
FAULT_CHAPTER_NUMBER = "kapitlet ”{id}” ska börja med ”{first}.”, som planens andra kapitel."
FAULT_CHAPTER = "kapitlet ”{chapter}” finns inte i planens kapitelfil. Rätta det eller lägg till det."
FAULT_QUESTION_ID = "id ”{id}” ska vara kapitlets nummer, en punkt och ett ord i gemener, till exempel {chapter}.rutin."
FAULT_ACTORS = "actors gäller bara en fråga med per ”aktor”. Ta bort actors eller ändra per."
FAULT_NOT_FOR_KIND = "”{field}” passar inte en fråga av slaget {kind}. Ta bort fältet eller ändra kind."
FAULT_MOST = "most är {most}. Skriv ett heltal från 1 och mindre än antalet alternativ, som är {count}."
FAULT_LIMITS = "least är {least} och most är {most}. Det minsta kan inte vara större än det största. Rätta det ena."
FAULT_OPTIONS = "”{field}” behöver minst två alternativ."
FAULT_OPTION_TWICE = "samma id står två gånger i ”{field}”. Ge varje alternativ ett eget id."
FAULT_COLUMNS = "en tabell behöver minst en kolumn i columns."
FAULT_CONDITION = ("villkoret pekar på frågan ”{question}”, som inte står tidigare i filen. "
                   "Rätta villkoret eller flytta raden.")
FAULT_CONDITION_PER = ("villkoret pekar på ”{question}”, som varje aktör svarar på. "
                       "Då måste den här frågan ha per ”aktor”.")
FAULT_CONDITION_VALUES = "villkoret ”besvarad” på ”{question}” ska inte ha values. Ta bort dem."
FAULT_CONDITION_KIND = "”{question}” är av slaget {kind} och kan bara ha villkoret ”besvarad”."
FAULT_CONDITION_VALUE = "villkoret på ”{question}” har fel values. Rätta dem. Svaret kan vara: {known}."
#: Words that say nothing of what a question asks for.
SMALL_WORDS = ("hur vad vilka vilken vilket har ni er ert era i för att och av på om den det de en ett med till som är "
               "när finns dag ska kan får under från än mot vid hos så")
FAULT_FACT_PLACE = "uppgiften i ”{question}” står i {place}. Rätta place."
FAULT_FACT_NOT_SAME = ("raden ”{item}” i redovisningen sparar en egen text, fast uppgiften står i frågan ”{question}”. "
                       "Skriv frågan som same i redovisning/kopplingar.jsonl.")
FAULT_FACT_TWICE = "frågan ”{question}” står på en tidigare rad. Ta bort den ena."
FAULT_FACT_ALONE = "skriv minst två frågor i asked när raden har differs."
FAULT_FACT_MISSING = "Filen data/fakta.jsonl: {question} saknas. Lägg till en rad med place {place}."
FAULT_FACT_ALIKE = ("Filen data/fakta.jsonl: {one} och {other} liknar varandra. Skriv in uppgiften på ett ställe, "
                    "eller en rad med differs som säger vad som skiljer.")
FAULT_REMOVED_THERE = "frågan ”{question}” finns kvar i data/fragor. Ta bort den ena raden."
FAULT_BOUND_TWICE = "frågan ”{question}” är bunden på en tidigare rad. Ta bort den ena."
FAULT_BOUND_TYPE = "type är ”{type}”, som inte är ett delat objekt. Välj bland {known}."
FAULT_BOUND_FIELD = "fältet ”{field}” finns inte hos {type}. Rätta det."
FAULT_BOUND_HOW = "Skriv field för en fråga och columns för en tabell, ett av dem."
FAULT_BOUND_COLUMNS = "columns ska ha ett fält för varje kolumn utom den första: {columns}."
FAULT_BOUND_ROWS = "rows ska ha tabellens rader: {rows}."
FAULT_BOUND_OPTION = "raden har ”{option}”, som inte är ett av frågans alternativ. Rätta det."
FAULT_OBJECT = "draws_on är ”{type}”, som inte är ett delat objekt. Välj bland {known}."
FAULT_NO_CHAPTER = "Filen data/kapitel/{plan}.jsonl: kapitel {chapter} saknas. Lägg till en rad."
FAULT_ANCHOR = ("Filen data/fragor/{plan}.jsonl: frågan {id} saknas. Programmet läser den vid namn. "
                "Lägg tillbaka raden.")
FAULT_ANCHOR_KIND = ("Filen data/fragor/{plan}.jsonl: frågan {id} ska vara av slaget {kind}. Programmet läser den så. "
                     "Rätta kind.")
FAULT_ANCHOR_PART = ("Filen data/fragor/{plan}.jsonl: frågan {id} saknar ”{part}” bland alternativen eller kolumnerna. "
                     "Programmet läser det vid namn. Lägg tillbaka det.")
FAULT_ANCHOR_GOAL = ("Filen data/mal.jsonl: målet {id} saknas. Programmet läser det vid namn. Lägg tillbaka raden. "
                     "Ett nytt mål säger i replaces vad det ersätter.")
FAULT_LOOP = "”{id}” ersätter till slut sig självt. Rätta replaces."
FAULT_PLACEHOLDER = "asks har en klammer som inte är {mangd} eller {Mangd}. Rätta den."
FAULT_NAMED = "named ska innehålla ”{word}”, så att ingen tror att kravmängden gäller."
FAULT_CHAPTER_EMPTY = "Filen data/fragor/{plan}.jsonl: kapitel {chapter} har ingen fråga. Lägg till en fråga."
FAULT_STEP_EMPTY = "Filen data/kapitel/{plan}.jsonl: steget {step} har inget kapitel. Lägg ett kapitel i steget."
FAULT_CORE = ("Filen data/fragor/{plan}.jsonl: planen har {found} kärnfrågor. Den ska ha {least}–{most}. "
              "Ändra core på några frågor.")
FAULT_CORE_TOGETHER = ("Mappen data/fragor: planerna har {found} kärnfrågor tillsammans. De får ha högst {most}. "
                       "Sätt core till false på några frågor.")
FAULT_CORE_FREE = ("Filen data/fragor/{plan}.jsonl: kärnfrågan ”{id}” har inget krav. Skriv i fältet ”decision” vad "
                   "svaret avgör, eller sätt core till false.")
FAULT_NOT_ASKED = ("Filen data/fragor/{plan}.jsonl: ingen kärnfråga hör till kravet {id}, {title}. Lägg till kravet i "
                   "fältet ”requirements” för en kärnfråga.")

#: What a source's heading in data/ says where the slide that it refers to has none.
NO_HEADING = ("utan rubrik", "utan läsbar rubrik")

# -- faults: documents, sources and files --------------------------------------------------------------------------
FAULT_KEY_TWICE = "fältet ”{field}” står två gånger på raden. Ta bort det ena."
FAULT_LINES_NEEDED = "källan {document} har radnummer. Skriv lines som [första raden, sista raden]."
FAULT_LINES_OUTSIDE = "källan {document} finns inte som text. Ta bort lines och skriv reference i stället."
FAULT_FILE_UNKNOWN = "Filen {file} läses inte av programmet. Rätta namnet eller flytta den."
FAULT_SOURCE_FILE = "Källan {document} finns inte i {folder}. Lägg dit en textfil vars namn börjar med {document}_."
FAULT_SOURCE_LINES = "{document} rad {first}–{last} finns inte, källan har {count} rader. Rätta lines."
FAULT_SOURCE_BLANK = "{document} rad {line} är tom. Rätta lines, så att första och sista raden har text."
FAULT_SOURCE_HEADING = "rubriken ”{heading}” står inte i {document} vid eller före rad {last}. Rätta heading."

# -- faults: the example county ------------------------------------------------------------------------------------
FAULT_TOLD_AS_QUESTION = "heading ”{heading}” är en fråga. Skriv vad svaret handlar om."
FAULT_TOLD_WITHOUT_ANSWER = "sentence saknar plats för svaret. Skriv {place} där det ska stå."
FAULT_TOLD_JOINS = "joins är ”{question}”. Skriv en fråga i samma kapitel som själv har ett eget stycke."
FAULT_TOLD_SOURCE = "source är ”{question}”. Skriv en fråga som finns, och bara på raden för ett tal."
FAULT_TOLD_COLUMN = "kolumnen ”{column}” finns inte i frågans tabell. Rätta columns."
FAULT_TOLD_OWN = ("own ska ha en mening med {place} för varje alternativ som tar egna ord, och för inget annat: "
                  "”{option}”.")
FAULT_TOLD_YES_NO = "says ska ha en mening för ja och en för nej."
FAULT_TOLD_CHAPTER = "kapitlet ”{chapter}” finns inte. Rätta chapters."
FAULT_UNTOLD = "Filen data/{file}: frågan {question} saknar rad. Skriv hur svaret ska stå i planen."
FAULT_UNPLACED = "Filen data/{file}: kapitlet {chapter} står inte i något avsnitt. Lägg till det i ett."
FAULT_CONTRADICTION_SIDES = "raden ska ha antingen against eller requirement. Rätta raden."
FAULT_CONTRADICTION_ANSWER = "frågan ”{question}” har inget svar ”{answer}”. Rätta raden."
FAULT_NO_REQUIREMENT = "kravet ”{requirement}” finns inte. Rätta requirement eller ta bort raden."
FAULT_NO_QUESTION = "frågan ”{question}” finns inte. Rätta question eller ta bort raden."
FAULT_ANSWER_ACTOR = "frågan ”{question}” besvaras av {per}. Rätta actor."
FAULT_ANSWER = "svaret passar inte frågan ”{question}”. {fault}"
FAULT_OBJECT_TYPE = "slaget ”{type}” finns inte. Välj bland {known}."

# -- tables: words in cells ----------------------------------------------------------------------------------------
YES, NO = "ja", "nej"
CORE, DEEPER = "kärna", "fördjupning"
PROPOSED = "FÖRESLAGET"
MISSING = "saknas"
PER = {"lan": "länet", "aktor": "varje aktör"}
NOT_STATED = "{who} (vår läsning)"
NO_NUMBER = "inget tal"
UNVERIFIED = common_texts.NOT_VERIFIED
WARNING = "{label}. OBS: {warning}"
CHECKSUM = {True: "stämmer", False: "stämmer inte"}
NO_COUNTY = "inget län anges"
WHOLE_COUNTRY = "riket"

# -- tables: headings ----------------------------------------------------------------------------------------------
HEAD_CODE, HEAD_ID, HEAD_COUNTY, HEAD_REGION, HEAD_MUNICIPALITIES = "Kod", "Id", "Län", "Region", "Kommuner"
HEAD_OTHER_NAMES, HEAD_MUNICIPALITY, HEAD_BINDING, HEAD_WHO = "Andra namn", "Kommun", "Bindning", "Gäller"
HEAD_REQUIREMENT, HEAD_MEANING, HEAD_SOURCE, HEAD_SET = "Krav", "Innebörd", "Källa", "Kravmängd"
HEAD_STANDING, HEAD_COUNT, HEAD_PERIOD, HEAD_KIND, HEAD_CORE = "Läge", "Krav", "Period", "Slag", "Kärna"
HEAD_PER, HEAD_QUESTION, HEAD_ASKS = "Svaras av", "Fråga", "Vad ni svarar på"
HEAD_CHAPTER, HEAD_STEP = "Kapitel", "Steg"
HEAD_QUESTIONS, HEAD_CORE_QUESTIONS, HEAD_GOAL, HEAD_VALUE = "Frågor", "Kärnfrågor", "Mål", "Värde"
HEAD_LATEST, HEAD_INDICATOR, HEAD_YEAR, HEAD_COMPARED, HEAD_TREND = "Senast", "Indikator", "År", "Jämfört med", "Trend"
HEAD_FACT, HEAD_EXAMPLE, HEAD_TERM, HEAD_DEFINITION = "Uppgift", "Exempel", "Begrepp", "Betyder"
HEAD_MINUTES, HEAD_ITEMS = "Minuter", "Punkter"
HEAD_LOW, HEAD_HIGH = "0 betyder", "5 betyder"
HEAD_TITLE, HEAD_ADDRESS, HEAD_PURPOSE, HEAD_WORD = "Titel", "Adress", "Vad det är", "Ord"
HEAD_PUBLISHER, HEAD_DATE, HEAD_WHAT, HEAD_BY_WHOM, HEAD_RECEIVER = "Utgivare", "Datum", "Vad", "Vem", "Mottagare"
HEAD_DUE, HEAD_TEXT, HEAD_POPULATION, HEAD_TOTAL, HEAD_PARTS = "Lämnas", "Text", "Befolkning", "Totalt, kr", "Delar, kr"
HEAD_KEY, HEAD_HOW, HEAD_POST, HEAD_KRONOR, HEAD_CHECK = "Nyckel", "Så räknas den", "Post", "Kronor", "Summan"
HEAD_AGREEMENT, HEAD_TOPIC = "Överenskommelse", "Ämne"

# -- tables: what stands below -------------------------------------------------------------------------------------
NOTE_SOURCES = "Mer om källorna: nvplan katalog kallor."
NOTE_MORE = "Lägg till --sok ORD för att läsa hela texten, eller --json för alla uppgifter."
NOTE_PROPOSED = "FÖRESLAGET betyder att inget av det binder er, så långt det har gått att verifiera."
NOTE_OWN_READING = "”Vår läsning” betyder att källan inte säger vem som avses."
NOTE_GOALS = ("Målen är de senast verifierade. Ett riktvärde är varken golv eller tak. "
              "Källan anger inget basår för ökningen på 20 procent. Det måste ni välja och visa.")
NOTE_FIGURES = "Talen är historik med år och källa. De är aldrig ert svar."
NOTE_SHARES = "Jämför inte andelar som räknas på olika grupper."
NOTE_DATES = "Datumen gällde det året. För ett annat år är de ett mönster: kontrollera och skriv in era egna."
SECTION = "{name}: {about}"
SECTION_PROPOSED = "FÖRESLAGET: {label}"

# -- the command ---------------------------------------------------------------------------------------------------
NOTHING_FOUND = common_texts.NOTHING_FOUND
CHECK_HOLDS = "Hela data/ håller: {requirements} krav, {questions} frågor och {rows} källrader är kontrollerade."
PLAN_NAME = common_texts.PLAN_IN_SENTENCE
NOTE_NOT_ASKED = "Ingen kärnfråga i {plan} frågar efter {ids}. Kraven bedöms i checklistan."
CHECK_HOLDS_OWN = "Länets egna kravmängder i {folder} är med: {own} filer."
CHECK_HOLDS_SOURCES = "Källorna i {folder} är kontrollerade rad för rad: {places} hänvisningar stämmer."
ONLY_CHECKING = "--kallor och --data hör till ”nvplan katalog kontrollera”."
NOT_CHECKING = "--sok hör inte till ”nvplan katalog kontrollera”."
NO_SUCH_FOLDER = "Mappen {folder} finns inte. Kontrollera namnet."
#: What can be looked up, the design's first, as `--help` tells it.
TOPIC_NAMES = ("lan", "kommuner", "krav", "mal", "medel", "indikatorer", "exempel", "begrepp", "fragor", "redovisning",
               "datum", "historik", "bakgrund", "lankar", "kodlistor", "kravmangder", "kallor", "kapitel",
               "medelregler", "medelsummor", "medeltidslinje", "dagordningar", "bedomningsmatt")
ARGUMENT_WHAT = f"vad som ska visas: {', '.join(TOPIC_NAMES)}; eller kontrollera, som granskar hela data/"
OPTION_SOURCES = "mapp med källtexterna; varje hänvisning slås upp i dem (bara för kontrollera)"
OPTION_DATA = "annan datamapp att kontrollera (bara för kontrollera)"
CHECK = "kontrollera"


NOTE_SET_EMPTY = "Obs: katalogen har inga krav ur {set}. Planer med den visar bara lagkrav och rekommendationer."


def set_leaves(label: str, questions: Sequence[str], most: int = 12) -> str:
    """Return which questions show a requirement with the older set and none with this one."""
    told = ", ".join(questions[:most]) + (f" och {len(questions) - most} till" if len(questions) > most else "")
    if len(questions) == 1:
        return f"Obs: en fråga blir utan krav med {label}: {told}."
    return f"Obs: {len(questions)} frågor blir utan krav med {label}: {told}."


def check_failed(faults: Sequence[str]) -> str:
    """Return how many faults data/ has, with the first of them."""
    return f"{len(faults)} fel i data/. {'' if len(faults) == 1 else 'Det första: '}{faults[0]}"


def unknown_topic(wanted: str, near: Sequence[str], topics: Sequence[str]) -> str:
    """Return that the catalogue has no such part, with the nearest ones or all."""
    if near:
        return f"Katalogen har ingen del som heter ”{wanted.strip()}”. Menar ni {' eller '.join(near)}?"
    return f"Katalogen har ingen del som heter ”{wanted.strip()}”. Välj bland {', '.join(topics)}."
