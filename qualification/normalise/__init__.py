"""What did the prospect say, as a value? Text in, typed values with their spans out."""

from qualification.normalise.answers import read_yes_no
from qualification.normalise.choice import read_choice
from qualification.normalise.contact import read_contact
from qualification.normalise.languages import detect_language
from qualification.normalise.lines import normalise_line
from qualification.normalise.money import read_money
from qualification.normalise.names import is_a_first_name
from qualification.normalise.number import read_number
from qualification.normalise.text import find_phrase, fold
from qualification.normalise.timeframe import read_timeframe

__all__ = [
    "detect_language",
    "find_phrase",
    "fold",
    "is_a_first_name",
    "normalise_line",
    "read_choice",
    "read_contact",
    "read_money",
    "read_number",
    "read_timeframe",
    "read_yes_no",
]
