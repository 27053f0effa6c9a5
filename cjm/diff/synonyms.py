"""Words that mean about the same in what customers do, in English and Chinese: one stands for all."""

from __future__ import annotations

import re
from functools import cache

_ENGLISH = """
buy purchase order
pay settle
call ring dial
get receive collect obtain fetch
see view look browse
send submit mail email
choose select pick
fix repair solve resolve
wait queue
register enrol enroll signup join
ask inquire enquire contact
find search discover locate
tell inform notify
cancel terminate
approve accept
reject decline refuse
track follow
enter type key input
error mistake bug fault
shop store branch
bill invoice
parcel package delivery shipment
money refund payout
"""
_CHINESE = """
支付 付款 缴费 付费 结账 买单 缴款
查看 浏览 翻看
查找 搜索 寻找 检索
手工 人工 手动
等待 等候 排队
咨询 询问 提问
配送 快递 物流 送货 发货
审批 审核 批准
通知 提醒 推送
收货 签收
填写 录入 输入 填报
购买 下单 订购
预约 预订 预定
投诉 抱怨
电话 致电 来电 拨打
注册 开户
报修 报障
"""


def one_word(word: str) -> str:
    """Return the word that stands for the stem of an English word and for its likes."""
    return _stems().get(word, word)


def one_wording(text: str) -> str:
    """Return a Chinese text with each word replaced by the one that stands for its likes."""
    words = _words()
    return _pattern().sub(lambda match: words[match[0]], text)


@cache
def _stems() -> dict[str, str]:
    from cjm.diff.likeness import stem

    groups = [line.split() for line in _ENGLISH.strip().splitlines()]
    return {stem(word): stem(group[0]) for group in groups for word in group}


@cache
def _words() -> dict[str, str]:
    groups = [line.split() for line in _CHINESE.strip().splitlines()]
    return {word: group[0] for group in groups for word in group}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _words())))
