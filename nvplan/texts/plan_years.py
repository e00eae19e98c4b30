"""What is said about the years that a plan holds for, and about the year that is being followed up."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import changes as changes_texts

SPAN = "{first}–{last}"
FOLLOWED = "{span} · uppföljning {year}"
FILE_FOLLOWED = "uppföljning {year}"

# -- what cannot be read or cannot be ------------------------------------------------------------------------------
UNREADABLE = ("”{text}” är inget år. Skriv fyra siffror, till exempel 2027, eller det första och det sista året, till "
              "exempel 2024–2030.")
WHOLE_YEARS = "Skriv båda åren med fyra siffror, till exempel 2024–2030."
BACKWARDS = "Planen kan inte sluta {last}, före {first} då den börjar. Skriv det första året först."
TOO_LONG = "{first}–{last} är {count} år. En plan gäller högst {most} år."
OUTSIDE_ONE = "{text} går inte att planera för. Välj ett år från {first} till {last}."
OUTSIDE = "{text} går inte att planera för. Välj år från {first} till {last}."
FOLLOWED_OUTSIDE = "Uppföljningen kan inte gälla {year}, för planen gäller {span}. Välj ett av planens år."
ONE_YEAR = ("Planen gäller ett år, {year}. Börja nästa års plan från den, eller skriv först vilka år den gäller, "
            "till exempel 2024–2030.")
LAST_YEAR = "{year} är planens sista år. Börja en ny plan från den, eller förläng den först."
MOVED_ALREADY = "Uppföljningen gäller redan {year}. Inget är ändrat."
YEARS_SAME = "Planen gäller redan {span}."

# -- what was done -------------------------------------------------------------------------------------------------
SAVED = "Sparat: planen gäller {span}."
SNAPSHOT = "Uppföljning {year}"


def moved(year: int, before: int, answers: int, objects: int) -> str:
    """Return that the follow-up has moved on, what waits to be confirmed, and where the year before is."""
    waiting = [changes_texts.answers_count(answers)] if answers else []
    waiting += [changes_texts.shared_entries(objects)] if objects else []
    what = " och ".join(waiting)
    one, it = answers + objects == 1, "det" if answers else "den"
    marked = f"är {'märkt' if one else 'märkta'} tills ni har bekräftat att {it if one else 'de'} gäller"
    told = f" {what[:1].upper()}{what[1:]} {marked} även {year}." if waiting else ""
    return f"Uppföljningen gäller nu {year}.{told} {before} är fryst som det såg ut."


def followed_outside(years: Sequence[str]) -> str:
    """Return that the plan's years have to take in those that have been followed up."""
    told = years[0] if len(years) == 1 else f"{', '.join(years[:-1])} och {years[-1]}"
    return f"{told} är redan {'uppföljt' if len(years) == 1 else 'uppföljda'}. Planens år måste ta med {told}."


def snapshot_name(year: int, number: int) -> str:
    """Return what the frozen state of a year that has been followed up is called; undone and done again, a number."""
    name = SNAPSHOT.format(year=year)
    return name if number == 1 else f"{name} ({number})"


# -- the planner's place -------------------------------------------------------------------------------------------
ABOUT = ("En plan kan gälla ett år eller flera. Gäller den flera följer ni upp den varje år i samma fil. När året är "
         "slut flyttar ni uppföljningen till nästa år. Då fryses året som det ser ut. Svaren, insatserna och målen "
         "följer med och märks tills ni har bekräftat att de gäller. Mätningar, beslut och rapporter ligger kvar.")
KEY_FOLLOW, HELP_FOLLOW = "Nästa år", "Flyttar uppföljningen till planens nästa år. Går att ångra med Ctrl+Z."
KEY_SAVE, HELP_SAVE = "Spara åren", "Sparar vilka år planen gäller. Går att ångra med Ctrl+Z."
FOLLOW = "Följ upp {year}"
FOLLOW_MEANS = "{year} fryses som det ser ut. Svaren följer med, märkta tills ni har bekräftat dem."
FOLLOW_QUESTION = "Flytta uppföljningen till {year}? {before} fryses som det ser ut."
WHICH = "Vilka år gäller planen?"
WHICH_HINT = "Ett år, eller det första och det sista, till exempel 2024–2030. Enter sparar."
WHY_NOT_ONE_YEAR = "Skriv flera år nedan om planen ska följas upp varje år i samma fil."
NOTHING = "–"
"""A year of which there is nothing to tell in a column of the screen."""
SHORT_COLUMNS = ("År", "Gemensam", "Kontinuitet", "Patientkontrakt", "Mätt", "Lämnat")
SHORT_DONE = "{whole} av {applicable}"
SHORT_REPORTS = "{sent} av {begun}"
SAME_FILE = "Planen ni har öppen gäller {span}. Nästa års uppföljning gör ni i samma fil, under Planens år."

# -- the command ---------------------------------------------------------------------------------------------------
COMMAND = "Visa planens år, flytta uppföljningen till nästa år eller ändra vilka år planen gäller."
ARGUMENT_DO = "visa, nasta eller ar (annars visa)"
ARGUMENT_YEARS = "planens första och sista år, till exempel 2024-2030; bara efter ar"
OPTION_YEARS = "planens år, till exempel 2027, eller första och sista året, till exempel 2024-2030 (annars nästa år)"
OPTION_FOLLOWED = "vilket av flera år som följs upp först (annars i år)"
FOLLOWED_ONE = "Uppföljningen gäller ett år i taget. Skriv ett av åren {span}, till exempel det första."
NEED_SPAN = "Skriv planens år också, till exempel --ar 2024-2030."
NEED_YEARS = "Skriv planens första och sista år efter ar, till exempel 2024-2030."
HEAD = "Planen gäller {span}. {year} följs upp."
HEAD_ONE_YEAR = "Planen gäller ett år, {year}."
COLUMNS = ("År", "Gemensam plan", "Kontinuitet", "Patientkontrakt", "Mätningar", "Rapporter")
COMING, NOT_FOLLOWED = "kommer", "inte följt upp"
YEAR_NOW = "{year} (nu)"
#: Where the frozen state of a year is damaged.
UNREADABLE_NOW = "går inte att läsa"
DONE = "{whole} av {applicable} klara"
REPORTS_OF = "{sent} av {begun} lämnade"
