"""The Swedish strings of what concerns the plan file: history, backups, comparison, contributions."""

from __future__ import annotations

import errno
from collections.abc import Sequence

from nvplan.texts import common as common_texts

# -- history -------------------------------------------------------------------------------------------------------
HISTORY_COLUMNS = ("Nr", "När", "Roll", "Vad", "Före → efter")
HISTORY_NONE = "Ingen ändring stämmer med ”{wanted}”."
HISTORY_EMPTY = "Planen har inga ändringar än."
CHANGES = {
    "create": "planen skapades", "sammandrag": "äldre ändringar i sammandrag: första och senaste värdet av varje fält",
    "bekrafta": "bekräftade svar från förra årets plan: {subject}",
    "aterstall": "återställde en säkerhetskopia: {subject}", "importera": "förde in {subject}",
    "utskick": "skrev ut blanketter till {subject}", "paminn": "skrev påminnelser till {subject}",
    "aterta": "tog tillbaka: {subject}", "klocka": "klockan i ett möte", "rost": "röster i ett möte",
    "utkast": "text som skrivs i ett möte", "klistra": "klistrade in {subject}",
    "arkiv": "delen skrevs ut ur länets plan", "frys": "frös planen som {subject}",
    "lamna": "noterade när ”{subject}” lämnades in", "rapportera": "skrev svar {subject} i en redovisning",
    "mote": "möte: {subject}", "omgang": "bedömde tillsammans: {subject}", "enkat": "förde in en enkät: {subject}",
    "inlagg": "inlägg på ett möte: {subject}", "motesbeslut": "möte, bestämt: {subject}",
    "overfor": "förde över svar från {subject}",
    "kravmangd": "bytte till krav enligt {subject}", "kravmangd_galler": "angav om {subject} gäller hos er",
    "kravbyte": "lät {subject} gälla efter kravbytet",
    "uppfoljning": "flyttade uppföljningen till {subject}", "planar": "angav att planen gäller {subject}",
}
CHANGE_UNKNOWN = "Ändring {number} finns inte. Kör historik för att se numren."
CHANGE_STAYS = "Den ändringen går inte att ta tillbaka. Den har inget tidigare läge i filen."
POINTED_AT = "”{title}” hänvisar till det som ändringen lade till. Ta bort det i sin lista i stället, där det syns."
CHANGE_TAKEN_BACK = "Ändringen är redan tillbakatagen."
TAKEN_BACK = "Tog tillbaka {what}. Det som har hänt efteråt står kvar."
STANDS_ALREADY = "Där står redan det som stod före ändringen. Inget är ändrat."
OPTION_ONE = "ta tillbaka just ändringen med det här numret, vem som än gjorde den; numren visas av historik"
NO_VALUE = "inget"
REMOVED = "borttaget"
BEFORE_AFTER = "{before} → {after}"
CHANGE_OF_UNDO = "ångrade: {what}"
CHANGE_OF_REDO = "gjorde om: {what}"
CHANGE_SKIPPED = "överhoppad"
MORE_FIELDS = "och {count} fält till"
#: One field of several posts that all got the same.
ALL_TO = "{label} → {after}"


def quoted(text: str) -> str:
    """Return what a change was about so that a sentence can go on after it, whatever it ends with itself."""
    return text if "”" in text and not text.endswith((".", "?", "!", "…")) else f"”{text}”"


def written_since(field: str, when: str, role: str, value: str, *, own: bool) -> str:
    """Return that what is to be taken back has been changed later: which field, when, by whom, to what, what to do."""
    whose = f"er själva, i rollen {role}" if own and role else "er själva" if own else (
        f"rollen {role}" if role else "någon utan roll")
    return (f"{field} ändrades senare, {when} av {whose}: {value}. Ta tillbaka den ändringen i Historik först. "
            "Inget är ändrat nu.")


def join_parts(parts: Sequence[str]) -> str:
    """Return several parts of one change on one line."""
    return "; ".join(parts)

