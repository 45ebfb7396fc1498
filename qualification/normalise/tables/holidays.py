"""Which feasts do people name as dates? To add one, add one line."""

from typing import NamedTuple


class FixedFeast(NamedTuple):
    """The same day every year."""

    month: int
    day: int
    names: str


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


FIXED = (
    FixedFeast(1, 1, "new year, new years, new year's, new year's day, new years day, año nuevo, el año nuevo"),
    FixedFeast(1, 6, "reyes, día de reyes, los reyes, epiphany, reyes magos"),
    FixedFeast(2, 14, "valentine's day, valentines day, valentine's, san valentín, día de los enamorados"),
    FixedFeast(3, 17, "st patrick's day, saint patrick's day, st. patrick's day, st patricks day"),
    FixedFeast(3, 19, "san josé, día del padre"),
    FixedFeast(5, 1, "día del trabajo, día del trabajador, may day"),
    FixedFeast(5, 5, "cinco de mayo"),
    FixedFeast(6, 24, "san juan, noche de san juan"),
    FixedFeast(7, 4, "independence day, fourth of july, july fourth"),
    FixedFeast(8, 15, "la asunción, virgen de agosto, assumption day"),
    FixedFeast(9, 16, "día de la independencia, fiestas patrias"),
    FixedFeast(10, 12, "día de la hispanidad, el pilar, día del pilar"),
    FixedFeast(10, 31, "halloween"),
    FixedFeast(11, 1, "todos los santos, día de todos los santos, all saints' day, all saints day"),
    FixedFeast(11, 2, "día de muertos, día de los muertos, día de los difuntos"),
    FixedFeast(11, 11, "veterans day, remembrance day, veteran's day"),
    FixedFeast(12, 6, "día de la constitución"),
    FixedFeast(12, 8, "la inmaculada"),
    FixedFeast(12, 24, "nochebuena, noche buena, christmas eve, xmas eve"),
    FixedFeast(12, 25, "navidad, navidades, las navidades, día de navidad, christmas, christmas day, xmas, x-mas, the holidays"),
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
    EasterFeast(60, "corpus christi, corpus"),
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
    WeekdayFeast(11, 3, 4, "thanksgiving, thanksgiving day, acción de gracias, día de acción de gracias"),
)  # fmt: skip
