"""The Swedish strings of the reports: rapporttillfällen, money, dates and requirement sets over time."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import registers as registers_texts
from nvplan.texts.documents import listed

NONE = "inget"
FROM_TO = common_texts.FROM_TO
TEXT_TOO_LONG = common_texts.VALUE_TOO_LONG

# -- money ---------------------------------------------------------------------------------------------------------
COST_LINE_FORM = "Rad {number} (”{line}”) saknar post eller belopp. Skriv post, kolon och belopp: Löner: 120 000."
COST_LINE_AMOUNT = "Rad {number}: {fault}"
COST_LINE_NEGATIVE = "Rad {number}: beloppet är mindre än noll. Skriv kostnaden utan minus."
COST_SUM = "Posterna blir {sum} kr tillsammans, men summan är {used} kr. Rätta posterna eller töm summan."
REPAY_BEFORE_RECEIVED = "Pengarna ska återbetalas innan de är utbetalda. Rätta det ena datumet."
REPAID_BEFORE_RECEIVED = "Pengarna är återbetalda innan de är utbetalda. Rätta det ena datumet."
REPAID_TOO_MUCH = "{repaid} kr är mer än de {received} kr som betalades ut. Rätta det ena beloppet."

# -- data/redovisning/kopplingar.jsonl -----------------------------------------------------------------------------
FAULT_LINK_PLAN = "plans har ”{kind}”, som inte finns i kodlistan planslag. Rätta det."
FAULT_LINK_DECISION = "decisions har ”{subject}”, som inget beslut kan handla om. Rätta det."
FAULT_LINK_KIND = "kinds har ”{kind}”, som inte finns i kodlistan insatstyp. Rätta det."
FAULT_LINK_TWICE = "”{item}” står två gånger. Slå ihop raderna."
FAULT_LINK_ITEM = "”{item}” finns inte i något formulär. Rätta raden."
FAULT_LINK_SAME = ("frågan ”{question}” kan inte vara samma text som raden. Det ska vara en av radens frågor, med "
                   "en lång text som länet svarar på en gång.")
#: What an answer that came along from the plan of the year before is said to be carried from.
LAST_YEARS_PLAN = "förra årets plan"
FAULT_LINK_QUESTION = "frågan ”{question}” finns inte i planerna. Rätta raden."

# -- requirement sets over time ------------------------------------------------------------------------------------
OWN_STANDING = "{label} – länets egen uppgift"
_LATEST_CHECKED = "Det är den senaste vars text är kontrollerad."
_MAY_BE_NEWER = "En nyare kan gälla{years}: kontrollera det."
REFERENCE_MISSING = "Ange er hänvisning, till exempel SFS-nummer och datum: --hanvisning \"SFS 2026:123, 1 juli 2026\"."

# -- money in words ------------------------------------------------------------------------------------------------
COST_TWICE = ("Insatsen {effort} är kopplad till både {first} och {second}. Kostnaden räknas en gång. Skriv hur mycket "
              "som hör till var och en, som poster.")
COST_UNKNOWN = "Insatsen {title} har ingen kostnad. Fyll i kostnaden på insatsen."
COST_NOT_BEGUN = "Insatsen {title} har inte börjat. Den räknas inte till det som är använt."
COST_OF_YEARS = ("Det framgår inte hur mycket av kostnaden för {title} som hör till {year}. Skriv den i Kostnad per år "
                 "på insatsen, eller som en post.")
RECEIVED_ABOVE = "{title}: mer är utbetalt än vad överenskommelsen ger. Kontrollera beloppen."
COST_LINE_YEAR = "Rad {number} (”{line}”) saknar år eller belopp. Skriv år, kolon och belopp: 2027: 120 000."
COST_LINE_TWICE = "Rad {number}: {year} står redan på en rad ovanför. Skriv ett belopp för varje år."
COST_LINE = "{title}: {amount}"
ACCOUNT = "Medel {year}: mottaget {received}, använt {used}, kvar {unused}."
#: What is to be repaid where it is all that is left.
ACCOUNT_ALL = "Det som är kvar"
ACCOUNT_LEFT = " {what} ska betalas tillbaka senast den {date}."
ACCOUNT_LEFT_SOME_DAY = " {what} ska betalas tillbaka. Ingen dag är angiven."
DAY_MISSING = "dag inte angiven"
AMOUNT_MISSING = common_texts.NOT_GIVEN
RECIPIENTS = {"region": "regionen", "kommuner": "länets kommuner"}
FROM_MONEY = "Medel i planen"
SUGGESTED_AMOUNT = "{source} (förslag, kontrollera mot beslutet)"
ALLOTMENT = "Tabellen för {year} ger {recipient} {amount} (källa: {source})."
ALLOTMENT_SUM = "Tillsammans {amount}."
ALLOTMENT_UNCHECKED = ("Överenskommelsens tabeller säger inte hur flera RSS i ett län delar kommunernas medel. "
                       "Kontrollera beloppet mot beslutet.")
NO_ALLOTMENT = ("Med flera RSS i länet framgår det inte hur de delar kommunernas medel. Hämta beloppet ur beslutet.")
REPAY_UNKNOWN = "Det som är kvar räknas ut när bidrag och kostnader är ifyllda."
REPAY_NOTHING = "Inget är kvar att betala tillbaka."
REPAY_BY = "{amount} är kvar och ska betalas tillbaka senast den {date}."
REPAY_BY_MONEY = "{amount} är kvar. Enligt Medel i planen ska de betalas tillbaka senast den {date}."
REPAY_SUGGESTED = ("{amount} är kvar. Förslag på sista dag för återbetalning: {date}. Ni har inte bekräftat dagen.")
REPAY_NO_DAY = "{amount} är kvar. Ange vilken dag det ska vara återbetalt."
CALENDAR_YEAR = "kalenderåret {year}"
DIARY_MISSING = ("Båda diarienumren från Regeringskansliet ska stå på handlingen, {count} av 2 finns. Fyll i dem på "
                 "rapporttillfället, överenskommelsens först.")
DIARY_SAME = "De två diarienumren är lika. Det ena är överenskommelsens, det andra är utbetalningsbeslutets."
DIARY_OTHER = ("Överenskommelsen har två diarienummer: {own} här och {other} i den andra blanketten för samma år. "
               "Rätta det som är fel.")
ALREADY_PAID = ("Enligt Medel i planen är {amount} för {year} redan utbetalda. Kontrollera vad ni ska rekvirera, eller "
                "rätta under Medel.")
WHAT_RECEIVED = common_texts.RECEIVED
WHAT_COSTS = "kostnader"
SUM_DIFFERS = "Summorna går inte ihop: {what} är {given} på rapporttillfället men {summed} under Medel."
UNUSED_DIFFERS = "Oförbrukade medel är angivna till {given}, men bidraget minus kostnaderna blir {right}."
COSTS_EXCEED = "Kostnaderna är {amount} högre än bidraget. Den delen betalar ni själva."
CERTIFICATE_MISSING = "Ekonomichefen, eller motsvarande, har inte valt alternativ 1 eller 2."
NO_MONEY = "Inga medel är inlagda. Lägg till med ”nvplan objekt FIL medel satt”."


def other_year(amounts: int, year: int, reported: int | None) -> str:
    """Return that one or several amounts of a table are of another year than the form's, which may not be told."""
    which = "Beloppet" if amounts == 1 else "Beloppen"
    if reported is None:
        return f"{which} gäller {year}. Kontrollera vad som gäller för er period."
    return f"{which} gäller {year}. Formuläret gäller {reported}, och för det året finns ingen tabell här."


