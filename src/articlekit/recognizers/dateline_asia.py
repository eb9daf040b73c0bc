"""Heads of wire reports in Chinese, Japanese, Korean and Arabic: closed forms that prove themselves."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_HAN = r"[\u4e00-\u9fff]"
_FORMS = (
    # 新华社北京4月24日电（记者 某某）   （中央社記者某某台北21日電）
    re.compile(
        rf"(?P<printed>\s*（?(?P<agency>[^\s（）0-9０-９]{{2,12}}?(?:社|网|網|之声(?:《[^》]{{1,12}}》)?|通讯社))(?:[記记]者(?:{_HAN}{{3}}|{_HAN}{{2}}))?"
        rf"(?P<place>{_HAN}{{2,8}}?)(?:(?P<month>\d{{1,2}})月)?(?P<day>\d{{1,2}})日(?:电|電|讯|訊)）?(?:（[^）]{{2,20}}）)?)(?P<separator>[\s\u3000]*)"
    ),
    # 【ソウル＝小池和樹】 【ワシントン＝山内竜介、ロンドン＝池田晋一】
    re.compile(r"(?P<printed>\s*【(?P<places>[^】＝=、]{2,12}[＝=][^】]{2,40})】)(?P<separator>[\s\u3000]*)"),
    # ［ワシントン　１１日　ロイター］ -
    re.compile(
        r"(?P<printed>\s*[［\[](?P<place>[^\s\u3000］\]0-9０-９]{2,14})[\s\u3000]+(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日[\s\u3000]+(?P<agency>[^］\]]{2,14})[］\]])"
        r"(?P<separator>[\s\u3000]*(?:[-–—][\s\u3000]*)?)"
    ),
    # (서울=연합뉴스) 김병규 기자 =
    re.compile(
        r"(?P<printed>\s*[(\[](?P<place>[\uac00-\ud7af]{2,10})\s?=\s?(?P<agency>[\uac00-\ud7af0-9]{2,10})[)\]]"
        r"(?:\s(?:[\uac00-\ud7af]{2,4}\s){0,5}(?:기자|특파원))?)(?P<separator>\s?=?\s*)"
    ),
    # مانيلا، 3 ديسمبر (رويترز) -
    re.compile(
        r"(?P<printed>\s*(?P<place>[\u0620-\u064a]+(?: [\u0620-\u064a]+){0,2})"
        r"(?:،\s?(?P<region>[\u0620-\u064a]+(?: [\u0620-\u064a]+)?))?"
        r"(?:،?\s(?P<day>\d{1,2})\s(?P<word>[\u0620-\u064a]{3,10}))?"
        r"\s\((?P<agency>[\u0620-\u064a ]{2,16}|[A-Z]{2,8})\))(?P<separator>\s*(?:[-–—ـ]{1,2}\s*)?)"
    ),
)
_ASIAN = re.compile(r"\s*[(\[（［【]?[\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


class AsianHead(NamedTuple):
    """What ``dateline.DatelineParts`` holds."""

    printed: str
    separator: str
    places: tuple[tuple[str, str | None], ...]
    agency: str | None
    month: int | None
    day: int | None
    year: int | None


def find_asian_head(head: str) -> AsianHead | None:
    """The wire head that a paragraph in one of these scripts begins with, or None."""
    if not _ASIAN.match(head):
        return None
    found = next(filter(None, (form.match(head) for form in _FORMS)), None)
    if found is None or found.end() == len(head):
        return None
    groups = found.groupdict()
    month, day = _number(groups.get("month")) or _month(groups.get("word")), _number(groups.get("day"))
    if day is not None and not 1 <= day <= 31:  # noqa: PLR2004 - days of a month
        return None
    agency = groups.get("agency")
    return AsianHead(found["printed"], found["separator"], _places(groups), agency, month, day, None)


def _places(groups: dict[str, str | None]) -> tuple[tuple[str, str | None], ...]:
    several = groups.get("places")
    if several:
        return tuple(
            (part.replace("=", "＝").partition("＝")[0], None)
            for part in several.split("、")
            if "＝" in part.replace("=", "＝")
        )
    return ((groups["place"] or "", groups.get("region")),)


def _number(digits: str | None) -> int | None:
    return int(unicodedata.normalize("NFKC", digits)) if digits else None


def _month(word: str | None) -> int | None:
    from .timestamp import month_of  # noqa: PLC0415 - only Arabic heads name a month

    return month_of(word) if word else None
