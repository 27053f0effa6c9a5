"""The peers: each in an environment of its own, by its own default install."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PEERS = ("check-jsonschema", "yamllint")


def environment_of(folder: Path, name: str, requirement: str) -> Path:
    """Return the folder of programs of the environment `name`, made where it is not there."""
    place = folder / name
    programs = place / ("Scripts" if sys.platform == "win32" else "bin")
    if not (place / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        pip = [str(programs / "python"), "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, "--disable-pip-version-check", requirement], check=True)
        compileall = [str(programs / "python"), "-m", "compileall", "-q", str(place)]
        subprocess.run(compileall, check=False)
        (place / "ready").touch()
    return programs


def versions(programs: Path, *names: str) -> str:
    """Return the versions of packages in an environment, for the report."""
    code = (
        "from importlib.metadata import version, PackageNotFoundError\n"
        f"for name in {names!r}:\n"
        "    try: print(name, version(name), end='  ')\n"
        "    except PackageNotFoundError: print(name, 'none', end='  ')\n"
    )
    found = subprocess.run(
        [str(programs / "python"), "-c", code], capture_output=True, text=True, check=True
    )
    return found.stdout.strip()
