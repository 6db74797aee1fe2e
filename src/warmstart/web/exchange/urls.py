"""/exchange/"""

from django.urls import path

from warmstart.web.exchange import views

app_name = "exchange"

urlpatterns = [
    path("", views.exchange_page, name="page"),
    path("take/", views.upload, name="take"),
    path("<str:name>/", views.download, name="download"),
]
