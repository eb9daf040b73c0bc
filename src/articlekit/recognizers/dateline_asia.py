"""Heads of wire reports in Chinese, Japanese, Korean and Arabic: closed forms that prove themselves."""

from __future__ import annotations

import re
import unicodedata

from .dateline_date import may_be_day, number_of
from .dateline_names import is_agency
from .dateline_parts import DatelineParts, Places
from .timestamp import month_of

_HAN = r"[\u4e00-\u9fff]"
_HANGUL = r"[\uac00-\ud7af]"
_ARABIC = r"[\u0620-\u064a]"
_SPACE = r"[\s\u3000]"
_DAY = r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
_FORMS = (
    # 新华社北京4月24日电（记者 某某）   （中央社記者某某台北21日電）   中新网4月24日电   本报北京4月24日讯
    re.compile(
        rf"(?P<printed>\s*（?据?"
        rf"(?P<agency>[^\s（）【】，。0-9０-９]{{1,12}}?(?:社|网|網|之声(?:《[^》]{{1,12}}》)?)|路透|法新|本报|本報)"
        rf"(?:[记記]者(?:{_HAN}{{3}}|{_HAN}{{2}}))?(?P<place>{_HAN}{{2,8}}?)?{_DAY}"
        rf"(?:专|專|综合|綜合)?(?:电|電|讯|訊)）?(?:（[^）]{{2,30}}）)?)(?P<separator>{_SPACE}{{0,16}})"
    ),
    # 【ソウル＝小池某】 【ワシントン＝山内某、ロンドン＝池田某】 【ソウル＝共同】 【AFP＝時事】
    re.compile(rf"(?P<printed>\s*【(?P<pairs>[^】＝=、]{{2,12}}[＝=][^】]{{2,40}})】)(?P<separator>{_SPACE}{{0,16}})"),
    # 【ワシントン共同】
    re.compile(
        r"(?P<printed>\s*【(?P<place>[^】＝=、]{2,12}?)(?P<agency>共同|時事|ロイター|ＡＦＰ|AFP)】)"
        rf"(?P<separator>{_SPACE}{{0,16}})"
    ),
    # ［ワシントン　１１日　ロイター］ -
    re.compile(
        rf"(?P<printed>\s*[［\[](?:(?P<place>[^\s\u3000］\]0-9０-９]{{2,14}}){_SPACE}{{1,4}})?{_DAY}{_SPACE}{{1,4}}"
        rf"(?P<agency>[^］\]]{{2,14}})[］\]])(?P<separator>{_SPACE}{{0,16}}(?:[-–—]{_SPACE}{{0,16}})?)"
    ),
    # (서울=연합뉴스) 김병규 기자 =   [서울=뉴시스]홍길동 기자 =
    re.compile(
        rf"(?P<printed>\s*[(\[【](?P<place>{_HANGUL}{{2,10}}(?:[·/]{_HANGUL}{{2,10}}){{0,3}})(?:\s[A-Z]{{2,8}})?"
        rf"\s?=\s?(?P<agency>{_HANGUL}{{2,10}}\d?)[)\]】]"
        rf"(?:\s?(?:{_HANGUL}{{2,4}}[\s·]){{1,5}}(?:기자|특파원))?)(?P<separator>\s{{0,4}}=\s{{0,16}}|\s{{0,16}})"
    ),
    # [서울경제=홍길동 기자]
    re.compile(
        rf"(?P<printed>\s*\[(?P<agency>{_HANGUL}{{2,10}})(?:\s?=\s?|\s){_HANGUL}{{2,4}}\s?(?:기자|특파원)\])"
        r"(?P<separator>\s{0,16})"
    ),
    # مانيلا، 3 ديسمبر (رويترز) -
    re.compile(
        rf"(?P<printed>\s*(?P<place>{_ARABIC}+(?: {_ARABIC}+){{0,2}})(?:،\s?(?P<region>{_ARABIC}+(?: {_ARABIC}+)?))?"
        rf"(?:،?\s(?P<day>\d{{1,2}})\s(?P<word>{_ARABIC}{{3,10}}))?\s"
        r"\((?P<agency>[\u0620-\u064a. ]{2,16}|[A-Z]{2,8})\))(?P<separator>\s{0,4}(?:[-–—ـ]{1,2}\s{0,16})?)"
    ),
)
_ASIAN = re.compile(
    r"\s{0,16}+[(\[（［【]?[\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]|[（［【]|\s{0,16}+\[\d{1,2}日"
)


def begins_in_asian_script(head: str) -> bool:
    """Whether a text begins in one of these scripts, with or without a bracket before."""
    return _ASIAN.match(head) is not None


def find_asian_head(head: str) -> DatelineParts | None:
    """The wire head that a paragraph in one of these scripts begins with, or None.

    >>> find_asian_head("(서울=연합뉴스) 김하나 기자 = 배가 돌아왔다.").places
    (('서울', None),)
    """
    found = next(filter(None, (form.match(head) for form in _FORMS)), None)
    if found is None or found.end() == len(head):
        return None
    groups = found.groupdict()
    day, month = number_of(groups.get("day")), number_of(groups.get("month")) or month_of(groups.get("word") or "")
    if not may_be_day(month, day):
        return None
    places, agency = _places_and_agency(groups)
    if "word" in groups and day is None and not is_agency(agency or ""):
        return None  # an Arabic sentence can begin with a name and its letters in brackets
    return DatelineParts(found["printed"], found["separator"], places, agency, month, day, None)


def _places_and_agency(groups: dict[str, str | None]) -> tuple[Places, str | None]:
    """The places of a head and its agency, which can be one side of a pair: 【ソウル＝共同】."""
    agency = groups.get("agency")
    pairs = [pair.replace("=", "＝").partition("＝") for pair in (groups.get("pairs") or "").split("、")]
    names = [(before, after) for before, sign, after in pairs if sign]
    if not names:
        place = groups.get("place")
        return tuple((name, groups.get("region")) for name in re.split("[·/]", place or "") if name), agency
    agencies = [name for pair in names for name in pair if is_agency(unicodedata.normalize("NFKC", name))]
    places = tuple((before, None) for before, _ in names if before not in agencies)
    return places, " / ".join(dict.fromkeys(agencies)) or None
