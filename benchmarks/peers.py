"""The peers: each in an environment of its own, by its own default install."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

PEERS = ("check-jsonschema", "yamllint")

MERMAID = "@mermaid-js/mermaid-cli"
SPECTRAL = "@stoplight/spectral-cli"


def environment_of(folder: Path, name: str, requirement: str, *, anew: bool = False) -> Path:
    """Return the folder of programs of the environment `name`, made where it is not there.

    Args:
        folder: Where environments are kept.
        name: Of the environment.
        requirement: What to install, as pip takes it.
        anew: Whether to install it again, since it is a folder that changes.
    """
    place = folder / name
    programs = place / ("Scripts" if sys.platform == "win32" else "bin")
    is_new = not (place / "ready").exists()
    if is_new:
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    if is_new or anew:
        pip = [str(programs / "python"), "-m", "pip", "install", "--quiet"]
        pip.append("--disable-pip-version-check")
        subprocess.run([*pip, requirement], check=True)
        if anew:  # the version may be the same, and the code another
            subprocess.run([*pip, "--force-reinstall", "--no-deps", requirement], check=True)
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


def mermaid(folder: Path) -> tuple[list[str], str] | None:
    """Return `(the command mmdc with its browser, its version)`, installed where it is not there.

    `None` where npm or Chromium is missing. It draws in the Chromium of the machine, not in a
    browser of its own.
    """
    npm = shutil.which("npm")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if npm is None or chromium is None:
        return None
    place = folder / "mermaid"
    program = place / "node_modules" / ".bin" / "mmdc"
    if not program.exists():
        place.mkdir(parents=True, exist_ok=True)
        (place / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        environment = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
        install = [npm, "install", "--no-audit", "--no-fund", "--silent", MERMAID]
        subprocess.run(install, cwd=place, env=environment, check=True)
    settings = place / "browser.json"
    wanted = {"executablePath": chromium, "args": ["--no-sandbox"]}
    settings.write_text(json.dumps(wanted), encoding="utf-8")
    version = subprocess.run(
        [str(program), "--version"], capture_output=True, text=True, check=True
    )
    return [str(program), "-p", str(settings)], version.stdout.strip()


def spectral(folder: Path, schema: Path) -> tuple[list[str], str] | None:
    """Return `(the command of Spectral with a ruleset, its version)`; `None` where npm is missing.

    Its one rule checks every key and every value that our schema of a journey knows.
    """
    npm = shutil.which("npm")
    if npm is None:
        return None
    place = folder / "spectral"
    program = place / "node_modules" / ".bin" / "spectral"
    if not program.exists():
        place.mkdir(parents=True, exist_ok=True)
        (place / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        install = [npm, "install", "--no-audit", "--no-fund", "--silent", SPECTRAL]
        subprocess.run(install, cwd=place, check=True)
    options = {"schema": json.loads(schema.read_text(encoding="utf-8")), "allErrors": True}
    rule = {"given": "$", "then": {"function": "schema", "functionOptions": options}}
    ruleset = place / "ruleset.json"
    ruleset.write_text(json.dumps({"rules": {"journey": rule}}), encoding="utf-8")
    version = subprocess.run(
        [str(program), "--version"], capture_output=True, text=True, check=True
    )
    return [str(program), "lint", "--ruleset", str(ruleset), "--quiet"], version.stdout.strip()
