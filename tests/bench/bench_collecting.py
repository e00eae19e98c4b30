"""How long it takes to send out to 49 kommuner and to take in their answers: `python -m tests.bench.bench_collecting`.

The county is Västra Götaland, with 54 actors to ask. Sending out is to take at most twice as long as building and
rendering the same files alone, and taking them in less than a minute.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import docx

from nvplan.catalog.questions import all_questions
from nvplan.files.ports import READER, WRITER
from nvplan.services.documents.registry import MAILING, Request
from nvplan.services.exchange.batch import import_all
from nvplan.services.exchange.mailing import send_out, to_ask
from nvplan.services.writing.creating import create_plan
from tests.files.returning import row_of, type_in

COUNTY, YEAR = "14", 2027
ANSWERS = {"1.0.agare": "Socialchef", "1.7.lakaravtal": "Ja, det gäller", "2.1.deltar": "Ja, vi har varit med"}


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        session = create_plan(Path(folder) / "lan.nvplan", COUNTY, YEAR)
        actors = to_ask(session)
        WRITER.render(MAILING.build(session, Request(actor=actors[0])), "docx")  # what is imported once is imported now
        begun = time.perf_counter()
        for actor in actors:
            WRITER.render(MAILING.build(session, Request(actor=actor)), "docx")
        barely = time.perf_counter() - begun
        begun = time.perf_counter()
        out = Path(folder) / "ut"
        files = list(send_out(session, actors, out, writer=WRITER, format_name="docx"))
        sent = time.perf_counter() - begun
        forms = [path for path in files if path.suffix == ".docx"]
        for path in forms:
            _fill_in(path)
        begun = time.perf_counter()
        batch = import_all(session, [out], reader=READER, preview=False)
        took = time.perf_counter() - begun
    taken = sum(one.numbers[0] for one in batch.files)
    if not taken:
        raise SystemExit("nothing was filled in, so nothing is measured")
    print(f"{len(forms)} blanketter: bara skriva {barely:.1f} s, skicka ut {sent:.1f} s ({sent / barely:.2f} gånger)")
    print(f"{len(batch.files)} filer in, {taken} svar: {took:.1f} s")


def _fill_in(path: Path) -> None:
    document = docx.Document(str(path))
    for question, typed in ANSWERS.items():
        label = all_questions()[question].label
        if any(label in cell.text for table in document.tables for row in table.rows for cell in row.cells[:2]):
            type_in(row_of(document, label).cells[-1], typed)
    document.save(str(path))


if __name__ == "__main__":
    main()
