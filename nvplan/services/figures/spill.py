"""Keeps visits on disk while they are sorted by patient: a private file without a name, with salted numbers alone."""

from __future__ import annotations

import struct
import tempfile
from array import array
from collections.abc import Iterator
from typing import IO

from nvplan.model.errors import InputError
from nvplan.services.figures.visits import Visit
from nvplan.texts import continuity_index as index_texts

_PATIENT = struct.Struct("<Q")
_REST = struct.Struct("<QQIhHHHH")
_WHOLE = struct.Struct("<QQQIhHHHH")
_SIZE = _WHOLE.size
#: Visits of one part are written together, so many bytes at a time.
_WRITTEN_AT_ONCE = 100 * _SIZE
#: A part is read into memory whole; a file of twice the size is cut into twice as many.
_BYTES_PER_PART = 2_000_000
_FEWEST_PARTS, _MOST_PARTS = 16, 4096
#: More visits than this has no patient: another column was taken for the patient's.
MOST_VISITS_OF_ONE = 50_000


class Spill:
    """Visits in parts by patient. A patient's visits are all in one part, so that one part at a time is enough."""

    def __init__(self, file_size: int) -> None:
        """`file_size` is that of the file that is read, in bytes."""
        self._parts = min(_MOST_PARTS, max(_FEWEST_PARTS, file_size // _BYTES_PER_PART))
        self._waiting = [bytearray() for _ in range(self._parts)]
        self._written = [array("Q") for _ in range(self._parts)]
        self._lengths = [array("L") for _ in range(self._parts)]
        self._end = 0
        # On Unix the file has no name from the start or is unlinked at once; on Windows it goes with its handle.
        self._file: IO[bytes] = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115

    def __enter__(self) -> Spill:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, visit: Visit) -> None:
        """Keep a visit."""
        part = visit[0] % self._parts
        waiting = self._waiting[part]
        waiting += _WHOLE.pack(*visit)
        if len(waiting) >= _WRITTEN_AT_ONCE:
            self._write(part)

    def _write(self, part: int) -> None:
        waiting = self._waiting[part]
        self._file.seek(self._end)
        written = self._file.write(waiting)
        while written < len(waiting):
            written += self._file.write(waiting[written:])
        self._written[part].append(self._end)
        self._lengths[part].append(len(waiting))
        self._end += len(waiting)
        waiting.clear()

    def patients(self) -> Iterator[list[Visit]]:
        """Yield the visits of each patient, in the order of the file.

        Raises:
            InputError: one patient has more visits than anyone can have had.
        """
        make = Visit._make
        for part in range(self._parts):
            of_patient: dict[bytes, bytearray] = {}
            for block in self._blocks(part):
                for start in range(0, len(block), _SIZE):
                    patient = block[start:start + _PATIENT.size]
                    kept = of_patient.get(patient)
                    if kept is None:
                        kept = of_patient[patient] = bytearray()
                    kept += block[start + _PATIENT.size:start + _SIZE]
                    if len(kept) > MOST_VISITS_OF_ONE * _REST.size:
                        raise InputError(index_texts.TOO_MANY_VISITS.format(most=MOST_VISITS_OF_ONE))
            for patient, kept in of_patient.items():
                number = _PATIENT.unpack(patient)[0]
                yield [make((number, *rest)) for rest in _REST.iter_unpack(kept)]

    def _blocks(self, part: int) -> Iterator[bytes]:
        for start, length in zip(self._written[part], self._lengths[part], strict=True):
            self._file.seek(start)
            block = self._file.read(length)
            while len(block) < length:
                block += self._file.read(length - len(block))
            yield block
        yield bytes(self._waiting[part])
