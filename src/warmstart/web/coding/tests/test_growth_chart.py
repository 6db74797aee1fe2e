"""The picture of growth: well-formed, and every point that a logarithm can show is in it."""

from xml.etree import ElementTree

from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from warmstart.judge.complexity import Complexity
from warmstart.judge.growth import GrowthReport, Measured, Point
from warmstart.web.coding.growth_chart import Chart, memory_chart, time_chart

SVG = "{http://www.w3.org/2000/svg}"


def points() -> st.SearchStrategy[list[Point]]:
    point = st.builds(
        Point,
        st.integers(1, 2**22),
        st.none() | st.integers(1, 2**53),
        st.none() | st.floats(1e-6, 1e4),
        st.none() | st.floats(1e-3, 1e5),
    )
    ordered = st.lists(point, max_size=14, unique_by=lambda point: point.n)
    return ordered.map(lambda found: sorted(found, key=lambda point: point.n))


def reported(points: list[Point], complexity: Complexity | None) -> GrowthReport:
    told = Measured(complexity, (), None, "a <test> & 'more'")
    return GrowthReport(tuple(points), told, told, None, None)


def drawn(chart: Chart | None) -> ElementTree.Element:
    """The picture, read as XML; the text around it is HTML."""
    text = "" if chart is None else render_to_string("coding/growth_chart.html", {"chart": chart})
    start, end = text.find("<svg"), text.find("</svg>")
    return ElementTree.fromstring(text[start:end] + "</svg>" if chart else "<svg/>")


def places(root: ElementTree.Element, shape: str) -> list[tuple[float, float]]:
    marked = [group for group in root.iter(f"{SVG}g") if group.find(f"{SVG}{shape}") is not None]
    numbers = (group.get("transform", "")[10:-1].split() for group in marked if group.get("transform"))
    return [(float(x), float(y)) for x, y in numbers]


@settings(deadline=None)  # drawing the first picture compiles the templates
@given(points(), st.none() | st.sampled_from(Complexity))
def test_every_point_is_in_the_picture(points: list[Point], complexity: Complexity | None) -> None:
    report = reported(points, complexity)
    time, memory = drawn(time_chart(report)), drawn(memory_chart(report))
    assert len(places(time, "circle")) == sum(point.count is not None for point in points)
    assert len(places(time, "rect")) == sum(point.cpu is not None for point in points)
    assert len(places(memory, "path")) == sum(point.peak_mib is not None for point in points)
    for x, y in places(time, "circle") + places(time, "rect") + places(memory, "path"):
        assert 44 <= x <= 276
        assert 12 <= y <= 184


def test_what_cost_nothing_is_left_out_of_a_logarithm() -> None:
    chart = time_chart(reported([Point(8, 0, 0.0, 0.0), Point(16, 1, 0.0, 0.0)], None))
    assert len(places(drawn(chart), "circle")) == 1
    assert memory_chart(reported([Point(8, 0, 0.0, 0.0)], None)) is None


def test_the_class_that_was_told_is_drawn_through_the_points() -> None:
    measured = [Point(2**k, 5 * 4**k, None, None) for k in range(3, 10)]
    chart = time_chart(reported(measured, Complexity.QUADRATIC))
    assert chart is not None
    (steps,) = chart.series
    assert steps.fitted == "n^2"
    curve = [tuple(map(float, place.split(","))) for place in steps.curve.split()]
    ends = [(marker.x, marker.y) for marker in (steps.markers[0], steps.markers[-1])]
    for (x, y), (wanted_x, wanted_y) in zip((curve[0], curve[-1]), ends, strict=True):
        assert abs(x - wanted_x) < 0.2
        assert abs(y - wanted_y) < 1


def test_without_a_class_no_curve_is_drawn() -> None:
    measured = [Point(2**k, 2**k, None, None) for k in range(3, 10)]
    chart = time_chart(reported(measured, None))
    assert chart is not None
    assert [series.curve for series in chart.series] == [""]


def test_equal_growth_has_equal_slope_on_both_scales() -> None:
    chart = time_chart(reported([Point(2**k, 3 * 2**k, 1e-5 * 2**k, None) for k in range(3, 12)], None))
    assert chart is not None
    steps, clock = ([marker.y for marker in series.markers] for series in chart.series)
    assert abs((steps[0] - steps[-1]) - (clock[0] - clock[-1])) < 0.5
