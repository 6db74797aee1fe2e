"""Memory of an item as it was before a go of today."""

from warmstart.recall.memory import Memory, after
from warmstart.web.standing.goes import Go
from warmstart.web.standing.settled import today_of
from warmstart.web.standing.standing import Standing


def memory_before(standing: Standing, go: Go) -> Memory | None:
    """None: it was never met before that."""
    today = today_of(standing.person, standing.at, None, standing.catalogue)
    memory = today.base.fold.course.memories.get(str(go.item))
    for earlier in today.goes:
        if earlier.id == go.id:
            break
        if earlier.item == go.item and earlier.rating is not None:
            memory = after(memory, earlier.rating, earlier.day, earlier.study_day, standing.parameters)
    return memory
