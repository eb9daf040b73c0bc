"""The values that articlekit gives and takes: immutable, hashable, comparable, picklable.

Nothing here knows how a page is read. ``parse`` on a value asks the recognizer of the same name, which
works on plain strings and is imported when it is first used.
"""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Literal

import attrs
from attrs.validators import deep_iterable, in_, instance_of, optional

from ._checks import between, fixed_offset, tuple_of, want_text

if TYPE_CHECKING:
    from .recognizers.dateline import Style

TimestampKind = Literal["published", "updated", "unknown"]

_text = instance_of(str)
_text_or_none = optional(_text)
_texts = deep_iterable(_text)
_date_or_none = optional(instance_of(date))


@attrs.frozen
class Paragraph:
    """A paragraph of running text, as printed; the first one may begin with the dateline."""

    text: str = attrs.field(validator=_text)


@attrs.frozen
class Subheading:
    """A heading inside the body."""

    text: str = attrs.field(validator=_text)


@attrs.frozen
class Bullet:
    """An item of a list, without its bullet mark: a highlight above the body, or a list item inside it."""

    text: str = attrs.field(validator=_text)


Block = Paragraph | Subheading | Bullet


@attrs.frozen
class Place:
    """A place named in a dateline, as printed: ``Place("MINNEAPOLIS", "Minn.")``."""

    name: str = attrs.field(validator=_text)
    region: str | None = attrs.field(default=None, validator=_text_or_none)


@attrs.frozen(kw_only=True)
class Dateline:
    """Where, when and by which agency a report was filed, as the head of its first paragraph prints it.

    ``str(dateline)`` is ``printed + separator``: the exact prefix of the paragraph, white space included.
    A dateline built by hand, with neither given, prints itself in AP style; see ``in_style``.
    ``month`` is 1 to 12, ``day`` 1 to 31; each is None where it is not printed. ``agency`` stands without its
    brackets or slashes.
    """

    printed: str = attrs.field(default="", validator=_text)
    separator: str = attrs.field(default="", validator=_text)
    places: tuple[Place, ...] = attrs.field(default=(), converter=tuple_of, validator=deep_iterable(instance_of(Place)))
    agency: str | None = attrs.field(default=None, validator=_text_or_none)
    month: int | None = attrs.field(default=None, validator=between(1, 12))
    day: int | None = attrs.field(default=None, validator=between(1, 31))
    year: int | None = attrs.field(default=None, validator=between(1, 9999))

    def __attrs_post_init__(self) -> None:
        if not self.printed and not self.separator:
            self._print_in("ap")

    def __str__(self) -> str:
        return self.printed + self.separator

    def in_style(self, style: Literal["ap", "reuters", "plain"]) -> Dateline:
        """The same dateline printed in a house style: "ap", "reuters" or "plain". Raises ValueError for any other.

        >>> str(Dateline(places=(Place("ISLAMABAD"),), agency="AP"))
        'ISLAMABAD (AP) — '
        >>> str(Dateline(places=(Place("ISLAMABAD"),), month=4, day=7, agency="Reuters").in_style("reuters"))
        'ISLAMABAD, April 7 (Reuters) - '
        """
        copy = attrs.evolve(self)
        copy._print_in(style)  # noqa: SLF001 - a fresh copy of its own class
        return copy

    def _print_in(self, style: Style) -> None:
        from .recognizers.dateline import print_dateline  # noqa: PLC0415 - slow to import, and values do without

        places = tuple((place.name, place.region) for place in self.places)
        printed, separator = print_dateline(places, self.agency, self.month, self.day, self.year, style)
        object.__setattr__(self, "printed", printed)
        object.__setattr__(self, "separator", separator)

    @classmethod
    def parse(cls, paragraph: str) -> Dateline | None:
        """The dateline at the head of a paragraph, or None when it has none.

        Only the first 110 characters are looked at. Raises TypeError when the paragraph is no str.

        >>> Dateline.parse("ISLAMABAD: The army chief on Thursday endorsed the plan.").places
        (Place(name='ISLAMABAD', region=None),)
        """
        from .recognizers.dateline import find_dateline  # noqa: PLC0415 - slow to import, and values do without

        found = find_dateline(want_text(paragraph, "Dateline.parse"))
        if found is None:
            return None
        return cls(
            printed=found.printed,
            separator=found.separator,
            places=tuple(Place(name, region) for name, region in found.places),
            agency=found.agency,
            month=found.month,
            day=found.day,
            year=found.year,
        )


@attrs.frozen
class Caption:
    """The words under a picture and who is credited for it.

    ``credit`` stands without label and brackets ("ISPR/File"); ``photographers`` and ``organisations`` are the
    names found in it.
    """

    text: str = attrs.field(validator=_text)
    credit: str | None = attrs.field(default=None, validator=_text_or_none)
    url: str | None = attrs.field(default=None, validator=_text_or_none)
    photographers: tuple[str, ...] = attrs.field(default=(), converter=tuple_of, validator=_texts)
    organisations: tuple[str, ...] = attrs.field(default=(), converter=tuple_of, validator=_texts)

    @classmethod
    def parse(cls, line: str) -> Caption:
        """A caption line split into its text and its credit. Raises TypeError when the line is no str.

        >>> caption = Caption.parse("The army chief on parade. (ISPR/File)")
        >>> caption.text, caption.credit, caption.organisations
        ('The army chief on parade.', 'ISPR/File', ('ISPR',))
        """
        from .recognizers.caption import split_caption  # noqa: PLC0415 - slow to import, and values do without

        found = split_caption(want_text(line, "Caption.parse"))
        return cls(found.text, found.credit, None, found.photographers, found.organisations)


