"""Runs templates of the user's own: in Jinja's sandbox, always escaped, within limits.

A template sees its values and nothing behind them, reads no file outside its folder and the shipped
one, and cannot switch escaping off, so that no text of a map gets into a picture as markup. How much
it does is limited by counting (its lines, its characters), never by a clock.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Any

from jinja2 import Template, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateNotFound
from jinja2.runtime import markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cjm.errors import CjmError, UsageError
from cjm.render.templating import OURS

MAX_OUTPUT = 50_000_000
"""The most characters that a picture, or a text made for it, may have."""

MAX_LINES = 20_000_000
"""How many lines of templates may run for one picture, those of a loop each time."""

_WIDENING = frozenset({"ljust", "rjust", "center", "zfill", "expandtabs", "format", "format_map"})
"""Methods of texts that make a long one of a number."""


class _Generator(CodeGenerator):
    """Compiles a template so that joining texts is counted and escaping stays on."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Compile `a ~ b`."""
        self.write("environment.joined((")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write("))")

    def visit_EvalContextModifier(  # noqa: N802
        self, node: nodes.EvalContextModifier, frame: Frame
    ) -> None:
        """Refuse `{% autoescape %}`."""
        self.fail("escaping cannot be switched", node.lineno)

    visit_ScopedEvalContextModifier = visit_EvalContextModifier  # noqa: N815


class _Template(Template):
    """A template whose mistakes are told as mistakes of its file."""

    def render(self, *args: Any, **values: Any) -> str:
        """See `jinja2.Template.render`."""
        environment = self.environment
        assert isinstance(environment, Sandbox)
        with environment.told(), _counted(environment.is_template):
            return "".join(_limited(self.generate(*args, **values)))


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of templates of the user's own."""

    code_generator_class = _Generator
    template_class = _Template
    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._shipped: set[str] = set()
        self._own: set[str] = set()
        del self.globals["lipsum"]
        for name in ("safe", "center", "format", "pprint", "random"):
            del self.filters[name]
        self.filters["indent"] = _indent

    def compile(self, source: Any, name: Any = None, filename: Any = None, *others: Any) -> Any:
        """See `jinja2.Environment.compile`; files are known as templates from now on."""
        (self._shipped if str(filename).startswith(OURS) else self._own).add(str(filename))
        return super().compile(source, name, filename, *others)

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Template:
        """See `jinja2.Environment.get_template`."""
        with self.told():
            return super().get_template(name, parent, globals)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """See `SandboxedEnvironment.is_safe_attribute`."""
        if isinstance(obj, str) and attr in _WIDENING:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Leave `str.format` to `is_safe_attribute`: a format may ask for any width."""
        return None  # noqa: RET501

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """See `SandboxedEnvironment.call_binop`."""
        if _is_huge(operator, left, right):
            raise SecurityError(f"'{operator}' makes something too large")
        return super().call_binop(context, operator, left, right)

    def joined(self, parts: tuple[Any, ...]) -> str:
        """Return texts as one, escaped."""
        if sum(len(part) for part in parts if isinstance(part, str)) > MAX_OUTPUT:
            raise SecurityError("'~' makes something too large")
        return markup_join(parts)

    def is_template(self, file: str) -> bool:
        """Whether `file` is a template, shipped or not."""
        return file in self._own or file in self._shipped

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn what goes wrong in a template into an error with its file and line."""
        try:
            yield
        except CjmError:
            raise
        except TemplateSyntaxError as error:
            raise _error(error.filename or str(error.name), error.lineno, error) from None
        except Exception as error:
            place = self._place(error.__traceback__)
            if place is None:
                raise  # a mistake of cjm, not of a template
            raise _error(*place, error) from None

    def _place(self, traceback: TracebackType | None) -> tuple[str, int] | None:
        """Return the last line of a template of the user's own that was running."""
        found = None
        while traceback is not None:
            file = traceback.tb_frame.f_code.co_filename
            if file in self._own:
                found = (file, traceback.tb_lineno)
            traceback = traceback.tb_next
        return found


def _error(file: str, line: int, error: Exception) -> UsageError:
    text = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    said = f"there is no template '{text}'" if isinstance(error, TemplateNotFound) else text
    return UsageError(
        f"the template '{file}' fails in line {line}: {said[:300]}",
        help="templates/README.md of cjm lists what a template gets",
    )


def _limited(parts: Iterator[str]) -> Iterator[str]:
    count = 0
    for part in parts:
        count += len(part)
        if count > MAX_OUTPUT:
            raise UsageError(f"a template writes more than {MAX_OUTPUT:,} characters")
        yield part


@contextmanager
def _counted(is_template: Callable[[str], bool]) -> Iterator[None]:
    """Stop templates that run too many lines."""
    count = 0

    def line(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += 1
        if count > MAX_LINES:
            raise SecurityError(f"more than {MAX_LINES:,} lines of templates have run")
        return line

    def call(frame: FrameType, event: str, argument: object) -> Any:
        return line if is_template(frame.f_code.co_filename) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        yield
    finally:
        sys.settrace(before)


def _is_huge(operator: str, left: Any, right: Any) -> bool:
    if operator == "+":
        return _size(left) + _size(right) > MAX_OUTPUT
    if operator == "%":
        return isinstance(left, str)
    if operator == "**":
        return not (abs(left) <= 10_000 and abs(right) <= 10)
    return max(_size(left) * _number(right), _size(right) * _number(left)) > MAX_OUTPUT


def _size(value: Any) -> int:
    return len(value) if isinstance(value, str | list | tuple) else 0


def _number(value: Any) -> float:
    return abs(value) if isinstance(value, int | float) else 0


def _indent(text: str, width: int | str = 4, first: bool = False, blank: bool = False) -> str:
    from jinja2.filters import do_indent

    return do_indent(text, min(width, 100) if isinstance(width, int) else width[:100], first, blank)
