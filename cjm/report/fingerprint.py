"""Marks that know a finding again in the next report, though its line has moved."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from cjm.findings import Finding
from cjm.report.checkout import Checkout


def fingerprints(findings: Sequence[Finding], checkout: Checkout) -> Iterator[str]:
    """Yield a mark for each finding: its rule, file, journey and place by ids, and no line.

    Of several with the same ones the second bears another mark than the first: services count what
    has the same mark as one.

    Args:
        findings: In order.
        checkout: Where their paths start from.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for each in findings:
        facts = (each.rule, checkout.path(each.place.path), each.journey, each.anchor)
        seen[facts] += 1
        text = "\0".join((*facts, str(seen[facts])))
        yield hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
