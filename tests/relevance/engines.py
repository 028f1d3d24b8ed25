"""The engines under comparison. Each answers a list of questions with files, best first.

All get the same words: tinlang the pages themselves, the others title and body
as tinlang's extractor reads them, so that only analysis and ranking differ.
Where every word of a question finds too little, the others are asked again for
any of its words, as tinlang does by itself.
"""

import pathlib
import re
import sqlite3
import subprocess

from figures import DEPTH

TITLE_WEIGHT = 3  # what tinlang counts a word of the title for
PIECE = re.compile(r'"[^"]*"|\S+')


class Tinlang:
    """A running tinlang-searchd over pages below `roots`."""

    def __init__(self, searchd, roots):
        self.searchd = searchd
        self.roots = [pathlib.Path(root) for root in roots]

    def file_of(self, hit):
        source = pathlib.Path(hit["source"])
        root = next(root for root in self.roots if source.is_relative_to(root))
        return source.relative_to(root).as_posix()

    def answers(self, questions):
        return [[self.file_of(hit) for hit in
                 self.searchd.search(question, limit=DEPTH, facets=0)["hits"]]
                for question in questions]


class Sqlite:
    """SQLite's FTS5 with bm25 and its unicode61 tokeniser, `remove_diacritics` as given."""

    def __init__(self, articles, remove_diacritics):
        self.files = [article["file"] for article in articles]
        self.database = sqlite3.connect(":memory:")
        self.database.execute("CREATE VIRTUAL TABLE page USING fts5(title, body, tokenize="
                              f"'unicode61 remove_diacritics {remove_diacritics}')")
        self.database.executemany("INSERT INTO page VALUES (?, ?)",
                                  [(a["title"], a["body"]) for a in articles])

    def answers(self, questions):
        return [self.answer(question) for question in questions]

    def answer(self, question):
        # A quoted piece is a string to FTS5: its words in a row, no operators.
        pieces = ['"' + piece.strip('"') + '"' for piece in PIECE.findall(question)
                  if any(letter.isalnum() for letter in piece)]
        full = self.rows(" AND ".join(pieces))
        return list(dict.fromkeys(full + self.rows(" OR ".join(pieces))))[:DEPTH]

    def rows(self, match):
        found = self.database.execute(
            "SELECT rowid FROM page WHERE page MATCH ? "
            f"ORDER BY bm25(page, {TITLE_WEIGHT}, 1), rowid LIMIT {DEPTH}", (match,))
        return [self.files[rowid - 1] for (rowid,) in found]


class StockXapian:
    """Xapian's TermGenerator and QueryParser as they come, in the program `stock_xapian`."""

    def __init__(self, program, articles, folder):
        self.program, self.folder = str(program), pathlib.Path(folder)
        self.files = [article["file"] for article in articles]
        lines = [" ".join(a["title"].split()) + "\t" + " ".join(a["body"].split())
                 for a in articles]
        (self.folder / "articles.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def answers(self, questions):
        done = subprocess.run([self.program, str(self.folder / "articles.tsv"), str(TITLE_WEIGHT),
                               str(DEPTH)], input="\n".join(questions) + "\n", text=True,
                              encoding="utf-8", capture_output=True, check=True)
        return [[self.files[int(number)] for number in line.split()]
                for line in done.stdout.splitlines()]
