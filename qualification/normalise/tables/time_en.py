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
        "summer": "summer, summertime, summer break, summer holidays, summer vacation",
        "autumn": "autumn, fall",
        "winter": "winter, wintertime",
    },
    days_away={
        0: """
            today, tonight, this morning, this afternoon, this evening, right now, later today,
            todays, today's, at the moment
        """,
        1: """
            tomorrow, tomorrows, tomorrow's, tmrw, tmr, 2moro, 2morrow, tomorow, tommorow, tommorrow,
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
    ends={
        "end month": "eom, month end, month-end",
        "end quarter": "eoq, quarter end, quarter-end",
        "end year": "eoy, year end, year-end, yearend",
        "end week": "eow",
        "begin month": "bom",
        "begin quarter": "boq",
        "begin year": "boy",
        "mid week": "midweek",
        "mid month": "midmonth",
        "mid year": "midyear",
    },
    roles={
        "the": "the",
        "UNITS": """
            minutes, mins, hours, hrs, days, nights, business days, working days, weeks, wks,
            weekends, months, mos, mths, quarters, qtrs, years, yrs, decades
        """,
        "of": "of, in, for, of this, from",
        "in": """
            in, in about, in around, in approximately, in roughly, in some, in maybe, in probably,
            in another, +
        """,
        "within": """
            within, within the next, in less than, in under, inside of, in no more than,
            less than, in at most, within about, no more than, under
        """,
        "for": "for, over, during, throughout",
        "at_in": """
            more like, more like in,
            in, on, for, during, around, sometime in, some time in, at, about, towards, over,
            throughout, come, sometime around, sometime during, at some point in,
            at some point during, at some point, sometime
        """,
        "part_of": "of, of this",
        "EARLY": """
            early, early in, early on in, very early, earlier, mid, mid-, around the middle,
            late, late in, end, back end, tail end
        """,
        "place": """
            floor, flat, apartment, apt, storey, story, level, street, avenue, ave, party, house,
            home, property, bathroom, bedroom, kitchen, room, branch, attempt, option, choice,
            grade, generation, child, kid
        """,
        "not_before": """
            not until, not till, not before, no sooner than
        """,
        "was_to": """
            was going to be, was meant to be, was supposed to be, was to be, was planned for,
            were going to do it, were thinking, were thinking of, was thinking, was thinking of,
            had planned, had planned it for, planned it for, originally
        """,
        "but": "but, though, now, except",
        "stops": """
            we stop, we stop work, we stop working, we close, we shut, we shut down, we're closed,
            we are closed, we close down, we break up, we finish, we're off, we are off, i'm off,
            office closes, shop closes
        """,
        "so": "so, then, hence",
        "year_word": "year, fiscal year, fy, calendar year",
        "coming_year": "in the new year, sometime in the new year, early in the new year",
        "fiscal": "fy, fiscal year, financial year, fiscal",
        "day_word": "day",
        "and": "and, &",
        "or": "or",
        "from": "from, since",
        "starting": """
            starting, starting in, starting on, starting from, from, as of, as from, beginning,
            beginning in, beginning on, onwards from, effective, not before, no earlier than,
            no sooner than, on or after, not until, not till, from around, from about,
            not earlier than, not sooner than
        """,
        "since": "since, ever since",
        "onwards": "onwards, onward, and on, and onwards, forward",
        "on_from": "on",
        "between": """
            between, in between, sometime between, anywhere between, somewhere between,
            anywhere from
        """,
        "until": "to, until, till, til, through, thru, up to, up until",
        "by": """
            by, until, till, no later than, not later than, due, due by, on or before,
            at the latest by, by around, by about, before the end of, through, up to,
            latest by, by the time of, in time for
        """,
        "subject": "i, we, they, he, she, it, you, who",
        "did": """
            started, launched, signed, bought, moved, moved in, founded, opened, hired, joined,
            called, emailed, texted, visited, ended, finished, expired, purchased, sold, renewed,
            switched, changed, talked, met, received, installed, arrived, closed, upgraded, paid,
            happened, applied, stopped, last spoke
        """,
        "did_only": "began, went, came, saw, spoke, wrote, chose, took, gave",
        "did_what": """
            it, them, this, that, one, there, with you, with them, with him, with her,
            with someone, with somebody, the contract, the lease, the house, the company,
            the business, our contract, our lease, our house, our business, our company, my house,
            a house, a car
        """,
        "if": "if, what if, suppose, supposing, unless, wish, in case, could",
        "lasting": """
            been, waited for, waiting for, have been, has been, going on, spent, lasted,
            for the past, worked with them for, with them for
        """,
        "till": "until, till, til",
        "not": """
            not, can't, cannot, won't, don't, doesn't, nothing, couldn't, never, isn't, aren't,
            haven't, not planning, no
        """,
        "latest": """
            at the latest, at the very latest, latest, tops, at most, max, at the outside,
            or sooner, or earlier, or before, maximum
        """,
        "earliest": """
            at the earliest, at the very earliest, earliest, the earliest, the earliest would be,
            the earliest is, or later, or after
        """,
        "more": """
            more than, at least, over, a minimum of, minimum, no less than, not for another,
            not for at least, not less than, in more than, in over, in at least,
            not for, upwards of
        """,
        "before_end": "before the end of",
        "before": "before, this side of, ahead of, prior to, earlier than, in advance of",
        "after": """
            after, following, past, once it's past, later than, beyond, post, any time after,
            anytime after, sometime after, any day after, right after, soon after, just after,
            shortly after
        """,
        "over_after": "is over, is done, ends, has ended, is finished",
        "once": "once, when, as soon as, after",
        "ago": "",
        "before_now": "ago, back, earlier",
        "from_now": "from now, from today, hence, later, out, away, time, down the line, down the road",
        "this": "this, current, this current, this very, this coming, present, that",
        "coming": "coming, this coming, upcoming, this upcoming",
        "next": "next, following, coming, upcoming, nxt",
        "upcoming": "upcoming",
        "next_after": "next",
        "last": "last, past, previous, that last",
        "last_after": "last",
        "last_ordinal": "last, final, latter, back",
        "closest": "closest, nearest",
        "week_of": """
            w/c, wc, week commencing, week beginning, week starting, week starting on
        """,
        "day_end": "eod, cob, end of day, close of business, end of business, close of play",
        "noon": "noon, midday",
        "midnight": "midnight",
        "every": "every, each, per, every other",
        "later_in": "later, later in, later on",
        "rest": "rest of, rest of this, remainder of, remainder of this",
        "about": """
            about, around, roughly, approximately, some, approx, maybe, say, like, probably,
            another
        """,
        "half_unit": "half a, half an, half",
        "and_half": "and a half, and half",
        "some": "a few, few, several, some, a handful of",
        "couple": "a couple of, couple of, a couple, couple",
        "less": "less than, under, no more than, at most, up to",
        "asap": """
            asap, a.s.a.p., as soon as possible, right away, straight away, straightaway,
            immediately, at once, as soon as we can, as soon as you can, as quickly as possible,
            urgently, urgent, the sooner the better, sooner the better, yesterday if possible,
            without delay, immediate, as early as possible, like yesterday,
            soonest, in a hurry, in a rush, as fast as possible, as soon as humanly possible,
            need it yesterday, needed it yesterday, needed yesterday, for yesterday,
            as soon as it can be done, as soon as practicable, at your earliest convenience,
            this minute, this instant
        """,
        "asap_alone": "now, soon, ready now, today or sooner, pronto, very soon, pretty soon",
        "never_mind": """
            no hurry, no rush, not in a hurry, not in a rush, not in any hurry, not in any rush,
            someday, some day, no particular date, no deadline, no timeline, no timeframe,
            no set date, no urgency, not urgent, no date, no specific date, no date in mind, not urgently, no fixed date, nothing urgent,
            no time pressure, long term, eventually, down the road, no set timeline,
            no real timeline, no specific timeline, no firm date, in no hurry, in no rush,
            no particular rush, no particular hurry, no great rush, no big rush,
            not anytime soon, not any time soon, no time soon, long-term, no immediate plans,
            no immediate need, no fixed timeline, no pressing need, no set timeframe
        """,
        "never_mind_alone": "whenever, sometime, at some point, later, later on",
        "now": "now, today",
    },
    parts={
        "begin": """
            beginning, start, beg, beg., early, early in, at the beginning, at the start, earlier,
            early part, first part, early on in, at the very beginning, at the very start,
            very early, first few weeks
        """,
        "mid": "mid, mid-, the middle, middle, in the middle, halfway through, around the middle",
        "end": """
            end, late, late in, at the end, close, back end, tail end, latter part, very end,
            at the very end, closing, at the close
        """,
    },
    clock="""
        morning, in the morning, afternoon, in the afternoon, evening, in the evening, night,
        at night, at noon, noon, midday, midnight, at midnight, early morning, lunchtime,
        at lunchtime, late morning, late afternoon, o'clock, sharp, end of day, eod, cob,
        close of business, end of business, close of play, mornings, afternoons, evenings,
        first thing, early afternoon, at midday, in the am, in the pm, in the a.m.,
        early evening, late evening, late night
    """,
    ignored="""
        today has been, today's been, today is crazy, today was, crazy day, mad day,
        good morning, good afternoon, good evening, good night, have a nice day, nice day,
        good day, have a good day, per day, per week, per month, per year, one day at a time, day to day, happy new year, merry christmas, next time, last time,
        next step, next steps, next question, at the same time, this time, first time,
        time to time, all day, these days, in the first place, at first, years old, year old,
        to date, year over year, next door, a good time, once a week, once a month,
        once a year, as soon as, within reason, times a week, times a month, times a year, have a great weekend,
        have a great day, have a good weekend, have a great week
    """,
    alone="noon, midnight",
    weak="""
        may, march, sat, sun, mon, wed, mar, mar., sat., sun., second, first, third, fall,
        spring, jan, jun, fri, dec, sep, d, w, h, mo, min, half, night, nights, yr, thu,
        tue, fourth, fifth, noon
    """,
    homographs="""
        a, to, in, on, and, or, for, no, come, may, post, mid, d, w, h, mon, sun, sat, past,
        over, say, like, out, due, this, that, min, mo, second, back, mos, close, final, pronto, not, once, max, bom, boy, wc,
        later, closing
    """,
)
