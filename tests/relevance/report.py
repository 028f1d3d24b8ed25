"""How well questions find their articles, over data/sample, with the real programs.

Asks every question of questions.tsv in several spellings, notes the rank of
each relevant article and writes the figures to report.txt. As a test it fails
when the committed report is not what this code gives, so that every change of
ranking shows its winners and losers in its diff.

The programs are named by TINLANG_INDEXER and TINLANG_SEARCHD; with
TINLANG_RENEW_GOLDEN=1 the report is rewritten.
"""

import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from committed import faults_of_report  # noqa: E402
from engines import Tinlang  # noqa: E402
from figures import DEPTH, figures, mean, table  # noqa: E402
from questions import sample_questions  # noqa: E402
from spellings import FORMS  # noqa: E402
from support.programs import SAMPLE, Indexer, Searchd, scratch_folder  # noqa: E402

REPORT = HERE / "report.txt"
# What the spellings may cost, and what no change may fall below unseen.
MIN_MRR = 0.90
MAX_LOSS_UNMARKED = 0.03


def make_report(engine, questions):
    by_form, by_kind, ranks = {}, {}, []
    for form, rewrite in FORMS.items():
        answers = engine.answers([rewrite(question["question"]) for question in questions])
        rows = [figures(files, question["relevant"])
                for files, question in zip(answers, questions)]
        by_form[form] = (len(rows), mean(rows))
        if form != "as typed":
            continue
        for question, files, row in zip(questions, answers, rows):
            by_kind.setdefault(question["kind"], []).append(row)
            places = [str(files.index(name) + 1) if name in files else "-"
                      for name in question["relevant"]]
            ranks.append(f"{question['id']:6}{row['MRR']:7.3f}  {','.join(places):14} "
                         f"{question['question']}")
    lines = ["Relevance over data/sample. Rewritten by: ./dev renew", ""]
    lines += table("By spelling of the questions", by_form)
    lines += table("By kind, as typed", {k: (len(v), mean(v)) for k, v in sorted(by_kind.items())})
    lines += ["Each question as typed: MRR, ranks of its relevant articles (- beyond "
              f"{DEPTH})", *ranks]
    return "\n".join(lines) + "\n", {form: row["MRR"] for form, (_, row) in by_form.items()}


def main():
    with scratch_folder() as folder:
        Indexer(os.environ["TINLANG_INDEXER"]).add(f"{folder}/index", SAMPLE)
        with Searchd(os.environ["TINLANG_SEARCHD"], f"{folder}/index") as searchd:
            report, mrr = make_report(Tinlang(searchd, [SAMPLE]), sample_questions())
    faults = faults_of_report(REPORT, report)
    if mrr["as typed"] < MIN_MRR:
        faults.append(f"MRR as typed is {mrr['as typed']:.4f}, less than {MIN_MRR}")
    if mrr["as typed"] - mrr["no marks"] > MAX_LOSS_UNMARKED:
        faults.append(f"typing no marks costs {mrr['as typed'] - mrr['no marks']:.4f}")
    if mrr["other tone placement"] != mrr["as typed"]:
        faults.append("the place of the tone mark changes the answers")
    print("\n".join(faults))
    return bool(faults)


sys.exit(main())
