"""tinlang-searchd asked for officials and for posts."""

import os
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support.programs import Searchd, scratch_folder, write_records  # noqa: E402

SEARCHD = os.environ["TINLANG_SEARCHD"]


def career_record(number):
    """Two articles a year about one official who rises, one about a namesake far away."""
    year = 2019 + number // 3
    posts = (["lam-1", "Cầm Hiểu Lam", "Bí thư Đảng ủy xã", "Đảng ủy", "17809"],
             ["lam-2", "Cầm Hiểu Lam", "Bí thư Huyện ủy", "Huyện ủy", "428"])
    official = posts[0 if year < 2021 else 1] if number % 3 < 2 else \
        ["lam-3", "Cầm Hiểu Lam", "Bí thư Huyện ủy", "Huyện ủy", "380"]
    return {"name": f"c{number}", "title": f"Tin số {number}", "body": "Xã xây cầu mới.",
            "date": f"{year}-0{1 + number % 3}-15", "locality": ["40", "428"],
            "officials": [official, ["son-1", "Vi Hồng Sơn", "Chủ tịch UBND huyện", "", "428"]]}


class AskingForOfficials(unittest.TestCase):
    COUNT = 15  # five years

    @classmethod
    def setUpClass(cls):
        scratch = scratch_folder()
        cls.addClassCleanup(scratch.cleanup)
        folder = pathlib.Path(scratch.name)
        write_records(folder / "index", [career_record(i) for i in range(cls.COUNT)])
        cls.searchd = Searchd(SEARCHD, folder / "index")
        cls.addClassCleanup(cls.searchd.stop)

    def test_a_person_is_one_under_all_ids_and_the_namesake_another(self):
        page = self.searchd.get("/api/v1/officials/lam-2").json
        self.assertEqual((page["name"], page["total"], page["ids"]),
                         ("Cầm Hiểu Lam", 10, ["lam-1", "lam-2"]))
        for identity in page["ids"]:
            self.assertEqual(self.searchd.search("", official=identity)["total"], 10)
        self.assertEqual(self.searchd.get("/api/v1/officials/lam-3").json["total"], 5)
        facet = self.searchd.search("")["facets"]["officials"]
        self.assertEqual([(value["label"], value["count"]) for value in facet],
                         [("Vi Hồng Sơn", 15), ("Cầm Hiểu Lam", 10), ("Cầm Hiểu Lam", 5)])

    def test_a_record_is_a_timeline_with_its_proof(self):
        page = self.searchd.get("/api/v1/officials/lam-1").json
        lines = [(line["title"], line["place"]["code"], line["articles"],
                  line["first"]["date"]["date"], line["last"]["date"]["date"])
                 for line in page["posts"]]
        self.assertEqual(lines, [("Bí thư Đảng ủy xã", "17809", 4, "2019-01-15", "2020-02-15"),
                                 ("Bí thư Huyện ủy", "428", 6, "2021-01-15", "2023-02-15")])
        proof = self.searchd.get("/api/v1/articles/" + page["posts"][1]["first"]["id"]).json
        self.assertEqual(proof["officials"][0]["id"], page["id"])
        self.assertEqual([(one["label"], one["count"]) for one in page["companions"]],
                         [("Vi Hồng Sơn", 10)])
        self.assertEqual(sum(month["count"] for month in page["months"]), 10)
        self.assertEqual(page["articles"][0]["date"]["date"], "2023-02-15")

    def test_two_for_one_seat_are_shown_and_two_heads_of_cells_are_not(self):
        scratch = scratch_folder()
        self.addCleanup(scratch.cleanup)
        claims = [("lam-1", "Cầm Hiểu Lam", "Bí thư Huyện ủy", "428"),
                  ("khoi-1", "Lò Minh Khôi", "Bí thư Huyện ủy", "428"),
                  ("son-1", "Vi Hồng Sơn", "Bí thư Chi bộ", "17809"),
                  ("phung-1", "Quàng Thanh Phụng", "Bí thư Chi bộ", "17809")]
        write_records(pathlib.Path(scratch.name) / "index", [
            {"name": f"{key}{month}", "title": "Tin", "body": "Bài.", "date": f"2023-{month}-01",
             "officials": [[key, name, post, "", place]]}
            for key, name, post, place in claims for month in ("01", "09")])
        with Searchd(SEARCHD, pathlib.Path(scratch.name) / "index") as searchd:
            secretary = searchd.get("/api/v1/officials/lam-1").json
            head_of_cell = searchd.get("/api/v1/officials/son-1").json
        self.assertEqual([(rival["person"]["name"], rival["title"], rival["from"], rival["to"])
                          for rival in secretary["rivals"]],
                         [("Lò Minh Khôi", "Bí thư Huyện ủy", "2023-01-01", "2023-09-01")])
        self.assertEqual(head_of_cell["rivals"], [])

    def test_a_post_in_a_place_has_its_holders(self):
        page = self.searchd.get("/api/v1/posts/bi-thu-huyen-uy", locality="428").json
        self.assertEqual([holder["person"]["name"] for holder in page["holders"]],
                         ["Cầm Hiểu Lam"])
        self.assertEqual((page["slug"], page["one_holder"], page["shared"]),
                         ("bi-thu-huyen-uy", True, []))
        self.assertEqual([month["month"] for month in page["holders"][0]["months"]],
                         ["2021-01", "2021-02", "2022-01", "2022-02", "2023-01", "2023-02"])
        self.assertEqual(page["months"][0], {"month": "2019-01", "count": 0, "archived": 1})
        self.assertEqual(page["gaps"][0], {"from": "2019-04", "to": "2019-12"})
        anywhere = self.searchd.get("/api/v1/posts/bi-thu-huyen-uy").json
        self.assertEqual((anywhere["holders_total"], anywhere["months"]), (2, []))
        self.assertEqual([(place["label"], place["count"]) for place in anywhere["places"]],
                         [("Thanh Hóa", 1), ("Thanh Chương", 1)])
        nobody = self.searchd.get("/api/v1/posts/vua").json
        self.assertEqual((nobody["title"], nobody["holders"], nobody["places"]), (None, [], []))

    def test_every_mention_of_a_post_says_how_its_page_is_asked_for(self):
        page = self.searchd.search("cầu", official="lam-2", sort="newest")
        held = page["hits"][0]["officials"][0]["held"][0]
        self.assertEqual(held, {"title": "Bí thư Huyện ủy", "slug": "bi-thu-huyen-uy",
                                "locality": "428"})
        article = self.searchd.get("/api/v1/articles/" + page["hits"][0]["id"]).json
        self.assertEqual(article["officials"][0]["posts"][0]["slug"], held["slug"])
        self.assertEqual(article["mentions"], [])
        official = {one["value"]: one for one in page["facets"]["officials"]}["lam-1"]
        self.assertEqual(official["post"], {"slug": held["slug"], "locality": "428"})
        place = self.searchd.get("/api/v1/localities/428").json
        self.assertEqual([(post["slug"], post["holders"]) for post in place["posts"]],
                         [("chu-tich-ubnd-huyen", 1), ("bi-thu-huyen-uy", 1)])
        for post in (held, official["post"]):
            holders = self.searchd.get("/api/v1/posts/" + post["slug"],
                                       locality=post["locality"]).json["holders"]
            self.assertEqual([holder["person"]["id"] for holder in holders], ["lam-1"])

    def test_nobody_and_nowhere_are_named(self):
        answer = self.searchd.get("/api/v1/officials/nobody")
        self.assertEqual(answer.status, 404)
        self.assertIn("nobody", answer.json["detail"])
        answer = self.searchd.get("/api/v1/posts/bi-thu", locality="99999")
        self.assertEqual((answer.status, answer.json["parameter"]), (400, "locality"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
