"""A report that is committed: rewritten on request, otherwise compared."""

import difflib
import os


def faults_of_report(path, report):
    """A list with one fault when the report at `path` is not `report`; prints how they differ.

    With TINLANG_RENEW_GOLDEN=1 in the environment the file is rewritten first.
    """
    if os.environ.get("TINLANG_RENEW_GOLDEN") == "1":
        path.write_text(report, encoding="utf-8")
    committed = path.read_text(encoding="utf-8") if path.exists() else ""
    changed = list(difflib.unified_diff(committed.splitlines(), report.splitlines(), "committed",
                                        "now", lineterm="", n=0))
    print("\n".join(changed) if changed else report.split("\n\n\n")[0])
    if not changed:
        return []
    return [f"{path.name} is not what the programs give: run ./dev renew, read its diff"]
