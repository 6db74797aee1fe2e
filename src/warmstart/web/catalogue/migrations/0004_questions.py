import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0003_kind"),
    ]

    operations = [
        migrations.CreateModel(
            name="IndexedQuestion",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("slug", models.SlugField(max_length=100)),
                ("title", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=10)),
                ("form", models.CharField(max_length=10)),
                ("difficulty", models.CharField(max_length=10)),
                ("minutes", models.PositiveIntegerField()),
                ("status", models.CharField(max_length=10)),
                ("version", models.PositiveIntegerField()),
                ("skills", models.JSONField(default=list)),
                ("place", models.PositiveIntegerField()),
                ("content_hash", models.CharField(max_length=64)),
                (
                    "pack",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="questions",
                        to="catalogue.indexedpack",
                    ),
                ),
            ],
            options={
                "ordering": ["place", "slug"],
            },
        ),
    ]
