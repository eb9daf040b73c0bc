"""Weights of evidence: added up to scores, and named when a verdict must be explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from .evidence import PAGE_WIDE, Column, Evidence

_ROOM = 4096  # values with an entry of their own; greater ones are in the last bin, as no edge lies so high


@attrs.frozen
class Weights:
    """The weight of each bin of each evidence, and of no evidence at all (``bias``)."""

    evidence: tuple[Evidence, ...]
    bias: float
    bins: tuple[tuple[float, ...], ...]
    by_value: tuple[list[float], ...] = attrs.field(init=False, repr=False)
    """The weight of each value of each evidence."""
    low: float = attrs.field(init=False)
    """The least that the evidence can add to the bias."""
    high: float = attrs.field(init=False)
    """The most."""

    @by_value.default
    def _tables(self) -> tuple[list[float], ...]:
        return tuple(
            [weights[number] for number in evidence.bin_of] + [weights[-1]] * (_ROOM - len(evidence.bin_of))
            for evidence, weights in zip(self.evidence, self.bins, strict=True)
        )

    @low.default
    def _least(self) -> float:
        return sum(map(min, self.bins))

    @high.default
    def _most(self) -> float:
        return sum(map(max, self.bins))

    def scores(self, columns: Sequence[Column]) -> list[float]:
        """The score of each line: above 0 speaks for it, below 0 against it."""
        bias = self.bias
        try:
            weighed = [map(table.__getitem__, values) for table, values in zip(self.by_value, columns, strict=True)]
            return [sum(weights, bias) for weights in zip(*weighed, strict=True)]
        except IndexError:  # a very long line, or a very long page
            return self.scores([[min(value, _ROOM - 1) for value in values] for values in columns])

    def split(self, count: int) -> tuple[Weights, Weights]:
        """The weights of the first ``count`` kinds of evidence, with the bias, and those of the others."""
        return (
            Weights(self.evidence[:count], self.bias, self.bins[:count]),
            Weights(self.evidence[count:], 0.0, self.bins[count:]),
        )

    def strongest(self, columns: Sequence[Column], line: int, *, speaks_for: bool) -> tuple[str, float]:
        """The evidence of its own that spoke loudest for (or against) a line, in words, and its weight."""
        found = [
            (table[min(column[line], _ROOM - 1)], evidence, column[line])
            for table, evidence, column in zip(self.by_value, self.evidence, columns, strict=True)
            if evidence.name not in PAGE_WIDE
        ]
        weight, evidence, value = (max if speaks_for else min)(found, key=lambda entry: entry[0])
        label = evidence.bins[evidence.bin_of[min(value, len(evidence.bin_of) - 1)]]
        return f"{evidence.name}: {label}", weight


def from_table(table: Mapping[str, Mapping[str, float]], evidence: tuple[Evidence, ...]) -> Weights:
    """Weights from ``{evidence: {bin: weight}}``; a bin that is not named weighs nothing."""
    bins = tuple(tuple(table.get(kind.name, {}).get(label, 0.0) for label in kind.bins) for kind in evidence)
    return Weights(evidence, table["bias"]["always"], bins)
