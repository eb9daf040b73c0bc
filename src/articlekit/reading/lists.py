"""Lists that are the article: runs of lines of one shape just below its text, such as tour dates, results, winners."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from .measure import END_COLON, END_QUOTED, END_STOP, Measures

_LEAST = 5
"""A run has at least so many lines."""

_MOST_ODD = 2
"""At most so many lines of another shape in a row stand inside a run: links, captions."""

_LONGEST = 200
_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d{1,3}[.):]\s?\D",  # 1) The Last Ferry
        r"[^\W\d_]{3,9}\.?\s\d{1,2}(?:\D|$)",  # Aug. 14 -- St. Louis, MO
        r"\d{1,2}(?:[./-]\d{1,2}|\.?\s[^\W\d_]{3,9})(?:\W|$)",  # 14.8. St. Louis; 14 August: St. Louis
        r"[^“\"«„]{4,82}+(?<=[,:–-]\s)[“\"«„][^”\"»“]{2,80}[”\"»“]",  # Jane Doe, “Song of the Harbour”
        r"[^\t]++\t",  # a row of a table
    )
)
_may_have_shape = re.compile("|".join(shape.pattern for shape in _SHAPES)).match
_MARK = re.compile(r"[•·*▪●►▶‣◦→>]\s?\S|[-–—]\s\S")
_LEAST_MARKED = 2
_LINK = re.compile(r"\W+[^:\n]{2,45}:\s(?=\D{25})")  # - Aviation: Ferry pilots want to fly again; facts have numbers
_ENDS = (END_STOP, END_QUOTED)
_LABEL = re.compile(r"[^\W\d][^:\n]{2,24}:\s(?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s[^\W\d]")
_ROW = re.compile(r"\|(?:[^|\n]{1,200}\|){2,}+")
_MARKS, _DASHES = frozenset("•·*▪●►▶‣◦→>"), frozenset("-–—")
_RECURS = 3

may_recur = re.compile(f"{_LABEL.pattern}|{_NUMBER.pattern}|{_ROW.pattern}").match
"""Whether a line can be one of those that ``recurring`` finds."""


def is_marked(measures: Measures, number: int) -> bool:
    """Whether a line has a list's mark; a sentence behind a dash is speech, as many languages print it."""
    mark = measures.texts[number][0]
    return mark in _MARKS or (mark in _DASHES and not measures.prose[number])


def list_inside(measures: Measures, low: int, high: int, may_be: Callable[[int], bool], *, clean: bool) -> list[int]:
    """The marked items that stand between two lines of the article, and beside one of them; none if few.

    On a page that is not ``clean`` hardly anything else stands between, and the line above leads to them with a colon,
    or most of them end as parts of a sentence do: links do not.
    """
    lines = range(low + 1, high)
    items = [number for number in lines if _MARK.match(measures.texts[number]) and may_be(number)]
    if len(items) < _LEAST_MARKED or _are_linked(measures, items):
        return []
    if clean:
        return _beside(items, low, high)
    if len(lines) - len(items) > _MOST_ODD:
        return []
    ended = sum(measures.ends[number] in _ENDS or measures.texts[number][-1] in ",;" for number in items)
    return items if measures.ends[items[0] - 1] == END_COLON or 2 * ended > len(items) else []


def _are_linked(measures: Measures, items: Sequence[int]) -> bool:
    """Whether most items are headlines of other stories, each with its kicker, and nothing leads to them."""
    if measures.ends[items[0] - 1] == END_COLON:
        return False
    linked = sum(
        measures.ends[n] not in _ENDS and _LINK.match(measures.texts[n], 0, _LONGEST) is not None for n in items
    )
    return 2 * linked > len(items)


def leading(measures: Measures, lines: Iterable[int]) -> list[int]:
    """The lines that end in a colon, or stand just above one that does."""
    ends = measures.ends
    if END_COLON not in ends:
        return []
    last = len(ends) - 1
    return [n for n in lines if ends[n] == END_COLON or (n < last and ends[n + 1] == END_COLON)]


def groups_below(measures: Measures, last: int, is_free: Callable[[int], bool]) -> list[int]:
    """The lines of a list in groups with headings, to which a line of the article leads with a colon; none if few.

    "The nominations in full:", then a heading and its items, a heading and its items. The line below one of the article
    may lead to it, too.
    """
    leads = next((n for n in range(last, min(last + 2, len(measures.texts))) if measures.ends[n] == END_COLON), None)
    if leads is None or not is_free(leads):
        return []
    found, items = [leads], 0
    odd: list[int] = []
    for number in takewhile(is_free, range(leads + 1, len(measures.texts))):
        if _MARK.match(measures.texts[number]):
            found += [*odd, number]
            items, odd = items + 1, []
        elif len(odd) == _MOST_ODD or measures.prose[number]:
            break
        else:
            odd.append(number)
    in_groups = leads == last or len(found) > items + 1
    return found if items >= _LEAST and in_groups else []


