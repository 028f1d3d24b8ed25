"""Fails when a file includes a room or a library that its room must not know.

The table is the architecture: a room's row lists all that it may include. Run
with the repository's root; with --self-test it proves that it can fail.
"""

import pathlib
import re
import sys
import tempfile

RESULT, TABLES, DIGEST = "indexer/result", "indexer/tables", "indexer/digest"
TEXT, CALENDAR, SCHEMA = "indexer/text", "indexer/calendar", "indexer/schema"
GAZETTEER, ARCHIVE, ARTICLE = "indexer/gazetteer", "indexer/archive", "indexer/article"
ENTITIES, WRITER, COMMANDS = "indexer/entities", "indexer/writer", "indexer/commands"
OFFICIALS, SEARCH, HTTP = "searchd/officials", "searchd/search", "searchd/http"
SHARED = {RESULT, TABLES, DIGEST, TEXT, CALENDAR, SCHEMA, GAZETTEER}

# room: the rooms and outside libraries that its files may include
ALLOWED = {
    RESULT: {"fmt", "tl"},
    DIGEST: {"openssl"},
    TABLES: {RESULT, "fmt"},
    TEXT: {RESULT, TABLES, "unicode", "fmt"},
    CALENDAR: {RESULT, TEXT, "fmt"},
    SCHEMA: {RESULT, DIGEST, TEXT, CALENDAR, "xapian", "nlohmann", "zstd", "fmt"},
    GAZETTEER: {RESULT, TABLES, TEXT, "fmt"},
    ARCHIVE: {RESULT, TABLES, "fmt", "archive", "brotli", "zstd"},
    ARTICLE: {RESULT, DIGEST, TEXT, CALENDAR, ARCHIVE, "gumbo", "unicode", "nlohmann", "fmt"},
    ENTITIES: {RESULT, TABLES, TEXT, CALENDAR, GAZETTEER, ARTICLE, "fmt"},
    WRITER: {RESULT, DIGEST, TEXT, CALENDAR, SCHEMA, ARTICLE, ENTITIES, "xapian", "fmt"},
    COMMANDS: {RESULT, TABLES, TEXT, CALENDAR, GAZETTEER, ARCHIVE, ARTICLE, ENTITIES, WRITER,
               "nlohmann", "fmt"},
    "indexer": {RESULT, COMMANDS, WRITER, "CLI", "nlohmann", "fmt"},
    OFFICIALS: {RESULT, TABLES, GAZETTEER, "fmt"},
    SEARCH: {*SHARED, OFFICIALS, "xapian", "roaring", "fmt"},
    HTTP: {RESULT, TEXT, CALENDAR, SCHEMA, GAZETTEER, SEARCH, "httplib", "nlohmann", "fmt", "tl"},
    "searchd": {*SHARED, OFFICIALS, SEARCH, HTTP, "CLI", "spdlog", "fmt"},
}
# Only these name third-party types in headers that other rooms include (rule R3).
PUBLIC_LIBRARIES = {SCHEMA: {"xapian"}, WRITER: {"xapian"}, RESULT: {"fmt", "tl"}}
LIBRARIES = ("unicode", "xapian", "gumbo", "httplib", "archive", "brotli", "zstd", "openssl", "nlohmann",
             "roaring", "CLI", "spdlog", "fmt", "tl")
INCLUDE = re.compile(r'\s*#\s*include\s*[<"]([^>"]+)[>"]')


def room_of(path: str) -> str | None:
    """The room that an include path or a file lies in; None for foreign paths."""
    parts = path.split("/")
    if parts[0] not in ("indexer", "searchd"):
        return None
    return "/".join(parts[:2]) if len(parts) > 2 else parts[0]


def library_of(include: str) -> str | None:
    head = include.split("/")[0].split(".")[0]
    return head if head in LIBRARIES else None


def broken_rules(root: pathlib.Path) -> list[str]:
    broken = []
    for path in sorted(root.glob("indexer/**/*")) + sorted(root.glob("searchd/**/*")):
        if path.suffix not in (".h", ".cc"):
            continue
        name = path.relative_to(root).as_posix()
        room = room_of(name)
        if room not in ALLOWED:
            broken.append(f"{name}: no row for the room {room}")
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            include = INCLUDE.match(line)
            if not include:
                continue
            target = room_of(include[1]) or library_of(include[1])
            if target and target != room and target not in ALLOWED[room]:
                broken.append(f"{name}:{number}: {room} must not include {target}")
            library = library_of(include[1])
            if path.suffix == ".h" and library and is_entrance(root, name) \
                    and library not in PUBLIC_LIBRARIES.get(room, set()):
                broken.append(f"{name}:{number}: {library} in a header that other rooms include")
    return broken


def is_entrance(root: pathlib.Path, header: str) -> bool:
    """Whether a room other than its own includes the header."""
    for path in list(root.glob("indexer/**/*")) + list(root.glob("searchd/**/*")):
        if path.suffix in (".h", ".cc") and room_of(path.relative_to(root).as_posix()) != \
                room_of(header) and f'#include "{header}"' in path.read_text():
            return True
    return False


def self_test() -> int:
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in {
            "indexer/text/a.cc": "#include <xapian.h>\n",
            "searchd/search/b.cc": '#include "indexer/article/article.h"\n',
            "indexer/gazetteer/c.h": "#include <unicode/unistr.h>\n",
            "indexer/drawer/d.cc": "\n",
            "searchd/search/e.cc": '#include <xapian.h>\n#include "indexer/schema/fields.h"\n',
        }.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        found = broken_rules(root)
    expected = ["indexer/drawer/d.cc: no row", "indexer/gazetteer/c.h:1:", "indexer/text/a.cc:1:",
                "searchd/search/b.cc:1:"]
    good = len(found) == len(expected) and all(map(str.startswith, found, expected))
    print("the check can fail" if good else f"self-test: found {found}")
    return not good


def main() -> int:
    if "--self-test" in sys.argv:
        return self_test()
    broken = broken_rules(pathlib.Path(sys.argv[1]))
    print("\n".join(broken) or "include rules hold")
    return bool(broken)


sys.exit(main())
