"""Values as the slots of a standard take them: moments, identifiers, language tags, texts, captions.

Each pair of functions here is one convention, told once: how a value is written, and what reading that gives back. What
a slot cannot hold is kept beside it, see ``_exact``.
"""

from __future__ import annotations

import contextlib
import json
import re
import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar
from urllib.parse import urlsplit

import attrs

from ..errors import FormatError
from ..model import Article, Block, Caption
from ._exact import plain_of

_B = TypeVar("_B", bound=Block)
_NO_URL = "urn:uuid:"
_tag = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*+")
_uri = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*+:(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})++(?:#[!$&-;=?-Z_a-z~]*+)?"
)
_part_of_date = re.compile(r"[0-9]{4}(?:-[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?")
# Looking behind, it begins only where white space does: from each of its characters on, time would be quadratic.
_line_break = re.compile(r"(?<![ \t\r])[ \t\r]*+\n[ \t\r\n]*+")
_blank_line = re.compile(r"\n[ \t\r]*+\n")


def moment(value: date | None) -> datetime | None:
    """A date as the date-time that RFC 3339 and XML Schema want: midnight, and UTC where there is no zone.

    >>> moment(date(2023, 12, 7)).isoformat()
    '2023-12-07T00:00:00+00:00'
    """
    value = in_minutes(value)
    if value is None:
        return None
    if not isinstance(value, datetime):
        return datetime.combine(value, time(), UTC)
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value


def in_minutes(value: date | None) -> date | None:
    """A date or date-time, in UTC if its offset is no whole number of minutes or more than 14 hours.

    Neither RFC 3339 nor XML Schema can write such an offset.
    """
    if not isinstance(value, datetime):
        return value
    offset = value.utcoffset() or timedelta()
    return _in_utc(value) if offset % timedelta(minutes=1) or abs(offset) > timedelta(hours=14) else value


def _in_utc(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC)
    except OverflowError:  # at the very ends of the calendar
        return value.replace(tzinfo=UTC)


def written(value: date, timespec: str = "auto") -> str:
    """A date or a date-time in ISO 8601, with "Z" for UTC.

    >>> written(datetime(2023, 12, 7, 8, tzinfo=UTC))
    '2023-12-07T08:00:00Z'
    """
    text = value.isoformat(timespec=timespec) if isinstance(value, datetime) else value.isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def read_moment(text: str | None, name: str, path: str) -> date | None:
    """A date or date-time from any form of ISO 8601; None when nothing, or only a year or month, is given.

    The form of mail and RSS (RFC 5322) is read too. Raises FormatError for the format ``name`` when it is no date.

    >>> read_moment("20240203T080000+0500", "nitf", "date.issue").isoformat()
    '2024-02-03T08:00:00+05:00'
    >>> read_moment("Sat, 03 Feb 2024 08:00:00 +0500", "jsonld", "$.datePublished").isoformat()
    '2024-02-03T08:00:00+05:00'
    """
    text = (text or "").strip()
    if not text or (len(text) != _LENGTH_OF_BASIC and _part_of_date.fullmatch(text)):
        return None
    for read in (_of_iso, _of_mail):
        with contextlib.suppress(ValueError):  # another form may fit
            return read(text)
    problem = f"{text[:40]!r} is no date in ISO 8601"
    raise FormatError(problem, format=name, path=path)


def _of_iso(text: str) -> date:
    if "T" not in text and " " not in text and ":" not in text:
        return date.fromisoformat(text)
    return datetime.fromisoformat(text)


def _of_mail(text: str) -> date:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - seldom needed, and slow to import

    return parsedate_to_datetime(text)


_LENGTH_OF_BASIC = len("20231207")


def is_url(text: str | None) -> bool:
    """Whether a text is an absolute URI in the characters of RFC 3986; of the web's, with a host.

    >>> is_url("https://news.example/a?b=1"), is_url("news.example"), is_url("https://")
    (True, False, False)
    """
    if text is None or not _uri.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and parts.port != 0 if parts.scheme in {"http", "https"} else True
    except ValueError:  # a port that is no number
        return False


def identifier(article: Article) -> str:
    """The article's URL, or a urn:uuid made of its content (RFC 9562, version 5) when it has none."""
    url = held_url(article.url)
    if url is not None:
        return url
    content = json.dumps(plain_of(article), sort_keys=True)
    return uuid.uuid5(uuid.NAMESPACE_URL, content).urn


def held_url(text: str | None) -> str | None:
    """What a slot for an identifier or address gives back: a URL; a urn:uuid stands for none."""
    return text if is_url(text) and not (text or "").startswith(_NO_URL) else None


def held_language(text: str | None) -> str | None:
    """What a slot for a language tag gives back: what has the form of one (RFC 5646)."""
    return text if text is not None and _tag.fullmatch(text) else None


def between_lines(text: str) -> str:
    """A text with one space for each line break and the indents around it: the layout of a source."""
    return _line_break.sub(" ", text)


def held_text(text: str | None) -> str | None:
    """What an element gives back that has line breaks of its own kind: no white space around; None when empty."""
    return (text or "").strip(" \t\r\n") or None


def held_line(text: str | None) -> str | None:
    """What an element that is one line gives back; None when empty."""
    return held_text(between_lines(text or ""))


def parts_of(text: str, *, or_lines: bool = False) -> tuple[str, ...]:
    """The paragraphs of plain text: blank lines part them, or with ``or_lines`` line ends where no line is blank."""
    text = held_text(text) or ""
    parts = text.split("\n") if or_lines and not _blank_line.search(text) else _blank_line.split(text)
    return tuple(part for part in map(held_text, parts) if part is not None)


def held_lines(texts: Iterable[str]) -> tuple[str, ...]:
    """What elements of one line that repeat give back."""
    return tuple(line for line in map(held_line, texts) if line is not None)


def held_blocks(body: Iterable[_B]) -> tuple[_B, ...]:
    """What the elements of a body give back: no empty ones."""
    texts = ((type(block), held_text(block.text)) for block in body)
    return tuple(kind(text) for kind, text in texts if text is not None)


def held_in_elements(article: Article) -> Article:
    """What elements named after the fields give back: texts without white space around, no empty ones.

    Dates and the dateline are what the caller makes of them.
    """
    return attrs.evolve(
        article,
        title=held_line(article.title) or "",
        body=held_blocks(article.body),
        bullets=held_blocks(article.bullets),
        summary=held_text(article.summary),
        authors=held_lines(article.authors),
        captions=map(held_caption, article.captions),
        language=held_language(article.language),
        url=held_url(article.url),
        publisher=held_line(article.publisher),
        section=held_line(article.section),
        keywords=held_lines(article.keywords),
    )


def held_caption(caption: Caption) -> Caption:
    """What elements for text and credit of a caption, and an attribute for its address, give back."""
    return caption_of(caption.text, held_line(caption.credit), caption.url or None)


def caption_of(text: str | None, credit: str | None, url: str | None = None) -> Caption:
    """A caption from its slots; without a slot for it the credit is found in the text, as in a line of a page."""
    text = held_text(text) or ""
    if credit is None:
        return attrs.evolve(Caption.parse(text), url=url)
    for line in (f"{text} ({credit})", f"{text}. Photo: {credit}"):  # in brackets a credit has to name somebody known
        found = Caption.parse(line)
        if found.credit == credit:
            return Caption(text, credit, url, found.photographers, found.organisations)
    return Caption(text, credit, url)
