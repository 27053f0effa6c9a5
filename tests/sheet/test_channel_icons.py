"""A channel has the icon that it asks for, that its words tell, or that of its kind."""

from __future__ import annotations

import pytest

from cjm.model.icons import ICONS
from cjm.model.touchpoint import Channel
from cjm.sheet.channel_icons import _table, icon_of
from cjm.sheet.sheet import ChannelMark, TouchpointMark
from tests.sheet.builders import lane_of, sheet_of

TOLD = {
    "Phone call": "phone", "电话": "phone", "Hotline": "phone", "客服热线": "phone",
    "App": "app", "Phone app": "app", "小程序": "app", "门店 App": "app",
    "Web": "web", "Online store": "web", "网站": "web", "e-commerce": "web",
    "Email": "email", "E-mail": "email", "电子邮件": "email",
    "SMS": "message", "WeChat": "message", "微信": "message", "Live chat": "message",
    "Video call": "video", "视频通话": "video",
    "Store": "store", "Shops": "store", "营业厅": "store", "In-store kiosk": "kiosk",
    "Shop counter": "counter", "柜台": "counter",
    "Post": "post", "快递": "post", "Parcels": "post",
    "Out of home": "poster", "out-of-home": "poster", "地铁广告": "poster",
    "Delivery truck": "vehicle", "送货卡车": "vehicle",
    "IoT": "sensor", "Temperature sensors": "sensor", "物联网": "sensor",
    "Mobile network": "network", "移动网络": "network",
    "Invoice": "document", "账单": "document", "Trade fair": "event",
    "Sales rep": "human", "Word of mouth": "human", "口碑": "human",
    "TV": "tv", "电视": "tv", "Instagram": "social", "小红书": "social",
    "Appendix": "", "Restore": "", "Smoke": "",
}  # fmt: skip


def channel(**keys: str) -> Channel:
    return Channel.model_validate({"name": "c", **keys})


@pytest.mark.parametrize(("name", "icon"), TOLD.items())
def test_words_tell_the_icon(name: str, icon: str) -> None:
    assert icon_of(channel(), "", (name,)) == icon


def test_the_icon_asked_for_comes_first_and_the_kind_last() -> None:
    assert icon_of(channel(icon="tv", kind="human"), "", ("Phone",)) == "tv"
    assert icon_of(channel(kind="human"), "", ("Phone",)) == "phone"
    assert icon_of(channel(kind="human"), "", ("Zzz",)) == "human"
    assert icon_of(channel(kind="human"), "hotline", ("Zzz",)) == "phone"


def test_every_word_leads_to_an_icon_that_there_is() -> None:
    assert {icon for icon, _, _ in _table()} <= set(ICONS)


def test_a_map_has_the_same_icons_in_every_language() -> None:
    text = "title: T\nstages: [{name: A, channels: [{name: {en: Counter, de: Schalter}}, Zzz]}]"

    for language in ("en", "de"):
        blocks = next(lane_of(sheet_of(text, language=language), "touchpoints").cells).blocks
        assert [mark.icon for mark in blocks if isinstance(mark, ChannelMark)] == ["counter", ""]


def test_the_channels_of_a_touchpoint_have_their_icons() -> None:
    text = "title: T\nstages: [{name: A, touchpoints: [{name: T, channels: [App, Web]}]}]"

    (mark,) = next(lane_of(sheet_of(text), "touchpoints").cells).blocks

    assert isinstance(mark, TouchpointMark)
    assert [channel.icon for channel in mark.channels] == ["app", "web"]


def test_an_unknown_icon_is_an_error_that_names_the_nearest() -> None:
    from cjm.workspace.files import MemoryFiles
    from cjm.workspace.load import load

    text = "title: T\nstages: [{name: A, channels: [{name: B, icon: phnoe}]}]"

    loaded = load(MemoryFiles({"a.journey.yaml": text}), ["."])

    told = [problem for each in loaded.workspaces for document in each.documents
            for problem in document.problems]  # fmt: skip
    assert any("phnoe" in str(problem) and "phone" in str(problem) for problem in told)
