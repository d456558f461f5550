"""Closed vocabularies: the only words that files, rules and code may use for these ideas."""

from enum import StrEnum


class Nation(StrEnum):
    """A nation of the UK, or the whole of it."""

    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"
    NORTHERN_IRELAND = "northern-ireland"
    UK = "uk"


class Basis(StrEnum):
    """How strong the evidence behind a fact is."""

    OBSERVED = "observed"
    PUBLISHED = "published"
    EMPLOYER_EXAMPLE = "employer-example"
    EDITORIAL = "editorial"


class Access(StrEnum):
    """Whether a reader can open a paper."""

    OPEN = "open"
    OPENATHENS = "openathens"
    ABSTRACT = "abstract"
    UNKNOWN = "unknown"


class Purpose(StrEnum):
    """Why the person is here."""

    NEXT_STEP = "next-step"
    CHANGE_DIRECTION = "change-direction"
    RETURN_TO_PRACTICE = "return-to-practice"
    FIRST_ROLE = "first-role"
    EXPLORE = "explore"
    WIND_DOWN = "wind-down"


class Stage(StrEnum):
    """Where the person is in working life."""

    STARTING = "starting"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    RETURNING = "returning"


class Setting(StrEnum):
    """A kind of workplace."""

    ACUTE = "acute"
    COMMUNITY = "community"
    PRIMARY_CARE = "primary-care"
    MENTAL_HEALTH = "mental-health"
    AMBULANCE = "ambulance"
    SOCIAL_CARE = "social-care"
    EDUCATION = "education"
    RESEARCH = "research"
    PRIVATE_VOLUNTARY = "private-voluntary"
    JUSTICE = "justice"
    MILITARY = "military"
    HOME_BASED = "home-based"


class RegisterId(StrEnum):
    """A professional register, or none."""

    HCPC = "hcpc"
    NMC = "nmc"
    GMC = "gmc"
    GPHC = "gphc"
    GDC = "gdc"
    SWE = "swe"
    GOSC = "gosc"
    GOC = "goc"
    NONE = "none"


class RegistrationStatus(StrEnum):
    """A person's standing with a register."""

    REGISTERED = "registered"
    LAPSED = "lapsed"
    STUDENT = "student"
    NEVER = "never"


class Direction(StrEnum):
    """Which way a person wants to move."""

    UP = "up"
    ACROSS = "across"
    DEEPER = "deeper"
    MIXED = "mixed"
    BACK = "back"
    OUT_OF_CLINICAL = "out-of-clinical"
    INTO_CLINICAL = "into-clinical"


class ConstraintId(StrEnum):
    """A circumstance that a plan has to live with."""

    KEEP_EARNING = "keep-earning"
    MAX_MONTHS = "max-months"
    PART_TIME = "part-time"
    NO_NIGHTS = "no-nights"
    NO_WEEKENDS = "no-weekends"
    MIN_BAND = "min-band"
    MIN_PAY = "min-pay"
    MAX_TRAVEL = "max-travel"
    NO_DEGREE = "no-degree"
    HOME_STUDY = "home-study"
    STAY_WITH_EMPLOYER = "stay-with-employer"
    STAY_REGISTERED = "stay-registered"
    NO_HEAVY_LIFTING = "no-heavy-lifting"


class Strictness(StrEnum):
    """Whether a constraint rules things out or only weighs against them."""

    MUST = "must"
    PREFER = "prefer"


class RouteKind(StrEnum):
    """How a step into a role is made."""

    DEGREE = "degree"
    POSTGRADUATE = "postgraduate-preregistration"
    DEGREE_APPRENTICESHIP = "degree-apprenticeship"
    APPRENTICESHIP = "apprenticeship"
    FOUNDATION_DEGREE = "foundation-degree"
    CONVERSION = "conversion"
    SPECIALTY_TRAINING = "specialty-training"
    ON_THE_JOB = "on-the-job"
    DIRECT_ENTRY = "direct-entry"
    INTERNAL_PROMOTION = "internal-promotion"
    PROGRESSION = "progression"
    SECONDMENT = "secondment"
    RETURN_TO_PRACTICE = "return-to-practice"
    PORTFOLIO = "portfolio"


class StaffGroup(StrEnum):
    """A family of health and care work."""

    ALLIED_HEALTH = "allied-health"
    SUPPORT_WORKFORCE = "support-workforce"
    AMBULANCE = "ambulance"
    ADVANCED_PRACTICE = "advanced-practice"
    HEALTHCARE_SCIENCE = "healthcare-science"
    PHARMACY = "pharmacy"
    PSYCHOLOGICAL = "psychological"
    EDUCATION_RESEARCH = "education-research"
    NURSING_MIDWIFERY = "nursing-midwifery"
    MEDICAL_DENTAL = "medical-dental"
    MANAGEMENT = "management"
    SOCIAL_CARE = "social-care"
    PUBLIC_HEALTH = "public-health"
    CORPORATE = "corporate"
    INFORMATICS = "informatics"
    ESTATES_FACILITIES = "estates-facilities"


class Lane(StrEnum):
    """How far away a match is."""

    NOW = "within-reach-now"
    NEXT = "next-step"
    LONGER = "longer-journey"
    OUTSIDE = "outside-your-field"


class Fit(StrEnum):
    """A band of fit; roles whose scores cannot be told apart share one."""

    STRONG = "strong"
    GOOD = "good"
    POSSIBLE = "possible"


class Answer(StrEnum):
    """The truth of a condition for a person. Unknown is not no: it is a question to ask."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


HOLLAND_LETTERS = ("R", "I", "A", "S", "E", "C")
HOLLAND_NAMES = {
    "R": "Realistic",
    "I": "Investigative",
    "A": "Artistic",
    "S": "Social",
    "E": "Enterprising",
    "C": "Conventional",
}
BANDS = ("1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9")
