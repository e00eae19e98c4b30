"""The Swedish strings of the command line."""

from __future__ import annotations

import errno
import re

from nvplan.texts import common as common_texts
from nvplan.texts import store as store_texts

DESCRIPTION = ("nvplan leder ett län genom den gemensamma planen för primärvård och handlingsplanerna för kontinuitet "
               "och patientkontrakt. Kör ”nvplan” utan något efter för att öppna startsidan, eller med en plans fil "
               "efter för att öppna den.")
EPILOG = "Skriv ”nvplan KOMMANDO --help” för att läsa om ett kommando."
HELP_USAGE = "Så skrivs kommandot: "
HELP_POSITIONALS = "uppgifter"
HELP_OPTIONALS = "val"
HELP_COMMANDS = "kommandon"
HELP_HELP = "visa den här hjälpen"
HELP_VERSION = "visa programmets version"
INTERRUPTED = "Avbrutet. Det som redan var sparat är kvar."
UNEXPECTED = ("Något gick fel i programmet ({kind}). Det som redan var sparat är kvar. "
              "Kör samma sak igen med NVPLAN_FELSOK=1 för att se vad som hände.")
TOO_MUCH = "Innehållet är för stort eller för djupt för nvplan. Det som redan var sparat är kvar."
NO_INPUT = "Det finns inget att läsa på standard in. Skriv svaret direkt i kommandot, eller skicka in en fil med ”<”."
INPUT_TOO_LONG = "Texten på standard in är för lång. Högst {most} tecken får plats."
_NO_ROOM = {"ENOSPC": "disken är full", "EDQUOT": "ert utrymme är slut", "EFBIG": "filen blev för stor"}
_NO_RIGHT = ("EACCES", "EPERM", "EROFS")


def system_error(path: str, number: int | None) -> str:
    """Return what a system error (its `errno`) means: for a file, or for the output where there is no path."""
    from pathlib import PurePath

    code = errno.errorcode.get(number or 0, "")
    name = PurePath(path).name or path
    if path and code in _NO_RIGHT:
        return f"Ni saknar rätt till {name}."
    if path and code not in _NO_ROOM:
        return store_texts.file_error(name, number)
    if not path and code == "ENOENT":  # only the folder that the command was given in has no name
        return store_texts.FOLDER_GONE
    reason = _NO_ROOM.get(code, "det tas inte emot")
    return f"Resultatet gick inte att skriva ut: {reason}. Det som redan var sparat är kvar."


NO_TERMINAL = "Planeraren behöver ett terminalfönster. Använd svara, visa och exportera när det inte finns något."

COMMAND_OPEN = "Öppna planeraren på en fil."
COMMAND_DEMO = "Öppna ett exempellän med påhittade svar."
COMMAND_NEW = "Skapa en ny plan. En fil som finns skrivs aldrig över."
COMMAND_STATUS = "Visa hur långt planerna har kommit."
COMMAND_QUESTIONS = "Lista frågorna i planerna."
COMMAND_ANSWER = "Svara på en fråga. Svaret är sparat när kommandot är klart."
COMMAND_SHOW = "Visa svaret på en fråga."
COMMAND_EXPORT = "Skriv ett dokument till en mapp."
COMMAND_HISTORY = "Lista ändringarna i en plan."
COMMAND_UNDO = "Ångra den här rollens senaste ändring."
COMMAND_REDO = "Gör om det som senast ångrades."
COMMAND_CATALOG = "Slå upp län, krav, frågor och annat i programmets underlag."
COMMAND_OBJECT = "Lista, ändra, bekräfta eller ta bort det som planerna delar, till exempel insatser."
COMMAND_DIAGNOSE = "Visa versioner och sökvägar. Inget ur planen visas."
ARGUMENT_FILE = "planens fil, till exempel kronoberg.nvplan"
ARGUMENT_DEMO_FILE = "var exemplet ska ligga (annars i programmets egen mapp)"
ARGUMENT_QUESTION = "frågans id, till exempel 2.4.basar-lakare (se ”nvplan fragor”)"
ARGUMENT_VALUE = ("svaret: text, tal, datum eller alternativets id; en lista i JSON för flerval och tabell, "
                  "där ”Annat” kan få egna ord: [\"annat: så här\"]; "
                  "- läser från standard in; en tom text tar bort svaret")
