"""What the fields of a meeting, its items and contributions are called, with a sentence of help each."""

from __future__ import annotations

from nvplan.texts import common as common_texts

#: By type and field: the label and the help.
FIELDS: dict[str, dict[str, tuple[str, str]]] = {
    "mote": {
        "title": ("Rubrik", ""),
        "kind": ("Slag", "Vad för slags möte det är."),
        "date": ("Datum", ""),
        "purpose": ("Syfte", "Vad mötet ska leda till."),
        "participants": ("Deltagare", "Roll och organisation, en på varje rad. Skriv inte namn."),
        "actors": ("Aktörer", "De av planens aktörer som var med."),
        "chapters": ("Kapitel", "Kapitel som ni talade om."),
        "agreed": ("Överenskommet", "Det ni blev överens om."),
        "dissent": (common_texts.DISSENT, "Det ni inte var överens om."),
        "parked": ("Till nästa gång", "Frågor som ni sköt upp."),
        "note": ("Anteckning", ""),
    },
    "motespunkt": {
        "meeting": ("Möte", "Mötet som punkten hör till."),
        "title": ("Rubrik", "Vad punkten gäller, så att alla förstår den på håll."),
        "order": ("Ordning", "Platsen bland mötets punkter, till exempel 1."),
        "form": ("Arbetssätt", "Hur ni tar upp punkten."),
        "minutes": ("Minuter", "Föreslagen tid. Inget stannar när den är slut."),
        "prompt": ("Tala om", "Det som gruppen ska tala om."),
        "question": ("Fråga", "Frågan i planen som den överenskomna texten svarar på."),
        "actor": ("Vems svar", "Behövs när varje aktör svarar för sig."),
        "obstacle": ("Hinder", "Hindret som punkten gäller."),
        "goal": ("Mål", "Målet som punkten gäller."),
        "effort": ("Insats", "Insatsen som punkten gäller."),
        "outcome": ("Utfall", "Hur det gick med punkten."),
        "agreed": ("Överenskommet", "Texten som ni är överens om."),
        "dissent": (common_texts.DISSENT, "Det som inte alla höll med om. Skriv roller, inte namn."),
        "decided": ("Bestämt", "Programmet skriver vilken dag det var."),
    },
    "inlagg": {
        "meeting": ("Möte", "Mötet som inlägget hör till."),
        "item": ("Mötespunkt", "Punkten som inlägget hör till."),
        "text": ("Inlägg", "Det som sades, på en rad."),
        "order": ("Ordning", "Platsen bland punktens inlägg."),
        "group": ("Hör ihop med", "Inlägget som det är grupperat under."),
        "standing": ("Läge", "Om inlägget är med i samtalet eller parkerat."),
        "effort": ("Blev insats", "Insatsen som inlägget blev."),
        "obstacle": ("Blev hinder", "Hindret som inlägget blev."),
        "dots": ("Prickar", "Hur många prickar förslaget fick."),
    },
    "omgang": {
        "meeting": ("Möte", "Mötet där omgången hölls."),
        "item": ("Mötespunkt", "Punkten som omgången hörde till."),
        "dimension": ("Mått", "Det som bedömdes."),
        "number": ("Omgång", "Vilken i ordningen, för samma mått på samma möte."),
        "opened": ("Öppnad", "När omgången öppnades. Den som kom senare räknas från nästa."),
        "closed": ("Stängd", "När omgången stängdes och visades."),
        "counts": ("Röster per poäng", "Hur många som gav 0, 1, 2, 3, 4 och 5."),
        "abstained": ("Avstod", "Hur många som avstod. Det är inte detsamma som 0."),
        "voted": ("Röstade", "Hur många som lämnade en röst."),
        "registered": ("Anmälda", "Hur många som kunde rösta."),
        "groups": ("Per slag av aktör", "Bara för slag med minst fem röster, när resten också är minst fem."),
        "kinds": ("Anmälda per slag", "Hur många som kunde rösta, per slag av aktör."),
        "source": ("Varifrån", "Om bedömningen gavs på mötet eller i en enkät."),
        "settled": ("Rummets slutsats", "Vad rummet kom fram till, när det är något annat än utslaget."),
        "reason": ("Skäl till slutsatsen", "Varför rummet kom fram till något annat."),
        "dissent": (common_texts.DISSENT, "Det som någon hade emot slutsatsen. Roller, inte namn."),
    },
}
