"""Swedish words for goals, figures, money and county history. Content lives in data/."""

from __future__ import annotations

from typing import Final

from nvplan.texts import common as common_texts

# -- figures -------------------------------------------------------------------------------------------------------
TREND: Final = {"battre": "bättre", "samre": "sämre", "oforandrad": "oförändrad"}
TREND_NOTE = (
    "Trenden är uträknad av nvplan: det nyare talet jämförs med det äldre. SKR:s egna färger på bilden finns inte "
    "i texten, och ingen felmarginal är angiven. Även en liten skillnad räknas."
)
DIRECTION: Final = {"hogre": "högre är bättre", "lagre": "lägre är bättre"}
INDICATOR_GROUP: Final = {
    "person_relation": "Fokus på person och relation",
    "medskapare": "Invånare och patienter som medskapare",
    "proaktiv": "Proaktivt och hälsofrämjande",
    "samordning": "Samordning utifrån personen",
    "medarbetare": "Medarbetare",
}
YEAR_MEANING: Final = {
    "matar": "mätår",
    "publicering": "publicerat",
    "prognos": "prognos",
    "planerat": "planerat",
    "avtalsar": "överenskommelsens år",
    "okant": "mätår anges inte",
}
UNVERIFIED = common_texts.NOT_VERIFIED
APPROXIMATE = "ungefär"
GOAL_KIND: Final = {
    "andel_minst": "minst",
    "okning_relativ": "ökning från ert basvärde",
    "okning_utan_tal": "ökning utan tal",
    "riktvarde": "riktvärde, varken golv eller tak",
}

# -- money ---------------------------------------------------------------------------------------------------------
RECIPIENT: Final = {
    "kommuner": "kommunerna",
    "region": "regionen",
    "bada": "regioner och kommuner",
    "regioner": "regionerna",
    "regioner_kommuner": "regioner och kommuner",
    "skr": "SKR",
}
ITEM: Final = {
    "nara_vard": "Nära vård",
    "medarbetare": "Vårdens medarbetare",
    "vidareutbildning": "Vidareutbildning",
    "karriartjanster": "Karriärtjänster",
    "ehalsa": "Vision e-hälsa",
    "ambulans": "Ambulans",
    "total": "Totalt",
    "of_which_rural": "varav primärvård i landsbygd",
    "population": "Befolkning",
    "interventions": "Insatser i kommunal hälso- och sjukvård",
}
RURAL_INSIDE = "Landsbygdspengarna ingår i regionens nära vård. Lägg dem inte till summan."
VFU_OUTSIDE = "Pengar för verksamhetsförlagd utbildning (VFU) ingår inte. De fördelas för sig."

# -- history -------------------------------------------------------------------------------------------------------
HISTORY = "Historik 2021/22, inte länets svar i dag"
MISSING = "saknas"
MISSING_WHY: Final = {
    "tom_cell": "saknas: rutan är tom i Socialstyrelsens tabell",
    "ej_redovisat": "saknas: regionen ombads att inte redovisa andelen",
}
HISTORY_TOPIC: Final = {
    "malbild": "Länsgemensam målbild",
    "fast_lakarkontakt": common_texts.SHARE_WITH_DOCTOR,
    "specialistsjukskoterskor_region": "Specialistsjuksköterskor, regionen",
    "specialistsjukskoterskor_kommuner": "Specialistsjuksköterskor, kommunerna",
    "st": "Läkares specialiseringstjänstgöring (ST)",
    "at": "Läkares allmäntjänstgöring (AT)",
}

# -- faults in data/ -----------------------------------------------------------------------------------------------
FAULT_TWICE = "«{key}» finns redan på rad {first}. Ta bort eller rätta den ena."
FAULT_ROW_SUM = "delarna blir {computed} kronor, men total är {printed}. Kontrollera beloppen mot källan."
FAULT_ITEMS = "raden ska ha delarna {items}, och landsbygd högst så mycket som regionens nära vård."
FAULT_POPULATION = "befolkningen är {found}, men medel_underlag.jsonl har {expected}. Rätta den som är fel."
FAULT_NO_BASIS = "länet {county} saknas i medel_underlag.jsonl för år {year}. Lägg till det eller rätta länskod och år."
FAULT_COUNTY = "länskoden «{county}» finns inte i lan.csv. Rätta den."
FAULT_TOTAL = "delarna blir {computed}, men value är {printed} och holds är {holds}. Rätta talet eller holds."
FAULT_PART = "delsumman «{part}» finns inte i filen. Rätta parts."
FAULT_TIMELINE = "delarna blir {computed} kronor, men value är {printed}. Rätta beloppen eller parts_complete."
FAULT_EMPTY = "text är null, så missing måste säga varför och figures måste vara tomt. Annars ska missing utelämnas."
FAULT_VISION = "vision hör till ämnet malbild och bara dit."
FAULT_TOPICS = "länet {county} saknar ämnet «{topic}». Lägg till en rad, med text null om uppgiften saknas."
NO_HISTORY = "Det finns ingen historik för länskoden «{code}». Skriv en länskod med två siffror, till exempel 07."
