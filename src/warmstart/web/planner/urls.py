"""/plan/... and /start/...; the first screen itself is the site's `home`."""

from django.urls import path

from warmstart.web.planner import placement_views, plan_views, start_views

app_name = "planner"

urlpatterns = [
    path("plan/", plan_views.plan, name="plan"),
    path("plan/target/", plan_views.save_target, name="target"),
    path("plan/pace/", plan_views.save_pace, name="pace"),
    path("plan/days/", plan_views.save_day, name="day"),
    path("start/", start_views.start, name="start"),
    path("start/leave/", start_views.leave, name="leave"),
    path("start/placement/", placement_views.placement, name="placement"),
    path("start/placement/answer/", placement_views.answer, name="placement-answer"),
]
