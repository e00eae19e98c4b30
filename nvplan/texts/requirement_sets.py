"""What is said when a plan changes to another requirement set, in the command and in the planner."""

from __future__ import annotations

SET_BESIDE = "{label} gäller vid sidan av överenskommelserna. Välj en överenskommelse eller ett förslag."
SET_SAME = "Planen följer redan kraven enligt {label}."
SET_UNVERIFIED = "{label}: innehållet är inte verifierat."
SET_INCOMPLETE = ("Katalogen har bara en del av mängdens krav, eller inga. Att ett krav saknas här betyder inte att "
                  "det inte finns.")
SET_PROPOSED = "Mängden är bara föreslagen. Inget i den binder någon."
SET_RESTING = ("{count} kravbedömningar hör till de tidigare kraven. De ligger kvar i filen och syns igen om ni byter "
               "tillbaka.")
SET_SWITCHED = "Planen följer nu kraven enligt {label}. Era svar och bedömningar är orörda."
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