# -- what the system answers when the plan file is read or written -------------------------------------------------
FILE_UNCONFIRMED = ("{name} är skriven, men disken bekräftar inte att ändringen är säkrad. Kontrollera disken, "
                    "öppna planen igen och se efter att ändringen finns där.")
_NO_ANSWER = "Disken eller nätverksplatsen där {name} ligger svarar inte."
_NO_RIGHT = "Ni saknar rätt att skriva i mappen där {name} ligger. Ändringen är inte sparad."
_NO_FOLDER = "Mappen där {name} ska ligga finns inte. Skapa den först."
_NAME_TOO_LONG = "Namnet {name} är för långt."
_GONE = ("EIO", "ESTALE", "ENODEV", "ENXIO", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ETIMEDOUT",
         "ENOTCONN", "ECONNRESET", "EREMOTEIO", "ENOMEDIUM")
_READ_ERRORS = {
    "ENOENT": "Filen {name} finns inte. Kontrollera namnet, eller skapa en plan med ”nvplan ny”.",
    "EACCES": "Ni saknar rätt att läsa {name}.", "EPERM": "Ni saknar rätt att läsa {name}.",
    "ENOTDIR": "Mappen till {name} finns inte.", "ELOOP": "{name} är en länk som pekar på sig själv.",
    "ENAMETOOLONG": _NAME_TOO_LONG, **dict.fromkeys(_GONE, _NO_ANSWER),
}
_WRITE_ERRORS = {
    "ENOENT": _NO_FOLDER, "ENOTDIR": _NO_FOLDER, "EACCES": _NO_RIGHT, "EPERM": _NO_RIGHT,
    "EFBIG": "{name} får inte plats. Ändringen är inte sparad, den tidigare filen är hel.",
    "ENOSPC": "Disken är full. Ändringen är inte sparad, den tidigare filen är hel.",
    "EROFS": "{name} är skrivskyddad, filen själv eller disken. Ändringen är inte sparad.",
    "EDQUOT": "Ert utrymme är slut. Ändringen är inte sparad, den tidigare filen är hel.",
    "ENAMETOOLONG": _NAME_TOO_LONG, "ELOOP": "{name} är en länk som pekar på sig själv.",
    **dict.fromkeys(_GONE, _NO_ANSWER + " Ändringen är inte sparad."),
}


def file_error(name: str, number: int | None, *, writing: bool = False) -> str:
    """Return what a system error (its `errno`) means for the plan file."""
    known = (_WRITE_ERRORS if writing else _READ_ERRORS).get(errno.errorcode.get(number or 0, ""))
    other = "{name} gick inte att spara. Den tidigare filen är hel." if writing else "{name} går inte att läsa."
    return (known or other).format(name=name)


FOLDER_GONE = "Mappen ni står i finns inte längre. Gå till en annan mapp och försök igen."
ANOTHER_NAME = ("{name} har ett namn till på disken, en hård länk. Det namnet följer inte med när planen sparas: där "
                "står det gamla kvar.")
LOCK_IS_LINK = ("Ändringen är inte sparad. {name} är hel, men låsfilen {lock} bredvid den är en länk och går inte att "
                "använda. Ta bort länken.")
LOCK_OTHERS = ("Ändringen är inte sparad. {name} är hel, men låsfilen {lock} bredvid den tillhör någon annan. Be den "
               "personen ta bort låsfilen när ingen har planen öppen.")
LOCK_NO_FILE = ("Ändringen är inte sparad. {name} är hel, men bredvid den finns något annat som heter {lock}. "
                "Byt namn på det.")

# -- several at once -----------------------------------------------------------------------------------------------
OVERTAKEN_CONFLICT = ("Någon annan har skrivit på samma ställe samtidigt. Där står nu: ”{theirs}”. "
                      "Er ändring: ”{ours}”. Inget är överskrivet.")
OTHER_PLAN = ("En annan plan ligger nu där {name} låg. Inget av det ni skriver hamnar i den. "
              "Spara er plan i en ny fil.")
OVERTAKEN_AGAIN = ("{name} skrivs av flera program på samma gång. Ändringen är inte sparad. "
                   "Vänta en stund och försök igen.")
