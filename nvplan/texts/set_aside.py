"""The Swedish strings on what a plan file holds and the plan cannot use."""

from __future__ import annotations

from nvplan.texts import common as common_texts

QUESTION_UNKNOWN = "Frågan {question} finns inte i den här nvplan. Svaret kan komma från en nyare."
ACTOR_UNREADABLE = "Aktören går inte att läsa."
ACTOR_UNKNOWN = "Aktören {actor} finns inte i planen."
KIND_UNKNOWN = "Slaget {table} finns inte i den här nvplan."
OBJECT_UNREADABLE = "Något fält har ett värde som inte går att läsa."
KEPT_ELSEWHERE = ("Svaret hör nu hemma i ett av registren, och där står något annat. Öppna frågan och skriv det som "
                  "gäller, så försvinner det här.")
NO_ANSWER = "Det som står där är inget svar."
NO_FORM = "Det har ingen form som går att läsa."
ENTRY_UNREADABLE = "Raden i ändringsloggen går inte att läsa."
TABLE_UNKNOWN = "Filen har {count} poster av slaget {table}. Det finns inte i den här nvplan."
FRAME = {"county_code": "länet", "year": "året", "requirement_set": "planens krav", "standing": "planens läge",
         "standing_date": "dagen för planens läge", "standing_body": "organet", "created": "när planen skapades",
         "example": "om planen är ett exempel", "carried_from": "vilket år planen är gjord från",
         "own_standing": "vilka förslag som gäller hos er", "first_year": "planens första år",
         "last_year": "planens sista år", "followed_up": "vilka år som är följda upp"}
FRAME_UNREADABLE = "Det går inte att läsa {field}."
FRAME_UNKNOWN = "Fältet {field} finns inte i den här nvplan."
FRAME_MISSING = "Filen säger inte {field}."
UNKNOWN_COUNTY = "Okänt län"
UNKNOWN_REGION = "Okänd region"
PLACE_HISTORY = "ändringsloggen"


def told(name: str, count: int) -> str:
    """Return that something in the file is set aside, and how to see what."""
    what = "en uppgift som inte passar" if count == 1 else f"{count} uppgifter som inte passar"
    stays = "Den används inte men är kvar i filen." if count == 1 else "De används inte men är kvar i filen."
    return f"{name} har {what} i planen. {stays} Kör ”nvplan granska {common_texts.in_command(name)}” för att se mer."
