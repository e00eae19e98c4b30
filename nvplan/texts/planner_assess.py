"""The Swedish strings of the place where a meeting scores together."""

from __future__ import annotations

#: The letters of the kinds of actors, in their order: region, kommun, privat, patient, another.
LETTERS = ("r", "k", "p", "i", "a")
#: What abstains.
ABSTAIN_KEYS = ("-", "–", "a")
CRUMB = "Möte › {title} › Bedöm tillsammans"
OPEN = "omgång öppen"
EMPTY = ("Inget är bedömt än.", "", "N öppnar en omgång: välj vad ni bedömer och hur många som är med.",
         "Var och en ger 0 till 5. Inget visas förrän omgången är stängd.")
KEPT = ("Det här sparas: hur många som ger varje poäng, och från vilket slag av aktör. Inte vem, inte när och inte i "
        "vilken ordning. Inget visas förrän omgången är stängd. Till dess är den förseglad, med en nyckel bredvid "
        "planens fil.")
WHO = "Vem röstar? Tryck bokstaven."
VOTING = "Nu röstar: {kind}"
ALL_VOTED = "Alla har röstat. F8 stänger."
DIMENSION = "{number} av {count}  {title}"
LOW, HIGH = "0  {text}", "5  {text}"
HOW = "0–5 bedömer, - avstår, Backsteg ändrar. Det skrivna syns som prickar."
WHOLE = "Klart. Enter lämnar rösten, Backsteg ändrar."
CLOSE_TITLE = "Stäng omgången? {told}."
CLOSE_YES = "Stäng och visa"
CANCEL_TITLE = "Avbryt omgången utan att visa något?"
CANCEL_YES = {0: "Avbryt omgången: ingen har röstat än", 1: "Avbryt omgången: 1 röst försvinner"}
CANCEL_MANY = "Avbryt omgången: {count} röster försvinner"
CANCEL_NO = "Låt omgången vara"
ABOUT = (
    "N öppnar en omgång. Var och en trycker bokstaven för varifrån de kommer, ger 0 till 5 för varje mått och trycker "
    "Enter. Bindestreck avstår; det är inte detsamma som 0. F8 stänger omgången.\n\n" + KEPT + " Nyckeln tas bort när "
    "omgången stängs. Kopior, säkerhetskopior och exporter har den inte, så ur dem går poängen inte att läsa. Den som "
    "har både planen och nyckeln, och kan programmera, kan läsa en öppen omgång. Ett slag av aktör visas för sig bara "
    "när minst fem därifrån har röstat och resten också är minst fem.\n\n"
    "Utslag ges från fem röster. ENIGA: färre än en tredjedel ligger mer än ett steg från medianen. DELADE MENINGAR: "
    "minst en tredjedel ligger ett steg under medianen eller lägre, och minst en tredjedel ett steg över eller högre. "
    "Annars OENSE. Slutar medianen på ,5 räknas de två poängen närmast som inom ett steg. B skriver rummets slutsats."
)
PICK_DIMENSIONS = "Vad bedömer ni? Enter väljer, F8 går vidare"
VOTERS_TITLE = "Hur många är med från var och en?"
VOTERS_KEYS = "F8 öppnar omgången. Den som kommer senare räknas från nästa omgång."
PICK_SETTLE = "Vilket mått gäller rummets slutsats?"
SETTLE_TITLE = {False: "Rummet är överens om {title}", True: "Rummet är inte överens om {title}"}
REASON_LABEL = "Varför"
NOTHING_CLOSED = "Stäng en omgång först."

DOTS_KEPT = ("Var och en har {dots} prickar att lägga på förslagen. Det här sparas: hur många prickar varje förslag "
             "får. Inte från vem. Inget visas förrän omgången är stängd.")
DOTS_TITLE = "Prickar på förslagen, flest först"
DOTS_PUT = "Lagda: {dots}"
DOTS_HOW = "Bokstaven lägger en prick, Backsteg tar tillbaka, Enter lämnar dem."
DOTS_ASK, DOTS_HINT = "Hur många prickar får var och en?", "till exempel 3"
DOTS_ROW, DOTS_SHARED = "{place:>2}   ", "{place:>2} = "
KEY_DOTS, HELP_DOTS = "Prickar", ("Låter var och en lägga prickar på punktens förslag. Inget visas förrän omgången är "
                                  "stängd.")
KEY_NEW, HELP_NEW = "Ny omgång", "Öppnar en omgång: väljer vad ni bedömer och hur många som är med."
KEY_SETTLE, HELP_SETTLE = "Slutsats", ("Skriver vad rummet kommer fram till, när det är något annat än utslaget. Båda "
                                       "finns kvar.")
KEY_NEXT, HELP_NEXT = "Nästa mått", "Visar nästa mått."
KEY_PREVIOUS, HELP_PREVIOUS = "Förra mått", "Visar måtten före."
KEY_CAST, HELP_CAST = "Lämna rösten", "Lämnar rösten när varje mått är bedömt."
KEY_CLOSE, HELP_CLOSE = "Stäng", "Stänger omgången och visar vad den säger."
KEY_CANCEL, HELP_CANCEL = "Avbryt", "Avbryter omgången. Inget av den visas eller sparas."
KEY_BACK, HELP_BACK = "Tillbaka", ("Tar bort det som är skrivet, annars tillbaka till punkten. En öppen omgång förblir "
                                   "öppen.")
KEY_ASSESS, HELP_ASSESS = "Bedöm", "Bedömer tillsammans från 0 till 5, i omgångar som ingen ser förrän de är stängda."
PARKING = "På parkeringen bedömer ni inget. PgUp går till en punkt."


def cancel(votes: int) -> str:
    """Return what throwing an open round away does to the votes in it."""
    return CANCEL_YES.get(votes) or CANCEL_MANY.format(count=votes)