def listed(measures: Measures, short: Sequence[int]) -> set[int]:
    """Those of an article's lines without prose that stand in a list, are parts of one form or rows of a table."""
    if len(short) < _RECURS:
        return set()
    recur = [number for number in short if may_recur(measures.texts[number])]
    return _runs(measures, short).union(labelled(measures, recur), table_rows(measures, recur))


def _runs(measures: Measures, short: Iterable[int]) -> set[int]:
    """The lines that stand among at least five of one shape, no prose between them."""
    found: set[int] = set()
    shaped = [number for number in short if _may_have_shape(measures.texts[number], 0, _LONGEST)]
    for shape in _SHAPES if len(shaped) >= _LEAST else ():
        run: list[int] = []
        for number in (n for n in shaped if shape.match(measures.texts[n], 0, _LONGEST)):
            if run and (number - run[-1] > _MOST_ODD + 1 or any(measures.prose[run[-1] : number])):
                found.update(run if len(run) >= _LEAST else ())
                run = []
            run.append(number)
        found.update(run if len(run) >= _LEAST else ())
    return found


def recurring(measures: Measures, between: Sequence[int]) -> list[int]:
    """The lines between an article's that are parts of one form, count its parts, or are rows of a table."""
    if len(between) < _RECURS:
        return []
    return [number for find in (labelled, numbered, table_rows) for number in find(measures, between)]


def labelled(measures: Measures, between: Iterable[int]) -> list[int]:
    """The lines between an article's that are parts of one form: the same label stands before at least three of them.

    So do reviews and recipes print what recurs: "We like: the shoe racks", "Price: £30".
    """
    found: dict[str, list[int]] = defaultdict(list)
    for number in between:
        match = _LABEL.match(measures.texts[number], 0, _LONGEST)
        if match is not None:
            found[match[0].casefold()].append(number)
    return [number for numbers in found.values() if len(numbers) >= _RECURS for number in numbers]


def numbered(measures: Measures, between: Iterable[int]) -> list[int]:
    """The lines between an article's that count its parts: "1. Best buy", "2. Best value", in their order."""
    found: list[int] = []
    last = 0
    for number in between:
        match = _NUMBER.match(measures.texts[number], 0, _LONGEST)
        if match is not None and int(match[1]) - last in (1, 2):  # one may be kept, or lost
            found.append(number)
            last = int(match[1])
    return found if len(found) >= _RECURS else []


def table_rows(measures: Measures, between: Iterable[int]) -> list[int]:
    """The lines between an article's that are rows of a table in Markdown, if three are: no menu is printed so."""
    rows = [number for number in between if _ROW.match(measures.texts[number])]
    return rows if len(rows) >= _RECURS else []


def _beside(items: list[int], low: int, high: int) -> list[int]:
    """The runs of at least two items that begin just after one line or end just before another."""
    after = [number for place, number in enumerate(items) if number == low + 1 + place]
    before = [number for place, number in enumerate(reversed(items)) if number == high - 1 - place]
    return sorted({number for run in (after, before) if len(run) >= _LEAST_MARKED for number in run})


def list_below(measures: Measures, last: int, may_be: Callable[[int], bool]) -> list[int]:
    """The lines of the list that begins just below a line of the article; none where no list does.

    A line that leads to the list ends in a colon. ``may_be`` says of a line whether nothing speaks against it.
    """
    first = last + 1
    leads = first < len(measures.texts) and measures.ends[first] == END_COLON and may_be(first)
    start = first + 1 if leads else first
    if start >= len(measures.texts):
        return []
    shape = _shape_of(measures, start) or _shape_of(measures, last)  # links may stand between the items
    if shape is None:
        return []
    run = list(_run(measures, start, shape, may_be))
    above = takewhile(shape.match, (measures.texts[number] for number in range(last, max(last - _LEAST, -1), -1)))
    if (
        sum(1 for _ in above) + sum(shape.match(measures.texts[number], 0, _LONGEST) is not None for number in run)
        < _LEAST
    ):
        return []
    return [first, *run] if leads else run


def _shape_of(measures: Measures, number: int) -> re.Pattern[str] | None:
    if not _may_have_shape(measures.texts[number], 0, _LONGEST):
        return None
    return next((shape for shape in _SHAPES if shape.match(measures.texts[number], 0, _LONGEST)), None)


def _run(measures: Measures, start: int, shape: re.Pattern[str], may_be: Callable[[int], bool]) -> Iterable[int]:
    """Lines from ``start`` on, up to the last one of the shape before too many others."""
    odd: list[int] = []
    for number in range(start, len(measures.texts)):
        if shape.match(measures.texts[number], 0, _LONGEST) and may_be(number):
            yield from odd
            yield number
            odd = []
        elif len(odd) == _MOST_ODD or not may_be(number):
            return
        else:
            odd.append(number)
