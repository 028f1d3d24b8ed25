"""tinlang-searchd asked for places of before and since July 2025."""

import os
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support.programs import Searchd, scratch_folder, write_records  # noqa: E402

SEARCHD = os.environ["TINLANG_SEARCHD"]
BECAME = "2025-17818"  # the commune of today that xã Thanh Giang is part of


def places_record(number):
    """An article of before or after July 2025 in a district that became several communes."""
    kinds = ({"locality": ["40", "428", "17809"], "date": f"2023-0{1 + number % 9}-15"},
             {"locality": ["40", "428"], "date": "2024-05-15"},
             {"locality": ["2025-40", BECAME], "date": "2026-02-03"},
             {"locality": ["38"], "mentions": [["40", "428"]], "date": "2023-05-15"},
             {"locality": ["2025-40"], "date": "2026-03-03"})
    return {"name": f"p{number}", "title": f"Tin số {number}", "body": "Xã xây cầu mới.",
            "officials": [[f"x-{number % 3}", f"Lê Văn {number % 3}", "Chủ tịch UBND xã"]],
            "site": "thanhchuong.nghean.gov.vn" if number % 5 != 3 else "thanhhoa.gov.vn",
            **kinds[number % len(kinds)]}


class AskingForPlaces(unittest.TestCase):
    """The commune of Thanh Giang in Thanh Chương, Nghệ An, and what became of it."""
    COUNT = 50

    @classmethod
    def setUpClass(cls):
        scratch = scratch_folder()
        cls.addClassCleanup(scratch.cleanup)
        folder = pathlib.Path(scratch.name)
        write_records(folder / "index", [places_record(i) for i in range(cls.COUNT)])
        cls.searchd = Searchd(SEARCHD, folder / "index")
        cls.addClassCleanup(cls.searchd.stop)

    def test_a_unit_finds_what_came_from_it_and_what_it_came_from(self):
        each = self.COUNT // 5
        for code, total, through in (("17809", 2 * each, each), ("428", 3 * each, each),
                                     ("40", 4 * each, 2 * each), (BECAME, 2 * each, each),
                                     ("2025-40", 4 * each, 2 * each), ("38", each, 0)):
            with self.subTest(code=code):
                page = self.searchd.search("", locality=code)
                self.assertEqual(page["total"], total)
                place, = page["places"]
                self.assertEqual((place["code"], place["total"], place["through"]),
                                 (code, total, through))

    def test_says_how_the_units_are_related(self):
        older, = self.searchd.search("", locality="17809")["places"]
        self.assertEqual([unit["code"] for unit in older["became"]], [BECAME])
        self.assertEqual(older["province_today"]["label"], "Nghệ An")
        self.assertEqual((older["since"], older["until"]), (None, "2025-06-30"))
        newer, = self.searchd.search("", locality=BECAME)["places"]
        self.assertIn("17809", [unit["code"] for unit in newer["came_from"]])
        self.assertEqual((newer["since"], newer["until"]), ("2025-07-01", None))

    def test_each_tree_holds_every_article_and_finds_what_it_counts(self):
        for units in ("then", "today"):
            for mentions in ("0", "1"):
                asked = {"units": units, "mentions": mentions}
                facets = self.searchd.search("cầu", **asked)["facets"]
                for value in facets["localities"]:
                    with self.subTest(units=units, mentions=mentions, code=value["value"]):
                        self.assertEqual(value["value"].startswith("2025-"), units == "today")
                        page = self.searchd.search("cầu", locality=value["value"], **asked)
                        self.assertEqual(page["total"], value["count"])
                roots = [value for value in facets["localities"] if value["parent"] is None]
                if mentions == "0":
                    self.assertEqual(sum(value["count"] for value in roots), self.COUNT)

    def test_mentions_count_only_on_request(self):
        each = self.COUNT // 5
        self.assertEqual(self.searchd.search("", locality="428")["total"], 3 * each)
        self.assertEqual(self.searchd.search("", locality="428", mentions=1)["total"], 4 * each)

    def test_a_place_has_a_page_with_its_coverage_and_the_gaps(self):
        page = self.searchd.get("/api/v1/localities/428").json
        each = self.COUNT // 5
        self.assertEqual((page["total"], page["through"]), (3 * each, each))
        self.assertEqual(sum(month["count"] for month in page["months"]), 3 * each)
        self.assertEqual(page["months"][0]["month"], "2023-01")
        empty = [month["month"] for month in page["months"] if month["archived"] == 0]
        in_gaps = [month for gap in page["gaps"] for month in empty
                   if gap["from"] <= month <= gap["to"]]
        self.assertEqual(in_gaps, empty)
        self.assertIn("2024-06", empty)
        self.assertEqual([(site["host"], site["speaks_for"]) for site in page["sites"]],
                         [("thanhchuong.nghean.gov.vn", True)])
        self.assertEqual([unit["value"] for unit in page["units"]][:1], ["17809"])
        self.assertEqual(page["officials_total"], 3)

    def test_an_unknown_unit_is_named(self):
        answer = self.searchd.get("/api/v1/localities/99999")
        self.assertEqual(answer.status, 404)
        self.assertIn("99999", answer.json["detail"])

    def test_the_histogram_takes_the_step_that_fits(self):
        whole = self.searchd.search("")["facets"]["histogram"]
        self.assertEqual(whole["interval"], "month")
        self.assertEqual(sum(step["count"] for step in whole["steps"]), self.COUNT)
        month = self.searchd.search("", **{"from": "2026-02", "to": "2026-02"})["facets"]
        self.assertEqual(month["histogram"]["interval"], "day")
        self.assertEqual(len(month["histogram"]["steps"]), 28)


if __name__ == "__main__":
    unittest.main(verbosity=2)
