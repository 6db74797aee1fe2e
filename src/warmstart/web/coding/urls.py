"""/problems/..."""

from django.urls import path

from warmstart.web.coding import views, visual_pages

app_name = "coding"

urlpatterns = [
    path("", views.problems, name="problems"),
    path("<slug:slug>/", views.problem, name="problem"),
    path("<slug:slug>/draft/", views.draft, name="draft"),
    path("<slug:slug>/samples/", views.samples, name="samples"),
    path("<slug:slug>/own-input/", views.own_input, name="own-input"),
    path("<slug:slug>/visual/", visual_pages.visual, name="visual"),
    path("<slug:slug>/visual/mine/", visual_pages.played, name="played"),
    path("<slug:slug>/submit/", views.submit_code, name="submit"),
    path("<slug:slug>/hint/", views.hint, name="hint"),
    path("<slug:slug>/give-up/", views.give_up, name="give-up"),
    path("<slug:slug>/blank-page/", views.blank_page, name="blank-page"),
    path("<slug:slug>/submissions/<uuid:submission>/", views.submission_page, name="submission"),
    path("<slug:slug>/submissions/<uuid:submission>/follow/", views.follow, name="follow"),
    path("<slug:slug>/submissions/<uuid:submission>/cancel/", views.cancel, name="cancel"),
    path("<slug:slug>/submissions/<uuid:submission>/grow/", views.grow, name="grow"),
    path("<slug:slug>/submissions/<uuid:submission>/grow/cancel/", views.stop_growing, name="stop-growing"),
]
