"""/questions/..."""

from django.urls import path

from warmstart.web.practice import after_views, graded_views, views

app_name = "practice"

urlpatterns = [
    path("", views.questions, name="questions"),
    path("mixed/", views.mixed, name="mixed"),
    path("answers/<uuid:answer>/", graded_views.graded, name="graded"),
    path("answers/<uuid:answer>/dispute/", graded_views.disputed, name="dispute"),
    path("answers/<uuid:answer>/grade/", graded_views.grade_again, name="grade"),
    path("answers/<uuid:answer>/notes/", after_views.notes, name="notes"),
    path("answers/<uuid:answer>/follow-ups/<int:number>/", after_views.follow_up, name="follow-up"),
    path(
        "answers/<uuid:answer>/follow-ups/<int:number>/draft/",
        after_views.follow_up_draft,
        name="follow-up-draft",
    ),
    path("<slug:key>/", views.question, name="question"),
    path("<slug:key>/draft/", views.draft, name="draft"),
    path("<slug:key>/answer/", views.answer, name="answer"),
]
