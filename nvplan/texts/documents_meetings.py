"""The Swedish strings of a meeting's items in its minutes and its working paper."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import catalog as catalog_texts
from nvplan.texts.documents import listed
from nvplan.texts.documents_statements import unended

ITEMS = "Samtalet, punkt för punkt"
NUMBERED = "{number}. {title}"
OUTCOME = "Utfall"
QUESTION = "Fråga"
WITH_DOTS = "{text} ({dots})"
HIDDEN = "{count} inlägg är skrivna tyst och inte visade än."
NEXT_STEPS = "Nästa steg"
NEXT_STEPS_TABLE = "Vad som händer härnäst, vem som ser till det och till när"
KIND_OF_STEP = {"insats": "Insats", "hinder": "Hinder", "oppen": "Öppen punkt", "enig": "Överenskommet"}
COLUMN_WHAT, COLUMN_KIND, COLUMN_WHO, COLUMN_WHEN = "Vad", "Slag", "Ansvarig", "Till"

SCORES_ABOUT = ("Bedömningen gick från 0 till 5. Eniga: färre än en tredjedel ligger mer än ett steg från medianen. "
                "Delade meningar: minst en tredjedel på var sida. Under fem röster ges inget utslag.")
SCORES_TABLE = "Bedömningarna: antal röster per poäng"
GROUPS_TABLE = "Röster per slag av aktör, bara där minst fem röstade"
COLUMN_DIMENSION, COLUMN_SPREAD, COLUMN_ABSTAINED, COLUMN_VERDICT = "Mått", "Röster", "Avstod", "Utslag"
VOTES_ON = "{count} på {score}"
COLUMN_KIND_OF = "Slag av aktör"
VERDICTS = {"enig": "Eniga", "delat": "Delade meningar", "oense": "Oense", "for_fa": "För få röster"}
ROUND_OF = "{title}, omgång {number}"
ROUND_HELD = "kl. {time}, {told}"
ROUND_SURVEY = "i en enkät, {told}"
CAME_LATER = "{count} kom till sedan omgången före"
DISSENT = "Avvikande: {text}"

SCORE_SHEET = "Er bedömning: 0 till 5, eller avstå. Skriv inget namn"
COLUMN_LOW, COLUMN_HIGH, COLUMN_SCORE = catalog_texts.HEAD_LOW, catalog_texts.HEAD_HIGH, "Poäng"

AGENDA = "Dagordning"
AGENDA_TABLE = "Punkterna i ordning"
COLUMN_NUMBER, COLUMN_ITEM, COLUMN_FORM, COLUMN_MINUTES = "Nr", "Punkt", "Arbetssätt", "Minuter"
LAST_TIME = "Lovat förra gången: {title}"
PROMPT = "Tala om"
SO_FAR = "Svar så här långt"
ROOM = "Plats att skriva"
#: What there is room to write about each item, a line each.
ROOM_FOR = ("Inlägg", "Inlägg", "Inlägg", "Vi är överens om", "Någon ser det annorlunda", "Vem gör vad, och till när")


def grouped(first: str, *same: str) -> str:
    """Return what was said, and what others said that is the same matter."""
    return f"{unended(first)}. Samma sak: {'; '.join(unended(one) for one in same)}" if same else first


def promised(what: str, state: str) -> str:
    """Return what was promised, and how it stands with it."""
    return f"{unended(what)} ({state})"


def nobody(left: Sequence[tuple[int, str]]) -> str:
    """Return for which items nobody has said who sees to what was agreed on or is left, and by when.

    The items stand with number and title, for what was decided is numbered as well.
    """
    told = [f"punkt {place} (”{title}”)" for place, title in left]
    return f"Vem som gör vad, och till när, är inte bestämt för {listed(told)}."
