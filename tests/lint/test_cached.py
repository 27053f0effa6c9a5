"""What is found with a cache is what is found without one, whatever happens between two runs."""

from __future__ import annotations

import dataclasses
import datetime
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm.errors import UsageError
from cjm.lint import LintOptions, LintResult, cached, parallel
from cjm.lint.cached import FOLDER, Cache
from cjm.lint.shelf import shelf_of
from cjm.workspace import store
from cjm.workspace.files import DiskFiles

TODAY = datetime.date(2026, 11, 22)
CACHE = Cache(b"a secret", "build 1")
LIBRARY = "cjm: library/1\ntouchpoints: {app: App, shop: Shop}\n"
PERSONA = "cjm: persona/1\nname: Li Na\n"


def write(folder: Path, count: int = 6) -> None:
    """Write a workspace whose maps name each other, a library, a persona and a picture."""
    (folder / "cjm.yaml").write_text("cjm: workspace/1\nlanguages: [en]\n")
    (folder / "li-na.persona.yaml").write_text(PERSONA)
    (folder / "t.library.yaml").write_text(LIBRARY)
    (folder / "face.png").write_bytes(b"x")
    for number in range(count):
        (folder / f"map-{number}.journey.yaml").write_text(journey(number))


def journey(number: int, *, name: str = "Looks", extra: str = "") -> str:
    baseline = f"state: future\nbaseline: map-{number - 1}\n" if number % 3 == 2 else ""
    return (
        f"cjm: journey/1\ntitle: Map {number}\n{extra}{baseline}persona: li-na\n"
        "review: {last: 2026-01-05, every: 1 year}\nstages:\n"
        "  - name: Learn\n    emotion: 1\n    steps:\n"
        f"      - {{name: {name}, pains: Pain, touchpoints: Ap, storyboard: {{image: face.png}}}}\n"
        f"      - {{name: TODO, feeling: {number}, evidence: [nothing], resolves: [pain]}}\n"
    )


def kept(
    folder: Path,
    *paths: str,
    cache: Cache = CACHE,
    today: datetime.date = TODAY,
    workers: int = 1,
    **options: object,
) -> list[LintResult]:
    """Judge with the cache."""
    files = DiskFiles(folder)
    asked = LintOptions(exists=files.is_file, **options)  # type: ignore[arg-type]
    found = cached.lint_paths(
        files, paths or ["."], cache, options=asked, today=today, workers=workers
    )
    return [result for _, result in found]


def anew(
    folder: Path, *paths: str, today: datetime.date = TODAY, **options: object
) -> list[LintResult]:
    """Judge without a cache."""
    files = DiskFiles(folder)
    asked = LintOptions(exists=files.is_file, **options)  # type: ignore[arg-type]
    found = parallel.lint_paths(files, paths or ["."], options=asked, today=today)
    return [result for _, result in found]


class Judgements:
    """Counts the maps that are judged."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.paths: list[str] = []
        real = parallel.judge

        def judge(whole, known, groups, workers, tell):  # type: ignore[no-untyped-def]
            self.paths += [path for group in groups for path in group]
            return real(whole, known, groups, workers, tell)

        monkeypatch.setattr(parallel, "judge", judge)

    def taken(self) -> list[str]:
        """Return what was judged since the last time."""
        paths, self.paths = sorted(self.paths), []
        return paths


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Judgements:
    return Judgements(monkeypatch)


@pytest.fixture(autouse=True)
def _trusts_new_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files that are as young as those of a test be known by their times."""
    monkeypatch.setattr("cjm.workspace.states.MOMENTS", -(10**9))


Edit = Callable[[Path, random.Random], None]


def _map(folder: Path, dice: random.Random) -> Path:
    maps = sorted(folder.glob("*.journey.yaml"))
    return dice.choice(maps) if maps else folder / "map-0.journey.yaml"


def _edit_a_map(folder: Path, dice: random.Random) -> None:
    number, name = dice.randrange(9), dice.choice(["Looks", "Buys", "Opens the app"])
    _map(folder, dice).write_text(journey(number, name=name))


def _comment(folder: Path, dice: random.Random) -> None:
    until = dice.choice(["", " until 2026-11-25"])
    rule = dice.choice(["placeholder-text", "no-such-rule", "missing-review"])
    path = _map(folder, dice)
    if path.exists():
        path.write_text(f"# cjm: ignore-file[{rule}]{until}: later\n" + path.read_text())


def _text(path: str, *texts: str) -> Edit:
    return lambda folder, dice: (folder / path).write_text(dice.choice(texts)) and None


