"""How long a keystroke takes over a million articles: writes suggest_report.txt.

    suggest_report.py BUILD_FOLDER [ARTICLES]

Completions depend on the titles, names and places of an index and on which words
stand side by side, so the articles are headlines with one paragraph, put into an index
without pages between. It is kept below build/ and made again when its generator changes.
"""

import csv
import json
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "relevance")]
from generate import slug  # noqa: E402
from large_archive import DATA, write_article  # noqa: E402
from questions_of_archive import draw_keystrokes  # noqa: E402
from search_report import ROOT, measure, passed_line, stamp, table  # noqa: E402

ARTICLES = 1_000_000


def codes_by_place():
    """{(province, district, commune): their codes}"""
    with open(DATA / "gazetteer/units.tsv", encoding="utf-8", newline="") as rows:
        units = {row["code"]: row for row in csv.DictReader(rows, delimiter="\t")}
    places = {}
    for unit in units.values():
        district = units.get(unit["parent"])
        province = units.get(district["parent"]) if district else None
        if province:
            path = (province, district, unit)
            places[tuple(one["name"] for one in path)] = [one["code"] for one in path]
    return places


def record_of(index, places):
    facts, day, paragraphs = write_article(index, brief=True)
    codes = places[facts["province"], facts["district"], facts["commune"]]
    officials = [[f"{slug(name)}-{codes[1]}", name, "Chủ tịch UBND"] for name in facts["officials"]]
    return {"name": str(index), "title": facts["title"], "body": paragraphs[0], "locality": codes,
            "officials": officials, "date": "-".join(reversed(day.split("/")))}


def make_index(folder, writer, articles):
    if (folder / "stamp").exists() and (folder / "stamp").read_text() == stamp():
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    places = codes_by_place()
    with subprocess.Popen([writer, folder / "index"], stdin=subprocess.PIPE, text=True,
                          encoding="utf-8", stdout=subprocess.DEVNULL) as process:
        for index in range(articles):
            process.stdin.write(json.dumps(record_of(index, places), ensure_ascii=False) + "\n")
        process.stdin.close()
        if process.wait() != 0:
            sys.exit("the index could not be written")
    (folder / "stamp").write_text(stamp())


def make_report(times, figures, articles):
    lines = [f"Keystrokes over {articles:,} headlines. Rewritten by: ./dev bench-suggest",
             "Two cores of a shared machine. README.md says how to read this.", ""]
    lines += table("Keystrokes, ms of processor", {"first time": times["first"],
                                                   "again": times["again"]})
    lines += ["By the clock, ms, other work on the machine included",
              f"{'':44}{'p50':>10}{'p95':>10}{'max':>10}",
              passed_line("first time", times["first"]), passed_line("again", times["again"]),
              passed_line("two threads at once", times["together"]), "", "Whole index"]
    lines += [f"{name:44}{value:>14,.1f}" for name, value in figures.items()]
    return "\n".join(lines) + "\n"


def main():
    build = pathlib.Path(sys.argv[1])
    articles = int(sys.argv[2]) if len(sys.argv) > 2 else ARTICLES
    folder = ROOT / "build/large-archive" / f"headlines-{articles}"
    make_index(folder, build / "tests/write_records", articles)
    times, figures = measure(build / "tests/search_latency", folder, "suggest",
                             draw_keystrokes(articles))
    report = make_report(times, figures, articles)
    if articles == ARTICLES:
        (HERE / "suggest_report.txt").write_text(report, encoding="utf-8")
    print(report)


main()
