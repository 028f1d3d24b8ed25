"""Prints how many pages of 31 KB a second `tinlang-indexer extract` reads, start to end.

    python3 tests/bench/pages_per_second.py BUILD_FOLDER [PAGES]

With the pass that learns sites and the recognition of places and officials. Seconds of the
processor are given beside seconds of the clock, since a shared machine interrupts. Beside it,
in the same minutes, what the packaged Gumbo does when it only parses such pages.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

import page_archive

RUNS = 5


def read_once(program, folder):
    before = os.times()
    began = time.monotonic()
    subprocess.run([program, "extract", folder], stdout=subprocess.DEVNULL, check=True)
    clock = time.monotonic() - began
    after = os.times()
    return clock, (after.children_user - before.children_user
                   + after.children_system - before.children_system)


def gumbo_alone(program):
    """Pages per second of one processor that are parsed and nothing else."""
    run = subprocess.run([program, "--benchmark_filter=BM_GumboAsPackaged", "--benchmark_format=json"],
                         capture_output=True, check=True)
    return json.loads(run.stdout)["benchmarks"][0]["items_per_second"]


def main():
    program = pathlib.Path(sys.argv[1]).resolve() / "indexer/tinlang-indexer"
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else 3_000
    folder = page_archive.ROOT / "build/page-archive"
    if len(list(folder.rglob("*.html"))) != pages:
        shutil.rmtree(folder, ignore_errors=True)
        page_archive.write(folder, pages, 10)
    read_once(program, folder)  # the files are in memory then
    rival = program.parents[1] / "tests/bench_extract"
    runs, alone = [], []
    for _ in range(RUNS):
        runs.append(read_once(program, folder))
        alone.append(gumbo_alone(rival))
    clock = statistics.median(run[0] for run in runs)
    processor = statistics.median(run[1] for run in runs)
    cores = os.cpu_count()
    print(f"{pages} pages: {pages / clock:.0f} pages/s by the clock on {cores} cores, "
          f"{pages / processor:.0f} pages per second of one processor (median of {RUNS})")
    gumbo = statistics.median(alone)
    print(f"the packaged Gumbo alone: {gumbo:.0f} pages per second of one processor; "
          f"extract takes {gumbo * processor / pages:.2f} times as long as that")


if __name__ == "__main__":
    main()
