"""The grader that the learner chose: offline, until an endpoint is named."""

from warmstart.asking.endpoint import Endpoint
from warmstart.grading.grade import Grader
from warmstart.grading.grader import OfflineGrader
from warmstart.grading.model_grader import ModelGrader


def chosen_grader(url: str, model: str, key: str, seconds: float) -> Grader:
    """Without a `url` nothing is ever sent. Keep it: it remembers how its endpoint likes to be asked."""
    offline = OfflineGrader()
    if not url:
        return offline
    return ModelGrader(Endpoint(url, model, key, seconds), offline, f"The model {model or url}")