# -- drafts --------------------------------------------------------------------------------------------------------
PART_TITLES = {
    "oversikt": "Insatser efter område", "resultat": "Uppnådda resultat",
    "paborjat": "Påbörjade åtgärder", "genomfort": "Genomförda åtgärder", "planerat": "Planerade åtgärder",
    "pausat": "Pausade åtgärder", "avbrutet": "Avbrutna åtgärder",
    "jamstalldhet": "Jämställdhet", "medel": "Medel", "malbildsbeslut": "Beslut om målbilden",
    "andra_planer": registers_texts.OTHER_PLANS, "infort": "Infört under året", "mal": "Mål",
    "planbeslut": "Beslut om planen", "vfu": "Veckor och platser för VFU",
}
LINE = "– {text}"
FACT_LINE = common_texts.LABELLED
ELSEWHERE = "{title} (se {number})"
DIARY = "diarienummer {number}"
GOAL_NOT_MEASURED = "inget är mätt än"
AREA_MISSING = "Område saknas"
RESULT_EFFECT = "Effekt: {text}"
RESULT_KNOWN = "Uppföljning: {text}"
STATE_MISSING = "läge saknas"
SPREAD_MISSING = "spridning saknas"
REACH, REACH_YET = "når {part} av {whole} {unit}", "når ännu {part} av {whole} {unit}"
PROVIDER = {"egen": "egen regi", "privat": "privat regi", "bada": "egen och privat regi"}
RESPONSIBLE = "ansvarig {name}"
STARTS = "från {date}"
ENDS = "till {date}"
EFFORT_LINE = "{title} ({facts})"
EFFORT_REASON = ". Skäl: {text}"
#: What insatser of a state do, in the order of what goes on, what is ready, what rests and what comes.
STANDS = {"pagaende": "pågår", "paborjad": "har börjat", "avslutad": "har genomförts", "pausad": "har pausats",
          "avbruten": "har avbrutits", "planerad": "planeras", "": "har inget angivet läge"}
