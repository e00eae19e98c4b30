"""The Swedish strings of the keys: what each means in all places, and what is said of changing one."""

from __future__ import annotations

from collections.abc import Mapping

#: What a key that can be changed means, wherever it stands. Enter, Esc, Tab, the arrows and the digits stay as they are.
MEANINGS: Mapping[str, str] = {
    "f1": "Hjälp om det som visas, och alla tangenter",
    "f2": "Gå till en plats, ett kapitel eller en fråga",
    "f3": "Urval: vad som visas",
    "f4": "Det som hör till: tavlan, listan, nästa plan, uppgifterna",
    "f5": "För rummet: visa stort, hålla möte",
    "f6": "Platsens egen åtgärd: bedöma, hoppa över, frysa, låta stå",
    "f7": "I en lista: sortera. Annars: förra",
    "f8": "I en lista: vänd ordningen. Annars: nästa, eller klar",
    "f9": "Exportera",
    "f10": "Nästa fråga, eller vem som saknas",
    "f12": "Synpunkter, eller att föra över från en annan rapport",
}
