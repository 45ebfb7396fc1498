"""How much are some words like the phrases of an option? Counts the stems that they share. PURE."""

from collections.abc import Iterable
from functools import lru_cache

from agent.cues import words
from qualification.normalise import fold

STEM = 4
"""Letters by which words are compared; shorter words say too little."""
_COMMON = frozenset(
    """
    para pero como esta este esto estos estas estoy estan todo toda todos todas desde hasta donde
    cuando porque aqui alli tiene tienen tengo tenemos hace hacer quien soy nuestro nuestra ellos
    with that this have from your they them then than what when will would there here just only
    been being were about into some want
    """.split()  # noqa: SIM905
)
"""Words that stand in any sentence."""


def shared_stems(quote: str, listed: Iterable[str]) -> int:
    """How many stems of a quote are among those of the phrases."""
    theirs = frozenset[str]().union(*map(_stems, listed))
    return len(_stems(quote) & theirs)


@lru_cache(maxsize=4096)
def _stems(phrase: str) -> frozenset[str]:
    said = words(fold(phrase)).split()
    return frozenset(word[:STEM] for word in said if len(word) >= STEM and word not in _COMMON)
