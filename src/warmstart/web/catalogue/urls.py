"""/strength/"""

from django.urls import path

from warmstart.web.catalogue import strength_page

app_name = "catalogue"

urlpatterns = [
    path("", strength_page.strength, name="strength"),
]