#: At most so many insatser of an area and a state are named in a line.
_MOST_EFFORTS = 3

# -- the målbild ---------------------------------------------------------------------------------------------------
FROM_QUESTION = "planens svar om ”{about}”"
FROM_DECISIONS = "besluten om målbilden"
FROM_REPORT = "skrivet i redovisningen"
FROM_PLAN_ONLY = "Den kolumnen fylls i av programmet."
ONE_DATE = "Skriv ett datum eller en månad, inte en period."
DECISIONS_BACKWARDS = "Det sista beslutet ligger före det första. Skriv den tidigaste månaden först."
DECIDED_BEFORE_STARTED = "Beslutet ligger före den månad då arbetet började. Rätta det ena datumet."
IN_FORCE_BEFORE_STARTED = "Målbilden skulle träda i kraft innan arbetet började. Rätta det ena datumet."
WHAT_STARTED = "När arbetet började"
WHAT_IN_FORCE = "När målbilden träder i kraft"
VISION_DIFFERS = "{what}: {mine} säger {one}, {theirs} säger {two}."
VISION_OUTSIDE = "Regionen förankrar målbilden {region}, men RSS anger beslut {county}."
VISION_IN_FORCE = "Beslutet ”{title}” träder i kraft {decision}, men redovisningen säger {report}."
VISION_BEFORE_DECISION = "Målbilden träder i kraft {force}, före det första beslutet {decided}."
VISION_COUNT = "{said} aktörer har svarat att de har antagit målbilden, men beslutet säger {adopted}."

# -- vfu -----------------------------------------------------------------------------------------------------------
VFU_YEARS_BACKWARDS = ("Den genomförda terminen ({done}) ligger inte före den uppskattade ({expected}). Rätta åren i "
                       "1.7.vfu.")
VFU_TERMS = "{done}. {expected}, uppskattat."
VFU_OTHER_YEAR = "{actor} har angett år {year} där de andra har {other}. Talen går inte att lägga ihop."
VFU_PART_PLACE = "{actor}: antalet platser har decimaler. Skriv hela platser."

# -- contact details -----------------------------------------------------------------------------------------------
CONTACTS_UNREADABLE = ("{name} går inte att läsa som blankettuppgifter. Skriv JSON: "
                       '{{"region": {{"kontaktperson": "…", "telefon": "…"}}}}.')
CONTACTS_VALUE = "{name}: ”{field}” ska vara en text på en rad, högst {most} tecken."

# -- days ----------------------------------------------------------------------------------------------------------
DAY_NEEDED = "Ange en dag, till exempel 2028-03-31. Nu finns bara {date}."
DAY_CONFIRMED = "Bekräftat: {title}, den {date}."
DAY_DISMISSED = "”{title}” gäller inte er och påminns inte om längre."
DAY_SUGGESTED = "{title} (förslag, inte bekräftat)"
TO_RECEIVER = "Till {receiver}."
MOVED_FROM = "Mönster från {year}: {date}. Kontrollera vad som gäller i år."
DAY_STANDING = {"forslag": "förslag, inte bekräftat", "bekraftad": "bekräftat", "galler_inte": "gäller inte er"}
DAY_PASSED = "passerat"
DAY_DATE, DAY_IS, DAY_RECEIVER = "Dag", "Läge", "Till"
DAY_FROM, DAY_NOTE, DAY_SOURCE = "Bygger på", "Att veta", "Källa"

