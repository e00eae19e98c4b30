"""What is said of choices that take words of one's own."""

OPTION_WITH_WORDS = "{option}: {words}"
#: Where words may be written, in a form's list of what there is to choose.
OWN_WORDS = "egna ord"
WRITE_AFTER = "Skriv ”{option}:” före egna ord."
#: In the planner: before the line, and in it while it is empty.
OWN_WORDS_LEAD = "{option}:"
OWN_WORDS_HINT = "skriv vad, om ni vill"
