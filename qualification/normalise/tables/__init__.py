"""The words of each language: extend them here, in one place, and nowhere else.

- A currency: one line of `currencies.py`; its code, signs, names and cents are then read before
  and after figures in both languages. A name that several currencies share: `SHARED_NAMES`.
- How numbers are said (numerals, slang such as "lucas", vague counts, ordinals, "just me"), and
  what stands around amounts (limits, ranges, rhythms, "más o menos", corrections): `es.py` and
  `en.py`. `shape.py` says what each entry is for; both languages fill in the same entries.
- Lead-ins of names, companies and titles, words that are no name, letters and marks of spelled
  addresses, countries of telephones: `people.py`.
- Yes, no and doubt, and the words that give a language away: `talk.py`.
- Negations, other persons and word endings that tell options apart: `choice.py`.
- Times and holidays: `time_es.py`, `time_en.py`, `holidays.py`.

Phrases are separated by commas and lists of single words by spaces; case and accents never
matter. The modules one level up hold the logic and no words.
"""
