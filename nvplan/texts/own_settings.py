"""The Swedish strings of what is set on this computer and not in a plan: role, keys, details for forms, versions."""

from __future__ import annotations

from collections.abc import Mapping

ROLE = "Er roll"
ROLE_HELP = "Visar och ändrar den roll som era ändringar skrivs under i historiken."
ROLE_LABEL = "Vilken roll skriver ni som?"
ROLE_HINT = "Skriv en roll, till exempel handläggare, inte ett namn. Ni ångrar bara er egen rolls ändringar."
ROLE_NOW = "Rollen är {role}. Det ni ändrar skrivs under den."
ROLE_SET_OUTSIDE = "Rollen är {role}. Den är satt i datorns miljövariabel {variable} och ändras där."
ROLE_TOO_LONG = "En roll är högst {most} tecken och står på en rad."
COMMAND_ROLE = "Visa eller ändra rollen som era ändringar skrivs under i historiken."
ARGUMENT_ROLE = "den nya rollen, till exempel handläggare; utan den visas rollen som den är"

KEYS = "Tangenter"
KEYS_HELP = "Visar vad varje tangent betyder och byter dem som er dator eller ert fjärrskrivbord tar själv."
KEYS_TITLE = "Tangenter: Enter byter den markerade"
KEY_LABEL = "Vad ska {key} heta i stället?"
KEY_HINT = "Till exempel Alt+X eller F11. ”av” stänger av den, ”vanlig” ger tillbaka nvplans egen."
KEY_YOURS = "er tangent: {key} · {meaning}"

CONTACTS = "Uppgifter till blanketterna"
CONTACTS_HELP = "Sparar kontaktperson och annat som rekvisitionen behöver på den här datorn, aldrig i planen."
CONTACTS_TITLE = "Blankettuppgifter på den här datorn"
CONTACTS_FOR = "Vilken aktör gäller uppgifterna?"
CONTACTS_ALL = "Alla aktörer"
CONTACT_HINT = "Sparas bara på den här datorn och skrivs bara på blanketten. Tom rad tar bort uppgiften."
CONTACT_SAVED = "{field} är sparad på den här datorn."
CONTACT_EMPTY = "inte ifyllt"
CONTACT_FIELDS: Mapping[str, str] = {
    "organisationsnummer": "Organisationsnummer", "kontaktperson": "Kontaktperson", "postadress": "Postadress",
    "telefon": "Telefon", "fax": "Fax", "epost": "E-post", "bankgiro": "Bankgiro eller plusgiro",
    "betalningsreferens": "Betalningsreferens", "namnfortydligande": "Namnförtydligande",
    "ekonomichef": "Ekonomichef", "ekonomichef_befattning": "Ekonomichefens befattning",
    "ekonomichef_telefon": "Ekonomichefens telefon", "ekonomichef_epost": "Ekonomichefens e-post",
}

ABOUT = "Om nvplan"
ABOUT_HELP = "Visar version, vilken roll ni har och var inställningar och underlag ligger."
