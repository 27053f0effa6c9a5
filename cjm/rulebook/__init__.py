"""What a rule is: its severities, its page, who selects it, who silences it."""

from cjm.rulebook.profiles import profile_of
from cjm.rulebook.rule import CATEGORIES, Rule, rule
from cjm.rulebook.select import Choice, Selection
from cjm.rulebook.suppressions import Suppression, suppressions_of
from cjm.rulebook.thresholds import THRESHOLDS, Threshold, Thresholds
from cjm.workspace.choices import PROFILES

__all__ = [
    "CATEGORIES",
    "PROFILES",
    "THRESHOLDS",
    "Choice",
    "Rule",
    "Selection",
    "Suppression",
    "Threshold",
    "Thresholds",
    "profile_of",
    "rule",
    "suppressions_of",
]
