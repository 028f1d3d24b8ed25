"""Writes extract_report.txt: how many pages of 31 KB a second `tinlang-indexer extract` reads.

    python3 tests/bench/extract_report.py BUILD_FOLDER [PAGES]

Start to end, with the pass that learns sites and the recognition of places and officials.
Seconds of the processor are given beside seconds of the clock, since a shared machine
interrupts. Beside it, run by run in the same minutes, what the packaged Gumbo does when it
only parses such pages, and the steps that bench_extract times.
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

RUNS = 9
HERE = pathlib.Path(__file__).resolve().parent
STEPS = [("BM_GumboAsPackaged", "the packaged Gumbo alone parses a page"),
         ("BM_TreeOfWhatIsRead", "filter and tree"),
         ("BM_LoadPage", "with bytes decoded and blocks"),
         ("BM_ExtractArticle", "with title, body, names, dates: the article")]


def read_once(program, folder):
    before = os.times()
    began = time.monotonic()
    subprocess.run([program, "extract", folder], stdout=subprocess.DEVNULL, check=True)
    clock = time.monotonic() - began
    after = os.times()
    return clock, (after.children_user - before.children_user
                   + after.children_system - before.children_system)


def time_steps(program):
    """Milliseconds of one processor a page, by the name of the step."""
    run = subprocess.run([program, "--benchmark_format=json"], capture_output=True, check=True)
    return {line["name"]: line["cpu_time"] / 1e6 for line in json.loads(run.stdout)["benchmarks"]}


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else 3_000
    folder = page_archive.ROOT / "build/page-archive"
    if len(list(folder.rglob("*.html"))) != pages:
        shutil.rmtree(folder, ignore_errors=True)
        page_archive.write(folder, pages, 10)
    program = build / "indexer/tinlang-indexer"
    read_once(program, folder)  # the files are in memory then
    runs, steps = [], []
    for _ in range(RUNS):
        runs.append(read_once(program, folder))
        steps.append(time_steps(build / "tests/bench_extract"))
    clock = statistics.median(run[0] for run in runs)
    whole = statistics.median(run[1] for run in runs) / pages * 1000
    cores = os.cpu_count()
    rows = [(name, statistics.median(step[key] for step in steps)) for key, name in STEPS]
    rows.append(("`extract` from folder to lines, with learning, places, officials", whole))
    gumbo = rows[0][1]
    lines = [f"Reading {pages:,} pages of 31 KB, of which 4 KB are text. Rewritten by: ./dev bench",
             f"{cores} cores of a shared machine, medians of {RUNS} runs in turn: machines differ, "
             "ratios to the first line hardly.", "",
             f"{'':64}{'ms a page':>10}{'ratio':>7}{'pages/s':>9}"]
    lines += [f"{name:64}{ms:10.2f}{ms / gumbo:7.2f}{1000 / ms:9.0f}" for name, ms in rows]
    lines += ["", f"`extract` on {cores} cores, by the clock: {pages / clock:.0f} pages/s"]
    text = "\n".join(lines) + "\n"
    (HERE / "extract_report.txt").write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
