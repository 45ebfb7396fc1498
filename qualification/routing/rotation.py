"""Whose turn is it? Weighted round robin with a deficit for each person: what they are owed.

Each lead is shared out among those who could get it, by their weights, and whoever is owed most
gets it whole. What somebody is owed stays with them while they cannot get leads: they neither gain
nor lose by it.

Where the same people can get each lead, nobody ever has a whole lead more than their share (whoever
is owed most of n people is owed 1/n of a lead at least), and after as many leads as their weights
add up to everybody has exactly their share.

Where people come and go, nobody of n is ever more than (n - 1)/2 leads off their share: the k who
are owed least are owed -k(n - k)/2 together at least, since a lead goes to one of them only where
the others who could get it are owed no more (the carpool problem: Fagin and Williams 1983; Ajtai
et al., Fairness in Scheduling, 1998).
"""

from collections.abc import Mapping, Sequence
from math import lcm

LEAD = lcm(*range(1, 41))
"""One lead in the units that debts are kept in: weights that add up to 40 or less share it without
a remainder, and 64 bits hold what anybody is owed: a thousand leads of it.
"""

Debts = Mapping[str, int]
"""Person -> what they are owed."""


def next_in_turn(debts: Debts, weights: Sequence[tuple[str, int]]) -> tuple[str, dict[str, int]]:
    """Who gets the next lead of those who could, in the order in which they are written, and what
    everybody is owed then.
    """
    shares = shared_out(weights)
    owed = {person: debts.get(person, 0) + share for person, share in shares.items()}
    chosen = max(owed, key=owed.__getitem__)
    owed[chosen] -= LEAD
    return chosen, {**debts, **owed}


def given_back(debts: Debts, person: str, weights: Sequence[tuple[str, int]]) -> dict[str, int]:
    """What everybody is owed when a lead that a person got is not counted."""
    after = {**debts}
    for one, share in shared_out(weights).items():
        after[one] = after.get(one, 0) - share
    after[person] = after.get(person, 0) + LEAD
    return after


def shared_out(weights: Sequence[tuple[str, int]]) -> dict[str, int]:
    """One lead by weights; units that are left over go to the first of them."""
    total = sum(weight for _, weight in weights)
    shares = {person: LEAD * weight // total for person, weight in weights}
    first = weights[0][0]
    shares[first] += LEAD - sum(shares.values())
    return shares
