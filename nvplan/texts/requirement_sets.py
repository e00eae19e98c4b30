"""What is said when a plan changes to another requirement set, in the command and in the planner."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import planner_review as planner_review_texts

SET_BESIDE = "{label} gäller vid sidan av överenskommelserna. Välj en överenskommelse eller ett förslag."
SET_SAME = "Planen följer redan kraven enligt {label}."
SET_UNVERIFIED = "{label}: innehållet är inte verifierat."
SET_INCOMPLETE = ("Katalogen har bara en del av mängdens krav, eller inga. Att ett krav saknas här betyder inte att "
                  "det inte finns.")
SET_PROPOSED = "Mängden är bara föreslagen. Inget i den binder någon."
SET_RESTING = ("{count} kravbedömningar hör till de tidigare kraven. De ligger kvar i filen och syns igen om ni byter "
               "tillbaka.")
SET_NOT_PROPOSED = "{label} är inget förslag. Bara en föreslagen mängd kan ni själva ange som gällande."
SET_IN_FORCE = "Sparat: {label}."
SET_NOT_OWN = "Ni har inte angett att {label} gäller."
SET_TAKEN_BACK = "{label} är åter ett förslag i planen."
DIFFERS_MODALITY = "hur bindande det är"
DIFFERS_WHO = "vem det gäller"
DIFFERS_TEXT = "lydelsen"
SET_FROM_TO = "Från {before}\ntill {after}."
SET_COUNTS = "Samma: {same} · ändrade: {changed} · nya: {new} · {gone}: {ended}"
SET_CHANGED = "Ändrade"
SET_NEW = "Nya"
SET_ENDED = "Upphör"
SET_UNKNOWN = "Finns inte i katalogens del av den nya mängden"
SET_LINE = "{id} {title}"
SET_CHANGED_LINE = "{before} → {after} {title} ({differs})"

# -- what a change leaves to go through ----------------------------------------------------------------------------
JUDGEMENT, MODALITY = planner_review_texts.JUDGEMENT, common_texts.MODALITY
DIFFERS_MERGED = "flera krav har blivit ett"
KIND = {"same": "Samma", "changed": "Ändrat", "new": "Nytt", "ended": "Upphör"}
OFFER_ACTOR, OFFER_KIND, OFFER_JUDGED, OFFER_NOTE = "Aktör", "Kravet", "Er bedömning", "Att veta"
OFFER_NOW, OFFER_BEFORE = "Så står det nu ({id})", "Så stod det förut ({id})"
REQUIREMENT_TEXT = "{modality}: {text}"
JUDGED = "{requirement}: {judgement}"
JUDGED_DIFFERENTLY = ("De tidigare kraven är inte bedömda lika. Era texter och underlag följer med, men bedömningen "
                      "gör ni själva.")
REASON_OF = "{requirement}: {reason}"
OFFERS_TITLE = "Bedömningar efter kravbytet"


def switched(label: str, waiting: int) -> str:
    """Return that the plan follows another set now, and how many judgements are offered for what follows."""
    told = f"Planen följer nu kraven enligt {label}. Era svar och bedömningar är orörda."
    if not waiting:
        return told
    what = "En bedömning" if waiting == 1 else f"{waiting} bedömningar"
    return f"{told} {what} av tidigare krav väntar på att ni bekräftar dem."


def judgements(count: int) -> str:
    """Return so many judgements."""
    return "en bedömning" if count == 1 else f"{count} bedömningar"


def taken_over(count: int, without: int) -> str:
    """Return how many judgements hold for the requirements now, and how many came without one."""
    told = f"Bekräftat: {judgements(count)} gäller kraven som planen följer nu."
    if not without:
        return told
    return f"{told} {without} av dem fick bara text och underlag, för de tidigare kraven var inte bedömda lika."


def nothing_offered(wanted: Sequence[str]) -> str:
    """Return that there is no such judgement to confirm."""
    if not wanted:
        return "Det finns ingen bedömning av tidigare krav att bekräfta."
    return (f"Det finns ingen bedömning att bekräfta för {', '.join(one.partition('@')[0].upper() for one in wanted)}. "
            "Kravet kan redan vara bedömt.")


# -- the planner's place -------------------------------------------------------------------------------------------
TITLE = "Krav enligt"
HELP = "Byter vilken överenskommelse planen bedöms mot. Ni ser först vad bytet betyder."
ABOUT = ("Planen bedöms mot kraven ur en överenskommelse eller ett förslag. Checklistan och granskningen följer "
         "dem. Ett byte ändrar inga svar, och bedömningar av krav som faller bort ligger kvar i filen. "
         "Lagkrav gäller vid sidan av och följer alltid med.")
WHICH = "Vilka krav bedöms planen mot?"
KEY_SWITCH = "Byt"
HELP_SWITCH = "Byter till de valda kraven. Går att ångra med Ctrl+Z."
SWITCH_QUESTION = "Byta till krav enligt {label}?"
NOTHING_CHOSEN = "Planen bedöms mot de här kraven. Välj andra för att se vad ett byte betyder."
