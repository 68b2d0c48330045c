from __future__ import annotations

import itertools
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


# How the cone types that are lacking change linear red, green and blue: the matrices of
# Machado, Oliveira and Fernandes (2009) for full severity.
BLINDNESS = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
               (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
               (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
               (0.004733, 0.691367, 0.303900)),
}  # fmt: skip


def seen_luminance(color, kind):
    """Return the luminance of a colour as a colour-blind reader sees it."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    seen = [sum(w * c for w, c in zip(row, linear, strict=True)) for row in BLINDNESS[kind]]
    return sum(
        w * max(0.0, min(1.0, c)) for w, c in zip((0.2126, 0.7152, 0.0722), seen, strict=True)
    )


@pytest.mark.parametrize("kind", BLINDNESS)
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ramp", ["ramp", "heat"])
def test_ramps_run_from_light_to_dark_whatever_colours_are_seen(kind, name, ramp):
    theme = THEMES[name]
    steps = [seen_luminance(color, kind) for color in getattr(theme, ramp)]
    steps = steps[::-1] if name == "dark" else steps
    for light, dark in itertools.pairwise(steps):
        assert (light + 0.05) / (dark + 0.05) >= 1.15
