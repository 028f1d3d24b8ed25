"""How well questions find their articles among 2,600, beside engines without Vietnamese.

Generates the archive, indexes it with data/sample, asks every question in every
spelling of four engines and writes the figures to archive_report.txt. As a test
it fails when the committed report is not what this code gives, or when a limit
below is passed.

The programs are named by TINLANG_INDEXER, TINLANG_SEARCHD and
TINLANG_STOCK_XAPIAN; with TINLANG_RENEW_GOLDEN=1 the report is rewritten.
"""

import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from committed import faults_of_report  # noqa: E402
from engines import Sqlite, StockXapian, Tinlang  # noqa: E402
from figures import DEPTH, figures, mean, table  # noqa: E402
from generate import generate  # noqa: E402
from questions import all_questions, held_out_questions, orders  # noqa: E402
from spellings import FORMS  # noqa: E402
from support.programs import SAMPLE, Indexer, Searchd, scratch_folder  # noqa: E402

REPORT = HERE / "archive_report.txt"
# The most MRR that a spelling may cost, and the least by which it must beat every other engine.
MAX_LOSS = {"no marks": 0.01, "half the marks": 0.01, "other tone placement": 0.0, "NFD": 0.0}
MIN_LEAD = {"no marks": 0.10, "half the marks": 0.10, "other tone placement": 0.02, "NFD": 0.0}
MIN_QUESTIONS, MIN_ARTICLES = 160, 2_400
OURS = "tinlang"


def sample_articles():
    """Title and body of the sample's pages, as the extractor reads them."""
    records = Indexer(os.environ["TINLANG_INDEXER"]).extract(SAMPLE)
    return [{"file": pathlib.Path(record["source"]).relative_to(SAMPLE).as_posix(),
             "title": record["title"] or "", "body": record["body"] or ""} for record in records]


def measure(engines, questions):
    """{engine: {form: one row of figures a question}}"""
    return {name: {form: figures_of(engine, rewrite, questions) for form, rewrite in FORMS.items()}
            for name, engine in engines.items()}


def figures_of(engine, rewrite, questions):
    answers = engine.answers([rewrite(question["question"]) for question in questions])
    return [figures(files, question["relevant"]) for files, question in zip(answers, questions)]


def mrr_of(measured):
    return {name: {form: mean(rows)["MRR"] for form, rows in forms.items()}
            for name, forms in measured.items()}


def limits(mrr):
    """(what is asked, what is found, whether it holds) for every limit."""
    ours = mrr[OURS]
    found = []
    for form, most in MAX_LOSS.items():
        loss = ours["as typed"] - ours[form]
        found.append((f"{form} costs at most {most:.2f}", f"{loss:+.4f}", loss <= most + 1e-9))
    for form, least in MIN_LEAD.items():
        lead = ours[form] - max(mrr[name][form] for name in mrr if name != OURS)
        found.append((f"{form} leads every other by {least:.2f}", f"{lead:+.4f}", lead >= least))
    return found


def kinds_table(measured, questions):
    by_kind = {}
    for index, question in enumerate(questions):
        by_kind.setdefault(question["kind"], []).append(index)
    lines = ["MRR by kind, as typed; then tinlang without marks",
             f"{'':20}{'n':>5}" + "".join(f"{name:>18}" for name in measured) + f"{'no marks':>12}"]
    for kind, indices in sorted(by_kind.items()):
        columns = [mean([forms["as typed"][i] for i in indices])["MRR"]
                   for forms in measured.values()]
        bare = mean([measured[OURS]["no marks"][i] for i in indices])["MRR"]
        lines.append(f"{kind:20}{len(indices):>5}" + "".join(f"{c:>18.4f}" for c in columns)
                     + f"{bare:>12.4f}")
    return lines + [""]


def held_out_table(unseen):
    lines = ["MRR of questions held out of all tuning", f"{'':24}{'n':>5}"
             + "".join(f"{name:>18}" for name in unseen)]
    for form in FORMS:
        columns = [mean(forms[form])["MRR"] for forms in unseen.values()]
        lines.append(f"{form:24}{len(unseen[OURS][form]):>5}"
                     + "".join(f"{column:>18.4f}" for column in columns))
    return lines + [""]


def make_report(measured, unseen, questions, articles):
    lines = ["Relevance over the generated archive and data/sample. Rewritten by: ./dev renew",
             f"{len(questions)} questions, {articles} articles; README.md says how to read this.",
             ""]
    for name, forms in measured.items():
        lines += table(name, {form: (len(rows), mean(rows)) for form, rows in forms.items()})
    lines += ["Limits, in MRR"]
    lines += [f"{asked:46}{found:>9}  {'holds' if holds else 'DOES NOT HOLD'}"
              for asked, found, holds in limits(mrr_of(measured))] + [""]
    lines += held_out_table(unseen)
    lines += kinds_table(measured, questions)
    lines += [f"Each question: tinlang's MRR by spelling ({', '.join(FORMS)}), answers known"]
    for index, question in enumerate(questions):
        row = "".join(f"{rows[index]['MRR']:7.3f}" for rows in measured[OURS].values())
        known = len(question["relevant"])
        lines.append(f"{question['id']:5}{row}{known:4}  {question['question']}")
    return "\n".join(lines) + "\n"


def main():
    with scratch_folder() as folder:
        folder = pathlib.Path(folder)
        pages = folder / "pages"
        pages.mkdir()
        archive = generate(pages, orders())
        questions, held_out = all_questions(archive), held_out_questions(archive)
        articles = archive + sample_articles()
        Indexer(os.environ["TINLANG_INDEXER"]).add(folder / "index", pages, SAMPLE)
        with Searchd(os.environ["TINLANG_SEARCHD"], folder / "index") as searchd:
            engines = {
                OURS: Tinlang(searchd, [pages, SAMPLE]),
                "FTS5 fold 2": Sqlite(articles, 2),
                "FTS5 fold 0": Sqlite(articles, 0),
                "Xapian stock": StockXapian(os.environ["TINLANG_STOCK_XAPIAN"], articles, folder),
            }
            measured, unseen = measure(engines, questions), measure(engines, held_out)
    report = make_report(measured, unseen, questions, len(articles))
    faults = faults_of_report(REPORT, report)
    if len(questions) < MIN_QUESTIONS or len(articles) < MIN_ARTICLES:
        faults.append(f"{len(questions)} questions over {len(articles)} articles are too few")
    faults += [f"{asked}: {found}" for asked, found, holds in limits(mrr_of(measured)) if not holds]
    print("\n".join(faults))
    return bool(faults)


sys.exit(main())
