"""What a reader of the five real pages asks, and finds. Skipped without ../shared/seeds."""

import os
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support.programs import SEEDS, Indexer, Searchd, scratch_folder  # noqa: E402


@unittest.skipUnless(SEEDS.exists(), f"no {SEEDS}")
class AskingTheSeeds(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = scratch_folder()
        cls.addClassCleanup(scratch.cleanup)
        index = pathlib.Path(scratch.name) / "index"
        Indexer(os.environ["TINLANG_INDEXER"]).add(index, *sorted(SEEDS.glob("00?.html")))
        cls.searchd = Searchd(os.environ["TINLANG_SEARCHD"], index)
        cls.addClassCleanup(cls.searchd.__exit__)

    def ask(self, question, **filters):
        page = self.searchd.search(question, **filters)
        if not filters:  # a facet ignores its own filter, so it may count more than the total
            self.assert_adds_up(page)
        return page, [pathlib.Path(hit["source"]).name for hit in page["hits"]
                      if not hit["partial"]]

    def assert_adds_up(self, page):
        facets = page["facets"]
        self.assertEqual(sum(year["count"] for year in facets["years"]) + facets["undated"],
                         page["total"])
        provinces = sum(unit["count"] for unit in facets["localities"] if unit["parent"] is None)
        self.assertLessEqual(provinces, page["total"])
        by_code = {unit["value"]: unit for unit in facets["localities"]}
        for unit in facets["localities"]:
            if unit["parent"] is not None:
                self.assertLessEqual(unit["count"], by_code[unit["parent"]]["count"])

    def test_a_place_and_a_topic_without_marks_find_the_abbreviated_text(self):
        _, files = self.ask("thanh giang nong thon moi")
        self.assertEqual(files[0], "000.html")
        _, files = self.ask('"thanh giang" nong thon moi')
        self.assertEqual(files, ["000.html"])

    def test_both_tone_placements_are_one_question(self):
        one, files = self.ask("Bí thư Huyện uỷ")
        other, same_files = self.ask("Bí thư Huyện ủy")
        self.assertEqual(files, same_files)
        self.assertEqual(one["hits"], other["hits"])
        self.assertEqual(set(files), {f"00{i}.html" for i in range(5)})

    def test_an_abbreviation_finds_its_full_form(self):
        page, files = self.ask("NTM nâng cao")
        self.assertEqual(set(files[:2]), {"000.html", "001.html"})  # the words in a row
        self.assertEqual(set(files[2:]), {"002.html"})  # the words apart
        self.assertEqual([e["written"].lower() for e in page["expansions"]], ["ntm"])

    def test_filters_narrow_to_what_the_facets_promised(self):
        page, _ = self.ask("Bí thư Huyện ủy")
        for unit in page["facets"]["localities"]:
            self.assertEqual(self.ask("Bí thư Huyện ủy", locality=unit["value"])[0]["total"],
                             unit["count"])
        for official in page["facets"]["officials"]:
            self.assertEqual(self.ask("Bí thư Huyện ủy", official=official["value"])[0]["total"],
                             official["count"])
        for year in page["facets"]["years"]:
            self.assertEqual(
                self.ask("Bí thư Huyện ủy", **{"from": year["value"], "to": year["value"]})[0]["total"],
                year["count"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
