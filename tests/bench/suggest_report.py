"""How long a keystroke takes over a million articles: writes suggest_report.txt here.

    suggest_report.py BUILD_FOLDER [ARTICLES]

Completions depend on the titles, names and places of an index and on which words stand side by
side. So the articles are headlines with one sentence and one official of a quarter of a
million, in every commune, put into an index without pages between. It is kept below
build/ and made again when its generator changes.
"""

import csv
import json
import pathlib
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "relevance")]
from generate import SEED, slug  # noqa: E402
from grammar import Dice  # noqa: E402
from large_archive import DATA, newsroom  # noqa: E402
from lexicon import Zipf  # noqa: E402
from search_report import ROOT, measure, passed_line, stamp, table  # noqa: E402
from spellings import unmarked  # noqa: E402

ARTICLES = 1_000_000
OFFICIALS = 250_000
TYPED = 40  # of each kind
PROCESSES = 3  # a first time is the middle of so many: a machine's interruption is of one alone


def read_places():
    """[[(code, name) of province, district and commune]], a few of which write most."""
    with open(DATA / "gazetteer/units.tsv", encoding="utf-8", newline="") as rows:
        units = {row["code"]: row for row in csv.DictReader(rows, delimiter="\t")}
    places = []
    for unit in units.values():
        district = units.get(unit["parent"])
        province = units.get(district["parent"]) if district else None
        if province:
            places.append([(one["code"], one["name"]) for one in (province, district, unit)])
    return places


class Headlines:
    def __init__(self):
        self.dice, self.room = Dice(SEED), newsroom()
        self.places = Zipf(read_places())
        self.topics = list(self.room.topics)
        people = self.room.people
        self.officials = [" ".join((self.dice.pick(people["surname"]), self.dice.pick(people["middle"]),
                                    self.dice.pick(people["given"]), self.dice.pick(people["given"])))
                          for _ in range(OFFICIALS)]

    def record(self, index):
        sentence = self.room.lexicon.sentence(self.dice, self.dice.pick(self.topics))
        place = self.places.draw(self.dice)
        number = self.dice.number(0, OFFICIALS - 1)
        name = self.officials[number]
        title = f"{place[2][1]}: {' '.join(sentence.rstrip('.').split(' ')[:9])}"
        day = f"{self.dice.number(2008, 2024)}-{self.dice.number(1, 12):02}-{self.dice.number(1, 28):02}"
        return {"name": str(index), "title": title, "body": sentence,
                "locality": [code for code, _ in place],
                "officials": [[f"{slug(name)}-{number}", name, "Chủ tịch UBND"]], "date": day}

    def keystrokes(self, written):
        """[(kind, what is typed so far)]: each beginning of what a reader types; `written` are
        headlines of the index, from its whole time."""
        records = [self.record(0) for _ in range(TYPED)]
        places = [self.places.draw(self.dice)[2][1] for _ in range(TYPED)]
        whole = {"an official": [record["officials"][0][1] for record in records],
                 "an official, no marks": [unmarked(record["officials"][0][1]) for record in records],
                 "a given name": [record["officials"][0][1].split(" ", 2)[2] for record in records],
                 "a place": places, "a place, no marks": [unmarked(name) for name in places],
                 "a headline": written, "a headline, no marks": [unmarked(title) for title in written],
                 "a headline of elsewhere": [record["title"] for record in records],
                 "words of the text": [record["body"] for record in records],
                 "one letter": list("abcdđeghiklmnopqrstuvxy")}
        return sorted({(kind, text[:end]) for kind, texts in whole.items() for text in texts
                       for end in range(1, len(text) + 1)})


def make_index(folder, writer, articles):
    if (folder / "stamp").exists() and (folder / "stamp").read_text() == stamp():
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    headlines = Headlines()
    written = []
    with subprocess.Popen([writer, folder / "index"], stdin=subprocess.PIPE, text=True,
                          encoding="utf-8", stdout=subprocess.DEVNULL) as process:
        for index in range(articles):
            record = headlines.record(index)
            if index % max(1, articles // TYPED) == 0:
                written.append(record["title"])
            process.stdin.write(json.dumps(record, ensure_ascii=False) + "\n")
        process.stdin.close()
        if process.wait() != 0:
            sys.exit("the index could not be written")
    (folder / "written.json").write_text(json.dumps(written, ensure_ascii=False))
    (folder / "stamp").write_text(stamp())


def middle(runs):
    """{kind: [(passed, worked)]}, each the median of what `runs` have there."""
    return {kind: [tuple(map(statistics.median, zip(*same)))
                   for same in zip(*(run[kind] for run in runs))] for kind in runs[0]}


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
    written = json.loads((folder / "written.json").read_text())
    asked = Headlines().keystrokes(written)
    runs = [measure(build / "tests/search_latency", folder, "suggest", asked)
            for _ in range(PROCESSES)]
    times, figures = runs[0]
    times["first"] = middle([times["first"] for times, _ in runs])
    report = make_report(times, figures, articles)
    if articles == ARTICLES:
        (HERE / "suggest_report.txt").write_text(report, encoding="utf-8")
    print(report)


main()
