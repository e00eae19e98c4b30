"""The Swedish strings of the commands for reports, days, money and requirement sets."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts

#: The documents that have fields for a contact person.
MONEY_FORMS = ("rekvisition", "ekonomi")

COMMAND_OCCASION = "Lägg upp, skriv, jämför och frys ett rapporttillfälle."
COMMAND_DATE = "Visa redovisningsårets datum, bekräfta dem som era egna eller ta bort dem som inte gäller er."
COMMAND_MONEY = "Visa vad varje aktör har fått, vad det har gått till och vad som ska betalas tillbaka."
COMMAND_SETS = "Byt kravmängd med förhandsvisning, eller ange att ett förslag gäller hos er."

ARGUMENT_OCCASION_DO = ("lista, ny, visa, svara, bekrafta, kopiera, jamfor, frys eller lamnat: ”lista” visar alla, "
                        "”ny FORMULÄR” lägger upp ett, ”svara ID FRÅGA TEXT” skriver, ”frys ID” gör det oföränderligt, "
                        "”lamnat ID DATUM” noterar när ni lämnade in")
ARGUMENT_OCCASION_ID = "rapporttillfällets id; för ”ny” formulärets id, till exempel region2021"
ARGUMENT_ITEM = "frågans nummer, till exempel 1.2.1; ”kopiera” tar flera med komma; för ”lamnat” ett datum"
ARGUMENT_TEXT = "svaret; - läser från standard in; en tom text tar fram utkastet igen"
OPTION_ACTOR = "vem som lämnar in: region, rss eller en aktörs id"
OPTION_PART = "den första av formulärets dagar: delredovisning för halva året"
OPTION_YEAR = "året som redovisas (annars planens år)"
OPTION_TITLE = "rubrik på tillfället"
OPTION_FROM = "en annan planfil att jämföra med eller kopiera från, till exempel förra årets"
OPTION_OCCASION = "rapporttillfälle för en redovisning (annars det senaste)"
OPTION_CONTACTS = ("JSON-fil med blankettuppgifter, till exempel kontaktperson; de skrivs bara på blanketten och "
                   "sparas aldrig i planen")
ARGUMENT_DATE_DO = "lista, bekrafta eller avfarda"
ARGUMENT_DATE_ID = "datumets id, till exempel d2023-07"
ARGUMENT_DATE = "datum i ert år (annars det föreslagna)"
ARGUMENT_SETS_DO = "byt, bedomningar (visa det som ett byte lämnar att gå igenom), bekrafta, galler eller galler-inte"
ARGUMENT_SET = "kravmängd, till exempel OK2023; efter bekrafta ett krav"
OPTION_SETS_ACTOR = "bara den aktörens bedömningar"
OPTION_SAME = "bara krav som säger detsamma som förut"
OPTION_ALL_JUDGEMENTS = "bekräfta alla bedömningar av tidigare krav"
NEED_SET = "Skriv vilken kravmängd, till exempel OK2023."
NEED_JUDGEMENT = "Skriv vilket krav, eller lägg till --samma eller --allt."
OPTION_PREVIEW = "visa vad som ändras, utan att byta"
OPTION_FREEZE = "fryser rapporten som den är, fast det finns utkast och luckor"
OPTION_YES = "byt"
OPTION_REFERENCE = "er egen hänvisning, till exempel SFS-nummer och datum"

OCCASION_COLUMNS = ("Id", "Läge", "Sista dag", "Svar", "Rubrik")
NO_OCCASIONS = "Inga rapporttillfällen finns. Lägg upp ett med ”nvplan tillfalle FIL ny FORMULÄR”."
FROZEN = "fryst {date}"
DRAFT = "utkast"
SENT = common_texts.HANDED_IN
DEADLINE = {"bekraftad": "{date}", "forslag": "{date} (förslag)"}
DEADLINE_MISSING = "inte angiven"
ANSWERED = "{written} av {total}, {missing} saknas"
BEGUN = "Lade upp rapporttillfället {id}. Datum och period är förslag: kontrollera dem."
ITEM_COLUMNS = ("Nr", "Läge", "Vem", "Fråga")
STANDING = {"skrivet": "skrivet", "overfort": "överfört, inte bekräftat", "utkast": common_texts.DRAFT_FROM_PLAN,
            "ur_planen": "ur planen", "saknas": "saknas"}
MISSING_FROM = "{who} (saknas: {missing})"
COMPARED = {"samma": common_texts.SAME_AS_BEFORE, "andrad": "Ändrade", "ny": "Nya", "borta": "Borta"}
COMPARED_LINE = "{number}: {before} → {after}"
NOTHING = "inget"
NEED_ID = "Ange rapporttillfällets id. ”nvplan tillfalle FIL lista” visar dem."
NEED_FORM = "Ange formuläret, till exempel region2021, rss2021, vfu2023, rekvisition2023 eller ekonomi2023."
NEED_ITEM = "Ange frågans nummer, till exempel 1.2.1."
NEED_TEXT = "Ange svaret, eller - för att läsa från standard in."
DATE_COLUMNS = ("Id", "Datum", "Läge", "Mottagare", "Vad")
NEED_DATE_ID = "Ange datumets id. ”nvplan datum FIL” visar dem."
MONEY_COLUMNS = ("Aktör", "År", "Mottaget", "Använt", "Kvar", "Betalas tillbaka")
COST_COLUMNS = ("Aktör", "Belopp", "Kostnad")
SET_HOW = "Inget är ändrat. Byt med --ja. Bedömningarna går ni sedan igenom med ”krav FIL bedomningar”."
NEED_CHANGE = "Välj antingen --forhandsvisa eller --ja."


def freeze_first(lines: Sequence[str]) -> str:
    """Return what is left to do before a report is frozen, and how to freeze it as it is."""
    return f"{' '.join(lines)} Rapporten är inte fryst. Skriv svaren, eller frys den som den är med --ja."
