"""What is told about the interview, the pace and the days off, and what stands against taking it.

Values stay in the form as they were typed; the first field with a fault gets the focus.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from warmstart.skills.target import ROLES
from warmstart.web.planner.dates import read_day
from warmstart.web.planner.roles import Round, rounds_of

LEAST_MINUTES, MOST_MINUTES = 10, 480
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MINUTES_WANTED = f"Write a whole number of minutes from {LEAST_MINUTES} to {MOST_MINUTES}."
_FIGURES = {"inputmode": "numeric", "autocomplete": "off", "class": "short"}


class Told(forms.Form):
    """A form whose first faulty field asks for the focus."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **{"label_suffix": ""} | more)

    def is_valid(self) -> bool:
        valid = super().is_valid()
        faulty = next((name for name in self.fields if name in self.errors), None)
        if faulty is not None:
            self.fields[faulty].widget.attrs["autofocus"] = True
        return valid


class DayField(forms.CharField):
    """A date as `<input type=date>` posts it; where it can lie, `read_day` says."""

    def __init__(self, *, today: date, **more: Any) -> None:
        self.today = today
        super().__init__(widget=forms.DateInput(attrs={"type": "date", "class": "short"}), **more)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return read_day(text, self.today) if text else None


class InterviewForm(Told):
    """The interview itself. `day` in the cleaned data: a date, or None."""

    role = forms.ChoiceField(
        label="Role",
        choices=[(role, role) for role in ROLES],
        error_messages={
            "required": "Choose a role; it decides which rounds count how much.",
            "invalid_choice": "Choose one of the roles in the list.",
        },
    )
    company = forms.CharField(
        label="Company",
        required=False,
        max_length=100,
        error_messages={"max_length": "At most 100 characters, please."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    level = forms.CharField(
        label="Level",
        required=False,
        max_length=60,
        error_messages={"max_length": "At most 60 characters, please."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "levels"}),
    )

    def __init__(self, *given: Any, today: date, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["day"] = DayField(
            today=today,
            label="Interview date",
            required=False,
            help_text="Leave it empty if there is no date yet.",
        )


class PaceForm(Told):
    """Minutes a day, and the weekdays that are always off."""

    minutes = forms.IntegerField(
        label="Minutes a day",
        min_value=LEAST_MINUTES,
        max_value=MOST_MINUTES,
        widget=forms.TextInput(attrs=_FIGURES),
        help_text=f"{LEAST_MINUTES} to {MOST_MINUTES}. A little every day does more than much on one.",
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), MINUTES_WANTED),
    )
    weekdays = forms.TypedMultipleChoiceField(
        label="Days off every week",
        required=False,
        coerce=int,
        choices=list(enumerate(WEEKDAYS)),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose days of the week."},
    )

    def clean_weekdays(self) -> list[int]:
        chosen: list[int] = self.cleaned_data["weekdays"]
        if len(set(chosen)) == len(WEEKDAYS):
            raise ValidationError("At least one day of the week has to stay.")
        return chosen


class SetUpForm(InterviewForm, PaceForm):
    """The first page of setting up: both at once."""

    field_order = ("role", "company", "level", "day", "minutes", "weekdays")

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.order_fields(self.field_order)


class TargetForm(InterviewForm):
    """The interview with the weights of its rounds, in per cent. All of them empty: as the role has them."""

    def __init__(self, *given: Any, role: str, **more: Any) -> None:
        super().__init__(*given, **more)
        self.rounds: Sequence[Round] = rounds_of(role)
        for each in self.rounds:
            self.fields[f"round-{each.id}"] = _weight_field(each)
        self.fields["sourced"] = forms.BooleanField(
            label="I know these weights (from the recruiter)",
            required=False,
            help_text="Otherwise they count half, and the other half goes evenly to all rounds: "
            "wrong weights are worse than none.",
        )

    @property
    def round_fields(self) -> list[forms.BoundField]:
        return [self[f"round-{each.id}"] for each in self.rounds]

    @property
    def opened(self) -> bool:
        """Whether there is something to see among the weights."""
        return bool(self.errors or any(field.value() for field in self.round_fields))

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        names = [f"round-{each.id}" for each in self.rounds]
        given: dict[str, float] = {name: found[name] for name in names if found.get(name) is not None}
        if any(name in self.errors for name in names):
            return found
        if given and len(given) < len(names):
            self.add_error(
                next(name for name in names if name not in given),
                "Give every round a weight (0 for one that there is not), or leave all of them empty.",
            )
        elif given and not sum(given.values()):
            self.add_error(names[0], "At least one round has to have a weight above 0.")
        elif not given and found.get("sourced"):
            self.add_error(names[0], "Write the weights that you know, or take the tick away.")
        return found

    @property
    def weights(self) -> dict[str, float] | None:
        """By id of the round, summing to 1; None: those of the role."""
        given = {each.id: float(self.cleaned_data[f"round-{each.id}"] or 0) for each in self.rounds}
        total = sum(given.values())
        return {id_: weight / total for id_, weight in given.items()} if total else None


def _weight_field(each: Round) -> forms.FloatField:
    message = "Write a share from 0 to 100 per cent."
    return forms.FloatField(
        label=each.title,
        required=False,
        min_value=0,
        max_value=100,
        widget=forms.TextInput(attrs={**_FIGURES, "inputmode": "decimal"}),
        help_text=f"{round(100 * each.weight)} % in this role.",
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), message),
    )


class DayOffForm(Told):
    """One day off."""

    def __init__(self, *given: Any, today: date, **more: Any) -> None:
        super().__init__(*given, **more)
        self.fields["day"] = DayField(
            today=today, label="Day", error_messages={"required": "Choose the day first."}
        )
