"""Openings: which line between two articles is the headline of the second."""

from __future__ import annotations

from .cues import CUES, Cues
from .evidence import ENDS, STARTS, Column, cross, kinds, scale
from .headline import may_be_name
from .measure import Measures
from .seam import Seam, Seams
from .topic import Topics, share_found

_AGAIN = 15  # lines in which a headline is said again

_gaps = scale("before", "blank lines before", 1, 2, 3)
_gaps_after = scale("after", "blank lines after", 1, 2, 3)

OPENING = (
    scale("opening length", "characters", 12, 20, 30, 40, 55, 70, 90, 120),
    kinds("opening end", *ENDS),
    kinds("opening start", *STARTS),
    kinds("opening name", "another shape than names", "the shape of a name"),
    cross("opening gaps", _gaps, _gaps_after),
    kinds("widest gap before", "no", "the widest gap of the seam is before it"),
    scale("lines after sentence", "lines since the sentence before", 1, 2, 3, 4, 6, 9),
    scale("lines to sentence", "lines to the sentence after", 2, 3, 4, 5, 7, 10),
    scale("openings above", "lines of a headline's shape above it in the seam", 1, 2, 3, 5),
    kinds("said again", "said once", "said again within 15 lines"),
    scale("opening words shared", "% of its words stand in the sentences after", 1, 20, 34, 50, 67, 80, 100),
    kinds("opening cue", *CUES),
    kinds("cue after opening", *CUES),
    kinds("second cue after opening", *CUES),
)
"""What is known of a line that may be the headline of a further article."""

_SENTENCES = 6


def opening_evidence(measures: Measures, seams: Seams, seam: Seam, cues: Cues, topics: Topics) -> list[Column]:
    """The values of every headline of a seam for each evidence in OPENING."""
    after = topics.of_all(seams.sentences_after(seam)[:_SENTENCES])
    widest = max(measures.gaps[seam.before + 1 : seam.after + 1])
    first = next(number for number in range(seam.before + 1, seam.after + 1) if measures.gaps[number] == widest)
    heads = seam.heads
    return [
        [measures.lengths[number] for number in heads],
        [measures.ends[number] for number in heads],
        [measures.starts[number] for number in heads],
        [int(may_be_name(measures, number)) for number in heads],
        [4 * min(measures.gaps[number], 3) + min(measures.gaps[number + 1], 3) for number in heads],
        [int(number == first) for number in heads],
        [number - seam.before - 1 for number in heads],
        [seam.after - number for number in heads],
        list(range(len(heads))),
        [int(_is_said_again(measures, number)) for number in heads],
        [share_found(topics[number], after) for number in heads],
        [cues[number] for number in heads],
        [cues[number + 1] for number in heads],
        [cues[number + 2] for number in heads],
    ]


def _is_said_again(measures: Measures, number: int) -> bool:
    return measures.counts[number] > 1 and measures.texts[number] in measures.texts[number + 1 : number + _AGAIN + 1]
