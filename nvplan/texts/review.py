"""What Granska says, one sentence a finding. Titles, reasons and remedies stand in data/granskningsregler.jsonl."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nvplan.texts import common as common_texts
from nvplan.texts import registers as registers_texts

COMMAND = "Granska planen och lista det som behöver rättas."
LEVELS = {"fel": "FEL", "varning": "VARNING", "info": "UPPLYSNING"}
ACKNOWLEDGED = "{text} Får stå: {reason}"
NOTHING = "Granskningen hittade inget att anmärka på."
UNTITLED = "utan rubrik"
AND_MORE = "{shown} och {count} till"

#: By rule: what is the matter at the place that is named.
TEXTS = {
    "innehall-passar-inte": "{where}: {reason} Där står ”{text}”. Det används inte men är kvar i filen.",
    "innehall-okant": "{where}: {reason} Det används inte men är kvar i filen.",
    "svar-eller-register": "{where}: svaret ”{text}” står kvar från en äldre fil, men registret säger något annat.",
    "svar-utan-plats": "{where}: {reason} Där står ”{text}”, som finns kvar i filen.",
    "insats-utan-lage": "Insatsen ”{title}” saknar läge.",
    "insats-utan-spridning": "Insatsen ”{title}” saknar spridning.",
    "delmal-passerat": "Delmålet ”{title}” i insatsen ”{effort}” skulle vara klart senast {date}.",
    "insats-slut-passerat": "Insatsen ”{title}” skulle vara klar senast {date}, men är {state}.",
    "insats-start-passerad": "Insatsen ”{title}” skulle börja {date} men är fortfarande planerad.",
    "insats-projekt-utan-fortsattning": "Insatsen ”{title}” är ett projekt eller en pilot, och det står inte vad som "
                                        "händer efteråt.",
    "insats-bara-prestation": "Insatsen ”{title}” har en prestation men ingen effekt.",
    "insats-effekt-utan-hur": "Insatsen ”{title}” har en effekt, men det står inte hur ni vet det.",
    "insats-utbildning-utan-regi": "Insatsen ”{title}” är information eller utbildning, men det står inte om privata "
                                   "utförare är med.",
    "insats-utan-datum-ansvar": "Insatsen ”{title}” har börjat men saknar {what}.",
    "insats-utan-skal": "Insatsen ”{title}” är {state}, men det står inte varför.",
    "insats-utan-rackvidd": "Insatsen ”{title}” säger inte hur många den når av hur många.",
    "insats-bredd-utan-alla": "Insatsen ”{title}” kallas breddinförd men når {reached} av {of}.",
    "insats-avslutad-utan-resultat": "Insatsen ”{title}” är avslutad, men varken prestation eller effekt är ifylld.",
    "insats-utan-plats": "Insatsen ”{title}” hör varken till en plan eller till ett område.",
    "insats-dubblett": "Insatsen ”{title}” har samma rubrik som {other}.",
    "insats-kostnad-under-aren": "Insatsen ”{title}” kostar {cost} kr, men åren blir tillsammans {years} kr. "
                                 "Dokumenten visar årens summa.",
    "insats-planerad-breddinford": "Insatsen ”{title}” är både planerad och breddinförd.",
    "mal-utan-basvarde": "{what} saknar {missing}. Ökningen går inte att räkna.",
    "mal-under-nationellt": "Målet ”{title}” har nivån {target}. Det nationella målet är {national}.",
    "mal-utan-niva": "Målet ”{title}” saknar {missing}.",
    "mal-bas-utan-kalla": "Målet ”{title}” räknas från {baseline}, men säger inte var det talet kommer från.",
    "matning-fore-basar": "Målet ”{title}” räknas från {year}, men den senaste mätningen är från {date}.",
    "mal-at-fel-hall": "Målet ”{title}” har nivån {target}, men basvärdet är {baseline}. Det är åt fel håll.",
    "mal-passerat-utan-matning": "Målet ”{title}” skulle vara nått senast {date}, men ingen mätning följer det.",
    "mal-lage-passerat": "Målet ”{title}” skulle vara nått senast {date}. Ingen har skrivit om det är nått.",
    "mal-saknas-for-nationellt": "Ni har svarat att alla fem mål är inlagda, men mål saknas för {goals}.",
    "andel-utan-namnare": "En andel med fast kontakt saknar nämnare: {what}.",
    "andel-utan-kalla": "En andel med fast kontakt saknar källa: {what}.",
    "index-utan-urval": "{what} saknar urvalsregel. Det går inte att se vilka patienter som räknas.",
    "index-for-fa-besok": "Mätningen ”{title}” räknar med patienter som har färre än två besök. De har inget index.",
    "andel-hog-index-osakert": "{share} procent har fast läkarkontakt, men kontinuitetsindex för läkare {index}.",
    "aktivt-val-okant": "Det framgår inte hur många som själva har valt sin fasta läkarkontakt: {what}.",
    "matning-raknar-fel": "Mätningen ”{title}” anger {value} procent, men {part} av {whole} är {right} procent.",
    "matning-utan-kalla": "Mätningen ”{title}” saknar {missing}.",
    "matning-liten-grupp": "Ett värde bygger på färre än fem personer: {what}.",
    "krav-obedomt-vid-frysning": "{requirement} är ett ska-krav, men {actor} har inte bedömt det. Rapporten ”{report}” "
                                 "är fryst.",
    "krav-uppfyllt-utan-underlag": "{actor} bedömer {requirement} som uppfyllt, men inget visar det.",
    "krav-uppfyllt-bara-planerat": "{actor} bedömer {requirement} som uppfyllt, men alla insatser för kravet är bara "
                                   "planerade.",
    "krav-ej-tillampligt-utan-skal": "{actor} bedömer {requirement} som inte tillämpligt, men det står inte varför.",
    "krav-klart-obedomt": "{actor} har markerat arbetet med {requirement} som klart, men kravet är inte bedömt.",
    "krav-fore-bytet": "{what} av tidigare krav väntar på att ni bekräftar dem.",
    "krav-fel-aktor": "{requirement} riktar sig inte till {actor}. Bedömningen räknas inte.",
    "beslut-utan-uppgifter": "Beslutet ”{title}” är antaget men saknar {missing}.",
    "beslut-vantar-passerat": "Beslutet ”{title}” väntar, men dagen {date} har passerat.",
    "malbild-utan-alla": "Målbilden är {standing}, men {adopted} av {bodies} har antagit den.",
    "plan-utan-alla": "Planen är beslutad, men {adopted} av {bodies} har antagit den.",
    "hinder-utan-agare": "Hindret ”{title}” saknar {missing}.",
    "hinder-utan-svar": "Hindret ”{title}” lyftes {date} och har inte fått svar inom {days} dagar.",
    "hinder-svar-sent": "Hindret ”{title}” fick svar {date}. Sista dagen var {due}.",
    "hinder-utan-dag": "Hindret ”{title}” har ingen dag då det lyftes. Det går inte att se om svaret är sent.",
    "hinder-svar-passerat": "Hindret ”{title}” skulle ha svar senast {date}.",
    "rutin-gammal": "{what} är äldre än 24 månader.",
    "rutin-utan-oversyn": "{what} saknar dag för översyn.",
    "underlag-utgatt": "Underlaget ”{title}” gällde till {date}.",
    "underlag-utan-plats": "Underlaget ”{title}” är {status}, men det står inte var det finns.",
    "remiss-obehandlad": "Planen är beslutad, men synpunkten från {body} är inte behandlad.",
    "remiss-utan-svar": "Synpunkten från {body} är behandlad, men det står inte hur.",
    "kontinuitet-utan-indexinsats": "Ingen insats i handlingsplanen för kontinuitet syftar till att höja "
                                    "kontinuitetsindex.",
    "patientkontrakt-utan-sip": "Det står inte hur överenskommelsen förhåller sig till SIP.",
    "kommun-utan-medverkan": "{actor} har inte svarat på något i kapitlet ”{title}”.",
    "riktvarde-som-grans": "Ni använder talet 1 100 {how}{why}.",
    "jamstalldhet-saknas": "Texten om jämställdhet är tom.",
    "sikt-bakvand": "Den korta sikten slutar {short}, efter den långa som slutar {long}.",
    "planuppgifter-tva": "De två handlingsplanerna är en, men har var sina uppgifter: ”{one}” och ”{other}”.",
    "oversyn-passerad": "Dagen för översyn, {date}, har passerat: {what}.",
    "beslutad-utan-datum": "Planen är beslutad, men {missing} saknas.",
    "beslutad-ofullstandig": "Planen är beslutad, men {left} kärnfrågor är inte besvarade i {plan}.",
    "overtaget-obekraftat": "{count} svar är övertagna från förra planen och inte bekräftade: {questions}.",
    "svar-utan-fraga": "Svaret på ”{what}” visas inte, för frågan ställs inte som de andra svaren är nu.",
    "overhoppat": "{count} frågor är överhoppade, och planen är inte längre ett utkast: {questions}.",
    "kapitel-utan-mote": "Besvarade kapitel som inte har varit uppe på något möte: {chapters}.",
    "hanvisning-saknas": "”{title}” hänvisar till {missing} i fältet {field}. Det finns inte.",
    "personnummer": "Texten ser ut att innehålla ett personnummer.",
    "kontaktuppgift": "Texten innehåller {what}.",
    "platshallare": "Texten innehåller en platshållare: ”{what}”.",
    "rapport-forsenad": "Sista dagen för ”{title}” var {date}, men rapporten är inte fryst.",
    "rapport-datum-obekraftat": "Sista dagen för ”{title}”, {date}, är ett förslag som ni inte har bekräftat.",
    "ekonomi-utan-diarienummer": "”{title}” har {count} av 2 diarienummer från Regeringskansliet.",
    "ekonomi-utan-intyg": "”{title}” saknar ekonomichefens granskning.",
    "ekonomi-summa": "”{title}”: {received} minus {costs} är {right} kronor, men oförbrukat är {unused}.",
    "ekonomi-utan-aterbetalning": "”{title}” har {unused} kronor kvar men ingen dag för återbetalning.",
    "medel-utan-aterbetalning": "{actor} har {left} kronor kvar för {year}, men ingen dag för återbetalning.",
    "medel-aterbetalning-passerad": "{actor} skulle ha betalat tillbaka {left} kronor senast {date}.",
    "medel-aterbetalning-ofullstandig": "”{title}” är återbetald, men {what} saknas.",
    "medel-aterbetalt-for-mycket": "{actor} har betalat tillbaka {repaid} kronor för {year}. Kvar var {unused}.",
    "medel-overskridet": "{actor} har {exceeded} kronor högre kostnader än bidrag för {year}.",
    "medel-over-beviljat": "”{title}”: {received} kronor är utbetalda, men {granted} är beviljade.",
    "medel-kostnad-okand": "”{title}” räknar med kostnaden för {efforts}, som inte är ifylld för året.",
    "medel-insats-dubbelt": "Insatsen ”{effort}” är kopplad till både ”{first}” och ”{title}”.",
    "medel-ar-slut-utan-utbetalning": "”{title}” är beviljat för {year}, men det står inte vad som är utbetalt.",
    "medel-ar-slut-utan-kostnader": "{actor} har fått {received} kronor för {year}, men inga kostnader är ifyllda.",
    "ekonomi-diarienummer-lika": "”{title}” har samma diarienummer två gånger: {number}.",
    "ekonomi-annan-summa-an-medel": "”{title}”: {what} är {given} kronor på rapporten men {summed} under Medel.",
    "rapport-fryst-ej-inlamnad": "”{title}” är fryst men inte noterad som inlämnad. Sista dagen var {date}.",
    "rapport-inlamnad-ej-fryst": "”{title}” lämnades in {date} men är inte fryst.",
    "rapport-inlamnad-sent": "”{title}” lämnades in {sent}. Sista dagen var {date}.",
    "rapport-utan-sista-dag": "”{title}” saknar sista dag.",
    "karna-obesvarad": "{left} av {asked} kärnfrågor i {plan} är inte klara: {chapters}.",
    "register-tomt": "{what} för {plans}.{rest}",
    "krav-obedomda": "{count} av {all} ska-krav är inte bedömda av någon. De tre planerna rymmer {plans} av "
                     "de {all}, och ett krav kan höra till flera av dem.",
    "svar-mot-svar": "Svaret ”{one}” på ”{first}” går inte ihop med svaret ”{two}” på ”{second}”{who}.",
    "svar-mot-bedomning": "{actor} bedömer {requirement} som uppfyllt, men svaret på ”{question}” är ”{answer}”.",
    "sip-motsagelse": "{told}",
    "kommun-nej-men-insats": "{actor} svarar att den inte deltar i utvecklingen, men arbetar med insatsen ”{title}”.",
    "andel-namnare-olika": "Målet ”{title}” har en annan nämnare än den ni räknar andelen på: ”{said}”.",
    "plan-antagen-men-utkast": "Alla {bodies} har antagit den gemensamma planen, men den är märkt {standing}.",
    "del-storre-an-helhet": "{part}: {few}. Det är mer än ”{whole}”: {all}{row}.",
    "datum-omkastade": "”{first}”: {one}. ”{second}”: {two}. Det första kommer efter det andra.",
    "borda-okar": "Arbetet har blivit tyngre. {how} Det står inte vad ni gör åt det.",
    "giltighet-fore-planaret": "”{what}”: {date}. Planen gäller {year}.",
    "avtal-passerat": "{actor}: avtalet om läkarmedverkan ska gälla, men det gick ut {date}.",
    "svar-over-gransen": "Svaret på ”{what}” ryms inte i frågan. {fault}",
    "rapporter-malbild": "{told}",
    "rapporter-sida-vid-sida": "{told}",
    "rapport-text-utan-svar": "Rapporten har en egen text (punkt {numbers}). Planen frågar efter samma sak: "
                              "{questions}.",
    "rapport-text-aldre-an-svar": "Planens svar har ändrats sedan texten i rapporten skrevs (punkt {numbers}): "
                                  "{questions}.",
    "rapport-dubbel": "”{title}” gäller samma frågor, aktör och period som ”{first}”.",
    **registers_texts.REVIEW,
}

# -- words inside the sentences ------------------------------------------------------------------------------------
AND = " och "
START, RESPONSIBLE = "startdatum", "ansvarig"
BASELINE, BASELINE_YEAR = "basvärde", "basår"
TARGET, TARGET_DATE, KNOWN_BY = "nivå", "slutdatum", "hur ni vet att det är nått"
SOURCE, MEASURED = "källa", "mätdatum"
DECIDED, DIARY_NUMBER, BODY, CONDITION = "datum", "diarienummer", "beslutande organ", "villkor"
OWNER, LEVEL = "ägare", "nivå"
GOAL_NAMED = "Målet ”{title}”"
INDEX_NAMED = {"lakare": common_texts.INDEX_DOCTORS, "alla": common_texts.INDEX_ALL,
               "sabo": "Kontinuitetsindex i särskilt boende"}
#: Where the count is one.
TEXTS_ONE = {
    "beslutad-ofullstandig": "Planen är beslutad, men en kärnfråga är inte besvarad i {plan}.",
    "overtaget-obekraftat": "Ett svar är övertaget från förra planen och inte bekräftat: {questions}.",
    "karna-obesvarad": "En av {asked} kärnfrågor i {plan} är inte klar: {chapters}.",
    "krav-obedomda": "Ett av {all} ska-krav är inte bedömt av någon. De tre planerna rymmer {plans} av "
                     "de {all}, och ett krav kan höra till flera av dem.",
    "overhoppat": "En fråga är överhoppad, och planen är inte längre ett utkast: {questions}.",
}
MEASUREMENT_NAMED = "Mätningen ”{title}”"
INDEX_UNKNOWN = "är okänt"
INDEX_FALLING = "har gått från {before} till {after}"
ROUTINE_NAMED = "Rutinen ”{title}”"
ROUTINE_AREA = "Rutinen för {area}"
REVIEW_NAMED = "underlaget ”{title}”"
#: That the list has some, and whose they are: of one, and of several.
ENTERED_ELSEWHERE = {"insats": (" Den som finns hör till {plans}.", " De {count} som finns hör till {plans}."),
                     "mal": (" Det som finns hör till {plans}.", " De {count} som finns hör till {plans}.")}
#: That the list has some that no plan is said of, and that no plan therefore shows: one and several.
_ENTERED_APART = {"insats": ("En insats", "insatser"), "mal": ("Ett mål", "mål")}
NONE_ENTERED = {"insats": "Ingen insats är inlagd", "mal": "Inget mål är inlagt"}
WHO = " ({names})"
SIP_UNCLEAR = "Ni har beslutat hur överenskommelsen förhåller sig till SIP, men raden om SIP är tom eller oklar."
SIP_APART = "Ni håller isär överenskommelsen från SIP, men använder SIP som form eller verktyg för den."
PLAN_STANDING = common_texts.STANDING
OF_ROW = ", på rad {number}"
ABOVE_MOST = "{number} är mer än {most}."
BELOW_LEAST = "{number} är mindre än {least}."
SIDE_BY_SIDE = "Om {matter} skriver {mine} ”{one}” och {theirs} ”{two}”."
GUIDE_USE = {"tak": "som ett tak", "golv": "som ett golv", "lika_riktpunkt": "lika för alla"}
GUIDE_NO_REASON = " utan att skriva varför"
STANDING = {"beslutad": "beslutad", "i_kraft": "i kraft"}
REPAID_AMOUNT, REPAID_DAY = "beloppet", "dagen"
RECEIVED, COSTS = common_texts.RECEIVED, "kostnader"
MAIL, PHONE = "en e-postadress", "ett mobilnummer"


def told(rule: str, words: Mapping[str, object]) -> str:
    """Return what a finding says, in the singular where one thing is meant."""
    is_one = "1" in (str(words.get("count")), str(words.get("left")))
    return (TEXTS_ONE.get(rule, TEXTS[rule]) if is_one else TEXTS[rule]).format(**words)


OPTION_LEAVE = "låt anmärkningen med det här numret stå, med ett skäl"
OPTION_REASON = "varför anmärkningen får stå"
LEAVE_NEEDS_BOTH = "Skriv både --lat-sta med anmärkningens nummer och --skal med varför den får stå."
NO_SUCH_FINDING = "Det finns ingen anmärkning {number}. Granskningen har {count}."


def finding_lines(level: str, rule: str, place: str, text: str, remedy: str) -> str:
    """Return a finding as lines for the terminal."""
    return f"{LEVELS[level]}  {place}  ({rule})\n  {text}\n  {remedy}"


def summary(found: Sequence[tuple[str, bool]]) -> str:
    """Return how many findings there are of each level; the second of each pair tells those that are acknowledged."""
    if not found:
        return NOTHING
    counts = {level: sum(one == level and not done for one, done in found) for level in LEVELS}
    done = sum(acknowledged for _, acknowledged in found)
    parts = [f"{counts['fel']} fel", _many(counts["varning"], "varning", "varningar"),
             _many(counts["info"], "upplysning", "upplysningar")]
    return ", ".join(parts) + (f". {done} får stå." if done else ".")


def _many(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def entered_apart(kind: str, count: int) -> str:
    """Return how many of a list have no plan, as a sentence of its own after another; empty where all have one."""
    one, several = _ENTERED_APART[kind]
    return f" {one if count == 1 else f'{count} {several}'} har ingen plan." if count else ""


def listed(names: Sequence[str]) -> str:
    """Return names as one list in a sentence."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{AND}{names[-1]}"


def some(names: Sequence[str], most: int = 6) -> str:
    """Return the first names and how many more there are."""
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else AND_MORE.format(shown=shown, count=len(names) - most)

# -- row headings of the questions' tables, as data/fragor names them ------------------------------------------------
ROW_INDEX_DOCTOR = "Läkare, primärvården"
ROW_INDEX_ALL = "Patientens alla kontakter, primärvården"
ROW_EVERYONE = "Alla invånare"
ROW_LISTED = "Alla listade"
