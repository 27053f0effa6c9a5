"""A look goes to other processes, and says what a page supports."""

from __future__ import annotations

import pickle

import pytest

from cjm.errors import UndrawableError
from cjm.layout.dark import DARK
from cjm.layout.ink_saving import PRINT
from cjm.render.look import PLAIN, Look
from cjm.render.templating import Templates


@pytest.mark.parametrize("look", [PLAIN, Look(PRINT, None, True, "a-", Templates("own"))])
def test_a_look_can_be_sent_to_another_process(look: Look) -> None:
    assert pickle.loads(pickle.dumps(look)) == look


def test_why_a_picture_is_not_drawn_can_be_sent_back() -> None:
    error = pickle.loads(pickle.dumps(UndrawableError("no engine", help="install one")))

    assert (type(error), str(error), error.help) == (UndrawableError, "no engine", "install one")


@pytest.mark.parametrize(
    ("look", "schemes"),
    [(PLAIN, "light dark"), (Look(DARK, None), "dark"), (Look(PRINT, None), "only light")],
)
def test_a_page_says_which_schemes_it_has(look: Look, schemes: str) -> None:
    assert look.schemes == schemes
