"""/calibration/"""

from django.urls import path

from warmstart.web.practice import calibration_views

app_name = "calibration"

urlpatterns = [
    path("", calibration_views.calibration_page, name="page"),
]
