"""What is wrong with maps, and how bad it is: rules, and the engine that runs them."""

from cjm.lint.engine import LintOptions, LintResult, lint
from cjm.lint.rules import RULES

__all__ = ["RULES", "LintOptions", "LintResult", "lint"]
