"""What cjm says about a text, and where it says it."""

from cjm.findings.finding import Edit, Finding, Fix, Place, Problem, Severity
from cjm.findings.position import Position, Route, Span

__all__ = [
    "Edit",
    "Finding",
    "Fix",
    "Place",
    "Position",
    "Problem",
    "Route",
    "Severity",
    "Span",
]
