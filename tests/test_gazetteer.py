"""The gazetteer: which names it holds, and how it is asked."""

from __future__ import annotations

import pytest

from articlekit.recognizers.gazetteer import is_country, is_place, is_small_place, plain


@pytest.mark.parametrize(
    "name",
    [
        "ISLAMABAD", "New Delhi", "SÃO PAULO", "Sao Paulo", "ST. LOUIS", "St Louis", "МОСКВА", "Köln", "Cologne", "Essen", "VATICAN CITY",
        "UNITED NATIONS", "West Bank", "AFGHANISTAN", "Deutschland", "Etats-Unis", "Ohio", "Frankfurt", "Bad Homburg", "İstanbul",
    ],
)  # fmt: skip
def test_places(name: str) -> None:
    assert is_place(name)


@pytest.mark.parametrize("name", ["", " ", ".", "Read More", "Sale", "Nelson", "NEW", "Will", "Sonne", "Gundremmingen"])
def test_words_and_small_towns_are_no_large_places(name: str) -> None:
    assert not is_place(name)


def test_small_towns_are_known_as_such() -> None:
    assert is_small_place("Gundremmingen")
    assert not is_small_place("Berlin")
    assert not is_small_place("")


@pytest.mark.parametrize("name", ["Pakistan", "PAKISTAN", "Deutschland", "États-Unis", "Италия"])
def test_countries_are_told_from_towns(name: str) -> None:
    assert is_country(name)
    assert is_place(name)


@pytest.mark.parametrize("name", ["Luxembourg", "Singapore", "Paris", "Ohio", ""])
def test_a_country_called_like_a_town_is_a_town(name: str) -> None:
    assert not is_country(name)


def test_names_are_compared_without_case_accents_and_stops() -> None:
    assert plain("  Saint-Étienne ") == "saint-etienne"
    assert plain("SAINT PAUL") == plain("St. Paul") == "st paul"
    assert plain("İSTANBUL") == "istanbul"
