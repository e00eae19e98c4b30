"""The Swedish strings of what is typed and not on disk: two in one field, a disk that refuses, a file that is gone."""

from __future__ import annotations

from nvplan.texts import common as common_texts

# -- two in the same field -----------------------------------------------------------------------------------------
CLASH_TITLE = "Någon annan har ändrat samma svar"
CLASH_THEIRS = "I filen står nu"
CLASH_OURS = "Ni skrev"
CLASH_NOTHING = "inget svar"
CLASH_HINT = "Det ni skriver hamnar fortfarande i fältet. Välj med pilarna och Enter. Esc väntar med frågan."
CLASH_WAITS = "Inte sparat: någon annan har ändrat samma svar. Ni får välja vad som gäller när ni har skrivit klart."
KEEP_OURS = "Spara ert svar"
KEEP_THEIRS = "Behåll det som står i filen"
KEPT_THEIRS = "Det som står i filen gäller."
OURS_IN_HISTORY = "Ctrl+Z tar fram det ni skrev. Det finns också i Historik."
OURS_ASIDE = "Ni behöll det som stod i filen."
OURS_BESIDE = "Det ni skrev ligger kvar bland det som inte är sparat, och visas när ni avslutar."
#: So many letters of each text are shown.
CLASH_SHOWN = 300

# -- what could not be saved ---------------------------------------------------------------------------------------
NOT_SAVED = "Inte sparat än. {fault} nvplan försöker igen."
NOT_SAVED_BACK = "Det här skrev ni senast. Det är inte sparat."
UNSAVED_TITLE = "Det här är inte sparat"
UNSAVED_STAY = "Stanna kvar"
UNSAVED_WRITE = "Lägg texterna i en textfil och avsluta"
UNSAVED_LEAVE = "Avsluta utan att spara dem"
UNSAVED_LINE = "{where}: {text}"
UNSAVED_MORE = common_texts.AND_MORE
UNSAVED_WRITTEN = "Texter som inte gick att spara ligger i {path}."
UNSAVED_FILE = "osparat-{time}.txt"
UNSAVED_DRAFT = "{what}, påbörjad"
UNSAVED_NOT_WRITTEN = "Texterna gick inte att lägga i {path}. Kopiera dem med Ctrl+C i stället."
KEPT = "Det ni skrev är inte sparat. Det står kvar i fältet när ni kommer tillbaka."
SAVE_AS_TITLE = "Spara planen i en ny fil"
SAVE_AS_HELP = "Sparar planen med historiken i en ny fil och går över till den."
SAVE_AS_HINT = "Enter sparar. Esc avbryter."
SAVE_AS_DONE = "Planen ligger nu i {name}. Ni arbetar vidare i den."
COMMAND_COPY = "Spara planen med historiken i en ny fil. En fil som finns skrivs aldrig över."
ARGUMENT_COPY = "den nya filen; utan mapp hamnar den bredvid planen"
COPIED_TO = "Planen finns nu också i {name}."
SAVE_AS_EMPTY = "Skriv ett namn på filen."
SAVE_AS_WAY = "Ctrl+P: ”Spara planen i en ny fil”."
ROW_IN = "Rad i {question}"
COMMENT_IN = "Remissvar på {question}"
FIELD_IN = "{object}, {field}"
REPORT_IN = "Redovisningen, {number}"


def answer_in(question: str, actor: str) -> str:
    """Return where an answer belongs: the question, and whose answer it is where each actor has its own."""
    return f"{question}, {actor}" if actor else question


def not_saved(count: int, fault: str) -> str:
    """Return how many texts are not saved yet and why, for the line that stands until they are."""
    what = "1 svar är inte sparat än." if count == 1 else f"{count} svar är inte sparade än."
    return " ".join([what, *([fault, "nvplan försöker igen."] if fault else ["Gå tillbaka till dem och rätta."])])
