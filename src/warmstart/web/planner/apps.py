"""How Django knows this slice."""

from django.apps import AppConfig


class PlannerConfig(AppConfig):
    name = "warmstart.web.planner"
    label = "planner"
