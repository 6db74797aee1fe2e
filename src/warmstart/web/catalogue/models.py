"""An index of installed packs. It can be dropped and made again at any time; nothing of a person is in it."""

from django.db import models

from warmstart.web.catalogue.strength import Strength


class IndexedPack(models.Model):
    """A pack as it was when last read. `fingerprint`: of its files' names, sizes and times."""

    id = models.CharField(primary_key=True, max_length=100)
    title = models.CharField(max_length=200)
    path = models.CharField(max_length=1000)
    fingerprint = models.CharField(max_length=64)


class IndexedSkill(models.Model):
    """A node of the skill map; `place` is its rank there. `area_key`: the area's id, `area` its title.

    `needs`: ids of its direct prerequisites. `mark`, `why`: as in skills.toml.
    """

    id = models.CharField(primary_key=True, max_length=100)
    title = models.CharField(max_length=200)
    area = models.CharField(max_length=200)
    area_key = models.CharField(max_length=100, default="")
    mark = models.CharField(max_length=1, default="M")
    why = models.TextField(default="")
    needs = models.JSONField(default=list)
    place = models.PositiveIntegerField()
    pack = models.ForeignKey(IndexedPack, on_delete=models.CASCADE, related_name="skills")

    class Meta:
        ordering = ["place"]


class IndexedProblem(models.Model):
    """A problem that can be browsed. `content_hash`: of the files that a page is made from.

    `place`: rank of its primary skill in the skill map. `strength_found`: what `strength_of` says.
    """

    id = models.UUIDField(primary_key=True)
    pack = models.ForeignKey(IndexedPack, on_delete=models.CASCADE, related_name="problems")
    slug = models.SlugField(max_length=100)
    title = models.CharField(max_length=200)
    difficulty = models.CharField(max_length=10)
    minutes = models.PositiveIntegerField()
    status = models.CharField(max_length=10)
    kind = models.CharField(max_length=10, default="code")
    version = models.PositiveIntegerField()
    place = models.PositiveIntegerField()
    search = models.TextField()
    content_hash = models.CharField(max_length=64)
    strength_found = models.JSONField(default=dict)
    skills = models.ManyToManyField(IndexedSkill, through="Training", related_name="problems")

    @property
    def strength(self) -> Strength | None:
        """None: nothing was ever proved."""
        return Strength(**self.strength_found) if self.strength_found else None

    class Meta:
        ordering = ["place", "slug"]
        indexes = [models.Index(fields=["status", "place"])]


class IndexedQuestion(models.Model):
    """A question that can be browsed. `skills`: ids, the primary one first; `place`: its rank in the map.

    `content_hash`: of its file.
    """

    id = models.UUIDField(primary_key=True)
    pack = models.ForeignKey(IndexedPack, on_delete=models.CASCADE, related_name="questions")
    slug = models.SlugField(max_length=100)
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    form = models.CharField(max_length=10)
    difficulty = models.CharField(max_length=10)
    minutes = models.PositiveIntegerField()
    status = models.CharField(max_length=10)
    version = models.PositiveIntegerField()
    skills = models.JSONField(default=list)
    place = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["place", "slug"]


class Training(models.Model):
    """That a problem trains a skill; `place` 0 is the primary one."""

    problem = models.ForeignKey(IndexedProblem, on_delete=models.CASCADE)
    skill = models.ForeignKey(IndexedSkill, on_delete=models.CASCADE)
    place = models.PositiveIntegerField()

    class Meta:
        ordering = ["place"]
