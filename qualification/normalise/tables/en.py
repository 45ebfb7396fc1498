"""How is an amount said in English?"""

from qualification.normalise.tables.shape import AmountWords, HeadWords, NumeralWords

NUMERALS = NumeralWords(
    small={
        0: "zero, nought, naught",
        1: "one",
        2: "two",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty, fourty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
    },
    scales={
        12: "dozen, dozens, dz",
        100: "hundred, hundreds",
        10
        ** 3: "thousand, thousands, thosand, thousnd, thousend, thousad, tousand, k, kish, grand, g",
        10**5: "lakh, lakhs, lac",
        10**6: "million, millions, mil, mill, mn, mio, mm, m",
        10**7: "crore, crores, cr",
        10**9: "billion, billions, bn, b",
        10**12: "trillion, trillions, tn",
    },
    glued="b, bn, cr, dz, g, k, kish, m, mio, mm, mn, tn",
    leads="hundred, thousand, million, billion, dozen",
    joins="and, -, n",
    group_marks=",",
    halves="half, a half",
    points="point, dot",
    late_points="dot",
    ones="a, an",
    some={
        1: "single, a single",
        2: "a couple, a couple of, couple of, couple, a pair, a pair of, pair of",
        3: "a few, few",
        5: "a handful, a handful of",
    },
    fractions={
        "1/2": "half of, one half",
        "1/3": "a third of, one third",
        "2/3": "two thirds",
        "1/4": "a quarter, one quarter",
        "3/4": "three quarters",
        "1/5": "a fifth, one fifth",
        "2/5": "two fifths",
        "3/5": "three fifths",
        "4/5": "four fifths",
    },
    vague="several, many, few",
    vague_endings="ish",
    lone_ones="one, single",
    not_numerals="one-off, one off, one-time, one time, one-on-one, one on one, one another",
    homographs="a, an, b, dot, few, g, grand, m, mil, mm, n, single, ten",
)

