"""Every Swedish string of what a county keeps beside its plan: sources of measures, other plans, digital services."""

from __future__ import annotations

# -- faults that the model finds -----------------------------------------------------------------------------------
DUE_BEFORE_LAST = "Nästa värde väntas före den dag som det senaste gäller. Rätta det ena datumet."
REVIEW_BEFORE_DECISION = "Översynen ligger före beslutet. Rätta det ena datumet."
DECIDED_AND_NOT = "Planen har en beslutsdag men läget säger att den inte finns. Rätta det ena."

# -- what the types are called -------------------------------------------------------------------------------------
#: What each is, for the command line.
KINDS: dict[str, tuple[str, str]] = {
    "matkalla": ("Mätkälla", "Varifrån ett mått kommer: vem som mäter, hur ofta och när senast."),
    "annanplan": ("Annan plan", "En plan vid sidan av de tre, till exempel för ambulans, Snomed CT eller VFU."),
    "tjanst": ("Digital tjänst", "Listningstjänst eller 1177 på en enhet eller i en kommun, med datum."),
}
#: Each list: its name and what it is for.
PLACES: dict[str, tuple[str, str]] = {
    "matkalla": ("Mätkällor", "varifrån måtten kommer, hur ofta och när senast"),
    "annanplan": ("Andra planer", "ambulans, Snomed CT, VFU och kompetensförsörjning"),
    "tjanst": ("Digitala tjänster", "listning och 1177, enhet för enhet"),
}
EMPTY: dict[str, str] = {
    "matkalla": "Här står varifrån era mått kommer: till exempel Primärvårdskvalitet, BHVQ, nationell patientenkät, "
                "Vård- och omsorgskollen eller ett eget uttag. Skriv vem som mäter, hur ofta och vilken dag de senaste "
                "värdena gäller. En mätning väljer sin källa här, och Granska säger till när nya värden dröjer.",
    "annanplan": "Här står planer som ni tar fram vid sidan av de tre, och som redovisningarna frågar efter: för "
                 "ambulanssjukvården, Snomed CT, VFU och kompetensförsörjning. Skriv vem som äger planen, hur långt "
                 "den har kommit och vilka insatser som hör dit.",
    "tjanst": "Här står var listningstjänsten och tjänsterna i 1177 används: en rad för varje enhet eller kommun, med "
              "läge och datum.",
}
NEW: dict[str, str] = {"matkalla": "Ny mätkälla", "annanplan": "Ny plan", "tjanst": "Ny tjänst"}
COUNTED: dict[str, tuple[str, str]] = {
    "matkalla": ("mätkälla", "mätkällor"), "annanplan": ("plan", "planer"), "tjanst": ("tjänst", "tjänster"),
}
#: By type and first field: the heading above a group of fields of a form.
SECTIONS: dict[str, dict[str, str]] = {
    "matkalla": {"title": "Källan", "measures": "Vad den mäter", "interval": "Hur ofta och när",
                 "plans": "Hör ihop med"},
    "annanplan": {"title": "Planen", "actor": "Vem", "date": "Beslut och giltighet", "efforts": "Hör ihop med"},
    "tjanst": {"title": "Var och vad", "actor": "Vem"},
}