OBJECT_GONE = "Någon annan har tagit bort {type} {id}. Er ändring är inte sparad."
SNAPSHOT_FIXED = "En fryst version ändras aldrig. Frys en ny under ett annat namn."



def does_not_fit(fault: str) -> str:
    """Return that a change does not go together with what others have written, and why where that is known."""
    return " ".join(["Ändringen går inte ihop med det som står där nu.", *([fault] if fault else []),
                     common_texts.NOTHING_CHANGED])


def object_conflict(fields: Sequence[tuple[str, str, str]], *, others: bool) -> str:
    """Return that someone else has written in the same fields, with what stands there and what the person wrote."""
    told = " ".join(f"{label}: där står nu ”{theirs}”, ni skrev ”{ours}”." for label, theirs, ours in fields)
    return (f"Någon annan har ändrat samma fält. {told} Där är inget överskrivet."
            + (" Övriga fält är sparade." if others else ""))

# -- backups -------------------------------------------------------------------------------------------------------
BACKUP_DIFFERS = "Säkerhetskopian av {name} blev inte hel. Kontrollera disken."
BACKUP_DAMAGED = "Säkerhetskopian {name} är skadad."
_BACKUP_REASONS = {
    "EACCES": "Ni saknar rätt att skriva i mappen .{name}.kopior.",
    "EPERM": "Ni saknar rätt att skriva i mappen .{name}.kopior.",
    "ENOSPC": "Disken är full.", "EDQUOT": "Ert utrymme är slut.", "EFBIG": "Den får inte plats.",
    "EEXIST": "Något annat heter .{name}.kopior.", "ENOTDIR": "Något annat heter .{name}.kopior.",
    "EROFS": "Mappen .{name}.kopior är skrivskyddad.",
}


def backup_fault(name: str, number: int | None) -> str:
    """Return that a change was saved but the backup before it was not, and why (a system error's `errno`)."""
    reason = _BACKUP_REASONS.get(errno.errorcode.get(number or 0, ""), "Kontrollera disken.")
    return f"Ändringen sparas, men ingen säkerhetskopia av {name} blev gjord. " + reason.format(name=name)


BACKUPS_THINNED = ("Disken är nästan full. Äldre säkerhetskopior av {name} är borttagna, så att ändringen får plats.")
KEPT_REPLACED = "före återställning"
KEPT_DAMAGED = "skadad"
RESTORE_NO_FILE = "{name} är ingen fil och kan inte återställas."
BACKUP_NONE = "Det finns inga säkerhetskopior av {name}."
BACKUP_NUMBER = "Kopia {number} finns inte. Välj ett nummer från 1 till {most}."
BACKUP_COLUMNS = ("Nr", "Sparad", "Storlek", "Skiljer sig från planen")
BACKUP_PLAN_UNREADABLE = "planen går inte att läsa, så kopian jämförs inte"
BACKUP_HOW = "Kör ”nvplan aterstall {name} --nr NR” för att se vad som skiljer en kopia från planen."
BACKUP_HOW_RESTORE = ("Lägg till --ja för att återställa kopian. "
                      "Det som står i planen nu sparas bredvid under ett nytt namn.")
BACKUP_PREVIEW_COLUMNS = ("Var", "Planen nu", "Kopian")
BACKUP_PREVIEW_HEAD = "Kopia {number}, sparad {when}. {summary}"
CLOSED_MAY_BE_LOST = ("Den skadade filen kan ha haft en fryst redovisning som inte finns i kopian. Jämför med det ni "
                      "har lämnat in innan ni fryser på nytt.")


def closed_stays(names: Sequence[str]) -> str:
    """Return that frozen reports are left as they are though the backup was made before they were frozen."""
    return f"Frysta redovisningar är kvar som de är, kopian ändrar dem inte: {', '.join(names)}."


RESTORED = "Planen är återställd till kopian från {when}."
RESTORED_KEPT = "Det som stod där finns kvar i {kept}."
NEEDS_NUMBER = "Skriv vilken kopia som ska återställas: --nr NR --ja."
NUMBER_UNREADABLE = "”{number}” är inget nummer."

