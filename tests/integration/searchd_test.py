"""tinlang-searchd as a process: what it answers, refuses, and how it starts and ends."""

import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import threading
import time
import unittest
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support.programs import TIMEOUT_SECONDS, Searchd, scratch_folder  # noqa: E402

SEARCHD = os.environ["TINLANG_SEARCHD"]
WRITER = os.environ["TINLANG_WRITE_RECORDS"]
# Thanh Chương in Nghệ An, and Thanh Hóa.
PLACES = [["40"], ["40", "428"], ["38"], None]
BECAME = "2025-17818"  # the commune of today that xã Thanh Giang is part of


def record(number):
    """One of a family of articles whose counts can be told from their numbers."""
    article = {"name": f"n{number}", "title": f"Tin số {number}", "body": "Xã xây cầu mới.",
               "officials": [[f"x-{number % 3}", f"Lê Văn {number % 3}", "Chủ tịch UBND xã"]]}
    if PLACES[number % 4]:
        article["locality"] = PLACES[number % 4]
    if number % 5:
        article["date"] = f"{2019 + number % 5}-0{1 + number % 9}-15"
    return article


def write(index, records):
    """Adds the records and returns the id of the new build."""
    lines = "\n".join(json.dumps(record) for record in records)
    done = subprocess.run([WRITER, str(index)], input=lines, text=True, capture_output=True,
                          check=True, timeout=TIMEOUT_SECONDS)
    return done.stdout.strip()


def run_searchd(*arguments):
    return subprocess.run([SEARCHD, *map(str, arguments)], capture_output=True, text=True,
                          check=False, timeout=TIMEOUT_SECONDS)


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
        write(folder / "index", [places_record(i) for i in range(cls.COUNT)])
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
        write(folder / "index", [career_record(i) for i in range(cls.COUNT)])
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

    def test_a_post_in_a_place_has_its_holders(self):
        page = self.searchd.get("/api/v1/posts/bi-thu-huyen-uy", locality="428").json
        self.assertEqual([holder["person"]["name"] for holder in page["holders"]],
                         ["Cầm Hiểu Lam"])
        anywhere = self.searchd.get("/api/v1/posts/bi-thu-huyen-uy").json
        self.assertEqual(anywhere["holders_total"], 2)
        nobody = self.searchd.get("/api/v1/posts/vua").json
        self.assertEqual((nobody["title"], nobody["holders"]), (None, []))

    def test_nobody_and_nowhere_are_named(self):
        answer = self.searchd.get("/api/v1/officials/nobody")
        self.assertEqual(answer.status, 404)
        self.assertIn("nobody", answer.json["detail"])
        answer = self.searchd.get("/api/v1/posts/bi-thu", locality="99999")
        self.assertEqual((answer.status, answer.json["parameter"]), (400, "locality"))


