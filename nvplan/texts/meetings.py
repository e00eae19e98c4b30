"""The Swedish strings of meetings: what is said, decided and refused. Those of the screens: planner_meetings.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import planner_places as planner_places_texts

MEETING = "Möte"
SILENT = "skrivet tyst"
#: So many actors are named in a sentence.
_MOST_ACTORS = 12

# -- what was promised -------------------------------------------------------------------------------------------------
NO_STATE, AGREED_STATE, SOLVED, NOT_SOLVED = "läge saknas", "överens", "löst", "inte löst än"
BY = "senast {day}"
NO_ROLE, NO_DAY = "ingen roll", "ingen dag"

# -- faults --------------------------------------------------------------------------------------------------------
AGENDA_UNKNOWN = "Dagordningen ”{wanted}” finns inte. Välj bland {known}."
FAULT_QUESTION = "frågan ”{question}” finns inte. Rätta id:t, eller ta bort fältet question."
FAULT_VALUE = "svaret ”{value}” finns inte bland alternativen för {question}. Rätta value."
MEETING_UNKNOWN = "Mötet ”{wanted}” finns inte. Välj bland {known}."
MEETING_NONE = "Mötet ”{wanted}” finns inte. Inga möten är inskrivna än."
CONTRIBUTION_UNKNOWN = "Inlägget ”{wanted}” finns inte på mötet."
GONE = {
    "mote": "Mötet {id} finns inte längre.", "motespunkt": "Punkten {id} finns inte längre.",
    "inlagg": "Inlägget {id} finns inte längre.", "omgang": "Omgången {id} finns inte längre.",
}
ITEM_EMPTY = "Skriv en rubrik för punkten, eller välj en fråga, ett hinder, ett mål eller en insats."
ITEM_OF_ANOTHER = "Punkten hör till ett annat möte."
CONTRIBUTION_EMPTY = "Inlägget är tomt. Skriv vad som sades."
CONTRIBUTION_LONG = "Inlägget har {count} tecken. Högst {most} får plats. Dela det i flera."
CONTRIBUTIONS_MANY = "Det är {count} rader. Högst {most} inlägg går att skriva på en gång."
NOT_IN_TALK = "Inlägget är parkerat eller inte visat än. Ta tillbaka det först."
NO_TALK = "Inläggets punkt finns inte kvar. Lägg det under en annan punkt."
GROUP_FIRST = "Inlägget står först. Välj ett längre ned, och lägg ihop det med det ovanför."
GROUP_ITSELF = "Ett inlägg går inte att lägga ihop med sig självt."
GROUP_OTHER = "Inläggen hör till olika punkter. Flytta det ena först."
GROUPED_ALREADY = "Inlägget hör redan ihop med det ovanför."
NOT_GROUPED = "Inlägget hör inte ihop med något annat."
AGREED_EMPTY = "Skriv texten som ni är överens om."
AGREED_TWICE = ("Ni har redan kommit överens om en annan text, under ”{item}”: {agreed}. Välj vilken som ska gälla. "
                "Båda finns kvar.")
ANSWERED_OTHERWISE = "Frågan har redan ett annat svar: {standing}. Välj vilket som ska gälla. Båda finns kvar."
CHOOSE_AMONG = "Texten är inget av frågans alternativ. {choose}"
BECOME_ALREADY = {"insats": "Inlägget är redan en insats.", "hinder": "Inlägget är redan ett hinder."}

# -- what is said when it is done ----------------------------------------------------------------------------------
GROUPED = "Inläggen hör ihop."
UNGROUPED = "Inläggen står var för sig."
MOVED = "Flyttat."
PARKED = "Parkerat. Det står kvar på parkeringen."
BACK_IN_TALK = "Tillbaka i samtalet."
OUTCOME_TOLD = {
    "enig": "Ni är överens.", "oenig": "Ni är inte överens. Punkten står kvar som öppen.",
    "sparad": "Punkten är sparad till en annan gång.", "oppen": "Punkten är öppen igen.",
}
AGREED_STORED = "Texten är svaret på frågan."
AGREED_ROWS = "Frågan besvaras rad för rad. Texten står i protokollet, raderna fyller ni i under frågan."

# -- what is told of an item ---------------------------------------------------------------------------------------
NOT_ANSWERED = "Inte besvarad än"
ANSWERED = "Svar i dag: {value}"
ANSWERED_TABLE = "Besvarad i en tabell"
ANSWERED_OF = planner_places_texts.PRESENT_ACTORS
ANSWERED_AS = "{told}: {counts}"
FACT = common_texts.LABELLED


def choose(choices: str, *, several: bool, most: int | None) -> str:
    """Return how a choice is written: one, or several with a semicolon between them, by words or by numbers."""
    if not several:
        return f"Skriv ett alternativ eller dess nummer: {choices}."
    count = "ett eller flera" if most is None else f"högst {common_texts.in_words(most)}"
    return f"Skriv {count} alternativ eller deras nummer, med semikolon emellan: {choices}."


def join(parts: Iterable[str]) -> str:
    """Return several facts on a line."""
    return " · ".join(parts)


def agreed_at(title: str, day: str, dissent: str) -> str:
    """Return where an answer was agreed on, in sentences."""
    told = f"Ni kom överens om svaret på mötet ”{title}”{', ' + day if day else ''}."
    return f"{told} Avvikande mening: {dissent}" if dissent else told


def agreed_of_whom(actors: Sequence[str]) -> str:
    """Return that each actor answers the question, and who they are."""
    shown = ", ".join(actors[:_MOST_ACTORS])
    more = f" och {len(actors) - _MOST_ACTORS} till" if len(actors) > _MOST_ACTORS else ""
    return f"Varje aktör svarar för sig på frågan. Välj vems svar det är, eller alla: {shown}{more}."


def item_unknown(wanted: str, count: int) -> str:
    """Return that a meeting has no such item, and which it has."""
    if not count:
        return f"Punkten ”{wanted}” finns inte. Mötet har inga punkter än."
    return f"Punkten ”{wanted}” finns inte. Skriv ett nummer från 1 till {count}."


def agenda_used(count: int, minutes: int) -> str:
    """Return how many items an agenda gave, and how long they are proposed to take."""
    return f"{counted_items(count)}, {minutes} minuter."


def counted_items(count: int) -> str:
    """Return a number of items in words."""
    return "1 punkt" if count == 1 else f"{count} punkter"


def counted_contributions(count: int) -> str:
    """Return a number of contributions in words."""
    return "1 inlägg" if count == 1 else f"{count} inlägg"


def item_removed(said: int) -> str:
    """Return that an item is off the agenda, and where what was said under it went."""
    told = "Punkten är borttagen."
    return f"{told} {counted_contributions(said)} ligger på parkeringen." if said else told


def shown_hidden(count: int) -> str:
    """Return how many contributions came out of a round of silent writing."""
    return f"{counted_contributions(count)} visas nu." if count else "Inget var skrivet."


# -- the command ---------------------------------------------------------------------------------------------------
COMMAND = "Förbered och håll ett möte: punkter, inlägg och beslut. Fälten skickas som JSON på standard in."
ARGUMENT_MEETING = "mötets id eller titel; ”ny” gör ett nytt av fälten på standard in; utan id visas alla möten"
ARGUMENT_DO = "vad som ska göras; utan det visas mötet"
ARGUMENT_WHAT = "punktens nummer eller id, inläggets id, dagordningens id eller filen med enkätens svar"
ARGUMENT_WHERE = "vart: antal steg, en punkt eller ett annat inlägg"
NEED_WHAT = "Skriv vilken punkt, vilket inlägg eller vilken dagordning det gäller, efter ”{do}”."
NEED_STEPS = "”{typed}” är inget antal steg. Skriv till exempel -1 eller 2."
NOT_FIELDS = 'Skicka fälten som JSON på standard in, till exempel {{"text": "Läkarlinje kvällar"}}.'
FIELD_UNKNOWN = "Fältet ”{field}” hör inte hit. Välj bland {known}."
LIST_COLUMNS = ("Id", "Dag", "Möte", "Punkter", "Överens om", "Kvar")
NO_MEETINGS = "Inga möten är inskrivna än. Lägg till ett med ”nvplan mote FIL ny”."
BEGUN = "Mötet finns som {id}."
ITEM_LINE = "{number}. {title}{minutes}"
MINUTES = " ({minutes} min)"
OUTCOME_LINE = "   {outcome}: {agreed}"
CONTRIBUTION_LINE = "   {mark} {text}  [{id}]"
HIDDEN_LINE = "   {count} skrivna tyst, inte visade än"
PARKED_HEADING = "Parkering"
