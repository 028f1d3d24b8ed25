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
from support.programs import TIMEOUT_SECONDS, Searchd, scratch_folder, write_records  # noqa: E402

SEARCHD = os.environ["TINLANG_SEARCHD"]
# Thanh Chương in Nghệ An, and Thanh Hóa.
PLACES = [["40"], ["40", "428"], ["38"], None]


def record(number):
    """One of a family of articles whose counts can be told from their numbers."""
    article = {"name": f"n{number}", "title": f"Tin số {number}", "body": "Xã xây cầu mới.",
               "officials": [[f"x-{number % 3}", f"Lê Văn {number % 3}", "Chủ tịch UBND xã"]]}
    if PLACES[number % 4]:
        article["locality"] = PLACES[number % 4]
    if number % 5:
        article["date"] = f"{2019 + number % 5}-0{1 + number % 9}-15"
    return article


def run_searchd(*arguments):
    return subprocess.run([SEARCHD, *map(str, arguments)], capture_output=True, text=True,
                          check=False, timeout=TIMEOUT_SECONDS)


class Asking(unittest.TestCase):
    COUNT = 60

    @classmethod
    def setUpClass(cls):
        scratch = scratch_folder()
        cls.addClassCleanup(scratch.cleanup)
        folder = pathlib.Path(scratch.name)
        cls.build = write_records(folder / "index", [record(i) for i in range(cls.COUNT)])
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
        write_records(self.index, [record(1)])
        for stop in (signal.SIGTERM, signal.SIGINT):
            with Searchd(SEARCHD, self.index) as searchd:
                searchd.get("/healthz")
                searchd.process.send_signal(stop)
                self.assertEqual(searchd.stop()[0], 0)

    def test_says_that_the_port_is_in_use(self):
        write_records(self.index, [record(1)])
        with Searchd(SEARCHD, self.index) as searchd:
            address = urllib.parse.urlsplit(searchd.address).netloc
            done = run_searchd("--index", self.index, "--listen", address)
            self.assert_one_line(done, 1, address, "in use")

    def test_says_what_is_wrong_with_the_index(self):
        self.assert_one_line(run_searchd("--index", self.index), 1, self.index, "no such index")
        self.index.mkdir()
        self.assert_one_line(run_searchd("--index", self.index), 1, self.index, "no finished")
        write_records(self.index, [record(1)])
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
        write_records(self.index, [record(1)])
        missing = self.index / "missing"
        self.assert_one_line(run_searchd("--index", self.index, "--web", missing), 1, missing)
        self.assert_one_line(run_searchd("--index", self.index, "--data", missing), 1, missing)

    def test_takes_up_a_new_build_under_load(self):
        write_records(self.index, [record(i) for i in range(20)])
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
                    build = write_records(self.index, [record(i) for i in range(count)])
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
        write_records(self.index, [record(1)])
        with Searchd(SEARCHD, self.index) as searchd:
            address = urllib.parse.urlsplit(searchd.address)
            for _ in range(32):
                idle = socket.create_connection((address.hostname, address.port))
                self.addCleanup(idle.close)
            self.assertEqual(searchd.get("/healthz").status, 200)


if __name__ == "__main__":
    unittest.main(verbosity=2)
