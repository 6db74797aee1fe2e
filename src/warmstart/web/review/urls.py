"""/review/..."""

from django.urls import path

from warmstart.web.review import card_views, views

app_name = "review"

urlpatterns = [
    path("", views.session, name="session"),
    path("rate/", views.rate_item, name="rate"),
    path("bury/", views.bury_item, name="bury"),
    path("suspend/", views.suspend_item, name="suspend"),
    path("resume/", views.resume_item, name="resume"),
    path("undo/", views.undo_last, name="undo"),
    path("cards/", card_views.cards, name="cards"),
    path("cards/<uuid:card>/", card_views.card, name="card"),
    path("cards/<uuid:card>/write/", card_views.write, name="write-card"),
    path("cards/<uuid:card>/out/", card_views.take_out, name="take-out"),
]
