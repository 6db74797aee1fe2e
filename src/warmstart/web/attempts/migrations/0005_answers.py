import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("attempts", "0004_draft_revision"),
    ]

    operations = [
        migrations.AddField(
            model_name="attempt",
            name="seed",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name="event",
            name="kind",
            field=models.CharField(
                choices=[
                    ("hint_shown", "hint shown"),
                    ("gave_up", "gave up"),
                    ("samples_run", "samples run"),
                    ("own_input_run", "own input run"),
                    ("played", "code played through the visual"),
                    ("left_draft", "draft put away for a blank page"),
                    ("grown", "growth claimed and measured"),
                    ("disputed", "finding of a grade disputed, or the dispute withdrawn"),
                    ("noted", "own note written"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("part", models.PositiveSmallIntegerField(default=0)),
                ("text", models.TextField(blank=True)),
                ("confidence", models.PositiveSmallIntegerField(null=True)),
                ("seconds", models.PositiveIntegerField(null=True)),
                ("answered_at", models.DateTimeField()),
                (
                    "attempt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="attempts.attempt",
                    ),
                ),
            ],
            options={
                "ordering": ["answered_at"],
            },
        ),
        migrations.CreateModel(
            name="GradeRow",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("graded_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField()),
                ("grader", models.CharField(max_length=100)),
                ("share", models.FloatField()),
                ("data", models.JSONField()),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grades",
                        to="attempts.answer",
                    ),
                ),
            ],
            options={
                "ordering": ["graded_at"],
            },
        ),
        migrations.AddIndex(
            model_name="answer",
            index=models.Index(
                fields=["attempt", "part", "answered_at"], name="attempts_an_attempt_062d31_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="graderow",
            index=models.Index(fields=["answer", "graded_at"], name="attempts_gr_answer__d1f120_idx"),
        ),
    ]
