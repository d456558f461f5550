"""How much a profile may hold: generous for people, small enough that nothing can choke on it."""

from collections.abc import Mapping

TITLE_LENGTH = 200
PHRASE_LENGTH = 2_000
ID_LENGTH = 100
TEXT_LENGTH = 2_000_000  # a whole profile file, in characters
DEPTH = 20

# The most entries in each list of a profile.
COUNTS: Mapping[str, int] = {
    "roles": 50,
    "qualifications": 100,
    "registrations": 20,
    "interests": 200,
    "values": 100,
    "strengths": 100,
    "constraints": 50,
    "aims": 50,
}

FIRST_YEAR = 1940  # nobody still at work started before this
MONTHS_AT_MOST = 840  # seventy years
HOURS_A_YEAR = 8_784  # every hour of a leap year
LAST_YEAR = 2099

# The most a constraint's value can be: months, pounds a year, minutes.
CONSTRAINT_MOST: Mapping[str, int] = {"max-months": 240, "min-pay": 1_000_000, "max-travel": 600}
