"""How well questions find their articles, over data/sample, with the real programs.

Asks every question of questions.tsv in several spellings, notes the rank of
each relevant article and writes the figures to report.txt. As a test it fails
when the committed report is not what this code gives, so that every change of
ranking shows its winners and losers in its diff.

The programs are named by TINLANG_INDEXER and TINLANG_SEARCHD; with
TINLANG_RENEW_GOLDEN=1 the report is rewritten.
"""

import csv
import difflib
import math
import os
import pathlib
import sys
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support.programs import SAMPLE, Indexer, Searchd, scratch_folder  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
REPORT = HERE / "report.txt"
DEPTH = 20  # hits looked at
# What the spellings may cost, and what no change may fall below unseen.
MIN_MRR = 0.90
MAX_LOSS_UNMARKED = 0.03

TONES = "\u0300\u0301\u0303\u0309\u0323"
# The open pairs in which the old and the new school put the tone on different letters.
PAIRS = ("oa", "oe", "uy")


def unmarked(text):
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def half_unmarked(text):
    return " ".join(unmarked(word) if i % 2 else word for i, word in enumerate(text.split(" ")))


def other_placement(text):
    """Moves the tone of syllables that end in oa, oe or uy to the other letter."""
    words = []
    for word in text.split(" "):
        letters = unicodedata.normalize("NFD", word)
        tone = next((c for c in letters if c in TONES), "")
        bare = letters.replace(tone, "") if tone else letters
        lower = bare.lower()
        if tone and lower.endswith(PAIRS) and not lower.startswith("qu"):
            first = letters.index(tone) == len(bare) - 1
            at = len(bare) if first else len(bare) - 1
            bare = bare[:at] + tone + bare[at:]
            word = unicodedata.normalize("NFC", bare)
        words.append(word)
    return " ".join(words)


FORMS = {"as typed": lambda text: text, "no marks": unmarked, "half the marks": half_unmarked,
         "other tone placement": other_placement, "NFD": lambda t: unicodedata.normalize("NFD", t)}


def read_questions():
    with open(HERE / "questions.tsv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [{**row, "relevant": row["relevant"].split(",")} for row in rows]


def found_files(searchd, text):
    hits = searchd.search(text, limit=DEPTH, facets=0)["hits"]
    return [pathlib.Path(hit["source"]).relative_to(SAMPLE).as_posix() for hit in hits]


def figures(files, relevant):
    ranks = [files.index(name) + 1 for name in relevant if name in files]
    gains = sum(1 / math.log2(rank + 1) for rank in ranks if rank <= 10)
    ideal = sum(1 / math.log2(i + 2) for i in range(min(len(relevant), 10)))
    return {"MRR": 1 / min(ranks) if ranks else 0.0,
            "recall@1": float(any(rank == 1 for rank in ranks)),
            "recall@5": sum(rank <= 5 for rank in ranks) / len(relevant),
            "recall@10": sum(rank <= 10 for rank in ranks) / len(relevant),
            "nDCG@10": gains / ideal}


def mean(rows):
    return {name: sum(row[name] for row in rows) / len(rows) for name in rows[0]}


def table(title, rows):
    names = list(next(iter(rows.values()))[1])
    lines = [title, f"{'':24}{'n':>5}" + "".join(f"{name:>11}" for name in names)]
    for label, (count, row) in rows.items():
        lines.append(f"{label:24}{count:>5}" + "".join(f"{row[name]:>11.4f}" for name in names))
    return lines + [""]


def make_report(searchd, questions):
    by_form, by_kind, ranks = {}, {}, []
    for form, rewrite in FORMS.items():
        rows = []
        for question in questions:
            files = found_files(searchd, rewrite(question["question"]))
            row = figures(files, question["relevant"])
            rows.append(row)
            if form == "as typed":
                by_kind.setdefault(question["kind"], []).append(row)
                places = [str(files.index(name) + 1) if name in files else "-"
                          for name in question["relevant"]]
                ranks.append(f"{question['id']:6}{row['MRR']:7.3f}  {','.join(places):14} "
                             f"{question['question']}")
        by_form[form] = (len(rows), mean(rows))
    lines = ["Relevance over data/sample. Rewritten by: ./dev renew", ""]
    lines += table("By spelling of the questions", by_form)
    lines += table("By kind, as typed", {k: (len(v), mean(v)) for k, v in sorted(by_kind.items())})
    lines += ["Each question as typed: MRR, ranks of its relevant articles (- beyond "
              f"{DEPTH})", *ranks]
    return "\n".join(lines) + "\n", {form: row["MRR"] for form, (_, row) in by_form.items()}


def main():
    renew = os.environ.get("TINLANG_RENEW_GOLDEN") == "1"

    with scratch_folder() as folder:
        Indexer(os.environ["TINLANG_INDEXER"]).add(f"{folder}/index", SAMPLE)
        with Searchd(os.environ["TINLANG_SEARCHD"], f"{folder}/index") as searchd:
            report, mrr = make_report(searchd, read_questions())
    if renew:
        REPORT.write_text(report, encoding="utf-8")
    committed = REPORT.read_text(encoding="utf-8") if REPORT.exists() else ""
    changed = list(difflib.unified_diff(committed.splitlines(), report.splitlines(), "committed",
                                        "now", lineterm="", n=0))
    print("\n".join(changed) if changed else report.split("\n\nBy kind")[0])
    faults = []
    if changed:
        faults.append("report.txt is not what the programs give: run ./dev renew, read its diff")
    if mrr["as typed"] < MIN_MRR:
        faults.append(f"MRR as typed is {mrr['as typed']:.4f}, less than {MIN_MRR}")
    if mrr["as typed"] - mrr["no marks"] > MAX_LOSS_UNMARKED:
        faults.append(f"typing no marks costs {mrr['as typed'] - mrr['no marks']:.4f}")
    if mrr["other tone placement"] != mrr["as typed"]:
        faults.append("the place of the tone mark changes the answers")
    print("\n".join(faults))
    return bool(faults)


sys.exit(main())