# -- occasions -----------------------------------------------------------------------------------------------------
ALL_ACTORS = "alla"
#: What a report of questions is called, and one of half a year: its form is Socialstyrelsen's, it may go to another.
OCCASION_QUESTIONS = "{actor}: redovisning för {year}"
OCCASION_QUESTIONS_PART = "{actor}: redovisning för första halvåret {year}"
OCCASION_TITLE = "{form}, {year}, {actor}"
OCCASION_TITLE_PART = "{form}, första halvåret {year}, {actor}"
YEAR_WHOLE = "Skriv året med fyra siffror, till exempel 2027."
YEAR_OUTSIDE = "Skriv året som ni redovisar, från {first} till {last}."
FORM_IS_OUTLINE = "{title} är nvplans egen disposition och inget formulär att redovisa på."
FORM_WITHOUT_DOCUMENT = "Formuläret ”{form}” har inget dokument för den aktören. Välj ett annat formulär."
ACTOR_NOT_OF_FORM = "{actor} lämnar inte in {title}."
ACTOR_HANDS_IN_NONE = "{actor} lämnar inte in {document}. Välj regionen eller RSS."
NOBODY_HANDS_IN = "Planen har ingen aktör som lämnar in {document}. Lägg till en RSS under Aktörer."
OCCASION_OTHER_FORM = "Rapporttillfället ”{id}” har formuläret {form}. Det hör inte till {document}."
OCCASION_FROZEN = "”{title}” frystes den {date} och går inte att ändra. Lägg upp ett nytt rapporttillfälle."
ITEM_UNKNOWN = "”{wanted}” finns inte i {form}. Ange frågans nummer, till exempel 1.2.1."
ITEM_PERSONAL = "”{text}” är en kontaktuppgift eller underskrift. Den sparas aldrig i planen."
ITEM_AMOUNT = "”{text}” räknas ut. Fyll i beloppen under Medel."
ITEM_NOT_WRITTEN = "”{text}” har inget eget svar. Svara på frågorna under den, eller i planen."
ITEM_WRITTEN = "Svaret på {number} är sparat."
ITEM_CLEARED = "Svaret på {number} är borttaget. Utkastet ur planen visas igen."
#: What funds are called that an older file's report told the amounts of.
FUNDS_TITLE = "Medel {year}"
ITEM_ANSWERED = "Svaret på {number} är sparat. Det är planens svar på ”{question}”."
ITEM_ANSWER_CLEARED = "Svaret på {number} är borttaget, också ur planens fråga ”{question}”."
ITEM_CONFIRMED = "{number} är bekräftat."
NOTHING_CARRIED = "{number} är inte överfört, så det finns inget att bekräfta."
NO_PREVIOUS = "Rapporten har ingen tidigare att jämföra med. Ange den i fältet ”Förra tillfället”."
NO_PREVIOUS_IN_FILE = "{name} har inget rapporttillfälle med samma formulär och aktör."
SNAPSHOT_NAME = "Rapport {title} {when}"
FROZEN = ("”{title}” är fryst. Från och med nu visas den frysta versionen. Den ändras inte. Den kan vara en "
          "allmän handling: fråga er registrator. Skicka in den själva; nvplan skickar ingenting.")
FREEZE_MISSING = "{questions} saknar svar: {numbers}."
FREEZE_DRAFTED = "{questions} har bara utkastet ur planen, som fryses som det är: {numbers}."
FREEZE_CARRIED = "{questions} har överförda svar som ingen har bekräftat: {numbers}."
HANDED_IN = "Noterat: ”{title}” lämnades in den {date}."
NOT_HANDED_IN = "”{title}” är inte längre noterad som inlämnad."
HANDED_IN_DAY = "Skriv vilken dag ni lämnade in, till exempel 2027-03-31."
HANDED_IN_AHEAD = "{date} har inte varit än. Notera inlämningen när den är gjord."
HANDED_IN_BEFORE = "Dagen ligger före perioden som redovisas. Rätta datumet."
CARRIED_NONE = "Det finns inget att föra över."


