"""The charts say what the rows hold: the source case's figures, come out exactly."""

import pytest

from chalicelib.analytics import findings
from chalicelib.analytics.charts.bands import BandsUnclear, band_counts, edges_of
from chalicelib.analytics.registry import render, share, short
from chalicelib.analytics.regression import fit, student_quantile
from chalicelib.analytics.rows import Journeys, Scores
from chalicelib.records.stages import Stage
from tests.unit.analytics import cases


def test_the_source_case_has_thirty_fifty_and_twenty_percent():
    chart = render("score-distribution", cases.source_case(), "en")

    assert [row[1:3] for row in chart.rows] == [(0, "0%"), (30, "30%"), (50, "50%"), (20, "20%")]
    assert chart.n == 100
    assert (
        chart.summary["en"]
        == "Scores of 100 interviews: 30% in 60–70, 50% in 70–80, 20% in ≥80, 0% in <60."
    )
    assert "共 100 次面试：60–70 分占 30%，70–80 分占 50%" in chart.summary["zh"]


def test_a_band_holds_its_lower_edge():
    assert band_counts(cases.scored(59.99, 60.0, 70.0, 79.99, 80.0, 100.0)) == (1, 1, 2, 2)


def test_bands_may_be_any_that_the_reader_chooses():
    chart = render("score-distribution", cases.source_case((65.5, 79.9, 99.9)), "en")

    assert [(row[0]["en"], row[1]) for row in chart.rows] == [
        ("<65.5", 15),
        ("65.5–79.9", 40),
        ("79.9–99.9", 35),
        ("≥99.9", 10),
    ]


@pytest.mark.parametrize("text", ["60,70,80", "60 70 80", "60、70，80", " 60, 70,80,"])
def test_edges_are_read_as_people_write_them(text: str):
    assert edges_of(text) == (60.0, 70.0, 80.0)


@pytest.mark.parametrize("text", ["80,70", "0,50", "50,100", "60.05", "nan", "inf", "x", "1e3"])
def test_edges_that_make_no_bands_are_refused(text: str):
    with pytest.raises(BandsUnclear):
        edges_of(text)


def test_the_cut_score_is_drawn_where_all_agree_and_told_where_they_do_not():
    same = render("score-distribution", cases.scored(*[75.0] * 12, cut=75), "en")
    mixed = Scores({750: 12, 900: 12}, {75.0: (12, 12), 80.0: (12, 12)})
    differing = render("score-distribution", mixed, "en")

    assert "cut score 75" in same.svg
    assert "cut score" not in differing.svg
    assert "Cut scores differ (75, 80)" in differing.note["en"]


def test_dimension_means_are_seventy_five_and_sixty_five():
    chart = render("dimension-means", cases.two_dimensions(40), "en")

    assert [row[:3] for row in chart.shown()] == [
        ("Communication", 40, 75.0),
        ("Stress tolerance", 40, 65.0),
    ]
    assert chart.summary["en"].startswith(
        "Stress tolerance is the weakest: mean 65.0, 10.0 points below the other dimensions"
    )
    assert "“抗压能力”最弱：均值 65.0" in chart.summary["zh"]


def test_a_mean_of_known_spread_has_its_known_interval():
    found = findings.dimension_means(cases.two_dimensions(40))[0]

    half = 1.959963984540054 * (16 * 40 / 39) ** 0.5 / 40**0.5
    assert (75 - half, 75 + half) == pytest.approx((found.low, found.high), abs=1e-12)


def test_the_weakest_is_not_called_proven_below_thirty_or_within_chance():
    few = findings.weakest(cases.two_dimensions(20), 10)
    equal = [{"communication": s["communication"]} for s in cases.two_scores(60)]
    twin = [
        {**scores, "learning": scores["communication"] + (-1) ** place * 3}
        for place, scores in enumerate(equal)
    ]
    close = findings.weakest(cases.dimensions(*twin), 10)

    assert few is not None
    assert not few.proven
    assert close is not None
    assert not close.proven


def test_a_dimension_measured_less_than_ten_times_is_named_without_a_figure():
    scores = cases.two_scores(40)
    rows = cases.dimensions(*({**s, "learning": 5.0} for s in scores[:4]), *scores[4:])

    chart = render("dimension-means", rows, "en")

    assert ("Learning", 4, *[""] * 6) in chart.shown()
    assert "too few: n = 4" in chart.svg
    assert "Learning" not in chart.summary["en"]