def _gone(pattern: str) -> Edit:
    def edit(folder: Path, dice: random.Random) -> None:
        found = sorted(folder.glob(pattern))
        if found:
            dice.choice(found).unlink()

    return edit


def _status(folder: Path, dice: random.Random) -> None:
    extra = dice.choice(["status: validated\n", "id: map-1\n", "id: other\n", "parent: map-0\n"])
    _map(folder, dice).write_text(journey(dice.randrange(9), extra=extra))


EDITS: dict[str, Edit] = {
    "a map": _edit_a_map,
    "its status, id or parent": _status,
    "a map is gone": _gone("*.journey.yaml"),
    "a new map": lambda folder, dice: (folder / f"map-{dice.randrange(20)}.journey.yaml").write_text(
        journey(dice.randrange(9))
    ) and None,
    "a comment": _comment,
    "a map breaks": lambda folder, dice: _map(folder, dice).write_text("stages: [") and None,
    "the library": _text("t.library.yaml", LIBRARY, "cjm: library/1\ntouchpoints: {ap: Ap}\n", "[",
                         "cjm: journey/1\ntitle: X\nstages: [{name: A}]\n"),
    "the persona": _text("li-na.persona.yaml", PERSONA, PERSONA + "goals: [TODO]\n", ""),
    "another persona": _text("b.persona.yaml", PERSONA, "cjm: persona/1\nname: Chen\n"),
    "a theme": _text("own.theme.yaml", "cjm: theme/1\n", "cjm: theme/1\ncolour: red\n"),
    "the settings": _text("cjm.yaml", "cjm: workspace/1\n", "cjm: workspace/1\nlint: {profile: strict}\n",
                          "cjm: workspace/1\nlint: {ignore: [experience], fail_on: note}\n",
                          "cjm: workspace/1\nlint: {per_path: {'map-1*': {ignore: [structure]}}}\n",
                          "cjm: workspace/1\nlanguages: [en, zh]\nunknown: 1\n"),
    "the settings are gone": _gone("cjm.yaml"),
    "the picture is gone": _gone("face.png"),
    "the picture": _text("face.png", "x", "y"),
    "a folder is ignored": _text(".gitignore", "map-2*\n", ""),
}  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_random_edits_between_runs_change_nothing_but_the_time(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    (tmp_path / ".git").mkdir()
    write(tmp_path)
    days = [TODAY, TODAY, TODAY + datetime.timedelta(days=4), TODAY + datetime.timedelta(days=400)]
    asked = [{}, {}, {}, {"profile": "strict"}, {"ignore": ("format",)}]

    for _ in range(25):
        name = dice.choice(list(EDITS))
        EDITS[name](tmp_path, dice)
        paths = dice.choice([["."], ["."], ["."], [_map(tmp_path, dice).name]])
        if not (tmp_path / paths[0]).exists():
            paths = ["."]
        today, options = dice.choice(days), dice.choice(asked)

        with_cache = kept(tmp_path, *paths, today=today, **options)

        assert with_cache == anew(tmp_path, *paths, today=today, **options), name


def test_many_maps_on_several_cores_are_found_again(tmp_path: Path, judged: Judgements) -> None:
    write(tmp_path, parallel.WORTH_IT + 6)

    first = kept(tmp_path, workers=2)
    (tmp_path / "map-3.journey.yaml").write_text(journey(3, name="Buys"))
    judged.taken()
    second = kept(tmp_path, workers=2)
    anew_judged = judged.taken()

    assert anew_judged == ["map-3.journey.yaml"]
    assert first != second
    assert second == anew(tmp_path)


def test_only_what_changed_is_judged_with_what_it_names(tmp_path: Path, judged: Judgements) -> None:
    write(tmp_path)
    kept(tmp_path)
    judged.taken()

    (tmp_path / "map-4.journey.yaml").write_text(journey(4, name="Buys"))
    kept(tmp_path)

    assert judged.taken() == ["map-4.journey.yaml", "map-5.journey.yaml"]
    kept(tmp_path)
    assert judged.taken() == []


def test_a_theme_does_not_tie_the_maps_together(tmp_path: Path, judged: Judgements) -> None:
    write(tmp_path)
    (tmp_path / "own.theme.yaml").write_text("cjm: theme/1\nname: Own\n")
    kept(tmp_path)
    judged.taken()

    (tmp_path / "map-3.journey.yaml").write_text(journey(3, name="Buys"))
    found = kept(tmp_path)

    assert judged.taken() == ["map-3.journey.yaml"]
    assert found == anew(tmp_path)


@pytest.mark.parametrize(
    "change", ["t.library.yaml", "li-na.persona.yaml", "cjm.yaml"], ids=["library", "persona", "settings"]
)  # fmt: skip
def test_what_all_maps_rest_on_makes_all_be_judged_anew(
    tmp_path: Path, judged: Judgements, change: str
) -> None:
    write(tmp_path)
    kept(tmp_path)
    judged.taken()

    with open(tmp_path / change, "a") as file:
        file.write("# changed\n")
    kept(tmp_path)

    assert len(judged.taken()) == 6


def test_a_picture_that_goes_is_missed(tmp_path: Path, judged: Judgements) -> None:
    write(tmp_path)
    before = kept(tmp_path)

    (tmp_path / "face.png").unlink()
    after = kept(tmp_path)

    assert after == anew(tmp_path) != before


@pytest.mark.parametrize(
    "cache", [Cache(b"another", "build 1"), Cache(b"a secret", "build 2")], ids=["key", "code"]
)
def test_what_another_user_or_another_code_has_kept_is_not_believed(
    tmp_path: Path, judged: Judgements, cache: Cache
) -> None:
    write(tmp_path)
    kept(tmp_path)
    judged.taken()

    found = kept(tmp_path, cache=cache)

    assert len(judged.taken()) == 6
    assert found == anew(tmp_path)


def _files(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER).glob("*.lint"))


