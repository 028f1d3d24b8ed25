"""Fails when the tree breaks a promise that no compiler checks:

- the top level holds only what ARCHITECTURE allows,
- every path that a .md file names in `code` or as a link exists,
- every test source is listed in a CMakeLists.txt,
- no source is over its length, no drawer names, no words that must not ship.
"""

import pathlib
import re
import subprocess
import sys

TOP_LEVEL = {"CMakeLists.txt", "indexer", "searchd", "web", "tests", "data", "README.md", "dev",
             "LICENSE", "CHANGELOG.md", "CMakePresets.json", ".ci", ".clang-format", ".clang-tidy",
             ".gitignore", ".gitattributes"}
DRAWERS = re.compile(r"(^|/)(util|utils|common|helpers?|misc|tools)(/|\.|$)")
PATH_IN_TEXT = re.compile(r"`([\w.-]+(?:/[\w.-]+)+/?)`|\]\(([^)#:]+)\)")
ROOTS = ("indexer/", "searchd/", "web/", "tests/", "data/", ".ci/")
BUILT = ("web/dist", "web/node_modules", "tests/web/node_modules")
MAX_LINES = 400


def tracked(root: pathlib.Path) -> list[str]:
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-co", "--exclude-standard"],
                            capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [name for name in listed.stdout.splitlines() if (root / name).exists()]
    return [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()
            and not path.relative_to(root).as_posix().startswith(("build/", *BUILT))]


def missing_paths(root: pathlib.Path, name: str) -> list[str]:
    missing = []
    for found in PATH_IN_TEXT.finditer((root / name).read_text()):
        path = found[1] or found[2]
        if found[1] and not path.startswith(ROOTS):
            continue
        if path.startswith(BUILT):
            continue
        if not (root / path).exists() and not (root / name).parent.joinpath(path).exists():
            missing.append(f"{name}: names {path}, which does not exist")
    return missing


def check(root: pathlib.Path) -> list[str]:
    files = tracked(root)
    faults = [f"{top}: not a name of the top level" for top in
              sorted({name.split("/")[0] for name in files} - TOP_LEVEL)]
    cmake = (root / "tests/CMakeLists.txt").read_text()
    for name in files:
        if DRAWERS.search(name.lower()):
            faults.append(f"{name}: a drawer, not a noun")
        if name.endswith(".md"):
            faults += missing_paths(root, name)
        if name.startswith("tests/") and name.endswith(".cc"):
            named = re.match(r"tests/(?:fuzz/(fuzz)|bench/(bench))_(\w+)\.cc", name)
            kind = named and {"fuzz": "fuzzer", "bench": "benchmark"}[named[1] or named[2]]
            listed = f"tinlang_add_{kind}({named[3]} " if named else name.removeprefix("tests/")
            if listed not in cmake:
                faults.append(f"{name}: not in tests/CMakeLists.txt, so it never runs")
        if name.endswith((".cc", ".h", ".ts", ".tsx", ".py", ".mjs", ".css")):
            lines = len((root / name).read_text().splitlines())
            if lines > MAX_LINES:
                faults.append(f"{name}: {lines} lines, more than {MAX_LINES}")
    return faults


faults_found = check(pathlib.Path(sys.argv[1]))
print("\n".join(faults_found) or "the tree is in order")
sys.exit(bool(faults_found))
