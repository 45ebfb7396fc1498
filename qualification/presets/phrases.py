"""How are many short phrases written down? One after the other, with commas between them."""

from qualification.source import Data


def phrases(text: str) -> list[Data]:
    """The phrases of a text, whatever its line breaks."""
    return [" ".join(phrase.split()) for phrase in text.split(",")]
