"""Runs the program under test: lines in on a thread, lines out here, so that no pipe fills up; counts and prints differences."""

import argparse
import csv
import json
import queue
import subprocess
import sys
import threading
from collections import Counter

CHUNK = 2000


def arguments(description, **defaults):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--program", required=True, help="path of the apurement command")
    parser.add_argument("--seed", type=int, default=1)
    for name, value in defaults.items():
        parser.add_argument(f"--{name}", type=int, default=value)
    return parser.parse_args()


class Tally:
    """Counts; keeps the first ten differences."""

    def __init__(self, name):
        self.name, self.passed, self.failed = name, 0, 0

    def judge(self, difference, shown):
        if difference is None:
            self.passed += 1
            return
        self.failed += 1
        if self.failed <= 10:
            print(f"difference {self.failed}: {difference}\n  in {shown}")

    def end(self):
        print(f"oracle {self.name}: {self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0


def exchange(command, pairs, head=None):
    """Feed the first of each (line, expected) pair to the command; give (line, expected, text line out) in order.

    ``head`` is written first and its own line out is skipped. The last items have None where the program stopped short.
    """
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    waiting = queue.Queue(maxsize=200)
    complaints, failures = [], []

    def feed():
        try:
            if head is not None:
                process.stdin.write(head + "\n")
            chunk = []
            for pair in pairs:
                chunk.append(pair)
                if len(chunk) == CHUNK:
                    waiting.put(chunk)
                    process.stdin.write("".join(line + "\n" for line, _ in chunk))
                    chunk = []
            waiting.put(chunk)
            process.stdin.write("".join(line + "\n" for line, _ in chunk))
            process.stdin.close()
        except BrokenPipeError:
            pass
        except Exception as error:  # a fault of the oracle must not pass for a short run
            failures.append(error)
        finally:
            waiting.put(None)

    def listen():
        for line in process.stderr:
            complaints.append(line)
            del complaints[:-20]

    threads = [threading.Thread(target=feed, daemon=True), threading.Thread(target=listen, daemon=True)]
    for thread in threads:
        thread.start()
    if head is not None:
        process.stdout.readline()
    while (chunk := waiting.get()) is not None:
        for line, expected in chunk:
            out = process.stdout.readline()
            yield line, expected, out.rstrip("\r\n") if out else None
    if failures:
        process.kill()
        raise failures[0]
    extra = process.stdout.readline()
    status = process.wait()
    if extra:
        yield "(end of input)", None, extra.rstrip("\n")
    if status:
        print(f"exit status {status}: {''.join(complaints).strip()[:500]}", file=sys.stderr)
        yield "(exit status)", None, f"status {status}"


def judge_answers(command, pairs, judge, tally):
    """Documents in, JSON answers out: what ``judge(document, answer)`` finds different, None for nothing."""
    for line, document, out in exchange(command, pairs):
        if document is None:
            tally.judge(f"unexpected {out}", line)
        elif out is None:
            tally.judge("no answer", line)
        else:
            try:
                told = judge(document, json.loads(out))
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                told = f"answer of another shape: {error!r} in {out[:300]}"
            tally.judge(told, line)


def check_documents(description, name, cases, documents, judge):
    """The whole of a check of random documents: its options, the exchange, what was drawn when asked, the exit status.

    ``documents(count, seed, census)`` gives (line, document) pairs and counts in the census what it draws."""
    options = arguments(description, cases=cases, verbose=0)
    tally, census = Tally(name), Counter()
    command = [options.program, "evaluate", "--jsonl", "--json"]
    judge_answers(command, documents(options.cases, options.seed, census), judge, tally)
    if options.verbose:
        for found, count in sorted(census.items()):
            print(f"{found}: {count}")
    return tally.end()


def compare_columns(name, command, header, rows, tally):
    """CSV rows: the last columns of each line out against what is expected.

    Expected: texts, compared as they are; None, anything; a set, names of which one must open the error column ("name: message").
    """
    for line, expected, out in exchange(command, rows, header):
        if expected is None:
            tally.judge(f"{name}: unexpected {out}", line)
            continue
        if out is None:
            tally.judge(f"{name}: no line out", line)
            continue
        if '"' in out:
            found = next(csv.reader([out]))[-len(expected) :]
        else:
            found = out.split(",")[-len(expected) :]
        difference = None
        for place, want in enumerate(expected):
            have = found[place] if place < len(found) else "(absent)"
            if isinstance(want, set):
                if have.split(":")[0] not in want:
                    difference = f"{name}: error {sorted(want)} expected, {have!r} found"
            elif want is not None and have != want:
                difference = f"{name}: {','.join(map(str, expected))} expected, {','.join(found)} found"
        tally.judge(difference, f"{line} -> {out}")
