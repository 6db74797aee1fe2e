"""The doors of this slice: skills are everybody's, what was done is one's own."""

from django.http import Http404

from warmstart.web.standing.facts import SkillFacts
from warmstart.web.standing.standing import Standing


def skill_called(standing: Standing, skill: str) -> SkillFacts:
    """Http404: no pack has it."""
    found = standing.skills.get(skill)
    if found is None:
        raise Http404(skill)
    return found
