"""What is said when a plan changes to another requirement set, in the command and in the planner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nvplan.texts import common as common_texts

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
SET_LINE = "{title} · {id}"
SET_TEXT_BEFORE, SET_TEXT_NOW = "  Förut: {text}", "  Nu: {text}"
SET_CHANGED_LINE = "{title} ({differs}) · {before} → {after}"

# -- what a change leaves to go through ----------------------------------------------------------------------------
MODALITY = common_texts.MODALITY
DIFFERS_MERGED = "flera krav har blivit ett"
KIND = {"same": "Samma", "changed": "Ändrat", "new": "Nytt", "ended": "Upphör"}
OFFER_ACTOR, OFFER_KIND, OFFER_JUDGED, OFFER_NOTE = "Aktör", "Kravet", "Er bedömning", "Att veta"
OFFER_NOW, OFFER_BEFORE = "Så står det nu ({id})", "Så stod det förut ({id})"
REQUIREMENT_TEXT = "{modality}: {text}"
JUDGED = "{requirement}: {judgement}"
JUDGED_DIFFERENTLY = ("De tidigare kraven är inte bedömda lika. Era texter och underlag följer med, men bedömningen "
                      "gör ni själva.")
REASON_OF = "{requirement}: {reason}"


OFFERS_ABOUT = ("Här står bedömningar som ni har gjort av de tidigare kraven, bredvid kraven som de är nu. Läs båda "
                "texterna och bekräfta de bedömningar som fortfarande gäller, en i taget eller alla på en gång. "
                "Motivering och underlag följer med. Den tidigare bedömningen ligger kvar.")
OFFERS_EMPTY = "Inget att gå igenom. Inga bedömningar av tidigare krav väntar."
OFFER_COLUMNS = ("Krav", "Aktör", "Kravet är", "Er bedömning")
OFFER_TITLE = "{id} · {kind}"
KEY_READ, HELP_READ = "Läs", "Visar kravet som det står nu och som det stod förut, och er bedömning."
HELP_CONFIRM_ONE = "Bekräftar att bedömningen gäller kravet som det står nu."
KEY_CONFIRM_ALL, HELP_CONFIRM_ALL = "Flera", "Bekräftar alla bedömningar, eller dem vars krav säger detsamma som förut."
HELP_FILTER = "Visar bara det som är samma, ändrat, nytt eller har upphört."
CONFIRM_TITLE = "Vilka bedömningar bekräftar ni?"
CONFIRM_SAME, CONFIRM_EVERY = "Dem vars krav säger detsamma som förut", "Alla"
NOT_CONFIRMED = {"new": "Kravet är nytt. Öppna det med Enter och gör en bedömning.",
                 "ended": "Kravet finns inte kvar. Bedömningen ligger kvar i filen."}
KEY_GO_THROUGH, HELP_GO_THROUGH = "Bedömningar", "Går igenom bedömningarna av de tidigare kraven efter ett byte."
WAITING_NOTE = "{what} av tidigare krav väntar på att ni bekräftar dem. F4 visar dem."
PROPOSAL_LABEL = "Gäller {label} hos er? Skriv er hänvisning, till exempel SFS-nummer och datum."
PROPOSAL_HELD = "Ni har angett att förslaget gäller: {label}."
KEY_IN_FORCE = "Det gäller"
HELP_IN_FORCE = "Anger att ett förslag gäller hos er, med er egen hänvisning. Går att ångra."
NO_PROPOSAL = "Katalogen har inget förslag."
KEY_TAKE_BACK = "Ta tillbaka"


def offers_above(counts: Mapping[str, int]) -> str:
    """Return how many there are of each kind."""
    words = {"same": ("samma", "samma"), "changed": ("ändrat", "ändrade"), "new": ("nytt", "nya"),
             "ended": ("upphör", "upphör")}
    return "  ".join(f"{count} {words[kind][count > 1]}" for kind, count in counts.items())


def waiting_note(count: int) -> str:
    """Return that judgements of former requirements wait, and how they are reached; empty where none does."""
    return WAITING_NOTE.format(what=judgements(count).capitalize()) if count else ""


def waiting_below(count: int) -> str:
    """Return that judgements of former requirements wait, where a command shows them; empty where none does."""
    return f"{judgements(count).capitalize()} av tidigare krav väntar: Ctrl+P och {KEY_GO_THROUGH}." if count else ""


def switched(label: str, waiting: int) -> str:
    """Return that the plan follows another set now, and how many judgements are offered for what follows."""
    told = f"Planen följer nu kraven enligt {label}. Era svar och bedömningar är orörda."
    if not waiting:
        return told
    return f"{told} {judgements(waiting).capitalize()} av tidigare krav väntar på att ni bekräftar dem."


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
