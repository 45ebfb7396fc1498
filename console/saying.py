"""How is a sentence of the core said in somebody's language? By its form in the catalogues."""

from console.translations import Words
from qualification.saying import Said


def in_words(said: Said, words: Words) -> Said:
    """The sentence in their language, with those that stand in its gaps; a form that the language
    lacks is said in English.
    """
    gaps = {
        name: in_words(gap, words) if isinstance(gap, Said) else gap
        for name, gap in said.gaps.items()
    }
    return Said(words.text(said.template), **gaps)
