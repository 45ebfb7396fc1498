"""How are keys of the record said? In plain English words; pages say the rest in their reader's
language (console/lead_words.py).
"""

from storage.people import Found

FOUND = {
    "named": "the one that you named",
    "wrote": "they wrote from {}",
    "called": "they called from {}",
    "gave": "they gave {}",
    "together": "put together with another of theirs",
}


def found_in_words(found: Found) -> str:
    """Why a conversation is taken for somebody's."""
    return FOUND[found.how].format(found.over.value if found.over else "")


def named(key: str) -> str:
    """A key of the record as a name: company_size is Company size."""
    return key.replace("_", " ").capitalize()
