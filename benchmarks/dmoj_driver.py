"""DMOJ's own judge, kept running, given one submission after another. Run by the Python that has `dmoj`.

    python dmoj_driver.py CONFIG PROBLEM < sources

CONFIG: its settings file, which names the folder of problems. A line on standard input is the JSON of a
source; the answer is a line of JSON {"codes": [one a case], "seconds"}, from the hand-over to DMOJ's
`grading-end`. It refuses to run as root.
"""

import json
import sys
import time
from typing import cast

from dmoj import executors, judgeenv
from dmoj.cli import LocalPacketManager
from dmoj.judge import Judge, Submission
from dmoj.packet import PacketManager


class Packets(LocalPacketManager):
    """What DMOJ would tell its site."""

    def __init__(self) -> None:
        super().__init__(None)
        self.codes: list[str] = []
        self.ended = 0.0

    def test_case_status_packet(self, position, result):
        self.codes.append(result.readable_codes()[0])

    def compile_error_packet(self, log):
        self.codes.append("CE")
        self.ended = time.perf_counter()

    def internal_error_packet(self, message):
        print(message, file=sys.stderr)

    def grading_end_packet(self) -> None:
        self.ended = time.perf_counter()


def main() -> None:
    config, problem = sys.argv[1:]
    sys.argv[1:] = ["-c", config, "-e", "PY3", "--skip-self-test"]
    judgeenv.load_env(cli=True)
    executors.load_executors()
    packets = Packets()
    judge = Judge(cast(PacketManager, packets))
    print(json.dumps({"executors": sorted(executors.executors)}), flush=True)
    for number, line in enumerate(sys.stdin):
        packets.codes = []
        submission = Submission(number, problem, "PY3", json.loads(line), 5.0, 262144, False, {})
        started = time.perf_counter()
        judge.begin_grading(submission, report=lambda text: None, blocking=True)
        print(json.dumps({"codes": packets.codes, "seconds": packets.ended - started}), flush=True)


if __name__ == "__main__":
    main()
