"""How sure a form is that it is a dateline: what stands before the separator, the separator, and what follows.

The evidence, strongest first: a known agency; a full date before a dash; a place that is known, or in capitals before
a long dash, or with a known region; for the bare forms ("LONDON: ", "Berlin. ") a large place and a sentence after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .dateline_core import Core
from .dateline_date import NO_DATE
from .dateline_names import is_answer, is_called_like_a_town, is_in_capitals, is_label, is_listed, is_region
from .gazetteer import is_country, is_place

_FEWEST_LETTERS = 5  # in capitals, fewer are a tag
_SHORTEST_STOPPED = 4  # "Sen. " and "Mr. " are shorter than a town's name
_MOST_STOPPED_WORDS = 2
_ENOUGH_TEXT = 60  # characters behind "Berlin. "
_LONGEST_TITLE = 50  # "Getafe - Barcelona"
_SENTENCE_ENDS = (".", "!", "?", "…", "。", ":", ")")
_CLOSING = " \"'”’»“›\n"
_OPENING = "\"'“”„«»‘’‚‹›([ \xa0…"
_CAPTION_DATE = re.compile(r"[A-Z]{3,9}\.? \d{1,2}(?:, \d{4})?:")  # TORQUAY, ENGLAND - FEBRUARY 16: A general view
_CLOCK = re.compile(r"\d{1,2}\s?(?:[:.h]\s?\d\d|Uhr|[ap]\.?m)")
_LIST = re.compile(r"(?:[\w'’.-]{1,20}+,? (?:and |& )?){0,2}[\w'’.-]{1,20}+, [\w'’.-]{1,20}+(?: [\w'’.-]{1,20}+)?[,.]")
_WORD = re.compile(r"[\w'’-]+")


def is_believable(core: Core, mark: str, rest: str) -> bool:
    """Whether a core is a dateline of the text that goes on with ``rest``.

    The kinds of marks: ``dash``; ``long_dash`` (—, --, .-), which headings and compounds seldom have; ``hyphen``, with
    a space before it only; ``bar``, ``slash``, ``colon``, ``stop``; and ``nothing`` after an agency.
    """
    if any(is_label(name) for name, _ in core.places):
        return False
    if not core.places:
        return _begins(rest) and _is_believable_without_place(core, mark, rest)
    return _JUDGES[mark](core, rest)


def _is_believable_without_place(core: Core, mark: str, rest: str) -> bool:
    if core.agency is None:
        return mark == "long_dash" and None not in core.date
    if "." in core.agency and _is_title(rest):
        return False  # the title of a web site
    return core.known and mark in ("dash", "long_dash", "nothing")


def _before_long_dash(core: Core, rest: str) -> bool:
    name, _ = core.places[0]
    shouted = is_in_capitals(name) and sum(map(str.isalpha, name)) >= _FEWEST_LETTERS
    bare = core.agency is None and core.date == NO_DATE and not _CAPTION_DATE.match(rest)
    return _before_dash(core, rest) or (shouted and bare and _begins(rest))


def _before_dash(core: Core, rest: str) -> bool:
    if core.known:
        return True
    if core.date.month is not None and core.date.day is not None:
        parted = core.apart and core.places[0][0][0].isupper()
        return (parted or _is_certain(core)) and not _CLOCK.match(rest)
    if core.agency is not None:
        return _is_certain(core)
    if (core.date != NO_DATE and core.date.month is None) or _CAPTION_DATE.match(rest):
        return False
    return _begins(rest) and not _is_title(rest) and _is_known_or_like_it(core)


def _before_hyphen(core: Core, rest: str) -> bool:
    return core.date.day is not None and _before_dash(core, rest)


def _before_bar(core: Core, _rest: str) -> bool:
    return core.known and _is_certain(core)


def _before_slash(core: Core, _rest: str) -> bool:
    return core.known and core.date != NO_DATE


def _before_nothing(core: Core, rest: str) -> bool:
    return core.known and _begins(rest) and (core.date != NO_DATE or _is_certain(core))


def _before_colon(core: Core, rest: str) -> bool:
    """A known place, no list and no speaker: "ISLAMABAD: The army chief ..."."""
    if not _begins(rest):
        return False
    if core.known:
        return _is_certain(core)
    if core.agency is not None or core.date.year is not None or not all(_is_town(name) for name, _ in core.places):
        return False
    return not rest or _is_report(rest)


def _before_stop(core: Core, rest: str) -> bool:
    """The form "Berlin. Die Feuerwehr ...": a known place of one or two words and enough text, or an agency."""
    if not _begins(rest) or core.known:
        return core.known and _begins(rest)
    name, region = core.places[0]
    if core.agency is not None:
        return is_listed(name) and not core.agency.istitle()
    if region is not None or core.date != NO_DATE or len(name) < _SHORTEST_STOPPED or "." in name:
        return False
    short = len(name.split()) <= _MOST_STOPPED_WORDS
    return short and len(rest) >= _ENOUGH_TEXT and all(_is_town(one) for one, _ in core.places)


def _is_certain(core: Core) -> bool:
    """Whether every place is known, in capitals, or with a known region."""
    return all(
        is_in_capitals(name) or is_listed(name) or (region is not None and is_region(region))
        for name, region in core.places
    )


def _is_known_or_like_it(core: Core) -> bool:
    """Places of the list, or one with a known region, or called as towns and ships are."""
    if all(is_listed(name) and not _is_topic(name) for name, _ in core.places):
        return True
    name, region = core.places[0]
    if region is not None and is_region(region):
        return True
    return is_called_like_a_town(name) or name.startswith("ABOARD ")


def _is_town(name: str) -> bool:
    return is_place(name) and not _is_topic(name)


def _is_topic(name: str) -> bool:
    """Whether a country stands where a topic stands: datelines print countries in capitals."""
    return is_country(name) and not is_in_capitals(name)


def _is_report(rest: str) -> bool:
    """Whether what follows a colon is a sentence of a report: no headline, no list of names and no speaker's answer."""
    if not _ends_as_sentence(rest):
        return False
    word = _WORD.match(rest)
    speaks = word is not None and is_answer(word[0])
    return not speaks and not _LIST.match(rest)


def _is_title(rest: str) -> bool:
    return 0 < len(rest) < _LONGEST_TITLE and not _ends_as_sentence(rest)


def _ends_as_sentence(rest: str) -> bool:
    return rest.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)


def _begins(rest: str) -> bool:
    """Whether a text begins as a sentence does; nothing at all does too."""
    text = rest.lstrip(_OPENING)
    return not text or not text[0].islower() or text[1:2].isupper()


_JUDGES: dict[str, Callable[[Core, str], bool]] = {
    "long_dash": _before_long_dash,
    "dash": _before_dash,
    "hyphen": _before_hyphen,
    "bar": _before_bar,
    "slash": _before_slash,
    "colon": _before_colon,
    "stop": _before_stop,
    "nothing": _before_nothing,
}
