"""Who wrote a report, as the lines below its text say: an agency's closing line, or a line on the author's life.

closing := ["("] "Reporting by" names [mark "Writing by" names] [mark "Editing by" names] [")"]
life    := name verb ... role ...
"""

from __future__ import annotations

import re

from .byline import find_byline
from .byline_words import byline_words, names_role
from .names import MOST_WORDS, is_name

_LONGEST_CLOSING, _LONGEST_LIFE = 400, 600
_LONGEST_LEAD = 40
_ROLE_WITHIN = 10  # words behind the verb
_MARKS = re.compile(r"[;.]\s")
_EDGES = " ()[]*_–—-"
_WORD = re.compile(r"[\w’'-]+")


def closing_authors(line: str) -> tuple[str, ...]:
    """Whom an agency's closing line names as reporters, and not those who wrote or edited along.

    >>> closing_authors("(Reporting by Jane Doe in Porto and John Roe; Editing by Ann Poe)")
    ('Jane Doe', 'John Roe')
    """
    text = line[:_LONGEST_CLOSING].strip(_EDGES)
    begin, leads = text[:_LONGEST_LEAD].casefold(), byline_words().closing_leads
    if not begin.startswith(leads):
        return ()
    behind = text[len(next(filter(begin.startswith, leads))) - 1 :]
    first = byline_words().other_work.split(_MARKS.split(behind, maxsplit=1)[0], maxsplit=1)[0]
    found = find_byline(f"By{first}")
    return found.authors if found is not None and all(map(is_name, found.authors)) else ()


def life_of(line: str) -> str | None:
    """The person whom a line introduces as a journalist: its first words, before a verb.

    >>> life_of("Jane Doe is a politics reporter for the Harbour Post."), life_of("Jane Doe is a captain.")
    ('Jane Doe', None)
    """
    words = line[:_LONGEST_LIFE].split(maxsplit=MOST_WORDS + 1 + _ROLE_WITHIN)
    verbs = byline_words().verbs
    place = next((place for place, word in enumerate(words[: MOST_WORDS + 1]) if word in verbs), 0)
    name = " ".join(words[:place])
    if not is_name(name) or name.isupper():
        return None
    behind = [word for word in map(_bare, words[place + 1 : place + 1 + _ROLE_WITHIN]) if word]
    return name if names_role(behind) else None


def _bare(word: str) -> str:
    match = _WORD.search(word)
    return match[0].casefold() if match else ""
