"""The Swedish strings of the form that goes out to each actor, and of the letters beside it."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts

TITLE = "Er del i länets plan"
TO = "Till {actor}"
NEEDS_ACTOR = "Blanketten gäller en aktör i taget. Välj vilken med --aktor, eller skriv --alla."
OPTION_ALL = "utskick till varje aktör som ska svara, i den form aktören föredrar, med text till mejlet"
OPTION_REMIND = "påminnelser till dem som inte har svarat på alla kärnfrågor, i stället för blanketter"
ALL_ONLY_FORMS = "”--alla” och ”--paminnelser” gäller utskick. Välj en aktör med --aktor för andra dokument."
NOBODY_TO_REMIND = "Alla har svarat på sina kärnfrågor. Ingen behöver påminnas."
NOBODY = "Det finns ingen aktör att fråga."

# -- the first page ------------------------------------------------------------------------------------------------
ASKED = "Det här ber vi er om"
INTRO = ("{county} gör en plan för primärvården {year}: gemensam plan, kontinuitet och patientkontrakt. {sender} "
         "samlar in svaren. Planen behöver det som gäller er.")
SENDER_UNKNOWN = "Den som håller i länets plan"
FACT_LAST_DAY, FACT_SEND = "Senast", "Skicka till"
ASK = "Frågor om blanketten: {ask}."
KNOWN = "Det vi redan har från er"
NOT_SET = "anges av den som skickar"
HOW = "Så gör ni"
HOW_STEPS = (
    "Svara i rutorna: kryssa, välj i listan eller skriv. Skriv roller, inte namn på personer.",
    "Börja med kärnfrågorna. Hinner ni bara dem räcker det. Hoppa över det ni inte vet.",
    "Spara filen med samma namn och skicka den. Ni kan skicka en ny om något ska rättas. Den senaste gäller.",
)
CONTENT = "Det här finns i filen"
COLUMN_PART, COLUMN_DO = "Del", "Vad ni gör"
PART_CORE, PART_DEEPER = "Kärnfrågor", "Fördjupning"
PART_TABLES = "Tabeller att fylla i"
PART_REQUIREMENTS, PART_OWN, PART_COUNTY = "Krav som binder er", "Era insatser och beslut", "Länets svar"
DO_OWN = "Rättar det vi har, lägger till det som fattas"
DO_COUNTY = "Läser. Vill ni ändra, skriv ett förslag"
COMES_BACK = "Det här kommer tillbaka till planen"
COMES_BACK_ABOUT = ("Det ni kryssar och skriver i rutorna. Det ni skriver bredvid läses av den som samlar in, men "
                    "följer inte med av sig självt. Ett förslag till länets svar ändrar inte svaret.")

# -- the questions -------------------------------------------------------------------------------------------------
COLUMN_QUESTION, COLUMN_ANSWER = "Fråga", "Svar"
NUMBERED = "{number}. {question}"
CORE_ABOUT = "De här svaren behövs för att planen ska gå att besluta."
DEEPER_ABOUT = "De här svaren fördjupar planen. Svara på dem ni hinner."
SEVERAL = "Skilj dem åt med semikolon: {options}."
CARRIED = "Svaret är från förra årets plan. Ändra om det inte stämmer."
ONLY_IF = "Bara om ni svarade {answers} på fråga {number}."
ONLY_IF_NOT = "Inte om ni svarade {answers} på fråga {number}."
ONLY_IF_ANSWERED = "Bara om ni svarade på fråga {number}."
OR = " eller "

# -- the rest ------------------------------------------------------------------------------------------------------
REQUIREMENTS_ABOUT = ("Kraven gäller er. Bedöm om ni uppfyller dem i dag, helt eller delvis. Skriv vad som visar det, "
                      "till exempel ett diarienummer.")
REQUIREMENT = "{title} ({modality})"
OWN_EFFORTS, OWN_DECISIONS = "Era insatser", "Era beslut"
OWN_EFFORTS_ABOUT = "Rätta det som har ändrats. Lägg till en insats på en tom rad."
OWN_DECISIONS_ABOUT = "Ett utfall som ni får en fråga om står här att läsa. Ändra det i svaret på frågan."
TAKES_PART = "Ni deltar också i {titles}."
COUNTY_ABOUT = ("Det här svarar länet gemensamt. Ni behöver inte göra något. Vill ni ha det på ett annat sätt skriver "
                "ni ett förslag, som länet tar ställning till.")
COLUMN_COUNTY, COLUMN_PROPOSAL = "Länets svar", "Ert förslag"

# -- a delplan: the actor's part in nvplan -------------------------------------------------------------------------
PART_STEM = "delplan {county} {year} {actor}"
ANSWERED_STEM = "{part} svar"
NO_PART = "{name} är en hel plan och ingen delplan. Bara en aktörs delplan lämnas in."
HANDED_IN = "Klart. Skicka filen ”{file}” till {address}, {day}."
COMMAND_HAND_IN = "Lämna in en delplan: skriv filen som ska skickas, och säg vart."
OPTION_HAND_IN_FOLDER = "mappen där filen läggs; annars bredvid delplanen"
LETTER_HOW_PART = ("Öppna filen med nvplan, svara på frågorna och välj ”Lämna in”. Skicka filen som då skapas till "
                   "{address}.")


def left_unanswered(labels: Sequence[str]) -> str:
    """Return which core questions are not answered; handing in is no less done for that."""
    listed = "; ".join(labels)
    return f"Det här har ni inte svarat på: {listed}. Ni kan svara och lämna in igen. Den senaste filen gäller."


# -- the letters ---------------------------------------------------------------------------------------------------
LETTER_STEM, REMINDER_STEM = "mejl", "påminnelse"
LETTER_SUBJECT = "Er del i länets plan {year}: {actor}"
REMINDER_SUBJECT = "Påminnelse: er del i länets plan {year}: {actor}"
GREETING = "Hej!"
LETTER_BODY = ("{sender} samlar in svar till länets plan för primärvården {year}. Er del finns i den bifogade filen. "
               "Den har {core} och tar {time}. Vi behöver den {last_day}.")
LETTER_HOW = "Fyll i filen, spara den med samma namn och skicka den till {address}."
LETTER_ASK = "Frågor besvaras av {ask}."
REMINDER_NOTHING = "Vi har inte fått er del av länets plan. Vi behöver den {last_day}."
REMINDER_SOME = "Tack för ert svar. Det här fattas ännu i er del av länets plan. Vi behöver det {last_day}."
REMINDER_ASKED = "Det här frågar vi er om:"
REMINDER_FILE = "Filen heter ”{file}”."
REMINDER_SENT = "Vi skickade den {day}. Säg till om ni behöver en ny."
BETWEEN_REMINDERS = "\n" + "-" * 60 + "\n\n"
OPTION_REMINDER = "skriv ut en påminnelse till varje aktör som har kärnfrågor kvar: vad, till när och vilken fil"
BY_DAY, SOON = "senast den {day}", "så snart ni kan"
NO_ADDRESS = "den som skickade den"


def reminded(count: int, folder: str) -> str:
    """Return how many reminders were written, and where they are."""
    what = "1 påminnelse" if count == 1 else f"{count} påminnelser"
    return f"{what} ligger i {folder}."


def choose(several: bool, most: int | None, *, in_pages: bool) -> str:
    """Return how many answers a choice takes; on a sheet one is chosen in the cell's list and several are written."""
    if not several:
        return "Välj ett svar." if in_pages else "Välj ett svar i listan."
    verb = "Välj" if in_pages else "Skriv"
    return f"{verb} ett eller flera svar." if most is None else f"{verb} högst {common_texts.in_words(most)} svar."


