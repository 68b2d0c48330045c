from __future__ import annotations

import json

import pytest

from geomap.maps.assets import web_file
from geomap.maps.palette import EVENT_STYLES, OTHER_STYLE, THEMES, palette_payload
from geomap.records import EVENT_TYPES

STYLES = [*EVENT_STYLES.values(), OTHER_STYLE]


def luminance(color):
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_event_type_has_a_shape_of_its_own():
    assert tuple(EVENT_STYLES) == EVENT_TYPES
    assert len({style.shape for style in STYLES}) == len(STYLES)
    for style in STYLES:
        assert f"{style.shape}: " in web_file("symbols.js")


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.shape)
def test_symbols_stand_out_from_the_land(style):
    assert contrast(style.light, THEMES["light"].land) >= 3
    assert contrast(style.dark, THEMES["dark"].land) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_words_on_the_map_can_be_read(name):
    theme = THEMES[name]
    assert contrast(theme.label, theme.land) >= 4.5
    assert contrast(theme.label_soft, theme.halo) >= 4.5
    assert contrast(theme.badge_text, theme.badge) >= 4.5


def test_the_payload_is_plain_json():
    payload = json.loads(json.dumps(palette_payload()))
    assert set(payload) == {"themes", "events", "other"}
