"""Words for the customer, as an `actor` may name them.

Facts of the languages; a word counts in whichever language the map is written.
"""

from __future__ import annotations

CUSTOMERS = frozenset(
    word.strip()
    for line in (
        "customer, the customer, client, user, patient, guest, visitor, passenger, citizen, student",
        "客户, 顾客, 用户, 消费者, 患者, 病人, 客人, 乘客, 学生, 客戶, 顧客, 用戶, 使用者",
        "お客様, 顧客, ユーザー, 利用者, 고객, 사용자",
        "cliente, usuario, client, usager, kunde, kundin, nutzer, utente, клиент, пользователь",
    )
    for word in line.split(",")
)
"""Folded words."""
