"""Measure what the project promises: `python bench/run.py [--quick]`.

Every figure is a ratio of two programs run by turns on the same machine, or a count; nothing here is a test.
"""

from __future__ import annotations

import argparse
import shutil

from figures import FIGURES, Line, Sizes
from running import OUT

FULL = Sizes(petitions=1_000_000, rows=100_000, runs=15, clerks=8, each=200, kills=50, killed_rows=60_000)
QUICK = Sizes(petitions=50_000, rows=20_000, runs=15, clerks=8, each=20, kills=10, killed_rows=20_000)
BYTES_PER_PETITION = 8_000


def main() -> None:
    """Measure what was asked for and print a line as soon as it is known; exit code 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller sizes, a few minutes")
    parser.add_argument("--petitions", type=int, help="size of the big ledger (1,000,000; quick: 50,000)")
    parser.add_argument("--rows", type=int, help="rows of the imported file (100,000; quick: 20,000)")
    parser.add_argument("--runs", type=int, help="how many runs of each program (15)")
    parser.add_argument("--fresh", action="store_true", help="make the ledgers in bench/out/ again")
    parser.add_argument("figures", nargs="*", metavar="FIGURE", help=f"only these: {' '.join(FIGURES)}")
    given = parser.parse_args()
    if unknown := set(given.figures) - set(FIGURES):
        parser.error(f"no such figure: {' '.join(unknown)}")
    if given.fresh and OUT.exists():
        shutil.rmtree(OUT)
    OUT.mkdir(exist_ok=True)
    asked = {name: value for name in ("petitions", "rows", "runs") if (value := getattr(given, name)) is not None}
    sizes = (QUICK if given.quick else FULL)._replace(**asked)
    needed, free = sizes.petitions * BYTES_PER_PETITION, shutil.disk_usage(OUT).free
    if needed > free:
        parser.error(f"{needed >> 30} GB are needed in {OUT}, {free >> 30} GB are free")
    print("medians, least values in brackets\n")
    _print(Line("figure", "measured", "compared with", "ratio", "target"))
    missed = 0
    for name in given.figures or FIGURES:
        for line in FIGURES[name](sizes):
            _print(line)
            missed += line.met is False
    print(f"\n{missed} targets missed" if missed else "\nevery target met")
    raise SystemExit(1 if missed else 0)


def _print(line: Line) -> None:
    verdict = {True: "met", False: "MISSED", None: ""}[line.met]
    print(f"{line.what:<66}{line.measured:>20}{line.base:>20}{line.ratio:>15}{line.target:>11}  {verdict}", flush=True)


if __name__ == "__main__":
    main()