@pytest.mark.parametrize("spoil", ["cut", "flip", "empty", "rubbish", "folder", "link", "pipe"])
def test_a_broken_cache_is_no_cache(tmp_path: Path, spoil: str) -> None:
    write(tmp_path)
    kept(tmp_path)
    secret = tmp_path / "secret"
    secret.write_text("secret")
    files = _files(tmp_path)
    assert files

    for path in files:
        content = path.read_bytes()
        path.unlink()
        if spoil == "cut":
            path.write_bytes(content[: len(content) // 2])
        elif spoil == "flip":
            path.write_bytes(content[:-9] + bytes([content[-9] ^ 1]) + content[-8:])
        elif spoil == "folder":
            path.mkdir()
        elif spoil == "link":
            path.symlink_to(secret)
        elif spoil == "pipe":
            os.mkfifo(path)
        else:
            path.write_bytes(b"" if spoil == "empty" else b"{}" * 100)

    assert kept(tmp_path) == anew(tmp_path)
    assert kept(tmp_path) == anew(tmp_path)
    assert secret.read_text() == "secret"


def test_contents_that_are_sealed_and_wrong_are_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as those of a cache that a fault of cjm itself has spoilt."""
    write(tmp_path)
    kept(tmp_path)
    texts = [
        b"[]",
        b"null",
        b'{"build": "build 1"}',
        b'{"build":"build 1"}\n\n',
        b"\xff",
        b"[" * 9999,
    ]

    for text in texts:
        monkeypatch.setattr(store.Store, "read", lambda self, name, text=text: text)

        assert kept(tmp_path) == anew(tmp_path), text


@pytest.mark.parametrize(
    "spelt", [b"null", b"[]", b'[["R", [1]], []]', b'[["?"], []]', b"[", b'[["F", []], []]', b""]
)
def test_a_result_that_is_sealed_and_wrong_is_found_anew(tmp_path: Path, spelt: bytes) -> None:
    write(tmp_path)
    kept(tmp_path)
    (name,) = [path.stem for path in _files(tmp_path) if not path.stem.endswith("-maps")]
    place = store.Store(str(tmp_path / FOLDER), CACHE.key)
    shelf = shelf_of(place.read(name), CACHE.build)
    first, *_ = shelf.results
    shelf.results[first] = dataclasses.replace(shelf.results[first], found=spelt)
    draft = place.begin()
    assert draft is not None

    assert draft.finish(name, shelf.text(CACHE.build))

    assert kept(tmp_path) == anew(tmp_path)


def test_outlines_that_belong_to_other_results_are_found_anew(tmp_path: Path) -> None:
    """Two runs at the same time may leave one file of the one and one of the other."""
    write(tmp_path)
    kept(tmp_path)
    (path,) = [path for path in _files(tmp_path) if path.stem.endswith("-maps")]
    before = path.read_bytes()
    (tmp_path / "map-1.journey.yaml").write_text(journey(1, name="Buys, touchpoints: shop"))
    kept(tmp_path)

    path.write_bytes(before)
    (tmp_path / "map-3.journey.yaml").write_text(journey(3, name="Asks, touchpoints: shop"))

    assert kept(tmp_path) == anew(tmp_path)


def test_no_link_is_followed_out_of_the_workspace(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "root", tmp_path / "elsewhere"
    root.mkdir()
    elsewhere.mkdir()
    write(root)
    (root / FOLDER).symlink_to(elsewhere)

    found = kept(root)

    assert found == anew(root)
    assert list(elsewhere.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_stays(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / FOLDER).write_text("mine")

    found = kept(tmp_path)

    assert found == anew(tmp_path)
    assert (tmp_path / FOLDER).read_text() == "mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_that_may_not_be_written_is_no_mistake(tmp_path: Path) -> None:
    write(tmp_path)
    tmp_path.chmod(0o500)
    try:
        assert kept(tmp_path) == anew(tmp_path)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("call", ["mkdir", "open", "replace", "scandir"])
def test_a_full_or_read_only_disk_is_no_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    write(tmp_path)
    real = getattr(os, call)

    def fail(*given, **named):  # type: ignore[no-untyped-def]
        if call == "scandir" and isinstance(given[0], str) and FOLDER not in given[0]:
            return real(*given, **named)
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(f"cjm.workspace.store.os.{call}", fail)
        found = kept(tmp_path)

    assert found == anew(tmp_path)
    folder = tmp_path / FOLDER
    assert not folder.exists() or [each.name for each in folder.glob("*.tmp")] == []


def test_a_full_disk_in_the_middle_of_a_write_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path)
    monkeypatch.setattr(store.Store, "_seal", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))

    found = kept(tmp_path)

    assert found == anew(tmp_path)
    assert [each.name for each in (tmp_path / FOLDER).iterdir()] == [".gitignore"]


def test_the_folder_ignores_itself_in_git(tmp_path: Path) -> None:
    write(tmp_path)

    kept(tmp_path)

    assert (tmp_path / FOLDER / ".gitignore").read_text().endswith("\n*\n")


def test_old_files_go_and_halves_that_were_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path)
    monkeypatch.setattr(store, "MOST_FILES", 3)
    (tmp_path / FOLDER).mkdir()
    for name in ("old.tmp", "young.tmp"):
        (tmp_path / FOLDER / name).write_text("half")
    os.utime(tmp_path / FOLDER / "old.tmp", (0, 0))

    for profile in ("sketch", "standard", "strict"):
        kept(tmp_path, profile=profile)

    assert len(_files(tmp_path)) == 3
    assert [each.name for each in (tmp_path / FOLDER).glob("*.tmp")] == ["young.tmp"]


def test_a_file_named_alone_leaves_no_folder_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.journey.yaml").write_text(journey(0))

    found = kept(tmp_path, "a.journey.yaml")

    assert found == anew(tmp_path, "a.journey.yaml")
    assert not (tmp_path / FOLDER).exists()


def test_options_that_name_what_is_not_there_are_refused_each_time(tmp_path: Path) -> None:
    write(tmp_path)
    kept(tmp_path)

    for _ in range(2):
        with pytest.raises(UsageError, match="no rule"):
            kept(tmp_path, select=("no-such-rule",))


def test_a_link_in_the_place_of_a_map_is_seen_although_it_holds_the_same(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    write(root)
    before = kept(root)
    shutil.move(root / "map-0.journey.yaml", tmp_path / "outside.yaml")
    (root / "map-0.journey.yaml").symlink_to(tmp_path / "outside.yaml")

    after = kept(root)

    assert after == anew(root) != before


def test_a_change_that_keeps_size_and_time_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is as young as the run is read again: its times may not tell."""
    monkeypatch.setattr("cjm.workspace.states.MOMENTS", 2 * 10**9)
    write(tmp_path)
    path = tmp_path / "map-0.journey.yaml"
    kept(tmp_path)
    seen = os.stat(path)
    real = os.lstat

    path.write_text(journey(0, name="Cooks"))
    monkeypatch.setattr(
        os, "lstat", lambda at, **named: seen if str(at) == str(path) else real(at, **named)
    )
    found = kept(tmp_path)

    assert found == anew(tmp_path)


def test_each_place_a_workspace_is_seen_from_has_its_own_paths(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "inner").mkdir(parents=True)
    write(root)

    for folder, path in ((root, "."), (tmp_path, "root"), (root / "inner", "..")):
        for _ in range(2):
            assert kept(folder, path) == anew(folder, path)