class Asking(unittest.TestCase):
    COUNT = 60

    @classmethod
    def setUpClass(cls):
        scratch = scratch_folder()
        cls.addClassCleanup(scratch.cleanup)
        folder = pathlib.Path(scratch.name)
        cls.build = write(folder / "index", [record(i) for i in range(cls.COUNT)])
        (folder / "secret.txt").write_text("secret")
        (folder / "web" / "assets").mkdir(parents=True)
        (folder / "web" / "index.html").write_text("<title>page</title>")
        (folder / "web" / "assets" / "app.js").write_text("run()")
        cls.searchd = Searchd(SEARCHD, folder / "index", "--web", folder / "web")
        cls.addClassCleanup(cls.searchd.__exit__)

    def raw(self, method, target, body=None):
        """The answer to exactly this request line."""
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(self.searchd.address).netloc,
                                                timeout=TIMEOUT_SECONDS)
        self.addCleanup(connection.close)
        connection.request(method, target, body=body)
        answer = connection.getresponse()
        return answer, answer.read()

    def assert_problem(self, answer, status, parameter=None):
        self.assertEqual(answer.status, status)
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        self.assertEqual(answer.json["status"], status)
        self.assertEqual(answer.json.get("parameter"), parameter)
        self.assertNotIn("\n", answer.json["detail"])

    def test_is_healthy_and_names_its_build(self):
        for path in ("/healthz", "/readyz"):
            answer = self.searchd.get(path)
            self.assertEqual(answer.status, 200)
            self.assertEqual(answer.json["status"], "ok")
            self.assertEqual(answer.json["build"], self.build)
            self.assertEqual(answer.json["articles"], self.COUNT)

    def test_answers_with_marked_hits(self):
        page = self.searchd.search("xây cầu", limit=1)
        self.assertEqual(page["build"], self.build)
        self.assertEqual(page["total"], self.COUNT)
        snippet = page["hits"][0]["snippets"][0]
        self.assertEqual([snippet["text"][begin:end] for begin, end in snippet["highlights"]],
                         ["xây", "cầu"])

    def test_facets_add_up(self):
        facets = self.searchd.search("cau")["facets"]
        self.assertEqual(sum(year["count"] for year in facets["years"]) + facets["undated"],
                         self.COUNT)
        self.assertEqual(sum(month["count"] for month in facets["months"]),
                         self.COUNT - facets["undated"])
        self.assertEqual(sum(official["count"] for official in facets["officials"]), self.COUNT)
        counts = {unit["value"]: unit["count"] for unit in facets["localities"]}
        self.assertEqual(counts, {"40": self.COUNT // 2, "428": self.COUNT // 4,
                                  "38": self.COUNT // 4})

    def test_a_filter_gives_what_its_facet_promised(self):
        facets = self.searchd.search("cầu")["facets"]
        for facet, parameter in (("localities", "locality"), ("officials", "official")):
            for value in facets[facet]:
                page = self.searchd.search("cầu", **{parameter: value["value"]})
                self.assertEqual(page["total"], value["count"])
        for year in facets["years"]:
            page = self.searchd.search("cầu", **{"from": year["value"], "to": year["value"]})
            self.assertEqual(page["total"], year["count"])
            self.assertEqual(page["facets"]["years"], facets["years"])  # ignores its own filter
        both = self.searchd.search("cầu", locality=["428", "38"], limit=100)
        self.assertEqual(both["total"], self.COUNT // 2)
        self.assertTrue(all(hit["locality"]["code"] in ("428", "38") for hit in both["hits"]))

    def test_pages_joined_are_one_long_page(self):
        for sort in ("relevance", "newest", "oldest"):
            long = [hit["id"] for hit in self.searchd.search("cầu", sort=sort, limit=60)["hits"]]
            short = [hit["id"] for offset in range(0, 60, 7) for hit in
                     self.searchd.search("cầu", sort=sort, offset=offset, limit=7)["hits"]]
            self.assertEqual(short, long)
            self.assertEqual(len(set(long)), self.COUNT)

    def test_an_article_comes_whole_and_marked(self):
        hit = self.searchd.search("cầu", limit=1)["hits"][0]
        article = self.searchd.get("/api/v1/articles/" + hit["id"], q="cầu").json
        self.assertEqual(article["title"]["text"], hit["title"]["text"])
        self.assertEqual(article["paragraphs"],
                         [{"text": "Xã xây cầu mới.", "highlights": [[7, 10]]}])

    def test_refuses_bad_requests_by_name(self):
        for query, parameter in ({"colour": "red"}, "colour"), ({"from": "2023-13"}, "from"), \
                ({"to": "hôm nay"}, "to"), ({"limit": "101"}, "limit"), \
                ({"locality": "99999"}, "locality"), ({"q": ["a", "b"]}, "q"), \
                ({"q": b"\xff"}, "q"), ({"from": "2024", "to": "2023"}, "from"):
            with self.subTest(query=query):
                self.assert_problem(self.searchd.get("/api/v1/search", **query), 400, parameter)

    def test_knows_no_other_article_or_path(self):
        for path in ("/api/v1/articles/" + "0" * 64, "/api/v1/articles/x", "/api/v1/articles/",
                     "/api/v1/nothing", "/api", "/missing.js"):
            with self.subTest(path=path):
                self.assert_problem(self.searchd.get(path), 404)

    def test_answers_only_to_get_and_head(self):
        for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
            with self.subTest(method=method):
                answer, body = self.raw(method, "/api/v1/search")
                self.assertEqual(answer.status, 405)
                self.assertEqual(answer.headers["Allow"], "GET, HEAD")
                self.assertEqual(json.loads(body)["status"], 405)
        answer, body = self.raw("HEAD", "/healthz")
        self.assertEqual((answer.status, body), (200, b""))

    def test_refuses_what_is_too_large(self):
        answer, body = self.raw("POST", "/api/v1/search", body=b"x" * 100_000)
        self.assertEqual((answer.status, json.loads(body)["status"]), (413, 413))
        answer, body = self.raw("GET", "/api/v1/search?q=" + "a" * 9_000)
        self.assertEqual((answer.status, json.loads(body)["status"]), (414, 414))

    def test_serves_the_page_and_nothing_beside_it(self):
        for path in ("/", "/article/x?q=a"):
            self.assertEqual(self.raw("GET", path)[1], b"<title>page</title>")
        answer, script = self.raw("GET", "/assets/app.js")
        self.assertEqual(script, b"run()")
        self.assertIn("immutable", answer.headers["Cache-Control"])
        for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt",
                     "/assets/%2e%2e/%2e%2e/secret.txt", "/..%5csecret.txt", "/%00.js"):
            with self.subTest(path=path):
                answer, body = self.raw("GET", path)
                self.assertEqual(answer.status, 404)
                self.assertNotIn(b"secret", body)

    def test_protects_the_page_by_headers(self):
        for path in ("/", "/healthz", "/api/v1/nothing"):
            headers = self.searchd.get(path).headers
            self.assertIn("default-src 'self'", headers["Content-Security-Policy"])
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")

    def test_an_unchanged_file_is_not_sent_again(self):
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(self.searchd.address).netloc)
        self.addCleanup(connection.close)
        connection.request("GET", "/index.html")
        answer = connection.getresponse()
        answer.read()
        connection.request("GET", "/index.html", headers={"If-None-Match": answer.headers["ETag"]})
        self.assertEqual(connection.getresponse().status, 304)


class StartingAndEnding(unittest.TestCase):
    def setUp(self):
        scratch = scratch_folder()
        self.addCleanup(scratch.cleanup)
        self.index = pathlib.Path(scratch.name) / "index"

    def assert_one_line(self, done, status, *parts):
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        for part in parts:
            self.assertIn(str(part), done.stderr)

    def test_stops_cleanly_when_told_to(self):
        write(self.index, [record(1)])
        for stop in (signal.SIGTERM, signal.SIGINT):
            with Searchd(SEARCHD, self.index) as searchd:
                searchd.get("/healthz")
                searchd.process.send_signal(stop)
                self.assertEqual(searchd.stop()[0], 0)

    def test_says_that_the_port_is_in_use(self):
        write(self.index, [record(1)])
        with Searchd(SEARCHD, self.index) as searchd:
            address = urllib.parse.urlsplit(searchd.address).netloc
            done = run_searchd("--index", self.index, "--listen", address)
            self.assert_one_line(done, 1, address, "in use")

    def test_says_what_is_wrong_with_the_index(self):
        self.assert_one_line(run_searchd("--index", self.index), 1, self.index, "no such index")
        self.index.mkdir()
        self.assert_one_line(run_searchd("--index", self.index), 1, self.index, "no finished")
        write(self.index, [record(1)])
        for table in (self.index / "current").resolve().glob("*.glass"):
            table.write_bytes(b"not an index")
        self.assert_one_line(run_searchd("--index", self.index), 1, self.index)

    def test_says_what_is_wrong_with_the_command_line(self):
        for arguments in (), ("--index",), ("--index", "x", "--colour", "red"), \
                ("--index", "x", "--listen", "here"), ("--index", "x", "--listen", "a:99999"), \
                ("--index", "x", "--threads", "0"):
            with self.subTest(arguments=arguments):
                self.assertEqual(run_searchd(*arguments).returncode, 2)
        self.assertIn("--index", run_searchd("--help").stdout)
        self.assertIn("tinlang-searchd", run_searchd("--version").stdout)

    def test_a_missing_web_or_data_folder_is_named(self):
        write(self.index, [record(1)])
        missing = self.index / "missing"
        self.assert_one_line(run_searchd("--index", self.index, "--web", missing), 1, missing)
        self.assert_one_line(run_searchd("--index", self.index, "--data", missing), 1, missing)

    def test_takes_up_a_new_build_under_load(self):
        write(self.index, [record(i) for i in range(20)])
        failures = []
        totals = {}
        done = threading.Event()

        def ask(searchd):
            while not done.is_set():
                page = searchd.search("cầu")
                totals.setdefault(page["build"], set()).add(page["total"])
                years = sum(year["count"] for year in page["facets"]["years"])
                if years + page["facets"]["undated"] != page["total"]:
                    failures.append(page)

        with Searchd(SEARCHD, self.index) as searchd:
            askers = [threading.Thread(target=ask, args=(searchd,)) for _ in range(4)]
            for asker in askers:
                asker.start()
            try:
                for count in (30, 40):
                    build = write(self.index, [record(i) for i in range(count)])
                    deadline = time.monotonic() + TIMEOUT_SECONDS
                    while searchd.get("/healthz").json["build"] != build:
                        self.assertLess(time.monotonic(), deadline, "the new build is not used")
                    self.assertEqual(searchd.search("cầu")["total"], count)
            finally:
                done.set()
                for asker in askers:
                    asker.join()
            self.assertEqual(searchd.stop()[0], 0)
        self.assertEqual(failures, [])
        self.assertEqual(len(totals), 3)
        self.assertTrue(all(len(found) == 1 for found in totals.values()), totals)

    def test_idle_connections_do_not_keep_others_waiting(self):
        write(self.index, [record(1)])
        with Searchd(SEARCHD, self.index) as searchd:
            address = urllib.parse.urlsplit(searchd.address)
            for _ in range(32):
                idle = socket.create_connection((address.hostname, address.port))
                self.addCleanup(idle.close)
            self.assertEqual(searchd.get("/healthz").status, 200)


if __name__ == "__main__":
    unittest.main(verbosity=2)
