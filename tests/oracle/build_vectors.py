"""Writes tests/vectors from the sets kept here. ``--check``: say what differs from the committed files, change nothing."""

import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from vector_sets import SETS  # noqa: E402
from vector_sets.common import VECTORS  # noqa: E402

FOLDER = HERE.parent / "vectors"


def files(sets):
    VECTORS.clear()
    for build in sets:
        build()
    seen = {}
    for folder, slug, vector in VECTORS:
        path = f"{folder}/{slug.replace('.', '_').replace('-', '')}.json"
        assert path not in seen, path
        seen[path] = json.dumps(vector, ensure_ascii=False, indent=2) + "\n"
    return seen


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    expected = files(SETS)
    present = {str(path.relative_to(FOLDER)): path for path in FOLDER.rglob("*.json")}
    stale = sorted(set(present) - set(expected))
    changed = [p for p, text in expected.items() if p not in present or present[p].read_text(encoding="utf-8") != text]
    if check:
        for path in stale:
            print(f"not made by the sets: {path}")
        for path in changed:
            print(f"differs: {path}")
    else:
        for path in stale:
            present[path].unlink()
        for path in changed:
            (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
            (FOLDER / path).write_text(expected[path], encoding="utf-8")
    folders = {}
    for path in expected:
        folders[path.rsplit("/", 1)[0]] = folders.get(path.rsplit("/", 1)[0], 0) + 1
    for folder, count in sorted(folders.items()):
        print(f"{folder}: {count}")
    print(f"vectors: {len(expected)}, {len(changed)} {'differ' if check else 'written'}, {len(stale)} {'unknown' if check else 'removed'}")
    return 1 if check and (stale or changed) else 0


if __name__ == "__main__":
    sys.exit(main())
