"""How long questions and keystrokes take over a large archive: writes search_report.txt.

    search_report.py BUILD [ARTICLES]

BUILD holds the programs of the release preset. The archive (100,000 articles unless told
otherwise) is made once, below build/large-archive, and again when its generator changes.
SQLite's FTS5 answers the same questions over the same text in the same run.
"""

import hashlib
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(HERE.parent / "relevance")]
from engines import PIECE, TITLE_WEIGHT  # noqa: E402
from large_archive import write_archive  # noqa: E402
from questions_of_archive import draw_keystrokes, draw_questions  # noqa: E402

ARTICLES = 100_000
HITS = 10
BRIEF_FROM = 500_000  # articles; of more only titles and leads, to be made within an hour
GENERATOR = ("bench/large_archive.py", "bench/lexicon.py", "relevance/generate.py",
             "relevance/grammar.py", "relevance/archive", "../indexer/text/analyzer.cc",
             "../indexer/schema/fields.h")  # the last two decide what searchd can open
PAGE = re.compile(r"<h[12] class=\"[\w-]*title\">(.*?)</h[12]>.*?((?:<p>.*</p>\n?)+)", re.S)


def stamp():
    files = [file for name in GENERATOR for file in
             (sorted((HERE.parent / name).iterdir()) if (HERE.parent / name).is_dir()
              else [HERE.parent / name])]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def make_archive(folder, indexer, articles):
    if (folder / "stamp").exists() and (folder / "stamp").read_text() == stamp():
        return
    shutil.rmtree(folder, ignore_errors=True)
    write_archive(folder / "pages", articles, brief=articles >= BRIEF_FROM)
    subprocess.run([indexer, "add", "--index", folder / "index", folder / "pages"], check=True)
    (folder / "stamp").write_text(stamp())


def measure(program, folder, mode, asked):
    """({phase: {kind: [(passed, worked)]}}, figures) of tinlang, in a process of its own."""
    path = folder / f"{mode}.tsv"
    path.write_text("".join(f"{kind}\t{text}\n" for kind, text in asked), encoding="utf-8")
    done = subprocess.run([program, folder / "index", ROOT / "data", path, mode], text=True,
                          stdout=subprocess.PIPE, check=True)
    times, figures = {}, {}
    for line in done.stdout.splitlines():
        row = line.split("\t")
        if row[0] == "figure":
            figures[row[1]] = float(row[2])
        else:
            pair = (float(row[4]), float(row[5]))
            times.setdefault(row[1], {}).setdefault(row[2], []).append(pair)
    return times, figures


def sqlite_database(folder):
    path = folder / "fts5.db"
    known = path.exists()
    database = sqlite3.connect(path)
    if known:
        return database
    database.execute("CREATE VIRTUAL TABLE page USING fts5(title, body, "
                     "tokenize='unicode61 remove_diacritics 2')")
    for file in sorted((folder / "pages").iterdir()):
        text = file.read_text(encoding="utf-8")
        rows = ((found[1], re.sub(r"<[^>]*>", "", found[2])) for record in
                text.split("WARC/1.0\n") if (found := PAGE.search(record)))
        database.executemany("INSERT INTO page VALUES (?, ?)", rows)
    database.commit()
    return database


def sqlite_times(folder, asked):
    """{kind: [(passed, worked)]}; a question is asked for all of its words, then for any."""
    database = sqlite_database(folder)
    query = (f"SELECT rowid FROM page WHERE page MATCH ? "
             f"ORDER BY bm25(page, {TITLE_WEIGHT}, 1) LIMIT {HITS}")
    times = {}
    for kind, question in asked:
        if " OR " in question or " -" in question:
            continue
        pieces = ['"' + piece.strip('"') + '"' for piece in PIECE.findall(question)]
        passed, worked = time.perf_counter(), time.thread_time()
        if len(database.execute(query, (" AND ".join(pieces),)).fetchall()) < HITS:
            database.execute(query, (" OR ".join(pieces),)).fetchall()
        times.setdefault(kind, []).append(((time.perf_counter() - passed) * 1e3,
                                           (time.thread_time() - worked) * 1e3))
    return times


def quantiles(pairs, which):
    values = sorted(pair[which] for pair in pairs)
    return [values[int(len(values) * share)] for share in (0.5, 0.95)] + [values[-1]]


def table(title, columns):
    """One line a kind; columns: {name: {kind: [(passed, worked)]}}."""
    lines = [title, f"{'':30}" + "".join(f"{name:>27}" for name in columns),
             f"{'':30}" + f"{'p50':>11}{'p95':>8}{'max':>8}" * len(columns)]
    for kind in [*sorted(next(iter(columns.values()))), "all"]:
        cells = ""
        for times in columns.values():
            pairs = sum(times.values(), []) if kind == "all" else times.get(kind, [])
            cells += "".join(f"{value:{width}.2f}" for value, width in
                             zip(quantiles(pairs, 1), (11, 8, 8))) if pairs else f"{'-':>27}"
        lines.append(f"{kind:30}{cells}")
    return lines + [""]


def passed_line(name, times):
    return f"{name:44}" + "{:10.2f}{:10.2f}{:10.2f}".format(*quantiles(sum(times.values(), []), 0))


def make_report(measured, rival, articles):
    page, facets, typed = (measured[mode][0] for mode in ("page", "facets", "suggest"))
    figures = {mode: found for mode, (_, found) in measured.items()}
    lines = [f"Questions and keystrokes over {articles:,} generated articles. "
             "Rewritten by: ./dev bench-search", "Two cores of a shared machine, an index that the "
             "system has in its cache. README.md says how to read this.", ""]
    lines += table("Questions, ms of processor: top ten with passages, then with facets, then FTS5",
                   {"first time": page["first"], "again": page["again"],
                    "facets, again": facets["again"], "FTS5": rival})
    lines += table("Keystrokes, ms of processor", {"first time": typed["first"],
                                                   "again": typed["again"]})
    lines += ["By the clock, ms, other work on the machine included", f"{'':44}"
              f"{'p50':>10}{'p95':>10}{'max':>10}",
              passed_line("top ten, again", page["again"]),
              passed_line("top ten, two threads at once", page["together"]),
              passed_line("with facets, again", facets["again"]),
              passed_line("keystrokes, again", typed["again"]),
              passed_line("FTS5", rival), "", "Whole index, one process for each column"]
    lines += [f"{name:44}" + "".join(f"{found[name]:>12,.1f}" for found in figures.values())
              for name in figures["page"]]
    lines.append(f"{'':44}" + "".join(f"{mode:>12}" for mode in figures))
    return "\n".join(lines) + "\n"


def main():
    build = pathlib.Path(sys.argv[1])
    articles = int(sys.argv[2]) if len(sys.argv) > 2 else ARTICLES
    folder = ROOT / "build/large-archive" / str(articles)
    make_archive(folder, build / "indexer/tinlang-indexer", articles)
    questions, keystrokes = draw_questions(articles), draw_keystrokes(articles)
    program = build / "tests/search_latency"
    measured = {mode: measure(program, folder, mode, keystrokes if mode == "suggest" else questions)
                for mode in ("page", "facets", "suggest")}
    report = make_report(measured, sqlite_times(folder, questions), articles)
    if articles == ARTICLES:
        (HERE / "search_report.txt").write_text(report, encoding="utf-8")
    print(report)


if __name__ == "__main__":
    main()