def test_the_gap_to_the_other_dimensions_has_its_own_interval():
    chart = render("dimension-means", cases.two_dimensions(40), "en")

    assert [row[5:] for row in chart.shown()] == [(10.0, 10.0, 10.0), (-10.0, -10.0, -10.0)]


def test_pass_rates_are_twenty_five_and_fifteen_percent_with_wilson_intervals():
    rows = [*cases.decided("REQ-A", 10, 40), *cases.decided("REQ-B", 6, 40)]

    chart = render("pass-rate", rows, "en")

    assert chart.shown()[0] == ("REQ-A", "REQ-A", 10, 40, "25%", "14.2%", "40.2%")
    assert chart.shown()[1] == ("REQ-B", "REQ-B", 6, 40, "15%", "7.1%", "29.1%")
    assert "25% (14.2%–40.2%), 10/40" in chart.svg
    assert "16 of 80 decided interviews passed (20%" in chart.summary["en"]


@pytest.mark.parametrize("key", ["pass-rate", "pass-rate-store", "pass-rate-region"])
def test_pass_rates_by_any_place_are_told_the_same_way(key: str):
    rows = [*cases.decided("A", 10, 40), *cases.decided("B", 6, 40)]

    chart = render(key, rows, "en")

    assert [row[4] for row in chart.shown()] == ["25%", "15%"]
    assert chart.n == 80


def test_a_requisition_with_few_decisions_shows_its_n_and_no_rate():
    rows = [*cases.decided("REQ-A", 10, 40), *cases.decided("REQ-B", 4, 4)]

    assert render("pass-rate", rows, "en").shown()[-1] == ("REQ-B", "REQ-B", "", 4, "", "", "")


@pytest.mark.parametrize("n", [0, 1, 9])
def test_below_ten_nothing_is_shown_but_that_there_are_too_few(n: int):
    chart = render("prediction", cases.employees(n), "en")

    assert chart.silent
    assert chart.rows == ()
    assert chart.people == ()
    assert f"too few: n = {n}" in chart.svg
    assert f"Too few: n = {n} (employees with an outcome); shown from 10 on." == chart.summary["en"]
    assert f"样本太少：n = {n}（有结果的员工），达到 10 才显示。" == chart.summary["zh"]


def test_below_thirty_the_sentence_says_that_nothing_is_proven():
    assert "not proven" in render("prediction", cases.employees(29), "en").summary["en"]
    assert "not proven" not in render("prediction", cases.employees(30), "en").summary["en"]


def test_high_score_and_low_performance_are_named_all_and_none_else():
    fine = [row for row in cases.employees(60, slope=0, noise=0.2)]
    planted = [
        findings.OutcomeRow(f"q{place}", f"M{place}", 80.0 + place, 80, -0.5 - place / 10, False)
        for place in range(4)
    ]
    near = [
        findings.OutcomeRow("r1", "N1", 79.99, 80, -2.0, False),
        findings.OutcomeRow("r2", "N2", 95.0, 80, -0.49, False),
    ]

    chart = render("prediction", [*fine, *near, *planted], "en")

    assert chart.people == ("q3", "q2", "q1", "q0")
    assert "High score, low performance (4): M3, M2, M1, M0." in chart.summary["en"]
    assert [row[4] for row in chart.shown()[:4]] == ["yes"] * 4
    assert "yes" not in [row[4] for row in chart.shown()[4:]]
    named = {text for text, _ in cases.texts(chart.svg)}
    assert {"M0", "M1", "M2", "M3"} <= named
    assert not {"N1", "N2"} & named


def test_imported_history_is_marked_in_table_and_picture():
    chart = render("prediction", cases.employees(30), "en")

    assert [row[3] for row in chart.shown()].count("imported history") == 10
    assert "10 are imported history" in chart.note["en"]
    assert 'class="dot imported"' in chart.svg


