"""The words for units of time in the languages that durations are read in.

Facts of the languages, from their grammars: en, zh, ja, ko, es, fr, de, pt and ru.
"""

from __future__ import annotations

SECONDS: dict[str, int] = {
    unit: seconds
    for seconds, words in {
        1: "s sec secs second seconds 秒 秒钟 秒鐘 초 segundo segundos seg seconde secondes sekunde "
        "sekunden sek с сек секунда секунды секунд секунду",
        60: "m min mins minute minutes 分 分钟 分鐘 分間 분 minuto minutos minuten мин минута минуты "
        "минут минуту",
        3600: "h hr hrs hour hours 小时 小時 个小时 個小時 时 時間 시간 hora horas heure heures "
        "stunde stunden std ч час часа часов",
        86400: "d day days 天 日 日間 일 día días dia dias jour jours j tag tage tagen "
        "д дн день дня дней",
        604800: "w wk wks week weeks 周 週 星期 个星期 個星期 週間 주 주일 semana semanas semaine "
        "semaines woche wochen неделя недели недель неделю",
        2629746: "mo month months 个月 個月 月 か月 ヶ月 カ月 개월 달 mes meses mês mois monat monate "
        "monaten месяц месяца месяцев мес",
        31556952: "y yr yrs year years 年 年間 년 año años ano anos an ans année années jahr jahre "
        "jahren год года лет",
    }.items()
    for unit in words.split()
}
"""Unit word, lower-case → seconds. A month is a twelfth of a Gregorian year, 30.44 days."""
