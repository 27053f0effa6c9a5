"""Words by which a department, or a role, shows that it builds or runs what customers meet."""

from __future__ import annotations

import re

BUILDS_OR_RUNS: dict[str, str] = {
    "en": "it|information technology|technology|tech|engineering|engineers?|development|developers?|"
    "software|platforms?|data|networks?|infrastructure|systems?|digital|devops|"
    "operations?|ops|operator|logistics|warehous(?:e|ing)|fulfil?lment|supply(?: chain)?|production|"
    "manufacturing|maintenance|field service|technicians?|transport|delivery|dispatch|shipping|"
    "plants?|facilities|facility management|back office|depot|workshop",
    "zh": "技术|信息|科技|研发|开发|工程|平台|数据|网络|系统|运维|运营|数字|物流|仓储|仓库|仓|配送|履约|"
    "供应链|生产|制造|维修|运输|调度|后台|作业",
    "de": "it|edv|technik|entwicklung|software|plattform|netze?|betrieb|logistik|lager|versand|"
    "produktion|fertigung|instandhaltung|werkstatt|fuhrpark",
    "fr": "si|dsi|informatique|technique|développement|réseaux?|exploitation|opérations?|logistique|"
    "entrepôt|production|maintenance|transport",
    "es": "ti|sistemas|informática|tecnología|desarrollo|redes|operaciones|logística|almacén|"
    "producción|mantenimiento|transporte",
    "ja": "情報|システム|技術|開発|エンジニア|ネットワーク|運用|運営|オペレーション|物流|倉庫|生産|製造|保守|配送|業務",
}
"""Language → words that stand alone; in Chinese and Japanese, anywhere in a name."""

_WITHOUT_BLANKS = frozenset({"zh", "ja"})


def is_judged(language: str) -> bool:
    """Whether there are words of `language`."""
    return language in BUILDS_OR_RUNS


def builds_or_runs(name: str, language: str, *, is_role: bool = False) -> bool:
    """Whether `name`, of a department or a role, is one of IT or operations.

    English words count in every language: departments are often called so. In a role `it` in lower
    case is a pronoun.
    """
    for each in {language, "en"} & BUILDS_OR_RUNS.keys():
        found = _pattern(each).search(name)
        if found is not None and not (is_role and found[0] == "it"):
            return True
    return False


def _pattern(language: str) -> re.Pattern[str]:
    words = BUILDS_OR_RUNS[language]
    bounded = words if language in _WITHOUT_BLANKS else rf"(?<![^\W_])(?:{words})(?![^\W_])"
    return re.compile(bounded, re.IGNORECASE)
