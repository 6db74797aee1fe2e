"""`{{ text|markdown }}` for our own content, `{{ text|printable }}` for what learners' code said."""

from django import template

from warmstart.web.catalogue.markdown import to_html
from warmstart.web.coding.printable import printable

register = template.Library()

register.filter("markdown", to_html)
register.filter("printable", printable)
