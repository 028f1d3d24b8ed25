"""What each term family and weight earns: MRR with it taken away, and its bytes in the index.

    families.py BUILD_FOLDER [SOURCE_FOLDER]

BUILD_FOLDER is a finished build (Ninja) of SOURCE_FOLDER, by default of this
tree. For every variant the sources that read searchd/search/ranking.h are
compiled again with other constants and linked into another tinlang-searchd in
a scratch folder: the shipped program knows no switch. Writes families.txt.
Takes about ten minutes, so it is run by hand and not as a test.
"""

import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from engines import Tinlang  # noqa: E402
from figures import figures, mean  # noqa: E402
from generate import generate  # noqa: E402
from questions import all_questions, held_out_questions, orders  # noqa: E402
from spellings import FORMS  # noqa: E402
from support.programs import ROOT, SAMPLE, Indexer, Searchd, scratch_folder  # noqa: E402

REPORT = HERE / "families.txt"
SHOWN = ("as typed", "no marks", "half the marks", "one slip")
VARIANTS = {
    "as shipped": {},
    "without G": {"kBigramWeight": "0"},
    "F beside C (0.2)": {"kFoldedBesideMarked": "0.2"},
    "F of the unmarked (0.7)": {"kFoldedOfUnmarked": "0.7"},
    "without C (F in its place)": {"kCanonicalWeight": "0", "kFoldedBesideMarked": "1"},
    "S weighs too (0.75)": {"kTitleBoost": "0.75"},
    "without full forms": {"kExpansionWeight": "0"},
    "without filed places": {"kFiledWeight": "0"},
    "without coverage": {"kCoverageWeight": "0"},
    "without news age": {"kRecencyWeight": "0"},
}
ROUNDS = 3  # each question is asked so often; its middle time counts
RANKING = pathlib.PurePosixPath("searchd/search/ranking.h")


def changed_ranking(source, constants):
    text = (source / RANKING).read_text(encoding="utf-8")
    for name, value in constants.items():
        text, count = re.subn(rf"(\b{name} = )[^;]+;", rf"\g<1>{value};", text)
        assert count == 1, f"ranking.h has no {name}"
    return text


def built_variant(build, source, folder, constants):
    """A tinlang-searchd in `folder` whose ranking.h has `constants`."""
    header = folder / RANKING
    header.parent.mkdir(parents=True)
    header.write_text(changed_ranking(source, constants), encoding="utf-8")
    objects = []
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        path = pathlib.Path(entry["file"])
        if not path.is_relative_to(ROOT / "searchd"):
            continue
        path = source / path.relative_to(ROOT)
        if not path.exists() or f'"{RANKING}"' not in path.read_text(encoding="utf-8"):
            continue
        objects.append(folder / f"{path.stem}.o")
        flags = shlex.split(entry["command"])
        kept = [flag for flag in flags[1:flags.index("-o")] if not flag.startswith("-I")]
        subprocess.run([flags[0], f"-I{folder}", f"-I{source}", *kept, "-o", str(objects[-1]), "-c",
                        str(path)], cwd=entry["directory"], check=True)
    commands = subprocess.run(["ninja", "-C", str(build), "-t", "commands", "tinlang-searchd"],
                              capture_output=True, text=True, check=True).stdout.splitlines()
    link = commands[-1].removeprefix(": && ").removesuffix(" && :")
    program = folder / "tinlang-searchd"
    link = link.replace(" -o searchd/tinlang-searchd",
                        f" {shlex.join(map(str, objects))} -o {program}")
    subprocess.run(link, shell=True, cwd=build, check=True)
    return program


def row_of(program, index, roots, questions, held_out):
    """MRR in each spelling, of the questions held out, and milliseconds: median and 95th of 100."""
    with Searchd(program, index, "--data", ROOT / "data") as searchd:
        engine = Tinlang(searchd, roots)
        mrr = [mrr_of(engine, FORMS[form], questions) for form in SHOWN]
        mrr.append(mrr_of(engine, str, held_out))
        times = sorted(milliseconds(searchd, question["question"]) for question in questions)
    return mrr, (times[len(times) // 2], times[len(times) * 95 // 100])


def milliseconds(searchd, question):
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        searchd.search(question, limit=10, facets=0)
        taken.append(1000 * (time.perf_counter() - begun))
    return sorted(taken)[ROUNDS // 2]


def mrr_of(engine, rewrite, questions):
    answers = engine.answers([rewrite(question["question"]) for question in questions])
    return mean([figures(files, question["relevant"])
                 for files, question in zip(answers, questions)])["MRR"]


def main(build, source):
    lines = ["MRR over the archive of archive_report.txt with one thing taken away or changed; p50",
             "and p95 in milliseconds of a question as typed, with its ten hits and their snippets.",
             "Rewritten by: python3 tests/relevance/families.py build/release", "",
             f"{'':28}" + "".join(f"{form:>16}" for form in (*SHOWN, "held out", "p50", "p95"))]
    with scratch_folder() as folder:
        folder = pathlib.Path(folder)
        pages, index = folder / "pages", folder / "index"
        pages.mkdir()
        archive = generate(pages, orders())
        questions, held_out = all_questions(archive), held_out_questions(archive)
        Indexer(build / "indexer" / "tinlang-indexer").add(index, pages, SAMPLE)
        for number, (name, constants) in enumerate(VARIANTS.items()):
            program = built_variant(build, source, folder / f"variant{number}", constants)
            mrr, times = row_of(program, index, [pages, SAMPLE], questions, held_out)
            lines.append(f"{name:28}" + "".join(f"{value:>16.4f}" for value in mrr)
                         + "".join(f"{value:>16.1f}" for value in times))
            print(lines[-1], flush=True)
        current = next(path for path in index.iterdir() if path.is_dir())
        family_bytes = os.environ.get("TINLANG_FAMILY_BYTES", build / "tests" / "family_bytes")
        lines += ["", "Bytes of the compacted index, and seconds to write it (analysis apart); of a family, "
                  "how many", "of these it takes. An index holds 2,601 articles.", "",
                  f"{'':28}{'bytes':>12}{'seconds':>10}"]
        lines += [subprocess.run([family_bytes, current, folder / "copy"], capture_output=True,
                                     text=True, check=True).stdout.rstrip()]
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")


main(pathlib.Path(sys.argv[1]).resolve(),
     pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else ROOT)
