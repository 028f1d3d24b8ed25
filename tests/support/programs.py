"""Runs the real programs for tests: a fresh folder, a free port, nothing left behind."""

import contextlib
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "sample"
SEEDS = ROOT.parent / "shared" / "seeds"
TIMEOUT_SECONDS = 120


class Indexer:
    """tinlang-indexer at `program`."""

    def __init__(self, program):
        self.program = str(pathlib.Path(program).resolve())

    def run(self, *arguments, **options):
        """The finished process, with its text output; any exit code."""
        command = [self.program, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False,
                              timeout=TIMEOUT_SECONDS, **options)

    def add(self, index, *paths):
        """An index of `paths`; fails the test unless every page was taken."""
        done = self.run("add", "--index", index, *paths)
        assert done.returncode == 0, done.stderr
        return done

    def extract(self, *paths):
        """The JSON objects of the pages that could be read."""
        done = self.run("extract", *paths)
        assert done.returncode in (0, 3), done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]


class Answer:
    """Status, headers and decoded JSON body of one HTTP answer."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)


def write_records(index, records):
    """Adds records as write_records.cc describes them and returns the id of the new build."""
    lines = "\n".join(json.dumps(record) for record in records)
    done = subprocess.run([os.environ["TINLANG_WRITE_RECORDS"], str(index)], input=lines, text=True,
                          capture_output=True, check=True, timeout=TIMEOUT_SECONDS)
    return done.stdout.strip()


class Searchd:
    """tinlang-searchd, listening once the object exists. Use with `with`."""

    def __init__(self, program, index, *arguments):
        command = [str(program), "--index", str(index), "--listen", "127.0.0.1:0",
                   *map(str, arguments)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        text=True)
        line = self.process.stdout.readline()
        if "http://" not in line:
            _, errors = self.process.communicate(timeout=TIMEOUT_SECONDS)
            raise RuntimeError(f"tinlang-searchd did not start: {line}{errors}")
        self.address = line[line.index("http://"):].strip()

    def get(self, path, **parameters):
        """A GET request; a list as a value repeats its parameter."""
        query = urllib.parse.urlencode(parameters, doseq=True)
        url = self.address + path + ("?" + query if query else "")
        try:
            with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read())

    def search(self, question="", **parameters):
        answer = self.get("/api/v1/search", q=question, **parameters)
        assert answer.status == 200, answer.body
        return answer.json

    def stop(self):
        """Asks it to end and gives its exit code and what it wrote to standard error."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        _, errors = self.process.communicate(timeout=TIMEOUT_SECONDS)
        return self.process.returncode, errors

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with contextlib.suppress(ValueError):  # its pipes are closed after stop()
            self.stop()


def scratch_folder():
    """A fresh folder, as a context manager that gives its path."""
    return tempfile.TemporaryDirectory(prefix="tinlang-")
