"""Plain words for closed vocabularies, as the window shows them."""

from guidance.domain.dated import Span
from guidance.domain.vocabulary import Answer, Basis, Fit, Lane, RouteKind

LANES = {
    Lane.NOW: "Within reach now",
    Lane.NEXT: "Next step",
    Lane.LONGER: "Longer journey",
    Lane.OUTSIDE: "Outside your field",
}
LANE_HELP = {
    Lane.NOW: "You seem to have what these ask for, or nearly so.",
    Lane.NEXT: "One step from where you are, with some training or experience first.",
    Lane.LONGER: "More than one step, or some years of study.",
    Lane.OUTSIDE: "Different work that shares something with what you told us.",
}
FITS = {Fit.STRONG: "Strong fit", Fit.GOOD: "Good fit", Fit.POSSIBLE: "Possible fit"}
BASES = {
    Basis.OBSERVED: "Seen in real moves",
    Basis.PUBLISHED: "From a published source",
    Basis.EMPLOYER_EXAMPLE: "One employer's example",
    Basis.EDITORIAL: "Our reading, not a source's",
}
KINDS = {
    RouteKind.DEGREE: "Degree",
    RouteKind.POSTGRADUATE: "Postgraduate course",
    RouteKind.DEGREE_APPRENTICESHIP: "Degree apprenticeship",
    RouteKind.APPRENTICESHIP: "Apprenticeship",
    RouteKind.FOUNDATION_DEGREE: "Foundation degree",
    RouteKind.CONVERSION: "Conversion course",
    RouteKind.SPECIALTY_TRAINING: "Specialist training",
    RouteKind.ON_THE_JOB: "Training on the job",
    RouteKind.DIRECT_ENTRY: "Apply directly",
    RouteKind.INTERNAL_PROMOTION: "Promotion",
    RouteKind.PROGRESSION: "Move on from your role",
    RouteKind.SECONDMENT: "Secondment",
    RouteKind.RETURN_TO_PRACTICE: "Return to practice",
    RouteKind.PORTFOLIO: "Portfolio of roles",
}
ANSWERS = {Answer.YES: "You have this", Answer.NO: "Still needed", Answer.UNKNOWN: "To find out"}


def months_words(span: Span) -> str:
    """A length of time in words; *time not stated* where nothing is known."""
    if not span.known:
        return "time not stated"
    return f"{_range(span)} (our estimate)" if span.estimate else _range(span)


def _range(span: Span) -> str:
    low, high = span.low, span.high
    if high is None:
        return f"at least {_one(low)}"
    if low is None or low == high:
        return _one(high)
    if low % 12 == 0 and high % 12 == 0:
        return f"{low // 12} to {_one(high)}"
    if low >= 24:
        return f"{_one(low)} to {_one(high)}"
    return f"{low} to {high} months"


def _one(months: int | None) -> str:
    count = months or 0
    years, rest = divmod(count, 12)
    if count == 0:
        return "no set time"
    parts = [f"{n} {word}{'s' if n != 1 else ''}" for n, word in ((years, "year"), (rest, "month"))]
    return " ".join(part for part in parts if not part.startswith("0 "))


def earning_words(keeps_earning: bool | None) -> str:
    """Whether a step pays, in words."""
    if keeps_earning is None:
        return "Pay not stated: ask"
    return "Paid while you train" if keeps_earning else "Not paid while you study"
