"""Disks that are full, read-only or another's: what a process there is told, and that the plan is as it was."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from nvplan.store.plan_file import PlanFile
from tests.store.plans import answer, beside, new_plan


def test_a_full_disk(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "text")
    before, names = plan.path.read_bytes(), beside(plan.path)
    done = in_process(plan.path, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY)),
                       "x" * 20_000)
    assert done == "lan.nvplan får inte plats. Ändringen är inte sparad, den tidigare filen är hel."
    assert plan.path.read_bytes() == before
    assert beside(plan.path) == names


@pytest.mark.skipif(os.geteuid() != 0, reason="needs to become another user")
def test_without_the_right_to_write_the_plan_opens_for_reading() -> None:
    # a folder of its own: pytest closes its folders to others whenever another run begins
    with tempfile.TemporaryDirectory() as folder:
        _as_another_user(Path(folder))


def _as_another_user(folder: Path) -> None:
    plan = new_plan(folder)
    answer(plan, "2.1.syfte", "text")
    folder.chmod(0o755)
    before = plan.path.read_bytes()
    done = in_process(plan.path, None, "annat", user=65534)
    assert done == "Ni saknar rätt att skriva i mappen där lan.nvplan ligger. Ändringen är inte sparad."
    plan.path.chmod(0o600)
    assert in_process(plan.path, None, "annat", user=65534) == "Ni saknar rätt att läsa lan.nvplan."
    assert plan.path.read_bytes() == before


def in_process(path: Path, prepare: Callable[[], None] | None, value: str, user: int = 0) -> str:
    """Open the plan and answer in a process of its own, and return the sentence that it prints."""
    # everything is imported before the user is changed, for the other one may not read where Python lies
    code = ("import filelock, os, sys; import nvplan.model.objects; from pathlib import Path\n"
            "from nvplan.model.errors import PlanFileError\n"
            "import tempfile; from tests.store.plans import PlanFile, answer, new_plan, values\n"
            "with tempfile.TemporaryDirectory() as folder:\n    answer(new_plan(Path(folder)), '2.1.syfte', 'x')\n"
            "if sys.argv[3] != '0':\n    os.setuid(int(sys.argv[3]))\n"
            "try:\n"
            "    plan = PlanFile.open(Path(sys.argv[1])); assert values(plan) == {'2.1.syfte@lan': 'text'}\n"
            "    answer(plan, '2.1.syfte', sys.argv[2])\n"
            "except PlanFileError as error:\n"
            "    print(error)\n")
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", code, str(path), value, str(user)], check=True, timeout=300,
                          capture_output=True, preexec_fn=prepare, cwd=Path(__file__).parents[2], env=environment)
    return done.stdout.decode().strip()


def on_disk(plan: PlanFile, options: str, then: str, code: str) -> str:
    """Run code on a copy of the plan, `sys.argv[1]`, on a disk of its own and return what it prints."""
    disk = plan.path.with_name("skiva")
    disk.mkdir()
    mount = f"mount -t tmpfs -o {options} tmpfs {disk} && cp {plan.path} {disk}/ && {then.format(disk=disk)}"
    start = "import os, sys; from pathlib import Path; from tests.store.plans import *\npath = Path(sys.argv[1])\n"
    done = subprocess.run(["unshare", "-m", "sh", "-c", f'{mount} && exec "$@"', "sh", sys.executable, "-c",
                           start + code, str(disk / "lan.nvplan")], check=False, capture_output=True, timeout=300,
                          cwd=Path(__file__).parents[2], env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    if b"unshare" in done.stderr or b"mount" in done.stderr:
        pytest.skip("no right to mount here")
    return (done.stdout + done.stderr).decode().strip()


mounts = pytest.mark.skipif(os.geteuid() != 0 or sys.platform != "linux", reason="needs the right to mount")


@mounts
def test_a_medium_that_cannot_be_written(tmp_path: Path) -> None:
    plan = new_plan(tmp_path)
    answer(plan, "2.1.syfte", "text")
    said = on_disk(plan, "size=1m", "mount -o remount,ro {disk}", (
        "plan = PlanFile.open(path); assert values(plan)\n"
        "try:\n    answer(plan, '2.1.syfte', 'x')\nexcept Exception as error:\n    print(error)\n"))
    assert said == "lan.nvplan är skrivskyddad, filen själv eller disken. Ändringen är inte sparad."


@mounts
def test_a_disk_that_becomes_full(tmp_path: Path) -> None:
    said = on_disk(new_plan(tmp_path), "size=256k", "true", (
        "plan, saved = PlanFile.open(path), 0\n"
        "try:\n"
        "    for number in range(1000):\n"
        "        answer(plan, f'2.1.f{number}', 'x' * 3000); saved += 1\n"
        "except Exception as error:\n    print(error)\n"
        "assert len(values(PlanFile.open(path))) == saved > 3\n"
        "print(sorted(one for one in os.listdir(path.parent) if not one.endswith('.lock')))\n"))
    assert said.splitlines() == ["Disken är full. Ändringen är inte sparad, den tidigare filen är hel.",
                                 "['.lan.nvplan.kopior', 'lan.nvplan']"]
