"""How Django knows this slice."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "warmstart.web.exchange"
    label = "exchange"
