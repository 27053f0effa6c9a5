"""A process of cjm's own asks nobody whether they extend Pydantic."""

from __future__ import annotations

import subprocess
import sys

OWN = "from cjm.cli.process import make_own; make_own()\n"


def _run(code: str) -> str:
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return found.stdout.strip()


def test_no_package_is_searched_for_plugins():
    code = OWN + "import sys, cjm.model.journey; print('importlib.metadata' in sys.modules)"

    assert _run(code) == "False"


def test_all_else_that_the_module_of_plugins_holds_is_its_own():
    code = (
        OWN + "from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP as name; print(name)"
    )

    assert _run(code) == "pydantic"


def test_who_wants_plugins_gets_them():
    code = "import os; os.environ['PYDANTIC_DISABLE_PLUGINS'] = 'one'\n" + OWN
    code += "import sys, cjm.model.journey; print('importlib.metadata' in sys.modules)"

    assert _run(code) == "True"
