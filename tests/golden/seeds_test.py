"""The five real pages against what a careful reader takes from them.

They are not part of this repository: without ../shared/seeds the test is
skipped with a message.
"""

import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support.programs import SEEDS, Indexer  # noqa: E402

SKIPPED = 77  # what CTest knows as skipped


def main():
    if not (SEEDS / "gold.json").exists():
        print(f"skipped: no {SEEDS}")
        return SKIPPED
    gold = json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))["articles"]
    pages = sorted(SEEDS.glob("00?.html"))
    got = {pathlib.Path(line["source"]).name: line
           for line in Indexer(os.environ["TINLANG_INDEXER"]).extract(*pages)}
    faults = []

    def expect(good, file, what):
        if not good:
            faults.append(f"{file}: {what}")

    for want in gold:
        file = want["file"]
        line = got[file]
        expect(line["title"] == want["title"], file, f"title {line['title']!r}")
        names = [official["name"] for official in line["officials"]]
        expect(sorted(names) == sorted(o["name"] for o in want["officials"]), file,
               f"officials {names}")
        expect((line["published"] or {}).get("date") == (want["published"] or {}).get("date"), file,
               f"published {line['published']}")
        expect((line["published"] or {}).get("precision") ==
               (want["published"] or {}).get("precision"), file, f"published {line['published']}")
        for text in want["not_body"]:
            expect(text not in line["body"], file, f"body holds {text!r}")
        if "body_occurs_once" in want:
            expect(line["body"].count(want["body_occurs_once"]) == 1, file, "body is not there once")
        main_place = [place["path"] for place in line["localities"] if place["role"] == "main"]
        expect(main_place == [want["locality"]], file, f"main place {main_place}")
        print(f"{file}: {names} {main_place} {line['published']} {line['event']}")
    print("\n".join(faults) or f"{len(gold)} pages as expected")
    return bool(faults)


sys.exit(main())
