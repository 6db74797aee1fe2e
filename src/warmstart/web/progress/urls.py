"""/progress/..."""

from django.urls import path

from warmstart.web.progress import debrief_views, readiness_views, reliability_views, views

app_name = "progress"

urlpatterns = [
    path("", views.skill_map, name="map"),
    path("skills/<str:skill>/", views.skill, name="skill"),
    path("history/", views.what_was_done, name="history"),
    path("readiness/", readiness_views.readiness, name="readiness"),
    path("debrief/", debrief_views.debrief, name="debrief"),
    path("debrief/<uuid:interview>/", debrief_views.debrief, name="debrief-of"),
    path("debrief/<uuid:interview>/draft/", debrief_views.draft, name="debrief-draft"),
    path("reliability/", reliability_views.reliability, name="reliability"),
]