ARGUMENT_DOCUMENT = "dokumentets namn, till exempel checklista, eller allt"
ARGUMENT_WHAT = "vad som ska visas, till exempel lan, kommuner, krav eller fragor"
OPTION_DEMO_CREATE = "skriv bara filen, öppna inte"
OPTION_COUNTY = "länet: kod, namn eller alias, till exempel 07 eller Kronoberg"
OPTION_SET = "kravmängd (annars den senast verifierade, OK2023)"
OPTION_RSS = "namn på länets regionala samverkans- och stödstruktur; kan anges flera gånger"
OPTION_JSON = "skriv JSON"
OPTION_PLAN = "gemensam, kontinuitet eller patientkontrakt"
OPTION_ACTOR = "vem svaret gäller: region, rss, en kommuns kod eller namn"
OPTION_FORMAT = "format: md, docx, pdf, xlsx, html, csv, ics eller json; flera skiljs med komma"
OPTION_FOLDER = "mappen som filerna skrivs till"
OPTION_WITHOUT_NAMES = "lämna kontaktuppgifter tomma"
OPTION_SEARCH = "visa bara rader där ordet finns; å ä ö kan skrivas a a o"

CREATED = "Skapade {path}: {county}, plan {year}. Krav enligt {set}."
DEMO_CREATED = "Skapade exemplet {path}. Svaren är påhittade."
NOT_ANSWERED = common_texts.NOT_ANSWERED
STANDING = common_texts.STANDING
PLAN_NAME = common_texts.PLAN_NAME
MODALITY = common_texts.MODALITY
STATUS_HEAD = "{county} · plan {year} · {standing}\nKrav enligt {set}"
STATUS_PLAN_COLUMNS = ("Plan", common_texts.ANSWERED_CORE, "Nästa fråga")
STATUS_REQUIREMENT_COLUMNS = (
    "Krav", common_texts.MET, common_texts.PARTLY, common_texts.UNMET, common_texts.UNASSESSED)
STATUS_NOTHING_LEFT = "inget kvar"
QUESTION_COLUMNS = ("Id", "Slag", "Kärna", "Bakom frågan", "Svaras av", "Fråga")
DEMAND = {"krav": "krav", "mal": "mål", "viktigt": "viktigt", "mojligt": "möjligt", "forslag": "förslag",
          "fritt": "fritt"}
CORE = "kärna"
PER = {"lan": "länet", "aktor": "varje aktör"}


_MISUSE = (
    (r"^the following arguments are required: (.*)$", r"Det saknas något: \1."),
    (r"^unrecognized arguments: (--.*)$",
     r"Det här känner kommandot inte till: \1. Är det ett värde? Skriv - i stället och skicka in det på standard in."),
    (r"^unrecognized arguments: (.*)$", r"Det här känner kommandot inte till: \1."),
    (r"^argument KOMMANDO: invalid choice: '(.*?)' .*$",
     r"Kommandot ”\1” finns inte. Skriv ”nvplan --help” för att se alla."),
    (r"^argument (.*?): expected one argument$", r"\1 behöver ett värde."),
    (r"^argument (.*?): expected at least one argument$", r"\1 behöver minst ett värde."),
    (r"^argument (.*?): not allowed with argument (.*)$", r"\1 går inte att använda tillsammans med \2."),
    (r"^argument (.*?): ignored explicit argument '(.*)'$", r"\1 tar inget värde, men fick ”\2”."),
    (r"^one of the arguments (.*) is required$", r"Ange något av \1."),
    (r"^ambiguous option: (.*?) could match (.*)$", r"\1 kan betyda flera saker: \2."),
)


#: A word that is none of those that may stand there; argparse quotes each, also the empty one that leaves it out.
_NO_CHOICE = re.compile(
    r"(?s)argument (?P<name>.*?): invalid choice: '(?P<given>.*?)' \(choose from (?P<known>.*)\)")


def misuse(message: str) -> str:
    """Return argparse's message on a wrongly written command as a Swedish sentence."""
    if message.startswith("argument ") and not message.startswith("argument KOMMANDO:") and (
            found := _NO_CHOICE.fullmatch(message)):
        known = ", ".join(one for one in (part.strip(" '") for part in found["known"].split(",")) if one)
        place = "" if "|" in found["name"] else f" för {found['name']}"
        return f"”{found['given']}” går inte att välja{place}. Välj bland {known}."
    for pattern, swedish in _MISUSE:
        if re.match(pattern, message, re.DOTALL):
            return re.sub(pattern, swedish, message, flags=re.DOTALL)
    return "Kommandot är fel skrivet. Skriv ”nvplan --help” för att se hur."
SYSTEM = "System"
ENCODING = "Teckenkodning"
DATA_FOLDER = "Underlag"
OWN_FOLDER = "Länets egna krav"
SETTINGS_FOLDER = "Inställningar"
ROLE = "Roll"
PACKAGE_MISSING = "saknas"
DIAGNOSE_WHAT = "Vad"
DIAGNOSE_VALUE = "Värde"
ARGUMENT_DO = ("lista visar, satt läser JSON från standard in, dubblera gör en kopia, bort tar bort, bekrafta säger "
               "att en post från förra årets plan gäller även i år")
ARGUMENT_ID = "objektets id"
NOTHING_FOUND = common_texts.NOTHING_FOUND