_ROLE = "En roll, inte ett namn."
#: What each field is called and how it is explained.
FIELDS: dict[str, dict[str, tuple[str, str]]] = {
    "matkalla": {
        "title": ("Mätkälla", "Till exempel Primärvårdskvalitet, BHVQ eller nationell patientenkät."),
        "actor": ("Aktör som mäter", "Om någon av er mäter, till exempel med ett eget uttag."),
        "body": ("Vem som mäter", "Om det är någon utanför länet, till exempel SKR eller Socialstyrelsen."),
        "measures": ("Mått", "Måtten som kommer från källan."),
        "indicators": ("Indikatorer", "Indikatorer som SKR har visat för nära vård och som kommer från källan."),
        "interval": ("Hur ofta", "Hur ofta det kommer nya värden."),
        "date": ("Senaste mätdag", "Sista dagen som de senaste värdena gäller. En mätning kan ha en senare dag."),
        "due": ("Nästa värde väntas", "Fyll i om det inte följer av hur ofta."),
        "plans": ("Planer", "Planerna som följs upp med källan. Tomt betyder alla tre."),
        "reference": ("Var värdena finns", "En adress, en rapport eller ett system."),
        "role": ("Roll som hämtar värdena", _ROLE),
        "note": ("Anteckning", ""),
    },
    "annanplan": {
        "title": ("Plan", "Som den heter hos er."),
        "kind": ("Handlar om", "Till exempel ambulanssjukvård eller VFU."),
        "state": ("Läge", "Hur långt planen har kommit."),
        "actor": ("Ägare", "Aktören som äger planen. Tomt betyder hela länet."),
        "role": ("Ansvarig roll", _ROLE),
        "body": ("Beslutas av", "Organet som beslutar, till exempel regionstyrelsen."),
        "date": ("Beslutad den", "En dag, en månad eller ett år."),
        "diary_number": ("Diarienummer", ""),
        "in_force": ("Gäller tiden", "Till exempel 2026–2028."),
        "review": ("Ses över", "När planen ska ses över."),
        "efforts": ("Insatser", "Insatserna som hör till planen."),
        "forms": ("Frågas efter i", "Redovisningarna som frågar efter planen."),
        "reference": ("Var planen finns", "En adress eller en sökväg."),
        "note": ("Anteckning", ""),
    },
    "tjanst": {
        "title": ("Enhet eller kommun", "Var tjänsten används, till exempel en vårdcentral."),
        "service": ("Tjänst", "Vad invånaren kan göra."),
        "state": ("Läge", "Hur långt införandet har kommit."),
        "date": ("Datum", "Sedan när den är i drift. Är den planerad: när den ska vara det."),
        "actor": ("Aktör", "Aktören som ansvarar för enheten."),
        "plans": ("Planer", "Tomt betyder alla tre planerna."),
        "reference": ("Var den finns", "En adress eller ett system."),
        "note": ("Anteckning", ""),
    },
}
#: What references point at, in a sentence, in the definite form.
TARGETS: dict[str, str] = {"matkalla": "mätkällan"}

# -- documents -----------------------------------------------------------------------------------------------------
TYPES: dict[str, str] = {kind: name for kind, (name, _) in PLACES.items()}
SOURCES = "Mätkällor"
SOURCE_TABLE = "Varifrån måtten kommer"
COLUMN_SOURCE, COLUMN_WHO, COLUMN_MEASURES, COLUMN_OFTEN = "Källa", "Vem mäter", "Mått", "Hur ofta"
COLUMN_LAST = "Senaste värden"
NEXT_VALUE = "nästa väntas {date}"
OTHER_PLANS = "Andra planer"
OTHER_PLAN_TABLE = "Planer vid sidan av den här"
COLUMN_PLAN, COLUMN_STATE, COLUMN_OWNER, COLUMN_DECIDED = "Plan", "Läge", "Ägare", "Beslut och giltighet"
COLUMN_EFFORTS = "Insatser"
DECIDED_ON = "beslutad {}"
HOLDS = "gäller {}"
LOOKED_OVER = "ses över {}"
SERVICES = "Digitala tjänster"
SERVICE_TABLE = "Var tjänsterna används"
COLUMN_UNIT, COLUMN_SERVICE, COLUMN_DATE = "Enhet eller kommun", "Tjänst", "Datum"

REPORTED = "{title}: {told}."
REPORTED_EFFORTS = "Insatser som hör dit: {titles}."

# -- review --------------------------------------------------------------------------------------------------------
REVIEW: dict[str, str] = {
    "individer-inte-i-tid": "{name} rapporterar {how} till Socialstyrelsens register ({year}).",
    "individer-utan-kalla": "{name} har antal individer utan källa: {years}.",
    "matkalla-sen": "Nya värden från ”{title}” skulle ha kommit senast {date}. De senaste gäller {last}.",
    "matkalla-utan-uppgifter": "Mätkällan ”{title}” saknar {missing}.",
    "annanplan-utan-uppgifter": "Planen ”{title}” saknar {missing}.",
    "annanplan-oversyn-passerad": "Planen ”{title}” skulle ses över senast {date}.",
    "annanplan-redovisas": "Rapporten ”{report}” frågar efter planen ”{title}”, men läget är {state}.",
    "tjanst-passerad": "”{service}” skulle vara i drift {date} på ”{title}”, men läget är {state}.",
}
#: How a kommun reports, by the answer.
REPORTS = {"sent": "sent", "inte": "inte"}
WHO_MEASURES, HOW_OFTEN, LAST_DAY = "vem som mäter", "hur ofta", "senaste mätdag"
OWNER, STATE, DECISION_DAY = "ägare", "läge", "beslutsdag"
NO_STATE, NO_DAY, SERVICE = "inte angivet", "ingen känd dag", "Tjänsten"

# -- what is due ---------------------------------------------------------------------------------------------------
DUE_NEXT_VALUE = "Nya värden väntas: {title}"
DUE_REVIEW = "Planen ska ses över igen: {title}"
DUE_SERVICE = "Tjänsten ska vara i drift: {title}"
