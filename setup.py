"""Packages for the wheel: the house, its resources, and the catalogue built from its sources."""

import sys
from pathlib import Path

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent


class BuildWithCatalogue(build_py):
    """Build the catalogue first, so that the wheel carries it."""

    def run(self) -> None:
        """Build ``db/catalogue.sqlite`` when it is missing or old, then copy the packages."""
        if not self.editable_mode:
            sys.path.insert(0, str(ROOT))
            from guidance.content.build import ensure_built  # needs the build requirements only

            ensure_built(ROOT / "db" / "source", ROOT / "db" / "catalogue.sqlite", self.announce)
        super().run()


setup(
    packages=[
        *find_packages(include=["guidance", "guidance.*"]),
        "guidance._resources",
        "guidance._db",
        "guidance._examples",
    ],
    package_dir={
        "guidance._resources": "resources",
        "guidance._db": "db",
        "guidance._examples": "examples",
    },
    package_data={
        "guidance._resources": ["**/*"],
        "guidance._db": ["catalogue.sqlite"],
        "guidance._examples": ["*.json"],
    },
    cmdclass={"build_py": BuildWithCatalogue},
)
