"""Rules of the category format about paths and about the words that a workspace allows."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.hit import Hit, Other
from cjm.lint.subject import FileSubject, MapSubject
from cjm.lint.targets import is_missing_path, journey_uses, looks_like_path
from cjm.model.journey import TeamMember
from cjm.model.owner import Owner
from cjm.model.persona import Persona, PersonaFile
from cjm.model.stage import Picture
from cjm.model.text import Text
from cjm.model.touchpoint import Department, Performance
from cjm.model.values import fold, nearest
from cjm.rulebook import rule
from cjm.workspace.files import leads_out
from cjm.workspace.workspace import names_of


@rule("format", "EEE", subject="file", is_locked=True)
def missing_file(subject: FileSubject) -> Iterator[Hit]:
    """A photo, storyboard picture or baseline path that is not there.

    A path is relative to the file it is written in. A picture that is not there leaves a hole in
    every page that is drawn.

    Bad:
        stages:
          - id: choose
            steps:
              - {id: sign-up, storyboard: {image: pictures/desk.png, alt: A desk}}

    Good:
        stages:
          - id: choose
            steps:
              - {id: sign-up, storyboard: {image: pictures/counter.png, alt: A counter}}
    """
    exists = subject.whole.exists
    if exists is None:
        return
    folder = posixpath.dirname(subject.document.path)
    for route, path, kind in _pictures(subject):
        if _leaves(subject, path) or exists(posixpath.normpath(posixpath.join(folder, path))):
            continue
        yield Hit(route, {"kind": kind, "path": path})
    if isinstance(subject, MapSubject):
        for route, reference in journey_uses(subject):
            path = reference.partition("#")[0]
            found = subject.references.journey(reference)
            if found is None and not _leaves(subject, path) and is_missing_path(subject, path):
                yield Hit(route, {"kind": "journey", "path": path})


def _pictures(subject: FileSubject) -> Iterator[tuple[Route, str, str]]:
    for kind in (Persona, PersonaFile):
        for route, persona in subject.index.of(kind):
            if persona.photo is not None:
                yield (*route, "photo"), persona.photo, "photo"
    for route, picture in subject.index.of(Picture):
        if picture.image is not None:
            yield (*route, "image"), picture.image, "picture"


@rule("format", "EEE", subject="file", is_locked=True)
def unsafe_path(subject: FileSubject) -> Iterator[Hit]:
    """A path that leaves the workspace, or a link whose scheme is not http, https or mailto.

    A map is opened by people who did not write it, and drawn by machines that trust it. It may not
    reach for files of theirs, nor bring a link that runs something when it is followed.

    Bad:
        stages:
          - id: choose
            steps:
              - {id: sign-up, storyboard: {image: ../../secret.png, alt: A desk}}

    Good:
        stages:
          - id: choose
            steps:
              - {id: sign-up, storyboard: {image: pictures/counter.png, alt: A counter}}
    """
    for route, path, kind in _pictures(subject):
        if _leaves(subject, path):
            yield Hit(route, {"kind": kind, "path": path})
    if not isinstance(subject, MapSubject):
        return
    for route, reference in journey_uses(subject):
        path = reference.partition("#")[0]
        if looks_like_path(path) and _leaves(subject, path):
            yield Hit(route, {"kind": "journey", "path": path})
    review = subject.journey.review
    for position, glob in enumerate(review.watch if review else ()):
        if _leaves(subject, glob, folder=subject.whole.workspace.root):
            yield Hit(("review", "watch", position), {"kind": "glob", "path": glob})


def _leaves(subject: FileSubject, path: str, *, folder: str | None = None) -> bool:
    """Whether `path` lies outside the workspace; globs are counted from its root."""
    start = posixpath.dirname(subject.document.path) if folder is None else folder
    return leads_out(path, start, subject.whole.workspace.root)


@rule("format", "WWW", subject="file")
def outside_vocabulary(subject: FileSubject) -> Iterator[Hit]:
    """A department, region or tag that the workspace's vocabulary does not have.

    Where one map says `Retail` and the next `Stores`, nobody can ask which pains a department has.
    `vocabulary` in `cjm.yaml` holds the words that all maps share; a list that is not there allows
    everything.

    Bad (workspace):
        tags: {brand: southwind}

    Good (workspace):
        tags: {brand: northwind}
    """
    told: dict[tuple[str, str], list[tuple[Route, str]]] = {}
    for route, key, words in _controlled(subject):
        allowed = _allowed(subject, key)
        if allowed is None or any(fold(word) in allowed for word in words):
            continue
        if key == "department" and _department_words(subject, words) & allowed:
            continue
        told.setdefault((key, fold(words[0])), []).append((route, words[0]))
    for (key, _), uses in told.items():
        route, word = uses[0]
        near = nearest(fold(word), sorted(_allowed(subject, key) or ()))
        yield Hit(
            route, {"key": key, "word": word, "near": near or ""}, "near" if near else "",
            related=tuple(Other(at, "here too") for at, _ in uses[1:3]),
        )  # fmt: skip


def _controlled(subject: FileSubject) -> Iterator[tuple[Route, str, tuple[str, ...]]]:
    """Yield `(route, department, region or tag, words in all their languages)`."""
    if not subject.whole.vocabulary:
        return
    for kind in (Owner, TeamMember, Performance, Department):
        for route, item in subject.index.of(kind):
            for key in ("department", "region"):
                words = getattr(item, key, None)
                if isinstance(words, Text) and words:
                    yield (*route, key), key, tuple(words)
    if isinstance(subject, MapSubject):
        for name, values in (subject.journey.tags or {}).items():
            for position, value in enumerate(values):
                yield ("tags", name, position), name, (value,)


def _allowed(subject: FileSubject, key: str) -> frozenset[str] | None:
    """Return the folded words that the vocabulary allows for `key`, or `None` for any."""
    vocabulary = subject.whole.vocabulary
    name = fold(key)
    for plural in (f"{name}s", name, f"{name.removesuffix('y')}ies", f"{name}es"):
        if plural in vocabulary:
            return vocabulary[plural]
    return None


def _department_words(subject: FileSubject, words: tuple[str, ...]) -> frozenset[str]:
    """Return the id and the names of the department that `words` lead to, folded."""
    for word in words:
        entry = subject.find("departments", word)
        if entry is not None:
            return frozenset(fold(each) for each in (entry.id, *names_of(entry.item)))
    return frozenset()
