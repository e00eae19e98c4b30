"""The Swedish strings of jumping with a letter."""

from __future__ import annotations

NOTE = "Tryck en bokstav för att gå dit. Esc avbryter."
NOTHING = "Här finns inget att hoppa till."
KEY = "Hoppa med en bokstav"
HELP = "Visar en bokstav vid allt som går att nå på skärmen. Bokstaven leder dit."
