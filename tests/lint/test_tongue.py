"""Rules that read words work in English and Chinese, and say which of them they judged."""

from __future__ import annotations

import pytest

from cjm.lint.subject import FileSubject, WorkspaceSubject
from cjm.lint.tongue import language_judged, language_name

from .workspaces import linted, workspace_of

LONG = {
    "en": "Waits for an answer and asks once more. " * 6,
    "zh": "等了很久才有人回答，又问了一遍。" * 8,
}
WORDS = {
    ("company-language", "en"): "name: CRM sync",
    ("company-language", "zh"): "name: 客户服务部",
    ("placeholder-text", "en"): "name: a, actions: TODO",
    ("placeholder-text", "zh"): "name: 到店, actions: 待补充",
    ("solution-as-pain", "en"): "name: a, pains: Add a chatbot",
    ("solution-as-pain", "zh"): "name: 到店, pains: 新增智能客服",
    ("long-text", "en"): f'name: a, actions: "{LONG["en"]}"',
    ("long-text", "zh"): f'name: 到店, actions: "{LONG["zh"]}"',
}


@pytest.mark.parametrize("is_said", [True, False], ids=["said", "told from the script"])
@pytest.mark.parametrize(("rule", "language"), WORDS)
def test_a_rule_that_reads_words_says_in_which_language(rule: str, language: str, is_said) -> None:
    spoken = f"language: {language}\n" if is_said else ""
    text = f"cjm: journey/1\ntitle: T\n{spoken}stages: [{{name: A, steps: [{{{WORDS[rule, language]}}}]}}]"

    (finding,) = linted({"a.journey.yaml": text}, select=(rule,)).findings

    name = {"en": "English", "zh": "Chinese"}[language]
    assert f"judged as {name}" in finding.message


def test_the_name_of_a_system_is_english_in_any_map() -> None:
    text = "cjm: journey/1\ntitle: 升级\nlanguage: zh\nstages: [{name: CRM 同步}]"

    (finding,) = linted({"a.journey.yaml": text}, select=("company-language",)).findings

    assert "judged as English" in finding.message


@pytest.mark.parametrize(
    ("tag", "text", "of_the_file", "judged"),
    [
        ("", "Waits", "en", "en"),
        ("", "Waits", "", "en"),
        ("", "Wartet", "de", "de"),
        ("", "等待", "en", "zh"),
        ("", "等待", "", "zh"),
        ("", "確認", "ja", "ja"),
        ("", "CRM", "zh", "zh"),
        ("zh-Hant", "等待", "en", "zh"),
        ("en", "等待", "zh", "en"),
        ("", "é", "fr", "fr"),
    ],
)
def test_the_language_is_that_of_the_tag_the_script_and_the_file(
    tag: str, text: str, of_the_file: str, judged: str
) -> None:
    workspace = workspace_of({"a.journey.yaml": "cjm: journey/1\ntitle: T\nstages: [{name: A}]"})
    subject = FileSubject(WorkspaceSubject(workspace), workspace.documents[0], [])
    subject.__dict__["language"] = of_the_file

    assert language_judged(tag, text, subject) == judged


@pytest.mark.parametrize(
    ("tag", "name"), [("en", "English"), ("zh-Hant", "Traditional Chinese"), ("zh-CN", "Chinese"),
                      ("xx", "xx")],
)  # fmt: skip
def test_languages_are_called_by_their_english_names(tag: str, name: str) -> None:
    assert language_name(tag) == name
