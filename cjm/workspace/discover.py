"""Which files belong to a workspace, and what each of them is."""

from __future__ import annotations

import fnmatch
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from cjm.workspace.files import Files, UnreadableFile, join

SETTINGS_NAMES = ("cjm.yaml", "cjm.yml")
_DOUBLE = re.compile(r"\.(journey|persona|library|theme)\.ya?ml$", re.I)
_MERMAID = re.compile(r"\.(mmd|mermaid)$", re.I)
_MARKDOWN = re.compile(r"\.(md|markdown)$", re.I)
_YAML = re.compile(r"\.ya?ml$", re.I)
_SNIFF = re.compile(
    rb"^(?:\xef\xbb\xbf)?(?:([\"']?)cjm\1[ \t]*:[ \t]*[\"']?([a-z]*)|([\"']?)stages\3[ \t]*:)", re.M
)
_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "site-packages"})


@dataclass
class Found:
    """The files of a workspace.

    Attributes:
        files: `(path, kind)` with the kind `journey`, `persona`, `library`, `theme`,
            `mermaid` or `markdown`, in the order of their paths.
        skipped: How many files are no concern of cjm's.
        nested: Roots of workspaces within this one.
    """

    files: list[tuple[str, str]] = field(default_factory=list)
    skipped: int = 0
    nested: list[str] = field(default_factory=list)


def kind_by_name(path: str) -> str | None:
    """Return the kind that the name of a file says, or `None` where it says none."""
    double = _DOUBLE.search(path)
    if double is not None:
        return double[1].lower()
    if _MERMAID.search(path):
        return "mermaid"
    return "markdown" if _MARKDOWN.search(path) else None


def kind_by_content(source: bytes) -> str | None:
    """Return the kind that the top-level keys of a YAML text say, or `None`."""
    kind = None
    for match in _SNIFF.finditer(source[:200_000]):
        if match[2] is not None:
            word = match[2].decode("ascii")
            return word if word in ("persona", "library", "workspace", "theme") else "journey"
        kind = "journey"
    return kind


def settings_path(files: Files, folder: str) -> str | None:
    """Return the path of the settings file in `folder`, or `None`."""
    for name in SETTINGS_NAMES:
        path = join(folder, name)
        if files.is_file(path):
            return path
    return None


def root_above(files: Files, folder: str) -> str | None:
    """Return the nearest folder at or above `folder` with a `cjm.yaml`, up to the git root."""
    for here in _upwards(files, folder):
        if settings_path(files, here) is not None:
            return here
        if files.is_folder(join(here, ".git")) or files.is_file(join(here, ".git")):
            return None
    return None


def _upwards(files: Files, folder: str) -> Iterator[str]:
    here = posixpath.normpath(folder or ".")
    while True:
        yield here
        if files.absolute(here).rstrip("/").count("/") < 1 or here == "/":
            return
        last = posixpath.basename(here)
        if here == "." or last == "..":
            here = ".." if here == "." else f"{here}/.."
        else:
            here = posixpath.dirname(here) or "."


def find_files(files: Files, root: str, settings: Any) -> Found:
    """Return the files below `root` that belong to its workspace.

    Hidden, git-ignored and output folders, virtual environments and `node_modules` are not entered,
    nor are workspaces within it. The folder `maps`, where pictures go unless settings say otherwise,
    may be where a team keeps its maps: it is entered, and the pictures in it are passed over.
    """
    found = Found()
    ignored = _Ignored(files, root)
    asked_out = settings.render.out
    out = posixpath.normpath(join(root, asked_out)) if asked_out else None
    pictures = posixpath.normpath(join(root, "maps")) + "/"
    globs = [
        (kind, _matcher(patterns))
        for kind, patterns in (
            ("journey", settings.journeys),
            ("persona", settings.personas),
            ("library", settings.library),
        )
        if patterns
    ]

    def enter(folder: str) -> bool:
        name = posixpath.basename(folder)
        if name.startswith(".") or name in _SKIPPED_FOLDERS:
            return False
        if posixpath.normpath(folder) == out or ignored(folder + "/"):
            return False
        if settings_path(files, folder) is not None:
            found.nested.append(folder)
            return False
        return not files.is_file(join(folder, "pyvenv.cfg"))

    for path in files.walk(root, enter):
        if posixpath.basename(path) in SETTINGS_NAMES or ignored(path):
            continue
        kind = _kind(files, path, _relative(path, root), globs)
        if kind is None:
            is_drawn = path.endswith((".svg", ".html")) and path.startswith(pictures)
            found.skipped += not is_drawn
        else:
            found.files.append((path, kind))
    return found