def test_a_known_correlation_comes_with_fishers_interval():
    rows = [
        findings.OutcomeRow(f"p{i:02d}", f"E{i}", 60.0 + x, 80, y, False)
        for i, (x, y) in enumerate([(1, 1.0), (2, 3.0), (3, 2.0), (4, 4.0)] * 3)
    ]

    found = findings.prediction(rows)

    # r = 0.8 by hand; atanh(.8) ∓ 1.959964/3, back by tanh
    assert pytest.approx((0.8, 0.41802, 0.94160), abs=5e-5) == (found.r, found.low, found.high_end)
    assert found.line is not None
    assert pytest.approx((0.8, 0.5 - 0.8 * 60), abs=1e-9) == (
        found.line.slope,
        found.line.intercept,
    )


def test_scores_that_do_not_vary_are_told_so():
    rows = [findings.OutcomeRow(f"p{i}", f"E{i}", 80.0, 80, i / 10, False) for i in range(12)]

    assert "nothing can be correlated" in render("prediction", rows, "en").summary["en"]


@pytest.mark.parametrize(
    ("freedom", "published"),
    [
        (1, 12.7062),
        (2, 4.3027),
        (5, 2.5706),
        (8, 2.3060),
        (10, 2.2281),
        (30, 2.0423),
        (120, 1.9799),
    ],
)
def test_students_quantile_is_the_published_one(freedom: int, published: float):
    assert published == pytest.approx(student_quantile(freedom), abs=1e-3)


def test_the_band_of_a_line_through_known_points_is_the_one_by_hand():
    found = fit([1.0, 2.0, 3.0, 4.0, 5.0], [2.0, 4.0, 5.0, 4.0, 5.0])

    assert found is not None
    assert pytest.approx((found.slope, found.intercept)) == (0.6, 2.2)
    # residuals −.8 .6 1 −.6 −.2: sum of squares 2.4, s = √.8, t(3) = 3.1824
    assert pytest.approx(3.1824 * 0.8**0.5 * 0.2**0.5, abs=0.02) == found.half_width(3.0)
    assert fit([1.0, 1.0, 1.0], [1.0, 2.0, 3.0]) is None
    assert fit([1.0, 2.0], [1.0, 2.0]) is None


def test_hits_are_counted_apart_for_high_scores_and_the_rest():
    rows = [
        findings.OutcomeRow(f"p{i:02d}", "", 85.0 if i < 20 else 70.0, 80, outcome, False)
        for i, outcome in enumerate([1.0] * 17 + [-1.0] * 3 + [1.0] * 7 + [-1.0] * 3)
    ]

    chart = render("hit-rate", rows, "en")

    assert [row[1:4] for row in chart.rows] == [(17, 20, "85%"), (7, 10, "70%")]
    assert "Of 20 who reached the cut score 17 do not perform low (85%" in chart.summary["en"]


def test_the_funnel_counts_everyone_who_came_that_far():
    rows = [
        Journeys(Stage.SCREENED, 30, 30),
        Journeys(Stage.INTERVIEWING, 10, 0),
        Journeys(Stage.HIRED, 20, 0),
    ]

    steps = {step.stage: step for step in findings.funnel(rows)}
    chart = render("funnel", rows, "en")

    assert [
        steps[stage].reached
        for stage in (Stage.APPLIED, Stage.SCREENED, Stage.INVITED, Stage.INTERVIEWED, Stage.HIRED)
    ] == [60, 60, 30, 20, 20]
    assert (steps[Stage.SCREENED].ended, steps[Stage.SCREENED].waiting) == (30, 0)
    assert (steps[Stage.INVITED].ended, steps[Stage.INVITED].waiting) == (0, 10)
    assert chart.shown()[1][:3] == ("Screened", 60, "50%")
    assert "Of 60 applications 20 ended in a hire (33.3%" in chart.summary["en"]


def test_what_was_not_measured_is_said_and_is_never_a_zero():
    chart = render("profile", cases.profile(("teamwork",)), "en")

    assert chart.shown()[3] == ("Teamwork", "not measured", 70.0)
    assert "5 of 6 dimensions measured" in chart.summary["en"]
    assert 'd="M' not in render("profile", cases.profile(), "en").svg
    assert "shape open" in render("radar", cases.profile(("teamwork",)), "en").svg


def test_figures_are_written_without_needless_zeros():
    assert [share(x) for x in (0.3, 1 / 3, 1.0, 0.0)] == ["30%", "33.3%", "100%", "0%"]
    assert [short(x) for x in (75.0, 75.5, -0.0, 100.0)] == ["75", "75.5", "0", "100"]
