"""Which feasts do people name as dates? To add one, add one line."""

from typing import NamedTuple


class FixedFeast(NamedTuple):
    """The same day every year."""

    month: int
    day: int
    names: str
    length: int = 1


class EasterFeast(NamedTuple):
    """So many days after Easter Sunday."""

    days: int
    names: str
    length: int = 1


class WeekdayFeast(NamedTuple):
    """The nth weekday of a month (0 is Monday; -1 is the last)."""

    month: int
    weekday: int
    nth: int
    names: str
    days: int = 0
    """So many days later."""
    length: int = 1


AMBIGUOUS = "reyes, los reyes, lent, tax day"
"""Names below that are also other words: they count beside words of time, or alone."""

FIXED = (
    FixedFeast(1, 1, "new year, new years, new year's, new year's day, new years day, año nuevo, el año nuevo"),
    FixedFeast(1, 6, "reyes, día de reyes, los reyes, epiphany, reyes magos, epifanía"),
    FixedFeast(1, 26, "australia day"),
    FixedFeast(2, 2, "groundhog day, la candelaria, día de la candelaria"),
    FixedFeast(2, 14, "valentine's day, valentines day, valentine's, san valentín, día de los enamorados"),
    FixedFeast(3, 8, "international women's day, women's day, día de la mujer"),
    FixedFeast(3, 15, "fallas, las fallas", 5),
    FixedFeast(3, 17, "st patrick's day, saint patrick's day, st. patrick's day, st patricks day"),
    FixedFeast(3, 19, "día de san josé, por san josé, para san josé, día del padre"),
    FixedFeast(4, 1, "april fools, april fools', april fools day, april fools' day, april fool's day"),
    FixedFeast(4, 15, "tax day"),
    FixedFeast(4, 22, "earth day, día de la tierra"),
    FixedFeast(4, 23, "sant jordi, san jorge, día del libro, st george's day, saint george's day"),
    FixedFeast(4, 25, "anzac day"),
    FixedFeast(5, 1, "día del trabajo, día del trabajador, may day"),
    FixedFeast(5, 1, "puente de mayo", 3),
    FixedFeast(5, 4, "star wars day"),
    FixedFeast(5, 5, "cinco de mayo"),
    FixedFeast(5, 15, "día de san isidro, por san isidro, para san isidro"),
    FixedFeast(6, 14, "flag day"),
    FixedFeast(6, 19, "juneteenth"),
    FixedFeast(6, 24, "día de san juan, noche de san juan, por san juan, para san juan"),
    FixedFeast(7, 1, "canada day"),
    FixedFeast(7, 7, "san fermín, sanfermines, los sanfermines", 8),
    FixedFeast(7, 14, "bastille day"),
    FixedFeast(7, 25, "santiago apóstol, día de santiago"),
    FixedFeast(7, 4, "independence day, fourth of july, july fourth"),
    FixedFeast(8, 15, "la asunción, virgen de agosto, assumption day"),
    FixedFeast(9, 16, "día de la independencia, fiestas patrias"),
    FixedFeast(10, 12, "día de la hispanidad, día del pilar, por el pilar, para el pilar"),
    FixedFeast(10, 12, "puente del pilar", 3),
    FixedFeast(10, 31, "halloween, noche de brujas"),
    FixedFeast(11, 1, "todos los santos, día de todos los santos, all saints' day, all saints day"),
    FixedFeast(11, 2, "día de muertos, día de los muertos, día de los difuntos"),
    FixedFeast(11, 5, "guy fawkes night, guy fawkes day, bonfire night"),
    FixedFeast(11, 11, "singles day, singles' day, single's day"),
    FixedFeast(11, 11, "veterans day, remembrance day, veteran's day"),
    FixedFeast(12, 6, "día de la constitución"),
    FixedFeast(12, 6, "puente de diciembre, puente de la constitución, puente de la inmaculada", 3),
    FixedFeast(12, 8, "la inmaculada"),
    FixedFeast(12, 24, "navidades, las navidades, las fiestas, fiestas navideñas, vacaciones de navidad", 14),
    FixedFeast(12, 24, "the holidays, the holiday season, holiday season, christmas break, xmas break", 9),
    FixedFeast(12, 24, "nochebuena, noche buena, christmas eve, xmas eve, víspera de navidad"),
    FixedFeast(12, 25, "navidad, día de navidad, christmas, christmas day, xmas, x-mas"),
    FixedFeast(12, 26, "boxing day, san esteban"),
    FixedFeast(12, 31, "nochevieja, noche vieja, new year's eve, new years eve, nye"),
)  # fmt: skip

