"""A strike from the air is given to the army that struck, not to whoever speaks of it."""

from __future__ import annotations

import pytest

from tests.text.test_no_incidents import accounts_of


@pytest.mark.parametrize(
    "text",
    [
        "Afghan forces said Pakistani jets struck three houses in Bermal on Monday.",
        "Police said the Pakistani military carried out an air strike in Tirah on Monday.",
        "Police in Tank said an air strike by the Pakistani military killed six on Monday.",
    ],
)
def test_the_army_that_struck(text):
    (account,) = accounts_of(text)
    assert (account.actor, account.event_type) == (
        "Pakistani military",
        "Explosions/Remote violence",
    )
