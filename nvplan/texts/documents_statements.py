"""The Swedish words that join answers into statements in a plan document."""

from __future__ import annotations

from collections.abc import Sequence

from nvplan.texts import common as common_texts
from nvplan.texts.documents import CARRIED, listed

#: The word for those who answer: only kommuner, region and kommuner, or others too.
KOMMUNER, PRINCIPALS, ACTORS = "kommuner", "huvudmän", "aktörer"
RSS = "RSS"
KOMMUN_SUFFIX = " kommun"
#: Names are told where at most so many are asked; above that numbers stand in the text and the names in the appendix.
MOST_NAMES = 12
#: A group of at most so many is named also where it is the largest, and where many are asked.
FEW = 4

MISSING = "○ Inte besvarat: {what}"
NO_ANSWER = "För {who} finns inget svar än."
NO_ANSWERS = "För {who} finns inget svar än om detta: {what}."
WHO_IN_APPENDIX = "Vilka det är står i {table}."
EACH_IN_APPENDIX = "Vad var och en har svarat står i {table}."
IN_APPENDIX = "Uppgifterna står i {table}."
SOURCE = "Källa: {source}"
NO_SOURCE = "År och källa saknas."
APPENDIX = "Bilaga. Tabeller och diagram"
APPENDIX_NAME = "tabell {number}"
APPENDIX_TABLE = "bilagan, {name}"
APPENDIX_CAPTION = "Tabell {number}. {heading}"
END_MARKS = ".!?:…"


