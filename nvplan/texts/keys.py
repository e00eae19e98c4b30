"""The Swedish strings of the keys: what each means in all places, and what is said of changing one."""

from __future__ import annotations

from collections.abc import Mapping

#: What a key that can be changed means, everywhere. Enter, Esc, Tab, the arrows and the digits stay.
MEANINGS: Mapping[str, str] = {
    "f1": "hjälp och alla tangenter",
    "f2": "gå till en plats eller en fråga",
    "f3": "urval: vad som visas",
    "f4": "det som hör till: tavla, lista, uppgifter",
    "f5": "för rummet: visa stort, hålla möte",
    "f6": "platsens egen åtgärd, till exempel bedöma",
    "f7": "i en lista: sortera, annars: förra",
    "f8": "i en lista: vänd, annars: nästa eller klar",
    "f9": "exportera",
    "f10": "nästa fråga, eller vem som saknas",
    "f12": "synpunkter och enkät, i ett möte: tid",
    "ctrl+d": "i en tabell: fyll ned",
    "ctrl+e": "skriv i ert eget skrivprogram",
    "ctrl+f": "sök i allt",
    "ctrl+g": "bekräfta det från förra årets plan",
    "ctrl+l": "hoppa till något på skärmen med en bokstav",
    "ctrl+o": "bekräfta flera på en gång",
    "ctrl+p": "allt som går att göra, och alla platser",
    "ctrl+q": "avsluta",
    "ctrl+s": "i en ruta: spara, som F8",
    "ctrl+t": "tabell över alla aktörer",
    "ctrl+y": "gör om",
    "ctrl+z": "ångra",
    "alt+left": "bakåt till platsen före",
    "alt+right": "framåt igen",
}
#: What else may listen for a key, so that it never reaches nvplan.
TAKEN_BY: Mapping[str, str] = {
    "f1": "hjälpen i en del terminaler",
    "f10": "menyn i en del terminaler",
    "f11": "helskärm i de flesta terminaler",
    "f12": "verktyg i webbläsare",
    "ctrl+l": "adressfältet i webbläsare",
    "ctrl+q": "stänger webbläsare",
    "ctrl+t": "ny flik i webbläsare",
    "ctrl+n": "nytt fönster i webbläsare",
}
#: Keys that a terminal cannot tell from another, and which.
SAME_AS: Mapping[str, str] = {"ctrl+m": "Enter", "ctrl+i": "Tab", "ctrl+j": "Enter", "ctrl+h": "Backsteg"}
#: Keys that the fields themselves use.
IN_FIELDS = ("ctrl+a", "ctrl+c", "ctrl+k", "ctrl+u", "ctrl+v", "ctrl+w", "ctrl+x")

COMMAND = "Visa tangenterna, eller byt en som er dator eller ert fjärrskrivbord tar själv."
ARGUMENT_KEY = "tangenten i nvplan, till exempel F9 eller Ctrl+P; utan den visas alla"
ARGUMENT_NEW = "er tangent i stället, till exempel Alt+X; ”av” stänger av den, ”vanlig” ger tillbaka nvplans egen"
COLUMNS = ("Tangent", "Er tangent", "Gör", "Kan tas av")
OFF, USUAL = "av", "vanlig"
CHANGED = "{key} heter nu {new}. Det gäller från nästa gång ni öppnar nvplan."
TURNED_OFF = "{key} är avstängd. Ctrl+P har allt som den gjorde."
RESTORED = "{key} är tillbaka."
FILE_AT = ("Era ändringar står i {path}, en på varje rad: F9 = Alt+X\n"
           "Hjälptexter nämner tangenterna vid nvplans egna namn.")
FILE_HEAD = "# Era egna tangenter i nvplan. En på varje rad: F9 = Alt+X. Skriv av om tangenten inte ska göra något.\n"
FAULT = "Rad {line} i {file}: {fault} Raden räknas inte, nvplans egen tangent gäller."
NO_EQUALS = "Skriv nvplans tangent, ett likhetstecken och er tangent, till exempel F9 = Alt+X."
UNKNOWN = "{key} är ingen tangent som går att byta. De som går: {keys}."
NOT_A_KEY = "”{key}” är ingen tangent som nvplan kan använda. Skriv till exempel Alt+X, Ctrl+B eller F11."
WRITES = "{key} skriver i fälten. Välj en med Ctrl eller Alt, eller en F-tangent."
SAME = "En terminal kan inte skilja {key} från {other}."
IN_USE = "{key} betyder redan något annat i nvplan: {meaning}. Byt den först, eller välj en annan."
COPIES = "{key} hör till fälten: den kopierar, klistrar in eller ändrar text. Välj en annan."
TWICE = "{key} står för två saker."
NOT_READ = "Filen med era tangenter går inte att läsa: {path}. nvplans egna gäller."
ALWAYS = "{key} går inte att stänga av: den är vägen till allt annat."
