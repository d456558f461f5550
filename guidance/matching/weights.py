"""How much each signal counts: the only table of weights, with the reason for each.

Three sets, because the same fact means different things to someone moving inside health and care,
someone arriving from outside and someone coming back to a register. Weights are multiples of 1/8
and values of 1/1024, so points and their sums are exact in binary floating point.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from guidance.matching.person import Mode

# Values are rounded to multiples of 1/GRAIN; smaller ones than LEAST count as nothing.
GRAIN = 1024
LEAST = 0.5 / GRAIN


@dataclass(frozen=True, slots=True)
class Weight:
    """A signal's weight in each mode and why it is so. A negative one speaks against a role."""

    title: str
    inside: float
    outside: float
    returning: float
    why: str

    def of(self, mode: Mode) -> float:
        """The weight in one mode."""
        return {
            Mode.INSIDE: self.inside, Mode.OUTSIDE: self.outside, Mode.RETURNING: self.returning
        }[mode]  # fmt: skip


WEIGHTS: Mapping[str, Weight] = {
    "aims": Weight(
        "Roles you named", 2.5, 2.5, 2.0,
        "What a person says they want is the strongest evidence of what they want.",
    ),
    "interests-in-words": Weight(
        "What you said you like", 2.0, 2.0, 1.0,
        "Free words point at what one would see and do; vague ones are held down by a floor.",
    ),
    "background": Weight(
        "What you bring", 2.0, 1.875, 0.625,
        "Values, strengths, study and job in free words say as much as interests, outside less.",
    ),
    "closeness": Weight(
        "Close to your work", 1.75, 0.5, 0.75,
        "Most moves inside health follow known routes; from outside there is no route to follow.",
    ),
    "observed": Weight(
        "Moves people have made", 0.625, 0.375, 0.5,
        "A real person's move is good evidence, but the stories are few and were not sampled.",
    ),
    "people": Weight(
        "People like you", 0.625, 0.625, 0.25,
        "People whose words are alike end up in like roles, but the stories are few.",
    ),
    "reach": Weight(
        "Within reach", 0.375, 0.25, 0.5,
        "A role that can be had sooner is likelier to happen; most can be, so it tells little.",
    ),
    "registration": Weight(
        "Your registration", 1.25, 0.25, 3.0,
        "A register is years of work: people seldom leave it, and returners mostly go back to it.",
    ),
    "step": Weight(
        "The size of the step", 0.375, 0.0, 0.25,
        "Moves inside health are mostly one level up or across, and so are most roles from here.",
    ),
    "direction": Weight(
        "The way you want to go", 0.75, 0.375, 0.25,
        "Said outright, a direction is a choice; inferred from purpose it is only a lean.",
    ),
    "openness": Weight(
        "Open to newcomers", 0.25, 1.0, 0.0,
        "From outside, a role that asks for posts inside first cannot be the first step.",
    ),
    "interests": Weight(
        "Your interest answers", 1.25, 1.25, 0.5,
        "Health roles are alike in interests (median correlation 0.73), so answers sharpen only.",
    ),
    "values": Weight(
        "What matters to you", 0.75, 0.625, 0.375,
        "Values chosen tell apart roles that interests cannot.",
    ),
    "strengths": Weight(
        "What you are good at", 0.375, 0.375, 0.25,
        "Strengths are said of most roles, so they tell less apart.",
    ),
    "outside": Weight(
        "What your last job leads to", 0.875, 1.125, 0.0,
        "Skills carry over from a trade; the table is editorial, so words about the work outweigh.",
    ),
    "setting": Weight(
        "Where you work", 0.25, 0.125, 0.125,
        "Many stay in the kind of place they know; few choose a role for it.",
    ),
    "workforce": Weight(
        "How many people do this", 0.75, 0.75, 0.125,
        "Of two jobs that fit alike, the one that most people do is likelier to be had or meant.",
    ),
    "constraints": Weight(
        "What you need to live with", -1.5, -1.5, -1.5,
        "A preference weighs against a role and never rules it out; a must is handled apart.",
    ),
    "aversions": Weight(
        "What you speak against", -2.0, -2.0, -2.0,
        "Said outright, it weighs as much as a like; a role with it may still have the rest.",
    ),
    "held": Weight(
        "You already do this", -2.5, -2.5, 0.0,
        "People who ask for a next step seldom mean the same post; it is offered apart.",
    ),
}  # fmt: skip
