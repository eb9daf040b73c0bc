"""Weights of evidence: added up to scores, and named when a verdict must be explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import attrs

from .evidence import PAGE_WIDE, Column, Evidence


@attrs.frozen
class Weights:
    """The weight of each bin of each evidence, and of no evidence at all (``bias``)."""

    evidence: tuple[Evidence, ...]
    bias: float
    bins: tuple[tuple[float, ...], ...]
    _by_value: tuple[list[float], ...] = attrs.field(init=False, repr=False)

    @_by_value.default
    def _tables(self) -> tuple[list[float], ...]:
        return tuple(
            [weights[number] for number in evidence.bin_of]
            for evidence, weights in zip(self.evidence, self.bins, strict=True)
        )

    def scores(self, columns: Sequence[Column]) -> list[float]:
        """The score of each line: above 0 speaks for it, below 0 against it."""
        bias = self.bias
        weighed = [_weigh(table, values) for table, values in zip(self._by_value, columns, strict=True)]
        return [bias + total for total in map(sum, zip(*weighed, strict=True))]

    def split(self, count: int) -> tuple[Weights, Weights]:
        """The weights of the first ``count`` kinds of evidence, with the bias, and those of the others."""
        return (
            Weights(self.evidence[:count], self.bias, self.bins[:count]),
            Weights(self.evidence[count:], 0.0, self.bins[count:]),
        )

    @cached_property
    def most(self) -> float:
        """The highest score there can be."""
        return self.bias + sum(map(max, self.bins))

    @cached_property
    def least(self) -> float:
        """The lowest score there can be."""
        return self.bias + sum(map(min, self.bins))

    @property
    def span(self) -> float:
        """How far apart two scores can be."""
        return self.most - self.least

    def strongest(self, columns: Sequence[Column], line: int, *, speaks_for: bool) -> tuple[str, float]:
        """The evidence of its own that spoke loudest for (or against) a line, in words, and its weight."""
        found = [
            (_weigh(table, [column[line]])[0], evidence, column[line])
            for table, evidence, column in zip(self._by_value, self.evidence, columns, strict=True)
            if evidence.name not in PAGE_WIDE
        ]
        weight, evidence, value = (max if speaks_for else min)(found, key=lambda entry: entry[0])
        label = evidence.bins[evidence.bin_of[min(value, len(evidence.bin_of) - 1)]]
        return f"{evidence.name}: {label}", weight


def _weigh(table: list[float], values: Column) -> list[float]:
    last = len(table) - 1
    final = table[last]
    return [table[value] if value < last else final for value in values]


def from_table(table: Mapping[str, Mapping[str, float]], evidence: tuple[Evidence, ...]) -> Weights:
    """Weights from ``{evidence: {bin: weight}}``; a bin that is not named weighs nothing."""
    bins = tuple(tuple(table.get(kind.name, {}).get(label, 0.0) for label in kind.bins) for kind in evidence)
    return Weights(evidence, table["bias"]["always"], bins)