def efforts_stand(titles: Sequence[str], state: str) -> str:
    """Return what the insatser of a state do (”A” och ”B” pågår.), the first of many by name; none is what all do."""
    named = [f"”{one.rstrip('.')}”" for one in titles[:_MOST_EFFORTS]]
    named += [f"{len(titles) - len(named)} till"] if len(titles) > len(named) else []
    return f"{listed(named)} {STANDS[state]}." if named else f"{STANDS[state].capitalize()}."


def vfu_term(year: int, weeks: str, places: str) -> str:
    """Return the weeks and places of a spring term."""
    return (f"Våren {year}: {weeks} {'vecka' if weeks == '1' else 'veckor'} "
            f"och {places} {'plats' if places == '1' else 'platser'}")


def vfu_of(answered: int, asked: int, line: str) -> str:
    """Return the sums with how many of those who were asked they are of."""
    told = "En" if answered == 1 else common_texts.in_words(answered).capitalize()
    return f"{line} {told} av {common_texts.in_words(asked)} kommuner har svarat."


def goal_from(base: str, year: str) -> str:
    """Return from where a goal is counted; empty where that is not known."""
    return f"utgångsläge {base} ({year})" if base and year else f"utgångsläge {base}" if base else ""


def goal_to(target: str, by: str) -> str:
    """Return what a goal aims at and by when; empty where that is not known."""
    return f"målet är {target} senast {by}" if target and by else f"målet är {target}" if target else ""


def goal_last(value: str, when: str) -> str:
    """Return the latest value of a goal and when it was measured."""
    return f"senast mätt {value} ({when})"


def either(words: Sequence[str]) -> str:
    """Return words as alternatives."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} eller {words[-1]}"


def unknown_occasion(wanted: str, near: Sequence[str]) -> str:
    """Return that there is no such occasion, with those that there are."""
    told = f"Rapporttillfället ”{wanted.strip()}” finns inte."
    return f"{told} Välj {either(near)}." if near else f"{told} Lägg upp ett med ”nvplan tillfalle FIL ny FORMULÄR”."


def unknown_day(wanted: str, near: Sequence[str]) -> str:
    """Return that there is no such day, with the nearest."""
    return f"Datumet ”{wanted.strip()}” finns inte. Välj {either(near)}."


def unknown_contact(name: str, field: str, near: Sequence[str]) -> str:
    """Return that no form has such a contact detail, with those that there are."""
    return f"{name}: uppgiften ”{field}” finns inte på blanketterna. Välj {either(near)}."


def choose_actor(actors: Sequence[str]) -> str:
    """Return that it must be said who hands the report in."""
    return f"Ange vem som lämnar in med --aktor: {either(actors)}." if actors else (
        "Planen har ingen aktör som lämnar in formuläret. Lägg till en under Aktörer.")


def carried_numbers(numbers: Sequence[str]) -> str:
    """Return which answers were carried over."""
    return f"Fört över: {', '.join(numbers)}. Bekräfta eller skriv om vart och ett."


def questions(count: int) -> str:
    """Return so many questions."""
    return "1 fråga" if count == 1 else f"{count} frågor"


def frozen_counts(written: int, carried: int, drafted: int, missing: int) -> str:
    """Return how many answers were frozen, by how far they had come."""
    parts = [f"{written} skrivna eller hämtade ur planen"]
    parts += [f"{carried} överförda och inte bekräftade"] if carried else []
    parts += [f"{drafted} bara utkast"] if drafted else []
    parts += [f"{missing} utan svar"] if missing else []
    return f"Fryst: {', '.join(parts)}."


def set_told(name: str, years: str) -> str:
    """Return an agreement that has ended, and what it means for a plan of `years` (empty where they are not known)."""
    newer = _MAY_BE_NEWER.format(years=f" för {years}" if years else "")
    return f"{name[:1].upper()}{name[1:]}. {_LATEST_CHECKED} {newer}"
