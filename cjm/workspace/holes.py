"""What was not valid and left out of a file, asked about once for each of thousands of findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cjm.findings import Route


class Holes:
    """Routes that were left out, as a tree, so that none of them is walked through."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._tree: dict[Any, Any] = {}
        for route in routes:
            node = self._tree
            for part in route:
                node = node.setdefault(part, {})
            node[None] = {}  # a route ends here

    def meet(self, route: Route) -> bool:
        """Whether `route` lies in one of the routes, or one of them in it.

        A list of one may be written without its index: a 0 of `route` may be missing there.
        """
        nodes = [(self._tree, False)] if self._tree else []
        for part in route:
            if any(None in node for node, _ in nodes):
                return True
            onward = []
            for node, is_skipped in nodes:
                if part in node and not (is_skipped and isinstance(part, int)):
                    onward.append((node[part], False))
                if part == 0 and any(isinstance(each, str) for each in node):
                    onward.append((node, True))
            nodes = onward
        return bool(nodes)
