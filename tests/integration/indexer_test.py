"""tinlang-indexer as its user meets it: real processes, real folders, real refusals."""

import gzip
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support.programs import SAMPLE, Indexer, scratch_folder  # noqa: E402

INDEXER = Indexer(os.environ["TINLANG_INDEXER"])
PAGE = """<html><head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1>
<p>Sáng ngày 08/5/2023, Ủy ban nhân dân xã đã tổ chức hội nghị triển khai nhiệm vụ trọng tâm.</p>
<p>{text} Các đại biểu đã thảo luận và thống nhất nhiều nội dung quan trọng của địa phương.</p>
</body></html>"""


def page(title, text="Kết quả đạt được rất đáng khích lệ."):
    return PAGE.format(title=title, text=text)


def sample_files():
    return sorted(path for path in SAMPLE.rglob("*") if path.suffix in (".html", ".tsv"))


def warc_record(url, captured_at, html):
    """A response as a crawler stores it: chunked, compressed, its header kept."""
    body = gzip.compress(html)
    http = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))
    head = ("WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Target-URI: {url}\r\nWARC-Date: {captured_at}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n")
    return head.encode() + http + b"\r\n\r\n"


class IndexerTest(unittest.TestCase):
    def setUp(self):
        scratch = scratch_folder()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.index = self.folder / "index"
        self.pages = self.folder / "pages"
        self.pages.mkdir()

    def write(self, name, content):
        data = content if isinstance(content, bytes) else content.encode()
        (self.pages / name).write_bytes(data)

    def add(self, *paths):
        return INDEXER.run("add", "--index", self.index, *(paths or [self.pages]))

    def summary(self, done):
        numbers = re.match(r"(\d+) pages: (\d+) added, (\d+) replaced, (\d+) unchanged", done.stdout)
        self.assertTrue(numbers, done.stdout + done.stderr)
        return tuple(map(int, numbers.groups()))

    def articles(self):
        done = INDEXER.run("stats", "--index", self.index)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)["articles"]

    def assert_one_line(self, done, code, *words):
        self.assertEqual(done.returncode, code, done.stderr)
        lines = done.stderr.strip().splitlines()
        self.assertEqual(len(lines), 1, done.stderr)
        for word in words:
            self.assertIn(str(word), lines[0])


