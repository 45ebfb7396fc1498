"""Words that choosing turns on, in both languages; lists are separated by spaces."""

NEGATIONS = "no not nunca never tampoco ni dont don isnt aint t sin without nadie nobody jamas"
"""In an option's words or just before them, they deny it."""

NOT_A_DENIAL = "solo only just solamente"
"""After a negation: "no solo decido yo" denies nothing."""

AUXILIARIES = "do does did am is are was can could will would have has had should may must"
"""A phrase that ends in one of these is only half of what is said where "not" follows: "I do"."""

PRONOUNS = "yo me i we us nosotros nosotras nadie nobody"
"""A phrase of these alone ("me", "yo") answers only as the whole message."""

ARTICLES = "el la los las un una unos unas the a an am m"
"""Words that make no difference."""

SHORTENED = {"re": "are", "ll": "will", "ve": "have", "dont": "don", "hole": "whole"}
"""What is left of a word after an apostrophe, or how it is written by ear, and the word."""

LIGHT_WORDS = "yo i de del of to que lo le se es is am it that s m soy quien who mismo misma myself"
"""Words of a phrase that may be missing."""

PEOPLE = """
    he she they we you it his her their our my mi mis su sus tu ella ellos ellas nosotros
    nosotras usted ustedes vosotros nuestro nuestra otro otra other someone alguien otros
"""
"""Where these are said and the phrase has not got them, somebody else is meant."""

ENDINGS = """
    o a e as es s ed d ing amos emos imos an en n ais eis is aba abas ia ias io aron ieron
    aste iste ara era are ere ria ando iendo ar er ir ado ido
"""
"""How the forms of one word end: "decido" and "decide" are two."""

POSITIONS = {
    0: "1 primero primera primer first uno one",
    1: "2 segundo segunda second dos two",
    2: "3 tercero tercera tercer third tres three",
    3: "4 cuarto cuarta fourth cuatro four",
    4: "5 quinto quinta fifth cinco five",
    -1: "ultimo ultima last",
}
"""How the place of an option is said."""
