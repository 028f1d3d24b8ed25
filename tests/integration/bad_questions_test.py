"""Questions that nobody means: each gets an answer or a clear refusal, soon, from a server that lives on.

The bound on time is far above what any of them takes, and far below what an
explosion of alternatives, of brackets or of backtracking would take.
"""

import http.client
import json
import os
import pathlib
import subprocess
import sys
import time
import unittest
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from support.programs import TIMEOUT_SECONDS, Searchd, scratch_folder  # noqa: E402

MOST_SECONDS = 10
ARTICLES = 200
MOST_BYTES = 2_000  # of a question

# What must be answered, as it is percent-encoded.
ANSWERED = {
    "nothing": "",
    "spaces": "%20%09%0A%C2%A0%E3%80%80",
    "only stop words": urllib.parse.quote("và của là thì mà các những"),
    "only punctuation": urllib.parse.quote("?!.,;:-–…\"'()[]{}<>|&@#%^~`"),
    "one star": "*",
    "stars": "*" * MOST_BYTES,
    "a star before a word": "*x%C3%A3",
    "escapes of surrogates as text": urllib.parse.quote("\\ud800 \\udfff \\u0000"),
    "a term over 245 bytes": "a" * 300,
    "a marked term over 245 bytes": urllib.parse.quote("ế" * 300),
    "a long prefix": "a" * 300 + "*",
    "a long phrase of one word": "%22" + "a" * 300 + "%22",
    "a long word of the title": "title:" + "b" * 300,
    "brackets that open": "(" * MOST_BYTES,
    "brackets that close": ")" * MOST_BYTES,
    "brackets in pairs": "()" * (MOST_BYTES // 2),
    "nested words": "(a%20" * (MOST_BYTES // 3),
    "quotes": "%22" * MOST_BYTES,
    "exclusions": "-" * MOST_BYTES,
    "operators": "OR%20" * (MOST_BYTES // 3),
    "one word often": "a%20" * (MOST_BYTES // 2),
    "one place often": urllib.parse.quote("Thanh Chương " * 120),
    "one date often": urllib.parse.quote("tháng 5/2023 " * 120),
    "many words": "%20".join(f"w{i}" for i in range(350)),
    "many prefixes": "%20".join(f"{a}{b}*" for a in "abcdefghijklm" for b in "abcdefghijklm")[:1_900],
    "many phrases": "%22a%20b%22%20" * 200,
    "many twins": urllib.parse.quote('"' + "kĩ lí mĩ quí " * 90 + '"'),
    "marks without letters": urllib.parse.quote("\u0301" * 900),
    "zero width and direction": urllib.parse.quote("\u200b\u200d\u202e\u2066\ufeff" * 100),
    "beyond the first plane": urllib.parse.quote("\U0001f600\U0010ffff" * 200),
}

# What must be refused as the reader's mistake.
REFUSED = {
    "a megabyte": "a" * 1_000_000,
    "a byte too many": "a" * (MOST_BYTES + 1),
    "ten thousand brackets": "(" * 10_000,
    "a NUL": "%00",
    "a NUL inside": "x%C3%A3%00c%E1%BA%A7u",
    "a surrogate in UTF-8": "%ED%A0%80",
    "a lone continuation byte": "%80",
    "an overlong form": "%C0%AF",
    "beyond Unicode": "%F4%90%80%80",
    "a cut letter": "x%C3",
}
REFUSALS = (400, 413, 414, 431)


def record(number):
    return {"name": f"n{number}", "title": f"Tin số {number}", "locality": ["40", "428"],
            "body": "Xã xây cầu mới. aa ab ba bb cc dd ee.", "officials": []}


class BadQuestionsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = scratch_folder()
        cls.addClassCleanup(scratch.cleanup)
        index = pathlib.Path(scratch.name) / "index"
        lines = "\n".join(json.dumps(record(number)) for number in range(ARTICLES))
        subprocess.run([os.environ["TINLANG_WRITE_RECORDS"], str(index)], input=lines, text=True,
                       capture_output=True, check=True, timeout=TIMEOUT_SECONDS)
        cls.searchd = Searchd(os.environ["TINLANG_SEARCHD"], index)
        cls.addClassCleanup(cls.searchd.__exit__)

    def status_of(self, path, encoded):
        """The status of a question sent as these bytes; the answer must come in time."""
        host = urllib.parse.urlsplit(self.searchd.address).netloc
        connection = http.client.HTTPConnection(host, timeout=TIMEOUT_SECONDS)
        self.addCleanup(connection.close)
        begun = time.monotonic()
        try:
            connection.request("GET", f"{path}?q={encoded}")
            answer = connection.getresponse()
            body = answer.read()
        except (BrokenPipeError, ConnectionResetError):
            return 413  # hung up on before the request was whole
        self.assertLess(time.monotonic() - begun, MOST_SECONDS)
        if answer.status in (200, 400):
            json.loads(body)
        return answer.status

    def assert_alive(self):
        self.assertEqual(self.searchd.search("xây cầu", limit=1)["total"], ARTICLES)

    def test_answers_what_is_odd_but_well_formed(self):
        for name, encoded in ANSWERED.items():
            for path in ("/api/v1/search", "/api/v1/suggest"):
                with self.subTest(question=name, path=path):
                    self.assertEqual(self.status_of(path, encoded), 200)
        self.assert_alive()

    def test_refuses_what_is_too_long_or_malformed(self):
        for name, encoded in REFUSED.items():
            for path in ("/api/v1/search", "/api/v1/suggest"):
                with self.subTest(question=name, path=path):
                    self.assertIn(self.status_of(path, encoded), REFUSALS)
        self.assert_alive()

    def test_a_word_of_any_length_is_found_by_itself_alone(self):
        self.assertEqual(self.searchd.search("a" * 300)["total"], 0)
        self.assertEqual(self.searchd.search("*")["total"], self.searchd.search("")["total"])


if __name__ == "__main__":
    unittest.main()
