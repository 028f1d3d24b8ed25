"""Archives that are broken, hostile or odd, each a real file beside one good page: the good page
is indexed, what is refused is named in one line, time and memory stay bounded."""

import gzip
import io
import json
import os
import pathlib
import resource
import sys
import tarfile
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support.programs import Indexer, scratch_folder  # noqa: E402

INDEXER = Indexer(os.environ["TINLANG_INDEXER"])
MOST_MEMORY = 2 * 1024 ** 3
MIB = 1024 * 1024
BODY = ("<p>Sáng 8/5/2023, xã tổ chức hội nghị triển khai nhiệm vụ trọng tâm của quý II tại nhà văn hóa.</p>"
        "<p>Các đại biểu đã thảo luận và thống nhất nhiều nội dung quan trọng của địa phương.</p>")


def page(title, before="", body=BODY):
    return (f'<html><head><meta charset="utf-8"><title>{title}</title></head><body>{before}'
            f"<h1>{title}</h1>{body}</body></html>").encode()


def warc(*bodies):
    records = []
    for number, body in enumerate(bodies):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
        records.append(("WARC/1.0\r\nWARC-Type: response\r\n"
                        f"WARC-Target-URI: http://xa.example.vn/{number}\r\n"
                        "WARC-Date: 2026-01-05T03:00:00Z\r\n"
                        "Content-Type: application/http; msgtype=response\r\n"
                        f"Content-Length: {len(http)}\r\n\r\n").encode() + http + b"\r\n\r\n")
    return records