class Adding(IndexerTest):
    def test_indexes_the_sample_archive_and_finds_it_sound(self):
        done = self.add(SAMPLE)
        self.assertEqual(done.returncode, 0, done.stderr)
        pages, added, replaced, unchanged = self.summary(done)
        self.assertGreaterEqual(pages, 60)
        self.assertEqual((added, replaced, unchanged), (pages, 0, 0))
        check = INDEXER.run("check", "--index", self.index)
        self.assertEqual(check.returncode, 0, check.stderr)
        self.assertIn(f"{pages} articles, 0 faults", check.stdout)
        stats = json.loads(INDEXER.run("stats", "--index", self.index).stdout)
        self.assertEqual(stats["articles"], pages)
        self.assertGreater(stats["officials"], 60)
        self.assertGreater(stats["with_locality"], 0.8 * pages)

    def test_a_second_run_writes_nothing(self):
        self.write("1.html", page("Một"))
        self.assertEqual(self.summary(self.add()), (1, 1, 0, 0))
        before = os.readlink(self.index / "current")
        self.assertEqual(self.summary(self.add()), (1, 0, 0, 1))
        self.assertEqual(os.readlink(self.index / "current"), before)

    def test_takes_up_changed_and_new_pages(self):
        self.write("1.html", page("Một"))
        self.add()
        self.write("1.html", page("Một", "Bổ sung số liệu mới."))
        self.write("2.html", page("Hai"))
        self.assertEqual(self.summary(self.add()), (2, 1, 1, 0))
        self.assertEqual(self.articles(), 2)

    def test_any_number_of_workers_gives_the_same_articles(self):
        outputs = set()
        for workers in (1, 3):
            done = INDEXER.run("extract", "--workers", workers, SAMPLE)
            self.assertEqual(done.returncode, 0, done.stderr)
            outputs.add(done.stdout)
        self.assertEqual(len(outputs), 1)

    def test_a_killed_run_leaves_the_current_build_and_the_next_goes_on(self):
        self.write("0.html", page("Không"))
        self.add()
        current = os.readlink(self.index / "current")
        for i in range(1, 1500):
            self.write(f"{i}.html", page(f"Bài số {i}"))
        process = subprocess.Popen(
            [INDEXER.program, "add", "--index", str(self.index), str(self.pages)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Its first commit makes the folder of the build in progress.
        while not (self.index / "next").exists() and process.poll() is None:
            os.sched_yield()
        process.send_signal(signal.SIGKILL)
        process.wait()
        self.assertTrue((self.index / "next").exists(), "it ended before it could be killed")
        self.assertEqual(os.readlink(self.index / "current"), current)
        self.assertEqual(self.articles(), 1)

        done = self.add()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.articles(), 1500)
        self.assertEqual(INDEXER.run("check", "--index", self.index).returncode, 0)
        self.assertFalse((self.index / "next").exists())

    def test_an_interrupted_run_says_so_and_the_next_goes_on(self):
        for i in range(1500):
            self.write(f"{i}.html", page(f"Bài số {i}"))
        process = subprocess.Popen(
            [INDEXER.program, "add", "--index", str(self.index), str(self.pages)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        while not (self.index / "next").exists() and process.poll() is None:
            os.sched_yield()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
        self.assertEqual(process.returncode, 1, errors)
        self.assertIn("interrupted after", errors)
        self.assertFalse((self.index / "current").exists())
        self.assertEqual(self.add().returncode, 0)
        self.assertEqual(self.articles(), 1500)


class AddingArchives(IndexerTest):
    """The sample archive packed gives the articles of its folder."""

    def test_a_tar(self):
        with tarfile.open(self.pages / "sample.tar.gz", "w:gz") as packed:
            packed.add(SAMPLE, "sample")
        self.assert_same_articles(self.pages / "sample.tar.gz")

    def test_a_zip_in_a_folder(self):
        with zipfile.ZipFile(self.pages / "sample.zip", "w", zipfile.ZIP_DEFLATED) as packed:
            for path in reversed(sample_files()):
                packed.write(path, path.relative_to(SAMPLE))
        self.assert_same_articles(self.pages)

    def test_a_warc(self):
        self.write("sample.warc.gz", b"".join(map(gzip.compress, self.records())))
        self.assert_same_articles(self.pages / "sample.warc.gz")

    def test_a_truncated_warc_gives_the_pages_before_its_end(self):
        packed = list(map(gzip.compress, self.records()))
        self.write("cut.warc.gz", b"".join(packed)[:-100])
        self.write("good.html", page("Tốt"))
        done = self.add()
        self.assert_one_line(done, 3, "refused:", "cut.warc.gz", "truncated gzip at byte")
        self.assertEqual(self.articles(), len(packed))

    def records(self):
        rows = (SAMPLE / "urls.tsv").read_text().splitlines()[1:]
        for name, url, captured_at in (row.split("\t") for row in rows):
            yield warc_record(url, captured_at, (SAMPLE / name).read_bytes())

    def assert_same_articles(self, packed):
        def by_url(path):
            return {line.pop("url"): line for line in INDEXER.extract(path)
                    if line.pop("source")}

        expected, found = by_url(SAMPLE), by_url(packed)
        self.assertGreater(len(expected), 60)
        self.assertEqual(found, expected)
        # An article's name in the index is its address: nothing is new in the folder.
        articles = len(expected)
        self.assertEqual(self.summary(self.add(packed)), (articles, articles, 0, 0))
        _, added, _, _ = self.summary(self.add(SAMPLE))
        self.assertEqual(added, 0)
        self.assertEqual(self.articles(), articles)


class Refusing(IndexerTest):
    def refused(self, name, content, *words):
        """The page is refused by name, its neighbour is indexed."""
        self.write(name, content)
        self.write("good.html", page("Tốt"))
        done = self.add()
        self.assert_one_line(done, 3, "refused:", name, *words)
        self.assertEqual(self.articles(), 1)

    def test_an_empty_file(self):
        self.refused("empty.html", "", "empty")

    def test_a_file_that_is_no_html(self):
        self.refused("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)

    def test_a_page_of_50_megabytes(self):
        self.refused("large.html", b"<p>x</p>" * (50 * 1024 * 1024 // 8), "bytes")

    def test_an_archive_that_is_none(self):
        for name in ("a.zip", "a.tar.xz"):
            self.refused(name, "<html><body>404</body></html>", "at byte")
            (self.pages / name).unlink()
        self.refused("a.warc.gz", "<html><body>404</body></html>", "no WARC record at byte 0")

    def test_a_page_without_an_article(self):
        self.refused("blank.html", "<html><body></body></html>")

    def test_broken_utf8_is_read_around_the_broken_bytes(self):
        self.write("broken.html", page("Hội nghị").encode().replace("trọng".encode(), b"tr\xe1\xbbng"))
        self.assertEqual(self.add().returncode, 0)
        line = INDEXER.extract(self.pages / "broken.html")[0]
        self.assertEqual(line["title"], "Hội nghị")
        self.assertIn("Ủy ban nhân dân xã đã tổ chức hội nghị", line["body"])

    def test_a_missing_folder_touches_nothing(self):
        done = self.add(self.folder / "none")
        self.assert_one_line(done, 1, self.folder / "none", "no such file or folder")
        self.assertFalse((self.index / "current").exists())

    def test_an_index_of_another_format(self):
        self.write("1.html", page("Một"))
        self.add()
        build = self.index / os.readlink(self.index / "current")
        shutil.rmtree(build)
        build.mkdir()
        (build / "iamglass").write_bytes(b"something else")
        for word in ("check", "stats"):
            self.assert_one_line(INDEXER.run(word, "--index", self.index), 1, build.name)
        self.assert_one_line(self.add(), 1, build.name)

    def test_a_missing_index(self):
        self.assert_one_line(INDEXER.run("check", "--index", self.folder / "none"), 1,
                             "no such index folder")

    def test_a_data_folder_without_tables(self):
        done = INDEXER.run("extract", "--data", self.folder, self.pages)
        self.assert_one_line(done, 1, self.folder)

    def test_a_wrong_command_line(self):
        for arguments in (["add", self.pages], ["add", "--index"], ["frobnicate"], [],
                          ["extract", "--workers", "0", self.pages]):
            self.assertEqual(INDEXER.run(*arguments).returncode, 2, arguments)

    def test_a_folder_that_cannot_be_an_index(self):
        (self.folder / "file").write_text("x")
        done = INDEXER.run("add", "--index", self.folder / "file", self.pages)
        self.assert_one_line(done, 1, self.folder / "file")


class Helping(IndexerTest):
    def test_help_names_every_command_and_the_exit_codes(self):
        done = INDEXER.run("--help")
        self.assertEqual(done.returncode, 0)
        for word in ("add", "extract", "check", "stats", "Exit codes"):
            self.assertIn(word, done.stdout)

    def test_version(self):
        self.assertRegex(INDEXER.run("--version").stdout, r"^\d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    unittest.main(verbosity=2)
