"""The reader's figures on the corpus never fall below what was once reached."""

from __future__ import annotations

from pathlib import Path

import pytest

import quality


@pytest.fixture(scope="module")
def corpus(shared: Path) -> Path:
    return shared / "corpus"


def test_the_floors_belong_to_this_corpus(corpus: Path) -> None:
    assert quality.load()["corpus"] == quality.digest(corpus), (
        "pin the floors anew: python tools/quality.py CORPUS --pin"
    )


def test_no_figure_falls_below_its_floor(corpus: Path) -> None:
    floors = quality.load()["floors"]
    assert isinstance(floors, dict)
    figures = quality.measure(corpus)
    assert figures.keys() == floors.keys()
    below = {name: (value, floors[name]) for name, value in figures.items() if value < floors[name]}
    assert below == {}
