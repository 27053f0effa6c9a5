"""Which icon a channel has: the one it asks for, else one that its words tell, else that of its kind."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from cjm.model.touchpoint import Channel
from cjm.model.values import fold

_WORDS = """
app: app, mobile app, smartphone, tablet, wallet, mini program, ios, android | 小程序, 手机应用, 应用, 客户端, アプリ, スマホ, تطبيق
email: email, e mail, mailing, newsletter | 邮件, 邮箱, 电邮, メール, بريد إلكتروني, البريد الإلكتروني
message: sms, mms, text message, message, messaging, messenger, chat, live chat, chatbot, whatsapp, wechat, telegram, push, notification | 短信, 消息, 聊天, 微信, 推送, メッセージ, チャット, رسالة, رسائل, محادثة, واتساب
video: video call, video, videoconference, webinar | 视频
social: social, social media, facebook, instagram, twitter, tiktok, weibo, linkedin, youtube, forum, community, review, blog | 社交, 微博, 抖音, 小红书, 朋友圈, 论坛, 社区
poster: poster, billboard, out of home, ooh, dooh, outdoor, advert, advertisement, advertising, ad, banner, signage, flyer, leaflet | 海报, 户外, 广告, 横幅, 灯箱, 传单
web: web, website, online, webshop, e commerce, ecommerce, portal, browser, internet, web page, search, google | 网站, 网页, 官网, 网上, 线上, 在线, 搜索, 网店, 电商, ウェブ, サイト, ネット, オンライン, الإنترنت, موقع
kiosk: kiosk, terminal, self service, atm, vending machine, machine | 自助, 终端机, 售货机, 柜员机
sensor: iot, sensor, smart meter, meter, beacon, telematics, probe, thermometer, device | 物联网, 传感, 探头, 智能设备, 电表
vehicle: truck, lorry, van, vehicle, delivery, fleet, driver, car, bus, train, plane, taxi | 卡车, 货车, 送货, 配送, 车队, 车辆, 司机
tv: tv, television, radio, media, press, newspaper, magazine, film, cinema, podcast | 电视, 广播, 媒体, 报纸, 杂志
post: post, mail, direct mail, parcel, package, courier, letter, shipping | 邮寄, 快递, 包裹, 邮政, 邮局, 信函, 信件, 郵送, 郵便, 宅配, بالبريد
phone: phone, phone call, call, telephone, hotline, helpline, call centre, call center, contact centre, ivr | 电话, 热线, 呼叫, 来电, 電話, コールセンター, مكالمة, هاتف
document: document, invoice, bill, contract, brochure, catalogue, catalog, receipt, form, paper, print, manual, statement | 账单, 发票, 合同, 手册, 单据, 表格, 目录, 说明书, 書類, 請求書, 用紙, ورق, فاتورة, استمارة
event: event, fair, trade fair, workshop, meeting, conference, appointment | 活动, 展会, 会议, 讲座
network: network, mobile network, wifi, wi fi, 4g, 5g, coverage, broadband | 网络, 信号, 宽带, 基站
counter: counter, desk, front desk, help desk, reception, till, checkout, cashier | 柜台, 前台, 收银, 服务台, 窓口, カウンター, レジ, استقبال
store: store, shop, branch, outlet, retail, showroom, supermarket, boutique, pharmacy, restaurant | 门店, 商店, 营业厅, 网点, 旗舰店, 超市, 店铺, 店, 店舗, 店頭, متجر, محل, فرع
human: person, in person, face to face, adviser, advisor, agent, staff, employee, sales, sales rep, account manager, consultant, nurse, doctor, friend, family, word of mouth | 面对面, 顾问, 人员, 客服, 销售, 员工, 经理, 朋友, 家人, 口碑, 対面, 担当者, スタッフ, وجهًا لوجه, موظف, صديق
"""
"""Icon: words in English | in Chinese, Japanese and Arabic. A line before another wins: an "online store" is on the web."""


def icon_of(channel: Channel, key: str, names: Iterable[str]) -> str:
    """Return the name of the icon of a channel, one of `cjm.model.icons.ICONS`, or `""`.

    Args:
        channel: The channel.
        key: Its id.
        names: Its name in all languages, so that its icon is the same in each.
    """
    if channel.icon:
        return channel.icon
    return _told(" | ".join((key, *names))) or channel.kind or ""


@functools.lru_cache(512)
def _told(words: str) -> str:
    """Return the icon that words tell, or `""`."""
    folded = fold(words)
    latin = f" {' '.join(_LATIN.findall(folded))} "
    for icon, pattern, characters in _table():
        if pattern.search(latin) or any(each in folded for each in characters):
            return icon
    return ""


_LATIN = re.compile(r"[a-z0-9]+")


@functools.cache
def _table() -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    """Return for each icon a pattern of its English words, singular or plural, and the others."""
    rows = []
    for line in _WORDS.strip().splitlines():
        icon, _, words = line.partition(":")
        english, _, others = words.partition("|")
        either = "|".join(word.strip() for word in english.split(","))
        characters = tuple(word.strip() for word in others.split(","))
        rows.append((icon, re.compile(rf" (?:{either})(?:s|es)? "), characters))
    return tuple(rows)