def _relative(path: str, root: str) -> str:
    if root in ("", "."):
        return path
    # Mostly it begins with the root: to ask where both really are takes ten times as long.
    start = root.rstrip("/") + "/"
    return path[len(start) :] if path.startswith(start) else posixpath.relpath(path, root)


def _kind(
    files: Files, path: str, inner: str, globs: list[tuple[str, Callable[[str], bool]]]
) -> str | None:
    if posixpath.basename(path).startswith("."):
        return None
    named = kind_by_name(path)
    if named == "markdown":
        return None  # a Markdown file is read only where it is named
    for kind, matches in globs:
        if matches(inner):
            return kind
    if named is not None:
        return named
    if not _YAML.search(path):
        return None
    try:
        kind_found = kind_by_content(files.read(path))
    except (UnreadableFile, FileNotFoundError):
        return None
    return None if kind_found == "workspace" else kind_found


def _matcher(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines([f"/{pattern.lstrip('/')}" for pattern in patterns])
    return lambda path: spec.match_file(path)


class _Ignored:
    """Whether git ignores a path; reads the `.gitignore` files from the git root downwards."""

    def __init__(self, files: Files, root: str) -> None:
        self.files = files
        self.specs: dict[str, Any] = {}
        self.chains: dict[str, list[tuple[str, Any]]] = {}
        self.tops = self._tops(root)
        self.root = root

    def _tops(self, root: str) -> list[str]:
        """Return the folders above `root` whose `.gitignore` counts, the git root's first."""
        above: list[str] = []
        for here in _upwards(self.files, root):
            above.append(here)
            if self.files.is_folder(join(here, ".git")) or self.files.is_file(join(here, ".git")):
                return above[:0:-1]
        return []

    def __call__(self, path: str) -> bool:
        plain = path.rstrip("/")
        verdict = False
        for folder, spec in self._specs_for(posixpath.dirname(plain)):
            below = _relative(plain, folder) + path[len(plain) :]
            result = spec.check_file(below)
            if result.include is not None:
                verdict = bool(result.include)
        return verdict

    def _specs_for(self, folder: str) -> list[tuple[str, Any]]:
        """Return the specs that count in `folder`; they are sought once for all its files."""
        if folder not in self.chains:
            inner = "" if folder in ("", self.root) else _relative(folder, self.root)
            folders = [*self.tops, self.root]
            here = self.root
            for part in inner.split("/") if inner else ():
                here = join(here, part)
                folders.append(here)
            specs = [(each, self._spec(each)) for each in folders]
            self.chains[folder] = [(each, spec) for each, spec in specs if spec is not None]
        return self.chains[folder]

    def _spec(self, folder: str) -> Any:
        if folder not in self.specs:
            self.specs[folder] = self._read(join(folder, ".gitignore"))
        return self.specs[folder]

    def _read(self, path: str) -> Any:
        if not self.files.is_file(path):
            return None
        from pathspec import GitIgnoreSpec

        try:
            lines = self.files.read(path).decode("utf-8", "replace").splitlines()
        except (UnreadableFile, FileNotFoundError):
            return None
        return GitIgnoreSpec.from_lines(lines)


def expand(files: Files, pattern: str) -> list[str]:
    """Return the files that the glob `pattern` matches, `**` for any depth."""
    head = pattern.split("*", 1)[0].split("?", 1)[0].split("[", 1)[0]
    folder = posixpath.dirname(head) or "."
    inner = posixpath.relpath(pattern, folder) if folder != "." else pattern
    # `**/` also matches no folder at all, which fnmatch does not know.
    patterns = {inner, inner.replace("**/", "")}
    return [
        path
        for path in files.walk(folder, lambda each: not posixpath.basename(each).startswith("."))
        if any(_globbed(_relative(path, folder), each) for each in patterns)
    ]


def _globbed(path: str, pattern: str) -> bool:
    if "**" not in pattern and path.count("/") != pattern.count("/"):
        return False
    return fnmatch.fnmatchcase(path, pattern)


def is_glob(path: str) -> bool:
    """Whether `path` holds the signs of a glob."""
    return any(sign in path for sign in "*?[")