def tar(*members, mode="w:gz"):
    """`members`: (name, bytes) or a ready TarInfo."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
                continue
            info = tarfile.TarInfo(member[0])
            info.size = len(member[1])
            archive.addfile(info, io.BytesIO(member[1]))
    return packed.getvalue()


def link(name, target):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = tarfile.SYMTYPE, target
    return info


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


class BadArchives(unittest.TestCase):
    def setUp(self):
        scratch = scratch_folder()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.pages = self.folder / "pages"
        self.pages.mkdir()
        self.write("good.html", page("Trang lành lặn của xã"))

    def write(self, name, data):
        (self.pages / name).write_bytes(data)

    def titles(self, *refusals):
        """Of the indexed pages; each line of `refusals` names words of one refusal, in order."""
        done = INDEXER.run("add", "--index", self.folder / "index", self.pages,
                           preexec_fn=limit_memory)
        lines = done.stderr.splitlines()
        self.assertEqual(len(lines), len(refusals), done.stderr[:2000])
        for line, words in zip(lines, refusals):
            self.assertTrue(line.startswith("refused: "), line)
            for word in words:
                self.assertIn(word, line)
        self.assertEqual(done.returncode, 3 if refusals else 0, done.stderr)
        read = INDEXER.run("extract", self.pages, preexec_fn=limit_memory).stdout
        lines = [json.loads(line) for line in read.splitlines()]
        stats = INDEXER.run("stats", "--index", self.folder / "index").stdout
        self.assertEqual(json.loads(stats)["articles"], len(lines))
        return sorted(line["title"] for line in lines)

    def assert_all_read(self, *titles):
        self.assertEqual(self.titles(), sorted([*titles, "Trang lành lặn của xã"]))

    def test_nesting_of_100000_elements(self):
        self.write("deep.warc", b"".join(warc(page("Trang rất sâu của xã", "<div><b>" * 50_000),
                                              page("Trang sau trang sâu"))))
        self.assert_all_read("Trang rất sâu của xã", "Trang sau trang sâu")

    def test_pages_of_50_megabytes(self):
        large = b"<p>x</p>" * (50 * MIB // 8)
        self.write("a.tar.gz", tar(("to.html", large), ("nho.html", page("Trang nhỏ trong tar"))))
        self.write("b.warc.gz", b"".join(map(gzip.compress, warc(large, page("Trang nhỏ trong WARC")))))
        self.assertEqual(self.titles(("a.tar.gz#to.html", "bytes"), ("b.warc.gz#1", "bytes")),
                         ["Trang lành lặn của xã", "Trang nhỏ trong WARC", "Trang nhỏ trong tar"])

    def test_archives_that_end_early(self):
        whole = b"".join(map(gzip.compress, warc(page("Bản ghi đầu của WARC"), page("Bản ghi hai"))))
        self.write("a.warc.gz", whole[:-40])
        members = (("1.html", page("Thành viên đầu của tar")), ("2.html", os.urandom(500_000)))
        self.write("b.tar.gz", tar(*members)[:-50_000])
        self.assertEqual(self.titles(("a.warc.gz", "byte"), ("b.tar.gz", "byte")),
                         ["Bản ghi đầu của WARC", "Thành viên đầu của tar", "Trang lành lặn của xã"])

    def test_bombs(self):
        with zipfile.ZipFile(self.pages / "a.zip", "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("0.html", page("Trang trước quả bom"))
            for number in range(12):
                packed.writestr(f"bom/{number}.bin.html", b"<p>" + bytes(15 * MIB))
        done = INDEXER.run("extract", self.pages, preexec_fn=limit_memory)
        titles = sorted(json.loads(line)["title"] for line in done.stdout.splitlines())
        self.assertEqual(titles, ["Trang lành lặn của xã", "Trang trước quả bom"])
        self.assertIn("a.zip: ", done.stderr)
        self.assertIn("200 times", done.stderr)
        self.assertEqual(done.returncode, 3)

    def test_paths_that_lead_out(self):
        outside = self.folder / "outside.html"
        self.write("a.tar.gz", tar((str(outside), page("Đường dẫn tuyệt đối")),
                                   ("../../outside.html", page("Đường dẫn đi lên")),
                                   ("a\n\x1b[2Jb.html", page("Tên có ký tự điều khiển"))))
        self.assert_all_read("Đường dẫn tuyệt đối", "Đường dẫn đi lên", "Tên có ký tự điều khiển")
        self.assertFalse(outside.exists())
        self.assertEqual([path.name for path in self.pages.parent.rglob("outside.html")], [])

    def test_links_that_lead_in_circles(self):
        (self.pages / "loop").symlink_to(self.pages, target_is_directory=True)
        (self.pages / "self.html").symlink_to(self.pages / "self.html")
        self.write("a.tar.gz", tar(link("x.html", "y.html"), link("y.html", "x.html"),
                                   link("d", "."), ("d/z.html", page("Tệp sau các liên kết vòng"))))
        self.assert_all_read("Tệp sau các liên kết vòng")

    def test_attributes_of_a_megabyte(self):
        before = (f'<img src="data:image/png;base64,{"A" * MIB}"><div class="{"x " * (MIB // 2)}"'
                  f'{"".join(f" a{n}" for n in range(100_000))}></div>')
        self.write("a.warc", b"".join(warc(page("Trang có thuộc tính dài", before))))
        self.assert_all_read("Trang có thuộc tính dài")

    def test_nuls_and_mixed_encodings(self):
        broken = page("Trang có byte rỗng").replace("hội nghị".encode(), b"h\0\xc3\xb4\xe1\xbb\x99i ngh\xe1\xbb")
        pasted = BODY + "<p>" + "Ủy ban nhân dân xã báo cáo.".encode("utf-16-le").decode("latin-1") + "</p>"
        legacy = "Saùng ngaøy 8 thaùng 5, huyeän uûy toå chöùc hoäi nghò sô keát coâng taùc xaây döïng ñaûng. " * 3
        self.write("a.html", broken)
        self.write("b.html", page("Trang có hai bảng mã", body=BODY + f"<p>{legacy}</p>"))
        self.write("c.html", page("Trang có chữ dán lạ", body=pasted))
        self.assert_all_read("Trang có byte rỗng", "Trang có hai bảng mã", "Trang có chữ dán lạ")
        bodies = [line["body"] for line in INDEXER.extract(self.pages / "b.html")]
        self.assertIn("huyện ủy tổ chức hội nghị sơ kết", bodies[0])
        self.assertIn("Sáng 8/5/2023, xã tổ chức", bodies[0])

    def test_pages_without_an_article_are_counted(self):
        entries = "".join(f'<h2><a href="/{n}">Hội nghị triển khai nhiệm vụ số {n} của xã</a></h2><p>0{n}/05/2021 '
                          f"08:30</p><p>Các đại biểu đã thảo luận và thống nhất nhiều nội dung số {n} quan trọng "
                          "của địa phương.</p>" for n in range(1, 8))
        self.write("list.html", page("Tin hoạt động", body=entries))
        done = INDEXER.run("add", "--index", self.folder / "index", self.pages)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("1 without an article, 0 refused", done.stdout)


if __name__ == "__main__":
    unittest.main()
