"""The words of the codes that the fields of the shared objects choose among."""

from __future__ import annotations

from nvplan.texts import common as common_texts

#: Words for codes that data/kodlistor.jsonl has no list for, by list and code.
OPTIONS: dict[str, dict[str, str]] = {
    "prioritet": {"hog": "Hög", "medel": "Medel", "lag": "Låg"},
    "blankettform": {"word": "Word", "excel": "Excel", "nvplan": "Delplan för nvplan"},
    "planrevision": {"ligger_fast": "Den ligger fast", "mindre": "Den behöver mindre ändringar",
                     "storre": "Den behöver skrivas om", "finns_ingen": "Det finns ingen tidigare plan",
                     "ej_provat": "Inte prövat"},
    "sikt": {"kort": "Kort sikt", "lang": "Lång sikt"},
    "satt_av": {"nationellt": "Staten och SKR", "lanet": "Länet"},
    "malform": {"varde": "Ett värde som ska nås", "lage": "Ett läge, utan tal"},
    "mallage": {"ej_paborjat": "Inte påbörjat", "pagar": "På väg", "natt": "Nått", "ej_natt": "Inte nått"},
    "riktning": {"hogre": "Högre", "lagre": "Lägre"},
    "enhet": {"procent": "Procent", "index": "Index från 0 till 1", "antal": "Antal", "annan": "Annan enhet"},
    "matt": {
        "andel_lakarkontakt": common_texts.SHARE_WITH_NAMED_DOCTOR,
        "andel_vardkontakt": "Andel med fast vårdkontakt",
        "andel_lakarkontakt_sabo": "Andel med fast läkarkontakt i särskilt boende för äldre",
        "coc_lakare": common_texts.INDEX_DOCTORS,
        "coc_alla": common_texts.INDEX_ALL,
        "coc_lakare_sabo": "Kontinuitetsindex för läkare i särskilt boende för äldre",
        "upc": "UPC, andel besök hos den person som patienten har mött mest",
        "secon": "SECON, hur ofta två besök i följd är hos samma person",
        "varmland": "Andel som oftast mött samma läkare (Värmlands mått)",
        "patientenkat": "Patientenkät",
        "annat": "Annat mått",
    },
    "beslutsamne": {
        "malbild": "Länets målbild", "gemensam": common_texts.PLAN_NAME["gemensam"],
        "kontinuitet": common_texts.PLAN_NAME["kontinuitet"],
        "patientkontrakt": common_texts.PLAN_NAME["patientkontrakt"],
        "uppdrag": "Uppdraget att ta fram en plan", "insats": "En insats", "annat": "Annat",
    },
    "aktorsslag": {
        "region": "Region", "kommun": "Kommun", "rss": "RSS, regional samverkans- och stödstruktur",
        "delregion": "Delregion, kommuner i en del av länet", "skr": "SKR",
        "privat": "Privat utförare", "ovrig": "Annan aktör, till exempel tandvård eller lärosäte",
    },
    "fragas_som": {"kommun": "En kommun", "rss": "En RSS"},
    "underlagsslag": {
        "rutin": "Rutin", "overenskommelse": "Överenskommelse eller avtal", "beslut": "Beslut",
        "kartlaggning": "Kartläggning eller rapport", "data": "Data eller statistik", "protokoll": "Protokoll",
        "annat": "Annat",
    },
    "motesslag": {
        "workshop": "Workshop", "dialogmote": "Dialogmöte", "arbetsmote": "Arbetsmöte", "styrgrupp": "Styrgrupp",
        "samrad": "Samråd", "annat": "Annat",
    },
    "punktform": {"samtal": "Samtal", "tyst": "Skriv tyst först", "bedom": "Bedöm tillsammans"},
    "punktutfall": {
        "oppen": "Öppen", "enig": "Överens", "oenig": "Inte överens", "sparad": "Sparad till en annan gång",
    },
    "omgangskalla": {"mote": "På mötet", "enkat": "I en enkät"},
    "rumsutfall": {"enig": "Överens", "oenig": "Inte överens"},
    "inlaggslage": {"med": "Med i samtalet", "parkerat": "Parkerat", "dolt": "Skrivet tyst, inte visat än"},
    "datumlage": {"forslag": "Förslag, inte bekräftat", "bekraftad": "Bekräftat av er"},
    "datumstallning": {
        "forslag": "Förslag, inte bekräftat", "bekraftad": "Bekräftat av er", "galler_inte": "Gäller inte er",
    },
    "medelspost": {
        "allt": "Hela bidraget", "nara_vard": "Nära vård", "medarbetare": "Medarbetare",
        "vidareutbildning": "Vidareutbildning till specialistsjuksköterska", "karriartjanster": "Karriärtjänster",
        "ehalsa": "E-hälsa", "ambulans": "Ambulanssjukvård", "vfu": "VFU, verksamhetsförlagd utbildning",
        "annat": "Annat",
    },
    "intyg": {
        "alternativ_1": "Alternativ 1: redovisningen är korrekt",
        "alternativ_2": "Alternativ 2: redovisningen bedöms inte vara korrekt, avvikelserna redovisas",
    },
    "remissutfall": {
        "obehandlad": "Inte behandlad", "beaktad": "Beaktad", "delvis": "Delvis beaktad",
        "ej_beaktad": "Inte beaktad",
    },
}
#: What the codes above were called in earlier versions, by list and code.
FORMER_OPTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "matt": {
        "andel_lakarkontakt_sabo": ("Andel med fast läkarkontakt på särskilt boende för äldre",),
        "coc_lakare_sabo": ("Kontinuitetsindex för läkare på särskilt boende för äldre",),
        "upc": ("UPC, andel besök hos den vanligaste vårdgivaren",),
        "secon": ("SECON, hur ofta två besök i rad är hos samma vårdgivare",),
    },
    "intyg": {"alternativ_2": ("Alternativ 2: redovisningen är inte korrekt, avvikelserna redovisas",)},
}
