"""The Swedish strings of the reports: rapporttillfällen, money, dates and requirement sets over time."""

from __future__ import annotations

# -- money ---------------------------------------------------------------------------------------------------------
COST_LINE_FORM = "Rad {number} («{line}») saknar post eller belopp. Skriv post, kolon och belopp: Löner: 120 000."
COST_LINE_AMOUNT = "Rad {number}: {fault}"
COST_LINE_NEGATIVE = "Rad {number}: beloppet är mindre än noll. Skriv kostnaden utan minus."
COST_SUM = "Posterna blir {sum} kr tillsammans, men summan är {used} kr. Rätta posterna eller töm summan."
REPAY_BEFORE_RECEIVED = "Pengarna ska återbetalas innan de är utbetalda. Rätta det ena datumet."
REPAID_BEFORE_RECEIVED = "Pengarna är återbetalda innan de är utbetalda. Rätta det ena datumet."
REPAID_TOO_MUCH = "{repaid} kr är mer än de {received} kr som betalades ut. Rätta det ena beloppet."

# -- data/redovisning/kopplingar.jsonl -----------------------------------------------------------------------------
FAULT_LINK_TWICE = "«{item}» står två gånger. Slå ihop raderna."
FAULT_LINK_ITEM = "«{item}» finns inte i något formulär."
FAULT_LINK_QUESTION = "frågan «{question}» finns inte i planerna."
