"""Figures: nothing collides, nothing leaves the frame, lengths are true."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.brief import Anchor, Area, Disc, Figure, Shade, Words
from pressmark.compose.figures.bars import Bar, bar_figure
from pressmark.compose.figures.measure import cut_to, width_of
from pressmark.compose.figures.timeline import Event, Kind, timeline_figure

KEY = {Kind.STATEMENT: "said", Kind.PLEDGE: "promised", Kind.DUE: "falls due"}


def bars(*those: Bar) -> Figure:
    return bar_figure(those, name="n", caption="c", alternative="a")


def timeline(*those: Event) -> Figure:
    return timeline_figure(
        those,
        name="n",
        caption="c",
        alternative="a",
        tick=lambda day, by_month: f"{day:%b %Y}" if by_month else f"{day:%d %b}",
        kinds=KEY,
    )


def box(words: Words) -> tuple[float, float, float, float]:
    width = width_of(words.text, words.size)
    left = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[words.anchor]
    x, y = words.at
    return x - left, y - words.size * 0.8, x - left + width, y + words.size * 0.2


def boxes(figure: Figure) -> list[tuple[float, float, float, float]]:
    return [box(shape) for shape in figure.shapes if isinstance(shape, Words)]


def no_two_meet(figure: Figure) -> bool:
    found = boxes(figure)
    return not any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        for i, a in enumerate(found)
        for b in found[:i]
    )


def extents(figure: Figure, shade: Shade) -> list[float]:
    areas = [shape for shape in figure.shapes if isinstance(shape, Area) and shape.fill is shade]
    return [max(x for x, _ in area.rings[0]) - min(x for x, _ in area.rings[0]) for area in areas]


def test_bars_are_as_long_as_their_values_and_what_is_not_sure_is_pale() -> None:
    figure = bars(Bar("Venn", 100, 100, "100"), Bar("Lowick", 25, 50, "25–50"), Bar("Almar", 0, 10, "to 10"))
    first, second = extents(figure, Shade.ACCENT)
    assert abs(second / first - 0.25) < 1e-9
    pale = extents(figure, Shade.SOFT)
    assert [round(one / first, 6) for one in pale] == [0.25, 0.1]


def test_a_label_too_long_for_its_column_is_cut_with_an_ellipsis() -> None:
    assert cut_to("Harbour", 1000, 8) == "Harbour"
    cut = cut_to("The Ministry for Transport and Harbours", 60, 8)
    assert cut.endswith("…")
    assert width_of(cut, 8) <= 60


names = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=40)
values = st.tuples(st.floats(0, 1e12), st.floats(0, 1e12)).map(sorted)


@given(st.lists(st.tuples(names, values, names), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_whatever_the_bars_their_words_keep_apart(found) -> None:
    figure = bars(*(Bar(label, least, most, shown[:20]) for label, (least, most), shown in found))
    assert no_two_meet(figure)
    assert all(left >= 0 and bottom <= figure.height for left, _, _, bottom in boxes(figure))


days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
events = st.builds(
    lambda day, length, number, kind: Event(day, day + timedelta(length), f"{number}:q{number}", kind),
    days,
    st.sampled_from([0, 0, 30, 365]),
    st.integers(1, 999),
    st.sampled_from(Kind),
)


@given(st.lists(events, min_size=1, max_size=40))
@settings(max_examples=80, deadline=None)
def test_whatever_the_dates_labels_keep_apart_and_inside(found) -> None:
    figure = timeline(*found)
    assert no_two_meet(figure)
    for left, top, right, bottom in boxes(figure):
        assert -0.01 <= left <= right <= figure.width + 0.01
        assert -0.01 <= top <= bottom <= figure.height + 0.01


def test_the_axis_is_worded_by_days_months_or_years() -> None:
    def ticks(first: date, last: date) -> list[str]:
        figure = timeline(Event(first, first, "q1", Kind.STATEMENT), Event(last, last, "q2", Kind.STATEMENT))
        return [one.text for one in figure.shapes if isinstance(one, Words) and one.anchor is Anchor.MIDDLE]

    assert ticks(date(2026, 11, 1), date(2026, 11, 4)) == ["01 Nov", "02 Nov", "03 Nov", "04 Nov"]
    assert ticks(date(2026, 11, 10), date(2027, 4, 10))[:2] == ["10 Nov", "Dec 2026"]
    assert ticks(date(2000, 5, 1), date(2030, 5, 1))[:2] == ["Jan 2005", "Jan 2010"]


def test_a_long_label_takes_two_lines_before_it_is_cut() -> None:
    figure = bars(Bar("The Ministry for Transport and Harbours of Port Almar", 1, 1, "1"))
    lines = [one.text for one in figure.shapes if isinstance(one, Words) and not one.strong]
    assert " ".join(lines) == "The Ministry for Transport and Harbours of Port Almar"
    assert len(lines) == 2


def test_what_was_said_on_one_day_is_one_mark_with_all_labels() -> None:
    day = date(2026, 11, 14)
    figure = timeline(*(Event(day, day, f"q{number}", Kind.STATEMENT, f"#q{number}") for number in range(3)))
    assert sum(isinstance(one, Disc) for one in figure.shapes) == 2  # one in the key
    linked = [(one.text, one.target) for one in figure.shapes if isinstance(one, Words) and one.target]
    assert linked == [("q0", "#q0"), ("q1", "#q1"), ("q2", "#q2")]


def test_a_crowd_before_a_far_day_never_grows_taller_than_half_a_page() -> None:
    crowd = [
        Event(date(2026, 1, 1) + timedelta(n), date(2026, 1, 1) + timedelta(n), f"q{n}", Kind.STATEMENT)
        for n in range(60)
    ]
    far = Event(date(2090, 1, 1), date(2090, 12, 31), "p1", Kind.DUE)
    figure = timeline(*crowd, far)
    assert figure.height < 360
    labels = {one.text for one in figure.shapes if isinstance(one, Words)}
    assert {"q0", "p1"} <= labels


def test_the_key_names_the_kinds_that_are_there() -> None:
    day = date(2026, 11, 14)
    figure = timeline(Event(day, day, "p1", Kind.DUE))
    words = [one.text for one in figure.shapes if isinstance(one, Words)]
    assert words == ["falls due", "14 Nov", "p1"]