def start(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def inside(label: str) -> str:
    """Return an option's words as they stand inside a sentence: without the capital, save in an abbreviation."""
    first = label.split(" ")[0].split(":")[0]
    return label if sum(sign.isupper() for sign in first) > 1 else label[:1].lower() + label[1:]


def whole(text: str) -> str:
    """Return the text as a sentence that ends."""
    return text if not text or "\n" in text or text.rstrip()[-1:] in END_MARKS else f"{text.rstrip()}."


def unended(text: str) -> str:
    """Return a text that goes into a sentence, without a full stop of its own."""
    return text.rstrip().removesuffix(".")


def carried(sentence: str) -> str:
    """Return a sentence that is last year's and that nobody has confirmed."""
    return f"{unended(sentence)}{CARRIED}."


def joined(sentences: Sequence[str]) -> str:
    """Return sentences as a paragraph; one of several lines stands on lines of its own."""
    text = ""
    for sentence in sentences:
        between = "\n" if text and ("\n" in sentence or text.rpartition("\n")[2].startswith(("–", "-"))) else " "
        text += (between if text else "") + sentence
    return text


def count(number: int, *, begins: bool = False) -> str:
    """Return a count as a word (`en`, `två` … `tolv`), or in digits; with a capital where it begins a sentence."""
    word = "en" if number == 1 else common_texts.in_words(number)
    return start(word) if begins else word


def named(names: Sequence[str], noun: str, asked: int, *, begins: bool = False) -> str:
    """Return actors by name, or how many they are: of more than `MOST_NAMES` asked only a few are named."""
    if not are_named(names, asked):
        return f"{count(len(names), begins=begins)} {noun}"
    return start(listed(names)) if begins else listed(names)


def _with(noun: str, among: str, after: str = ",") -> str:
    """Return the word for a group with the one of it that its reader looks for first."""
    return f"{noun}, däribland {among}{after}" if among else noun


def group(number: int, asked: int, noun: str, said: str, names: Sequence[str], among: str = "") -> str:
    """Return what the largest group says (”Fem av nio huvudmän har antagit målbilden.”), by name where it is small.

    Of many, where most are only counted, `among` is the one that is named.
    """
    if number == asked:
        return f"Alla {count(number)} {noun} {said}."
    few = len(names) <= FEW
    whom = _with(noun, "" if few or asked <= MOST_NAMES else among)
    told = f"{count(number, begins=True)} av {count(asked)} {whom} {said}"
    return f"{told}: {listed(names)}." if few else f"{told}."


def actors_of(region: bool, rss: int, kommuner: int) -> str:
    """Return the word for actors with who they are (”aktörer (regionen, RSS och åtta kommuner)”)."""
    parts = [*(["regionen"] if region else []), *([RSS if rss == 1 else f"{count(rss)} {RSS}"] if rss else []),
             *([f"{count(kommuner)} {KOMMUNER if kommuner > 1 else 'kommun'}"] if kommuner else [])]
    return f"{ACTORS} ({listed(parts)})"


def all_who_answered(number: int, said: str) -> str:
    """Return what those who have answered say, where they agree and others are silent."""
    return f"{'Båda' if number == 2 else f'Alla {count(number)}'} som har svarat {said}."


def others(names: Sequence[str], noun: str, said: str, asked: int, among: str = "") -> str:
    """Return what a smaller group of those who were asked says, by name or with how many they are."""
    return f"{named(names, _with(noun, among), asked, begins=True)} {said}."


def source_for(text: str, names: Sequence[str], noun: str, asked: int) -> str:
    """Return of which year some actors' numbers are and where they come from; that nobody has said it is said."""
    who = named(names, noun, asked)
    return f"Källa för {who}: {whole(text)}" if text else f"För {who} saknas år och källa."


def silent(names: Sequence[str], noun: str, asked: int, among: str = "") -> str:
    """Return for whom nothing is answered, in the words of a plan and not of a survey; empty where everyone has."""
    return NO_ANSWER.format(who=named(names, _with(noun, among), asked)) if names else ""


def silent_of(names: Sequence[str], headings: Sequence[str]) -> str:
    """Return what several answers of a section lack of the same actors, told once."""
    return NO_ANSWERS.format(who=listed(names), what=together(headings))


def by_answer(answer: str, names: Sequence[str], noun: str, asked: int, among: str = "") -> str:
    """Return a chosen answer with those who gave it (”Remissvar: Ljungby och Växjö.”)."""
    return f"{unended(answer)}: {named(names, _with(noun, among, ''), asked)}."


def written_by(names: Sequence[str], text: str, noun: str, asked: int, among: str = "") -> str:
    """Return what actors wrote or counted, after who they are (”Ljungby och Växjö: Vi är med.”)."""
    return whole(f"{named(names, _with(noun, among, ''), asked, begins=True)}: {text}")


def ranged(givers: int, asked: int, noun: str, low: str, high: str) -> str:
    """Return the least and the largest of many numbers, and how many of those who were asked gave one."""
    who = f"Alla {count(asked)}" if givers == asked else f"{count(givers, begins=True)} av {count(asked)}"
    return f"{who} {noun} har svarat, från {low} till {high}."


def is_said(text: str, longest: int) -> bool:
    """Whether a text is a few words and no sentence, so that who wrote it may stand after it."""
    return len(text) <= longest and not any(sign in text for sign in (*".!?:…\n",))


def are_named(names: Sequence[str], asked: int) -> bool:
    """Whether a group of those who were asked is told by name."""
    return len(names) <= (FEW if asked > MOST_NAMES else MOST_NAMES)


def partly_answered(heading: str) -> str:
    """Return what is answered in part."""
    return f"{heading} (besvarat till en del)"


def not_answered(heading: str, silent: Sequence[str], asked: Sequence[str], noun: str, partly: Sequence[str] = ()
                 ) -> str:
    """Return what actors have not answered, and which of them: by name where they or the others are few.

    `partly` are those whose answers have gaps.
    """
    if len(silent) == len(asked):
        return f"{heading} (ingen har svarat)"
    left = [one for one in asked if one in silent or one in partly]
    rest = [one for one in asked if one not in left]
    if len(left) > MOST_NAMES and 0 < len(rest) <= MOST_NAMES:
        who = f"{'' if silent else 'till en del: '}alla utom {listed(rest)}"
        who += f", men {_in_part(partly)}" if silent and partly else ""
    else:
        many = f"{len(silent)} av {len(asked)} {noun}" if len(left) > MOST_NAMES else listed(silent)
        who = " samt ".join([*([many] if silent else []), *([_in_part(partly)] if partly else [])])
    return f"{heading} ({who})"


def _in_part(names: Sequence[str]) -> str:
    """Return those whose answers have gaps, by name where they are few."""
    return f"{listed(names) if len(names) <= MOST_NAMES else len(names)} till en del"


def together(items: Sequence[str]) -> str:
    """Return what is missing in one line."""
    return "; ".join(inside(one) for one in items)


def missing(headings: Sequence[str]) -> str:
    """Return the line that stands where answers are missing, one or several after each other."""
    return MISSING.format(what=together(headings))


def missing_line(text: str) -> str:
    """Return a line among others of what is missing: a sentence whole, a marked line as it stands alone."""
    return text if text.startswith(MISSING.partition("{")[0]) else whole(text)


#: What an answer rests on, by the sort of underlag.
_RESTS_ON = {"rutin": "Rutinen", "overenskommelse": "Överenskommelsen", "kartlaggning": "Kartläggningen"}


def what_ended(kind: str, title: str) -> str:
    """Return what no longer holds: by its title where an answer rests on several things, else by what it is."""
    return f"”{title}”" if title else _RESTS_ON.get(kind, "Underlaget")


def until_then(sentences: Sequence[str]) -> str:
    """Return what an answer says of the time before what it rests on ceased to hold."""
    text = joined(sentences)
    between = "\n" if "\n" in text else " "
    return f"Förut gällde det här:{between}{text}"


def run_out(what: str, when: str) -> str:
    """Return that an underlag no longer holds: ”Rutinen slutade gälla den 12 februari 2026.”."""
    return f"{what} slutade gälla {when}." if when else f"{what} gäller inte längre."
