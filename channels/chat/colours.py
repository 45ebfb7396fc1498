"""Can it be read? Colours as the Web Content Accessibility Guidelines measure them. PURE.

Source: WCAG 2.2, relative luminance and contrast ratio (success criteria 1.4.3 and 1.4.11).
"""

import re

TEXT = 4.5
"""Ordinary text at least."""
LIGHT, DARK = "#ffffff", "#000000"
"""What is written on a colour: of the two, one can be read on any."""
LIGHT_GROUND, DARK_GROUND = "#eef3f1", "#3a2f1a"
"""What texts in the colour stand on, of chat.css the ground that is hardest to read on."""
_HEX = re.compile(r"#[0-9a-f]{6}")
_STEPS = 20


def is_colour(text: str) -> bool:
    """Whether it is written as we write colours: `#0b6355`."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """Between 1 (none) and 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(colour: str) -> str:
    """What can be read best on a colour."""
    return max((LIGHT, DARK), key=lambda ink: contrast(colour, ink))


def for_the_dark(colour: str) -> str:
    """The colour, made lighter until it can be read on a dark background."""
    return _towards(colour, LIGHT, DARK_GROUND)


def for_the_light(colour: str) -> str:
    """The colour, made darker until it can be read on a light background."""
    return _towards(colour, DARK, LIGHT_GROUND)


def _towards(colour: str, end: str, background: str) -> str:
    for step in range(_STEPS + 1):
        mixed = _mix(colour, end, step / _STEPS)
        if contrast(mixed, background) >= TEXT:
            return mixed
    return end


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: int) -> float:
    part = channel / 255
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def _mix(one: str, other: str, share: float) -> str:
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