FROM_EASTER = (
    EasterFeast(0, "easter, easter sunday, domingo de resurrección, domingo de pascua"),
    EasterFeast(-47, "mardi gras, shrove tuesday, martes de carnaval, carnaval, carnavales"),
    EasterFeast(-46, "ash wednesday, miércoles de ceniza"),
    EasterFeast(-7, "palm sunday, domingo de ramos"),
    EasterFeast(-7, "semana santa, holy week, easter week", 8),
    EasterFeast(-3, "jueves santo, maundy thursday, holy thursday"),
    EasterFeast(-2, "viernes santo, good friday"),
    EasterFeast(-1, "sábado santo, holy saturday, sábado de gloria"),
    EasterFeast(1, "easter monday, easter mon, lunes de pascua"),
    EasterFeast(39, "ascension day, la ascensión"),
    EasterFeast(49, "pentecost, whit sunday, pentecostés"),
    EasterFeast(50, "whit monday, pentecost monday, lunes de pentecostés"),
    EasterFeast(56, "trinity sunday"),
    EasterFeast(60, "corpus christi, día del corpus"),
    EasterFeast(-48, "shrove monday, lunes de carnaval"),
    EasterFeast(-46, "lent, cuaresma, la cuaresma", 46),
)

FROM_ORTHODOX_EASTER = (
    EasterFeast(0, "orthodox easter, orthodox easter sunday, pascua ortodoxa"),
    EasterFeast(-48, "orthodox shrove monday, clean monday, orthodox ash monday"),
    EasterFeast(-8, "lazarus saturday"),
    EasterFeast(-7, "orthodox palm sunday"),
    EasterFeast(-2, "orthodox good friday, orthodox great friday"),
    EasterFeast(-1, "orthodox holy saturday"),
    EasterFeast(1, "orthodox easter monday"),
)

BY_WEEKDAY = (
    WeekdayFeast(1, 0, 3, "martin luther king day, mlk day, martin luther king jr. day, martin luther king's day"),
    WeekdayFeast(2, 0, 3, "presidents day, presidents' day, president's day"),
    WeekdayFeast(5, 6, 2, "mother's day, mothers day, mothers' day"),
    WeekdayFeast(5, 6, 1, "día de la madre"),
    WeekdayFeast(5, 0, -1, "memorial day"),
    WeekdayFeast(6, 6, 3, "father's day, fathers day, fathers' day"),
    WeekdayFeast(9, 0, 1, "labor day, labour day"),
    WeekdayFeast(10, 0, 2, "columbus day, indigenous peoples' day"),
    WeekdayFeast(4, 2, -1, "administrative professionals day, administrative professionals' day, secretaries day"),
    WeekdayFeast(5, 0, 1, "early may bank holiday"),
    WeekdayFeast(5, 0, -1, "spring bank holiday"),
    WeekdayFeast(8, 0, -1, "summer bank holiday, august bank holiday"),
    WeekdayFeast(11, 0, 1, "election day", 1),
    WeekdayFeast(11, 0, 3, "buen fin, el buen fin", -3, 4),
    WeekdayFeast(11, 3, 4, "black friday, blackfriday, viernes negro", 1),
    WeekdayFeast(11, 3, 4, "small business saturday", 2),
    WeekdayFeast(11, 3, 4, "cyber monday, cybermonday, ciberlunes", 4),
    WeekdayFeast(11, 3, 4, "giving tuesday", 5),
    WeekdayFeast(11, 3, 4, "thanksgiving, thanksgiving day, acción de gracias, día de acción de gracias"),
)  # fmt: skip
