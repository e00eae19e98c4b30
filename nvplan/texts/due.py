"""What is due, in words: each kind of date in the plan, and the list of what is late and what comes."""

from __future__ import annotations

from nvplan.texts import counts as counts_texts

# -- each kind of date ---------------------------------------------------------------------------------------------
REPAYMENT = "Sista dag att betala tillbaka medel: {title}"
EFFORT_START = "Insats börjar: {title}"
EFFORT_END = "Insats ska vara klar: {title}"
MILESTONE = "Delmål ska vara klart: {title}"
GOAL = "Mål ska vara nått: {title}"
DECISION = "Beslut träder i kraft: {title}"
OBSTACLE = "Svar senast på hindret: {title}"
VALID_TO = "Underlag slutar gälla: {title}"
REVIEW = "Underlag ska ses över: {title}"
PLAN_SHORT_TO = "Kort sikt slutar: {title}"
PLAN_VALID_TO = "Planen slutar gälla: {title}"
PLAN_REVIEW = "Planen ska ses över: {title}"
MEETING = "Möte: {title}"
AGREED = "Överenskommet på möte: {title}"
ANSWER = "{label}"
ROW = "{label}: {row}"
#: Heads of columns that say no more than that the row has a day: the row's own words are the event.
JUST_WHEN = ("Tidpunkt", "När?", "När", "Datum")
RECEIVER = "Mottagare: {receiver}"
OWNER = "Ansvarig: {owner}"
OF_ACTOR = "{title}, {actor}"
DECISION_AWAITED = "Beslut väntas: {title}"
REPORT = "Lämna in: {title}"
COLLECTING = "{title}: {actors} har kärnfrågor kvar"
COLLECTING_DAY = "{title}: sista dag för aktörernas svar"
COLLECTING_ONE = "Svar senast från {actor}"
YEAR_ENDS = "Uppföljningen av {year} görs klar, och nästa år börjar"
PLAN_ENDS = "Planen {span} slutar gälla"
FUNDS = "Betala tillbaka: {title}"

# -- the list ------------------------------------------------------------------------------------------------------
COMMAND = "Lista allt med datum: det försenade först, sedan det som kommer."
OPTION_DAYS = "visa bara det som är försenat eller kommer inom så många dagar"
DAYS_UNREADABLE = "”{days}” är inget antal dagar. Skriv ett heltal, till exempel 30."
COLUMNS = ("När", "Hur långt", "Vad", "Vem")
TODAY = "i dag"
WHERE = "Finns i"
PARTS = {"late": "Försenat", "soon": "Inom 30 dagar"}
HELP_GO = "Går dit det står. Esc går tillbaka hit."
HELP_FILTER = "Visar bara det som är försenat, det som kommer inom 30 dagar eller det som hör till en aktör."
ABOUT = ("Här står allt med datum: insatser, mål, beslut, underlag, översyn, svar på hinder, redovisningar, "
         "återbetalning och datum i svaren. Det försenade står först. Ett datum som ni inte har bekräftat räknas "
         "aldrig som försenat.")
SUGGESTED = "{what} (förslag, inte bekräftat)"


def nothing(days: int | None) -> str:
    """Return that nothing is late and nothing comes."""
    return "Inget är försenat, och inget datum ligger framåt." if days is None else (
        f"Inget är försenat, och inget infaller inom {counts_texts.days(days)}.")


def distance(days: int) -> str:
    """Return how far off a day is; a negative number is so many days late."""
    if days < 0:
        return f"! {counts_texts.days(-days)} sent"
    return TODAY if days == 0 else f"om {counts_texts.days(days)}"


def summary(late: int, ahead: int) -> str:
    """Return how much is late and how much comes."""
    return f"{late} {'försenat' if late == 1 else 'försenade'}, {ahead} framåt."


def actors(count: int) -> str:
    """Return a number of actors in words."""
    return "1 aktör" if count == 1 else f"{count} aktörer"
