"""What grading costs in a process that does nothing else: prints JSON for grading.py.

load_s: CPU until the first grade is there, imports left out; p95_ms: CPU an answer, rubrics seen before;
peak_mb: of the whole process, Python and NumPy included.
"""

import json
import re
import time
from pathlib import Path

import numpy as np
from grading_answers import QUESTIONS, answers

from warmstart.content.question import read_question
from warmstart.grading.grader import grade

ROUNDS = 3


def main() -> None:
    given = answers()
    slugs = sorted({each.question for each in given})
    rubrics = {
        slug: question.rubric for slug in slugs if (question := read_question(QUESTIONS / f"{slug}.md")[0])
    }
    start = time.process_time()
    grade(rubrics[slugs[0]], given[0].text)
    load = time.process_time() - start
    for rubric in rubrics.values():
        grade(rubric, "An answer that has the rubric read.")
    seconds = []
    for each in given * ROUNDS:
        start = time.process_time()
        grade(rubrics[each.question], each.text)
        seconds.append(time.process_time() - start)
    p50, p95 = (float(np.percentile(seconds, share)) * 1e3 for share in (50, 95))
    print(json.dumps({"load_s": load, "p50_ms": p50, "p95_ms": p95, "peak_mb": _peak_mb()}))


def _peak_mb() -> float:
    """Since this program began: getrusage would count what started it as well."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s*(\d+) kB", status)[1]) / 1024  # type: ignore[index]


if __name__ == "__main__":
    main()
