"""How are times said in English?"""

from qualification.normalise.tables.time_shape import TimeWords

TIMES = TimeWords(
    months={
        1: "january, jan, jan.",
        2: "february, feb, feb., febuary",
        3: "march, mar, mar.",
        4: "april, apr, apr.",
        5: "may",
        6: "june, jun, jun.",
        7: "july, jul, jul.",
        8: "august, aug, aug.",
        9: "september, sep, sept, sep., sept.",
        10: "october, oct, oct.",
        11: "november, nov, nov.",
        12: "december, dec, dec.",
    },
    weekdays={
        0: "monday, mon, mon., mondays",
        1: "tuesday, tue, tues, tue., tues., tuesdays",
        2: "wednesday, wed, weds, wed., wednesdays",
        3: "thursday, thu, thur, thurs, thu., thur., thurs., thursdays",
        4: "friday, fri, fri., fridays",
        5: "saturday, sat, sat., saturdays",
        6: "sunday, sun, sun., sundays",
    },
    units={
        "minute": "minute, minutes, min, mins",
        "hour": "hour, hours, hr, hrs, h",
        "day": "day, days, night, nights, calendar day, calendar days, d",
        "workday": "business day, business days, working day, working days, work days, weekdays",
        "week": "week, weeks, wk, wks, w",
        "fortnight": "fortnight, fortnights",
        "weekend": "weekend, weekends",
        "month": "month, months, mo, mos, mth, mths",
        "quarter": "quarter, quarters, qtr, qtrs",
        "half": "half, semester, semesters",
        "workweek": "workweek, work week, working week, business week",
        "year": "year, years, yr, yrs, fiscal year, financial year, calendar year",
        "decade": "decade, decades",
    },
    seasons={
        "spring": "spring, springtime",
        "summer": "summer, summertime",
        "autumn": "autumn, fall",
        "winter": "winter, wintertime",
    },
    days_away={
        0: """
            today, tonight, this morning, this afternoon, this evening, right now, later today,
            todays, today's, at the moment
        """,
        1: """
            tomorrow, tomorrows, tomorrow's, tmrw, tmr, tomorow, tommorow, tommorrow,
            the next day, the following day
        """,
        2: "the day after tomorrow, day after tomorrow, overmorrow",
        -1: "yesterday, last night",
        -2: "the day before yesterday, day before yesterday",
    },
    ordinals={
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
    },
    ordinal_endings="st nd rd th",
    roles={
        "the": "the",
        "of": "of, in, for, of this, from",
        "in": "in, in about, in around, in approximately, in roughly, in some, +",
        "within": """
            within, within the next, in less than, in under, inside of, in no more than,
            less than, in at most, within about, no more than, under
        """,
        "for": "for, over, during, throughout",
        "at_in": """
            in, on, for, during, around, sometime in, some time in, at, about, towards, over,
            throughout, come, sometime around, sometime during
        """,
        "year_word": "year, fiscal year, fy, calendar year",
        "day_word": "day",
        "and": "and, &",
        "or": "or",
        "from": "from, since",
        "starting": """
            starting, starting in, starting on, starting from, from, as of, as from, beginning,
            beginning in, beginning on, onwards from, effective, since, any time after,
            anytime after, not before, no earlier than, no sooner than
        """,
        "onwards": "on, onwards, onward, and on, and onwards, forward",
        "between": "between, in between, sometime between, anywhere between",
        "until": "to, until, till, til, through, thru, up to, up until",
        "by": """
            by, until, till, no later than, not later than, due, due by, on or before,
            at the latest by, by around, by about, before the end of, through
        """,
        "before_end": "before the end of",
        "before": "before, ahead of, prior to, earlier than, in advance of",
        "after": "after, following, past, once it's past, later than, beyond, post",
        "ago": "",
        "before_now": "ago, back, earlier",
        "from_now": "from now, from today, hence, later, out, away, time",
        "this": "this, current, this current, this very, this coming, present, that",
        "coming": "coming, this coming, upcoming, this upcoming",
        "next": "next, following, coming, upcoming",
        "next_after": "next",
        "last": "last, past, previous, that last",
        "last_after": "last",
        "last_ordinal": "last, final",
        "every": "every, each, per",
        "later_in": "later, later in, later on",
        "rest": "rest of, rest of this, remainder of, remainder of this",
        "about": """
            about, around, roughly, approximately, some, approx, maybe, say, like, probably,
            another
        """,
        "half_unit": "half a, half",
        "and_half": "and a half, and half",
        "some": "a few, few, several, some, a handful of",
        "couple": "a couple of, couple of, a couple, couple",
        "less": "less than, under, no more than, at most, up to",
        "asap": """
            asap, a.s.a.p., as soon as possible, right away, straight away, straightaway,
            immediately, at once, as soon as we can, as soon as you can, as quickly as possible,
            urgently, urgent, the sooner the better, sooner the better, yesterday if possible,
            without delay, immediate, as early as possible, first thing, like yesterday,
            soonest, in a hurry, in a rush, as fast as possible
        """,
        "asap_alone": "now, soon, ready now, today or sooner, pronto",
        "never_mind": """
            no hurry, no rush, not in a hurry, not in a rush, not in any hurry, not in any rush,
            someday, some day, no particular date, no deadline, no timeline, no timeframe,
            no set date, whenever, no urgency, not urgent, sometime, at some point, no date,
            no specific date, no date in mind, not urgently, no fixed date, nothing urgent,
            no time pressure, long term, eventually, down the road, no set timeline,
            no real timeline, no specific timeline, no firm date
        """,
        "now": "now, today",
    },
    parts={
        "begin": """
            beginning, start, early, early in, at the beginning, at the start, earlier,
            early part, first part, early on in
        """,
        "mid": "mid, mid-, middle, in the middle, halfway through, around the middle",
        "end": "end, late, late in, at the end, close, back end, tail end, latter part",
    },
    clock="""
        morning, in the morning, afternoon, in the afternoon, evening, in the evening, night,
        at night, at noon, noon, midday, midnight, at midnight, early morning, lunchtime,
        at lunchtime, late morning, late afternoon, o'clock, sharp, end of day, eod,
        first thing, early afternoon, at midday, in the am, in the pm, in the a.m.,
        early evening, late evening, late night
    """,
    ignored="""
        good morning, good afternoon, good evening, good night, have a nice day, nice day,
        good day, have a good day, per day, per week, per month, per year, every day,
        every week, every month, every year, each day, each week, each month, each year,
        one day at a time, day to day, happy new year, merry christmas, next time, last time,
        next step, next steps, next question, at the same time, this time, first time,
        time to time, all day, these days, in the first place, at first, years old, year old,
        24/7, to date, year over year, next door, a good time, once a week, once a month,
        once a year, times a week, times a month, times a year, have a great weekend,
        have a great day, have a good weekend, have a great week
    """,
    alone="noon, midnight",
    weak="""
        may, march, sat, sun, mon, wed, mar, mar., sat., sun., second, first, third, fall,
        spring, jan, jun, fri, dec, sep, d, w, h, mo, min, half, day, night, nights, yr, thu,
        tue, fourth, fifth, noon, mid
    """,
    homographs="""
        a, to, in, on, and, or, for, no, come, may, post, mid, d, w, h, mon, sun, sat, past,
        over, say, like, out, due, this, that, min, mo, second, back, mos, close, final, pronto
    """,
)
