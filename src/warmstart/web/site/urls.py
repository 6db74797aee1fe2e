"""One URL prefix a slice."""

from django.urls import include, path

from warmstart.web.planner.views import today
from warmstart.web.site import views

handler400 = "warmstart.web.site.troubles.bad_request"
handler404 = "warmstart.web.site.troubles.not_found"
handler500 = "warmstart.web.site.troubles.broken"

urlpatterns = [
    path("", today, name="home"),
    path("up/", views.up, name="up"),
    path("", include("warmstart.web.planner.urls")),
    path("strength/", include("warmstart.web.catalogue.urls")),
    path("problems/", include("warmstart.web.coding.urls")),
    path("questions/", include("warmstart.web.practice.urls")),
    path("calibration/", include("warmstart.web.practice.calibration_urls")),
    path("review/", include("warmstart.web.review.urls")),
    path("exchange/", include("warmstart.web.exchange.urls")),
    path("progress/", include("warmstart.web.progress.urls")),
]
