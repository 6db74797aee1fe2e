"""How Django knows this slice."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "warmstart.web.catalogue"
    label = "catalogue"