# -- differences ---------------------------------------------------------------------------------------------------
PLACE_ACTOR = "{place} ({actor})"
PLACE_PLAN = "planen"
PLACE_FIELD = "{place}: {field}"
SAME = "ingenting skiljer"
COMPARE_SAME = "Ingenting skiljer."
COMPARE_COLUMNS = ("Var", "{left}", "{right}")
COMPARE_MOST = "{count} skillnader till. Lägg till --json för att se alla i sin helhet."


def differences_summary(answers: int, others: int) -> str:
    """Return how many answers and other fields differ."""
    parts = []
    if answers:
        parts.append(f"{answers} svar")
    if others:
        other = "annat fält" if others == 1 else "andra fält"
        parts.append(f"{others} {other}" if answers else f"{others} fält")
    return " och ".join(parts) + " skiljer" if parts else SAME


def size(count: int) -> str:
    """Return a number of bytes as a person reads it."""
    return f"{count} byte" if count < 1000 else f"{count / 1000:.0f} kB" if count < 999_500 else f"{count / 1e6:.1f} MB"

# -- merging -------------------------------------------------------------------------------------------------------
MERGE_OTHER_PLAN = common_texts.OTHER_PLAN
MERGE_OTHER_YEAR = ("{name} är från länets plan för {year}. Den här planen gäller {our_year}. Inget är infört. En ny "
                    "plan kan börja från filen: välj ”Ny plan från förra årets”, eller skriv ”nvplan ny NY.nvplan "
                    "--fran FIL”.")
MERGE_KINDS = {"adds": "nytt", "changes": "ändrat", "contradicts": "strider mot", "kept": "avgjort",
               "unfit": "passar inte"}
MERGE_COLUMNS = ("Slag", "Var", "Här", "I {name}")


def copies_beside(names: Sequence[str]) -> str:
    """Return that copies of the plan lie beside it that say something else."""
    listed = ", ".join(f"”{name}”" for name in names)
    what = "en kopia" if len(names) == 1 else f"{len(names)} kopior"
    where = "den" if len(names) == 1 else "dem"
    return (f"Bredvid planen ligger {what} med annat innehåll: {listed}. Någon har skrivit i {where}, till exempel "
            "på en annan dator.")


def copies_found(file: str, names: Sequence[str]) -> str:
    """Return that there are such copies, and which command shows what they say."""
    return (f"{copies_beside(names)} Se vad som skiljer med "
            f"”nvplan importera {common_texts.in_command(file)} {common_texts.in_command(names[0])} --forhandsvisa”.")


# -- frozen states -------------------------------------------------------------------------------------------------
WHAT_SNAPSHOT = "Den frysta versionen"
SNAPSHOT_NAME = "Ge den frysta versionen ett namn med högst {most} tecken, till exempel Rapport mars 2027."
SNAPSHOT_TAKEN = "Det finns redan en fryst version som heter {name}. Välj ett annat namn."
SNAPSHOT_DAMAGED = "Den frysta versionen är skadad och går inte att läsa."
SNAPSHOT_MANY = "Planen har redan {most} frysta versioner. Fler får inte plats."
COMMAND_RESTORE = "Lista säkerhetskopiorna av en plan och återställ en av dem."
COMMAND_COMPARE = "Jämför två planer fält för fält."
COMMAND_IMPORT = ("För in en delplan, en ifylld checklista eller insatslista, en pdf från nvplan eller en annan kopia "
                  "av planen. Det som inte krockar skrivs, resten listas.")
OPTION_NUMBER = "kopians nummer i listan; visar vad som skiljer"
OPTION_YES = "återställ kopian"
OPTION_PREVIEW = "visa vad som skulle föras in, ändra inget"
ARGUMENT_LEFT = "en plan, eller FIL@NAMN för en fryst version"
ARGUMENT_RIGHT = "en annan plan eller fryst version"
ARGUMENT_SOURCE = ("filer eller mappar att föra in: delplan, arkiv, en annan kopia av planen, pdf från nvplan, ifylld "
                   "checklista (docx, xlsx), insatslista eller underlagslista (xlsx)")