@attrs.frozen
class Byline:
    """Who wrote a report: people, the roles printed with them, organisations, and the line as printed."""

    authors: tuple[str, ...] = attrs.field(default=(), converter=tuple_of, validator=_texts)
    roles: tuple[str, ...] = attrs.field(default=(), converter=tuple_of, validator=_texts)
    organisations: tuple[str, ...] = attrs.field(default=(), converter=tuple_of, validator=_texts)
    printed: str = attrs.field(default="", validator=_text)

    @classmethod
    def parse(cls, line: str) -> Byline | None:
        """The byline in a line, or None when it names nobody. Raises TypeError when the line is no str.

        >>> Byline.parse("By Jane Doe and John Roe, Staff Writers").authors
        ('Jane Doe', 'John Roe')
        """
        from .recognizers.byline import find_byline  # noqa: PLC0415 - slow to import, and values do without

        found = find_byline(want_text(line, "Byline.parse"))
        return None if found is None else cls(found.authors, found.roles, found.organisations, found.printed)


@attrs.frozen
class Timestamp:
    """A date or time printed on a page.

    ``kind`` is "published", "updated" or "unknown"; ``value`` is a date, a datetime without time zone when a time is
    printed too, or a time when it stands without a date; ``tz`` is the zone as printed ("EDT", "GMT+2"), never
    converted.
    """

    kind: TimestampKind = attrs.field(validator=in_(("published", "updated", "unknown")))
    value: date | time = attrs.field(validator=instance_of((date, time)))
    tz: str | None = attrs.field(default=None, validator=_text_or_none)
    printed: str = attrs.field(default="", validator=_text)

    @classmethod
    def parse_all(cls, line: str) -> tuple[Timestamp, ...]:
        """Every date or time in a line, in the order printed; () when there is none.

        Relative times ("2 hours ago") name no date and give none. Raises TypeError when the line is no str.

        >>> Timestamp.parse_all("Updated 07 December 2023")
        (Timestamp(kind='updated', value=datetime.date(2023, 12, 7), tz=None, printed='Updated 07 December 2023'),)
        """
        from .recognizers.timestamp import find_timestamps  # noqa: PLC0415 - slow to import, and values do without

        stamps = find_timestamps(want_text(line, "Timestamp.parse_all"))
        return tuple(cls(stamp.kind, stamp.value, stamp.tz, stamp.printed) for stamp in stamps)


@attrs.frozen(kw_only=True)
class Article:
    """One news article.

    ``body`` is what runs under the headline, in the order printed, dateline included. ``bullets`` are the highlights
    above the body. ``summary`` is the standfirst. ``published`` and ``updated`` are a date, or a datetime where the
    page prints a time; ``language`` is an ISO 639-1 code, or None when unsure.
    """

    title: str = attrs.field(default="", validator=_text)
    body: tuple[Block, ...] = attrs.field(
        default=(), converter=tuple_of, validator=deep_iterable(instance_of((Paragraph, Subheading, Bullet)))
    )
    bullets: tuple[Bullet, ...] = attrs.field(
        default=(), converter=tuple_of, validator=deep_iterable(instance_of(Bullet))
    )
    summary: str | None = attrs.field(default=None, validator=_text_or_none)
    dateline: Dateline | None = attrs.field(default=None, validator=optional(instance_of(Dateline)))
    authors: tuple[str, ...] = attrs.field(default=(), converter=tuple_of, validator=_texts)
    captions: tuple[Caption, ...] = attrs.field(
        default=(), converter=tuple_of, validator=deep_iterable(instance_of(Caption))
    )
    published: date | None = attrs.field(default=None, converter=fixed_offset, validator=_date_or_none)
    updated: date | None = attrs.field(default=None, converter=fixed_offset, validator=_date_or_none)
    language: str | None = attrs.field(default=None, validator=_text_or_none)
    url: str | None = attrs.field(default=None, validator=_text_or_none)
    publisher: str | None = attrs.field(default=None, validator=_text_or_none)
    section: str | None = attrs.field(default=None, validator=_text_or_none)
    keywords: tuple[str, ...] = attrs.field(default=(), converter=tuple_of, validator=_texts)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The texts of the body's paragraphs, without the dateline."""
        texts = [block.text for block in self.body if isinstance(block, Paragraph)]
        place = self._dateline_place()
        if place is not None:
            texts[place] = texts[place][len(str(self.dateline)) :]
        return tuple(texts)

    @property
    def text(self) -> str:
        """The body as printed, dateline included, blocks joined by a blank line.

        A dateline that no paragraph carries (an article built by hand) is printed before the first paragraph.
        """
        texts = [block.text for block in self.body]
        if self.dateline is not None and self._dateline_place() is None:
            first = next((n for n, block in enumerate(self.body) if isinstance(block, Paragraph)), None)
            if first is not None:
                texts[first] = str(self.dateline) + texts[first]
        return "\n\n".join(texts)

    def _dateline_place(self) -> int | None:
        """Which paragraph begins with the dateline, counted among the paragraphs alone."""
        if self.dateline is None:
            return None
        head = str(self.dateline)
        paragraphs = (block.text for block in self.body if isinstance(block, Paragraph))
        return next((n for n, text in enumerate(paragraphs) if text.startswith(head)), None)