AMOUNTS = AmountWords(
    limits={
        "at_most": """
            up to, at most, at the very most, no more than, not more than, at the most, maximum, max, max.,
            a maximum of, maximum of, a max of, max of, less than, fewer than, lower than,
            smaller than, under, below, capped at, a cap of, cap of, limited to, a ceiling of,
            ceiling of, not over, not exceeding, can't go over, cannot go over, can't exceed,
            cannot exceed, won't go over, don't want to go over, lower or equal than,
            nothing over, nothing above, nothing more than, as high as, as much as, not even, not quite, tops, less or equal than, less than or equal to, equal or less than,
            equal to or less than, lower than or equal to, not above, not to exceed,
            no greater than, no higher than, smaller than or equal to, tops out at, a bit less than,
            a little less than, just under, stretch to, stretch as far as, go as far as, <,
            < =, ≤
        """,
        "at_least": """
            at least, at the least, no less than, not less than, minimum, min, no fewer than,
            a minimum of, minimum of, more than, over, above, greater than, higher than,
            larger than, bigger than, north of, upwards of, upward of, in excess of, exceeding,
            exceeds, exceed, starting at, starting from, well over, higher or equal than,
            greater or equal than, greater than or equal to, more than or equal to,
            equal or greater than, equal to or greater than, higher than or equal to, not under,
            not below, a floor of, beyond, >, > =, ≥, better than
        """,
    },
    limits_after={
        "at_least": """
            or more, and up, and above, or above, or over, and over, or higher, or greater,
            plus, +, and more, and growing, and counting, at least, minimum, min, upwards, and upwards, or better
        """,
        "at_most": """
            or less, or fewer, or under, and under, or below, and below, or lower, max, maximum, and no more,
            tops, at most, at the most, or smaller, at the very most, at the absolute most,
            absolute max, absolute maximum, at the outside, max max, maximum maximum, as a maximum,
            is the limit, is the max, is the maximum, is the ceiling, is my limit, is our limit
        """,
    },
    limit_nouns={
        "at_most": "maximum, max, max., limit, upper limit, ceiling, cap, top end, most",
        "at_least": "minimum, min, floor, lower limit, least",
    },
    being="is, are, of, would be, :, is about",
    own="the, our, my, a, your",
    negations="no, not, t, never, without, nor, dont, cant, wont, nobody, none",
    indifferent="mind, problem, problems, issue, matter, bother",
    clause_starts="and, but, if, whether, or",
    corrections="""
        no, sorry, i mean, make that, make it, actually, rather, well, correction, or rather,
        i meant, more like, better
    """,
    around="""
        a bit over, a little over, slightly over, a bit more than, a little more than,
        slightly more than, a bit under, a little under, slightly under, a bit less than,
        a little less than, slightly less than, in the, ballpark, just above, just below,
        not far off, probably, perhaps,
        about, around, roughly, approximately, approx, approx., some, nearly, almost, close to,
        circa, ca., say, like, maybe, somewhere around, in the region of,
        in the neighborhood of, in the ballpark of, in the range of, give or take,
        something like, ~, ≈, ±, around about, just over, just under
    """,
    around_after="""
        or so, ish, -ish, more or less, give or take, approximately, roughly, approx, approx.,
        or thereabouts, something, odd, -odd, range, mark, ballpark, and change
    """,
    between="between, betwen, beetween, anywhere between, somewhere between, anywhere from",
    between_and="and, -, to, or",
    since={
        "at_least": "from",
        None: "anywhere from",
    },
    until="to, -, ~, /, up to, till, until, through",
    alternatives="or, maybe, perhaps, possibly",
    periods={
        "hour": "an hour, per hour, hourly, /h, /hr, /hour, each hour, a hour",
        "day": "a day, per day, daily, each day, every day, /day, per diem",
        "week": "a week, per week, weekly, each week, every week, /week, /wk",
        "month": """
            a month, per month, monthly, each month, every month, /month, /mo, /mth, /m, p/m, pm,
            p.m., pcm, pupm, by the month, month, the month
        """,
        "quarter": """
            a quarter, per quarter, quarterly, each quarter, every quarter, /quarter, /qtr, /q,
            every three months, every 3 months
        """,
        "year": """
            p/a, a year, per year, yearly, annually, each year, every year, /year, /yr, p.a., pa,
            per annum, /y, /annum, annual
        """,
        "once": """
            one-off, one off, one-time, one time, once, upfront, up front, in total, total,
            as a one-off, lump sum, all in
        """,
    },
    rhythms={
        "month": "monthly, per month, a month, each month, every month",
        "year": "annual, annually, yearly, per year, a year, every year",
        "week": "weekly, per week, a week",
        "quarter": "quarterly, per quarter",
        "hour": "hourly, per hour",
        "day": "daily, per day",
        "once": "one-off, one-time, one time",
    },
    longer_periods={
        (2, "month"): """
            every two months, every 2 months, every other month, bimonthly, each two months,
            per two months, for two months
        """,
        (6, "month"): "every six months, every 6 months, every half year, half-yearly, biannually",
        (2, "week"): "every two weeks, every 2 weeks, every other week, fortnightly, a fortnight",
        (2, "year"): "every two years, every 2 years, every other year",
    },
    not_periods="month by month, month to month, year by year, a day ago, a week ago, a month ago, a year ago",
    each="""
        per user, per seat, per person, per head, per employee, per license, per licence,
        per agent, a seat, a head, a user, /user, /seat, /person, /head, per location,
        per store, per site, per unit, each, apiece, a person, plus vat, + vat, ex vat,
        (ex vat), excl vat, excl. vat, excluding vat, inc vat, inc. vat, incl vat,
        including vat, plus tax, + tax, plus sales tax, before tax, after tax
    """,
    of="in, of",
    about_money="""
        afford, allocated, aside, budget, budgeted, budgets, earmarked, expense, funding, grand,
        invest, investing, investment, paid, pay, paying, presupuesto, spend, spending, spends,
        spent
    """,
    prices="cost, costs, costing, fee, fees, free, price, priced, prices",
    counted="""
        accounts, agent, agents, appointments, bookings, branches, calls, cars, clients,
        companies, contacts, contracts, countries, customer, customers, desks, digits, emails,
        employee, employees, figures, folks, followers, friends, guys, headcount, invoices,
        items, leads, licence, licences, license, licenses, listings, locations, meetings,
        members, of us, office, offices, options, orders, pages, partners, patients, people,
        person, persons, pieces, products, projects, properties, questions, reps, rooms,
        salespeople, seat, seats, sellers, shops, sites, staff, star, stars, store, stores,
        students, suppliers, tables, teams, things, tickets, trucks, units, user, users,
        vehicles, visits, workers
    """,
    timed="""
        a.m., am, apr, april, aug, august, day, days, dec, december, feb, february, friday, h,
        hour, hours, hrs, jan, january, jul, july, jun, june, mar, march, may, mins, minute,
        minutes, monday, month, months, nov, november, o'clock, oct, october, p.m., pm, quarter,
        quarters, saturday, sep, sept, september, sunday, thursday, times, tuesday, wednesday,
        week, weeks, year, years
    """,
    labels="version, code, number, room, floor, street, order, invoice, ticket, past, page, id",
    count_leads="we are, we're, we were, there are, we have been, we've been",
    year_marks="in, since, of, year, by, during",
    late_year_marks="of",
)

HEADS = HeadWords(
    selves="me, i, myself",
    alone="""
        just me, only me, just myself, only myself, just i, me alone, me myself, on my own,
        by myself, i'm alone, i am alone, i work alone, one-man band, one man band,
        one-woman band, one-man show, one-person company, one person shop, sole trader,
        solopreneur, solo founder, it's me, solo
    """,
    nobody="none, nobody, no one, none yet, nobody yet, no employees, no staff",
    possessives="my, our, the, a",
    joins="and, plus, with, +, &",
    others="others, other, more, people, employees, other people, more people, guys, staff",
    possessives_of_many="my, our, the, his, her",
    kinds="""
        adults, adult, kids, kid, children, child, toddlers, toddler, babies, baby, teenagers,
        teenager, teens, grown-ups, grownups, boys, girls, daughters, sons, parents,
        grandparents, little ones, men, women
    """,
    pets="dog, dogs, cat, cats, puppy, hamster, parrot, budgie, rabbit, pets, pet, fish",
    before_verbs="for, at, in, right, so, here, only, now, and",
)

ORDINALS = {
    1: "first",
    2: "second",
    3: "third",
    4: "fourth",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
    11: "eleventh",
    12: "twelfth",
    13: "thirteenth",
    14: "fourteenth",
    15: "fifteenth",
    16: "sixteenth",
    17: "seventeenth",
    18: "eighteenth",
    19: "nineteenth",
    20: "twentieth",
    30: "thirtieth",
    40: "fortieth",
    50: "fiftieth",
    60: "sixtieth",
    70: "seventieth",
    80: "eightieth",
    90: "ninetieth",
    100: "hundredth",
    1000: "thousandth",
}
ORDINAL_GENDERS: dict[str, str] = {}