def own_words(options: Sequence[str]) -> str:
    """Return where words of one's own go."""
    named = common_texts.either([f"”{one}:”" for one in options])
    return f"Efter {named} kan ni skriva egna ord."


def actors(count: int) -> str:
    """Return a number of actors in words."""
    return "1 aktör" if count == 1 else f"{count} aktörer"


def core_questions(count: int) -> str:
    """Return how many core questions there are, in words."""
    return "1 kärnfråga" if count == 1 else f"{count} kärnfrågor"


def deeper_questions(count: int) -> str:
    """Return how many other questions there are, in words."""
    return "1 fråga" if count == 1 else f"{count} frågor"


def rows_to_judge(count: int) -> str:
    """Return what is done with the requirements."""
    return f"Bedömer dem. {count} krav"


def answers(count: int, *, core: bool) -> str:
    """Return what is done with the questions."""
    return f"Svarar. {core_questions(count) if core else deeper_questions(count)}"


def hours(minutes: int) -> str:
    """Return about how long something takes, to the nearest half hour."""
    halves = max(1, round(minutes / 30))
    if halves == 1:
        return "ungefär en halvtimme"
    whole = str(halves // 2) if halves % 2 == 0 else f"{halves // 2}½"
    return f"ungefär {whole} timmar" if halves > 3 else f"ungefär {whole} timme"


def tables_core(numbers: Sequence[int]) -> str:
    """Return which of the tables are core questions."""
    if len(numbers) == 1:
        return f"Fråga {numbers[0]} är en kärnfråga."
    return f"Fråga {', '.join(map(str, numbers[:-1]))} och {numbers[-1]} är kärnfrågor."


def time_for(core: int) -> str:
    """Return what the time is told of: so many core questions."""
    return f"{core_questions(core).capitalize()} tar"


def known(numbers: Sequence[int]) -> str:
    """Return which questions the form has the answers of already."""
    if len(numbers) == 1:
        return f"Svaret på fråga {numbers[0]} står ifyllt. Rätta det om det har ändrats."
    listed = f"{', '.join(map(str, numbers[:-1]))} och {numbers[-1]}"
    return f"Svaren på frågorna {listed} står ifyllda. Rätta dem om de har ändrats."


def joined(titles: Sequence[str]) -> str:
    """Return titles in quotes, as a sentence has them."""
    quoted = [f"”{one}”" for one in titles]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} och {quoted[-1]}"
