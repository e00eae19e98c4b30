"""What is said when a plan changes to another requirement set, in the command and in the planner."""

from __future__ import annotations

SET_BESIDE = "{label} gäller vid sidan av överenskommelserna. Välj en överenskommelse eller ett förslag."
SET_SAME = "Planen har redan kravmängden {label}."
SET_UNVERIFIED = "{label}: innehållet är inte verifierat."
SET_INCOMPLETE = ("Katalogen har bara en del av mängdens krav, eller inga. Att ett krav saknas här betyder inte att "
                  "det inte finns.")
SET_PROPOSED = "Mängden är bara föreslagen. Inget i den binder någon."
SET_RESTING = ("{count} kravbedömningar hör till den gamla mängden. De ligger kvar i filen och syns igen om ni byter "
               "tillbaka.")
SET_SWITCHED = "Kravmängden är nu {label}. Era svar och bedömningar är orörda."
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
TITLE = "Kravmängd"
HELP = "Byter vilken överenskommelse planen mäts mot. Ni ser först vad bytet betyder."
ABOUT = ("En kravmängd är kraven ur en överenskommelse, eller ur ett förslag. Checklistan och granskningen följer "
         "planens mängd. Ett byte ändrar inga svar, och bedömningar av krav som faller bort ligger kvar i filen. "
         "Lagkrav gäller vid sidan av och följer alltid med.")
WHICH = "Mot vilken kravmängd mäts planen?"
KEY_SWITCH = "Byt"
HELP_SWITCH = "Byter till den valda kravmängden. Går att ångra med Ctrl+Z."
SWITCH_QUESTION = "Byta kravmängd till {label}?"
NOTHING_CHOSEN = "Planen mäts mot den här mängden. Välj en annan för att se vad ett byte betyder."
