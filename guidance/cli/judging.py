"""``evaluate``: accuracy, baselines and robustness of the matching, in tables."""

import os
from argparse import Namespace

from guidance.app.evaluation import evaluate
from guidance.cli import plain
from guidance.cli.desk import Desk, say
from guidance.domain.errors import KnownError


def run(asked: Namespace, desk: Desk) -> int:
    """Print the tables; 2 when a check of the robustness suite is broken."""
    if asked.cases is not None and not os.path.isdir(asked.cases):
        raise KnownError(f"There is no folder '{asked.cases}'.", "Name one that holds cases.")
    catalogue = desk.catalogue
    say("Working it out. This takes a few minutes ...")
    report = evaluate(catalogue, asked.cases)
    print(plain.pretty(report.plain()) if asked.json else report.text())
    if not report.held:
        raise KnownError("A check of the robustness suite is broken.", "Look for BROKEN above.")
    return 0
