"""The widths we compute against those of a real browser."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from cjm.layout.linebreak import wrap
from cjm.layout.measure import text_width

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SIZES = (9, 11, 13, 14.5, 18, 32)
STYLES = ((False, False), (True, False), (False, True), (True, True))

#: Written with what Liberation Sans has, so the width is known within kerning.
KNOWN = (
    "Customer compares mobile plans on the website",
    "The quick brown fox jumps over the lazy dog",
    "AVATAR Tokyo WAVE Yes, LTV To We Va",
    "customer’s, our’s, father’s or ’t",
    "Größe, Überprüfung, Straße, äöüß",
    "L’été dernier, ça coûtait 25 € : où êtes-vous ?",
    "¿Dónde está el niño? ¡Aquí! mañana",
    "Não há informação disponível",
    "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "Zażółć gęślą jaźń",
    "Árvíztűrő tükörfúrógép",
    "Smørrebrød på bordet, blåbær",
    "İstanbul’da müşteri şikâyeti",
    "Сегодня утром клиент не может подключить услугу",
    "Съешь же ещё этих мягких французских булок",
    "Генерал Горбачёв УТРО ГУДОК РАДУГА ТУГА",
    "Покупатель сравнивает тарифы, 30 секунд – 1 минута",
    "Ο πελάτης συγκρίνει τα προγράμματα",
    "Ταχίστη αλώπηξ βαφής ψημένη γη",
    "0123456789 1,234.56 99%",
    "−2 … +2, 25 min, 9–12 sec",
    "“quoted” ‘single’ «guillemets» „low“",
    "a → b ← c ↑ ↓ ↔",
    "● ○ ■ ▲ ▼ ◄ ►",
    "© ® ™ § ¶ † ‡ • ·",
    "€ £ ¥ ¢ № ½ ¼",
    "≤ ≥ ≠ ≈ ± × ÷ ∞ √",
    "https://www.example.com/a_path?query=1&b=2#top",
    "{[(<>)]} @#$%^&*_+=|~`",
    "WWWWWWWWWWiiiiiiiiii",
    "fi ffi fl ffl office affluent",
    "snake_case CamelCase kebab-case",
)

#: Shown, wholly or in part, in whatever font the machine has; it must have one for each.
BOUNDED = (
    "客户在网站上比较套餐",
    "没有“并排视图”，排队时间为25分钟。",
    "（如何）取消套餐？！；：、《书名》【重点】",
    "當前狀態與未來狀態的顧客旅程地圖",
    "—— ……",
    "顧客はプランを比較する",
    "「こんにちは」と言って、ちょっと待った。",
    "キャッシュレス・ポイント ﾊﾝｶｸ",
    "고객이 요금제를 비교하고 상담원과 통화합니다",
    "안녕하세요, 5G 요금제 25,000원",
    "مرحبا بالعميل في المتجر",
    "يقارن العميل بين الباقات على الموقع",
    "شش سس صص ضض ببب",
    "مُحَمَّد شَدَّة",
    "کیفیت خدمات، می‌خواهم پشتیبانی",
    "الانتظار لمدة ٢٥ دقيقة",
    "הלקוח משווה תוכניות באתר",
    "שָׁלוֹם עוֹלָם",
    "המתנה של 25 דקות",
    "สวัสดีครับ",
    "ลูกค้าเปรียบเทียบแพ็กเกจ 5G",
    "น้ำใจ กตัญญู ฐานข้อมูล",
    "नमस्ते ग्राहक",
    "ग्राहक योजनाओं की तुलना करता है",
    "क्षत्रिय ज्ञान श्री ऑर्डर",
    "গ্রাহক পরিকল্পনা তুলনা করে",
    "வாடிக்கையாளர் திட்டங்களை ஒப்பிடுகிறார்",
    "వినియోగదారుడు ప్రణాళికలను పోల్చుతారు",
    "ลาว ລູກຄ້າ",
    "Khách hàng so sánh các gói cước",
    "Tiếng Việt: ưu đãi, điện thoại, đường",
    "მომხმარებელი ადარებს",
    "Հաճախորդը համեմատում է",
    "😀😃😄 🎉 🚀",
    "👩‍🚒 👨‍👩‍👧‍👦 🏳️‍🌈",
    "🇨🇳🇩🇪🇯🇵",
    "👍🏽 👋🏿",
    "1️⃣ 2️⃣ ❤️ ☎️",
    "★ ☆ ✓ ✗ ✔ ✘ ❤ ☎ ✉ ⚠",
    "① ② ③ Ⓐ ◆ ◇ ▶ ◀",
    "₩ ₹ ₽ ₫ ฿ ₺ ⇒ ⇄",
    "e\u0301a\u0308o\u0302 n\u0303 combining",
    "zero\u200bwidth soft\u00adhyphen\u2060joiner",
    "Ｆｕｌｌｗｉｄｔｈ １２３",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𝟙𝟚𝟛",
)

#: Where a machine falls back on a serif font (Tamil, in Debian), a bound may be this much too low.
SERIF = 1.02

SVG = """
<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="100" xml:space="preserve">
  <text id="it" y="50" font-family="Arial, Helvetica, 'Liberation Sans', sans-serif"></text>
</svg>
"""
MEASURE = """(rows) => rows.map(([text, size, bold, italic]) => {
  const it = document.getElementById("it");
  it.setAttribute("font-size", size);
  it.setAttribute("font-weight", bold ? 700 : 400);
  it.setAttribute("font-style", italic ? "italic" : "normal");
  it.textContent = text;
  return it.getComputedTextLength();
})"""

Row = tuple[str, float, bool, bool]


def shown_widths(page: Page, rows: list[Row]) -> list[float]:
    """What the browser measures, in px."""
    page.set_content(SVG)
    widths: list[float] = page.evaluate(MEASURE, rows)
    return widths


@pytest.fixture(scope="module")
def arial_page(page: Page) -> Page:
    """A page where Arial, or a font of its widths, is at hand."""
    [width] = shown_widths(page, [("HHHHHHHHHH", 100, False, False)])
    if abs(width - 722) > 2:
        reason = "this machine has neither Arial nor Liberation Sans"
        if os.environ.get("CJM_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return page


def every_row(texts: tuple[str, ...]) -> list[Row]:
    return [(text, size, *style) for text in texts for size in SIZES for style in STYLES]


def test_no_text_is_shown_wider_than_its_bound(arial_page: Page) -> None:
    rows = every_row(KNOWN + BOUNDED)

    shown = shown_widths(arial_page, rows)

    too_wide = [
        (row, round(width, 2), round(text_width(*row), 2))
        for row, width in zip(rows, shown, strict=True)
        if width > text_width(*row) * (1 if row[0] in KNOWN else SERIF) + 0.5
    ]
    assert too_wide == []


def test_a_text_with_known_metrics_is_not_overestimated(arial_page: Page) -> None:
    rows = every_row(KNOWN)

    shown = shown_widths(arial_page, rows)

    too_narrow = [
        (row, round(width / text_width(*row), 3))
        for row, width in zip(rows, shown, strict=True)
        if width < 0.9 * text_width(*row)
    ]
    assert too_narrow == []


def test_wrapped_lines_fit_their_column(arial_page: Page) -> None:
    lines = [line for text in KNOWN + BOUNDED for line in wrap(text, 90, 13) if len(line) > 1]
    rows: list[Row] = [(line, 13, False, False) for line in lines]

    shown = shown_widths(arial_page, rows)

    assert [line for line, width in zip(lines, shown, strict=True) if width > 90.5] == []
