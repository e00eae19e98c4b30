"""The golden files of the documents: `python -m tests.services.documents.golden` writes them anew from the example.

Each is the whole document as text, the calendar as the file that a calendar reads.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from nvplan.files.write.registry import render
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.writing.session import PlanSession
from tests.example import example_session

FOLDER = Path(__file__).parent / "golden"
#: The documents that have pages or dates; the archive is the plan itself.
#: A report has its underlag beside what is handed in.
UNDERLAG = ".underlag"
NAMES = tuple(name for document in DOCUMENTS.values() if not document.is_data
              for name in (document.name, *([document.name + UNDERLAG] if document.has_working else [])))


def file_of(name: str) -> Path:
    """Return a document's golden file."""
    return FOLDER / f"{name}.{_format(name)}"


def _format(name: str) -> str:
    return "md" if "md" in DOCUMENTS[name.removesuffix(UNDERLAG)].formats else "ics"


def drawn(session: PlanSession, name: str) -> str:
    """Return the document as its golden file has it."""
    known = DOCUMENTS[name.removesuffix(UNDERLAG)]
    request = known.requests(session, Request(working=name.endswith(UNDERLAG)))[0]
    document = known.build(session, request)
    content = render(document, _format(name))
    return content.decode("utf-8").replace("\r\n", "\n")


def main() -> None:
    """Write every golden file anew."""
    with tempfile.TemporaryDirectory() as folder:
        session = example_session(Path(folder) / "exempel.nvplan")
        for name in NAMES:
            target, text = file_of(name), drawn(session, name)
            old = target.read_text(encoding="utf-8") if target.exists() else ""
            target.write_text(text, encoding="utf-8", newline="\n")
            print(f"{target.name}: {'as before' if text == old else 'CHANGED' if old else 'new'}")


if __name__ == "__main__":
    main()
