"""The contract: our figures are the reference's, and labels that cannot be read are reported."""

from pathlib import Path

import pytest

from jianbao.problems import Stop
from jianbao.score.score import score


@pytest.fixture
def assert_same(reference, reference_options, tmp_path):
    """Fails unless every figure, group, page and row is what the reference says of the same labels and Markdown."""

    def assert_same():
        golds, outs = reference.load_gold(reference_options), reference.read_outputs(tmp_path, reference_options)
        total, pages, rows = reference.score(golds, outs, reference_options)
        report = score(Path(reference_options.gold), tmp_path)
        assert report.overall == pytest.approx(total, abs=1e-9)
        assert report.mean == pytest.approx(reference_options.mean, abs=1e-9)
        assert list(report.pages) == list(pages)
        for name, figures in report.pages.items():
            assert figures == pytest.approx(pages[name], abs=1e-9)
        ours = [(r.page, r.id, r.headline or None, r.iou, r.found, r.output or None) for r in report.articles]
        assert ours == [tuple(r[key] for key in ("page", "id", "headline", "iou", "found", "output")) for r in rows]

    return assert_same


@pytest.fixture
def spoilt(reference, reference_options, tmp_path, spoil):
    """Gives a function: makes good Markdown of all labelled pages, spoilt by a seed."""

    def spoilt(seed):
        pages = reference.load_gold(reference_options)
        reference.perfect(pages, tmp_path)
        spoil(tmp_path, seed, {page.stem: [line["raw"] for line in page.lines if line["g"] is None] for page in pages})

    return spoilt


def test_perfect_markdown_scores_as_by_the_reference(reference, reference_options, tmp_path, assert_same):
    reference.perfect(reference.load_gold(reference_options), tmp_path)
    assert_same()


def test_one_heap_a_page_scores_as_by_the_reference(reference, reference_options, tmp_path, assert_same):
    reference.bad(reference.load_gold(reference_options), tmp_path)
    assert_same()


@pytest.mark.parametrize("seed", range(6))
def test_spoilt_markdown_scores_as_by_the_reference(spoilt, assert_same, seed):
    spoilt(seed)
    assert_same()


def test_good_markdown_has_full_marks(figures_of, first, second):
    figures = figures_of(first, second)
    assert {name for name, value in figures.items() if value == 0} == {
        "outputs_of_furniture_only",
        "date_overprecise",
        "region_missing",
        "text_lost",
        "text_duplicated",
        "furniture_leaked",
        "joins_not_joined",
        "paragraphs_wrongly_merged",
    }
    assert {name for name, value in figures.items() if value not in (0, 100)} == {
        "articles_gold",
        "articles_out",
        "subhead_exact",
    }


def test_a_row_names_the_closest_output(report_of, first, second):
    row = report_of(second, first).articles[0]
    assert (row.page, row.id, row.headline, row.output, row.found) == ("m01", "a1", "小哥学院开课", "1.md", True)


def test_one_label_file_is_enough(tmp_path, report_of, first):
    report_of(first)
    assert list(score(tmp_path / "m01.yaml", tmp_path).pages) == ["m01"]


def test_page_texts_may_be_elsewhere(tmp_path, report_of, first):
    report_of(first)
    (tmp_path / "pages").mkdir()
    (tmp_path / "m01.txt").rename(tmp_path / "pages" / "m01.txt")
    assert score(tmp_path, tmp_path, tmp_path / "pages").overall["articles_gold"] == 2


def test_only_chooses_label_files_by_name(tmp_path, report_of, first, labels):
    report_of(first)
    (tmp_path / "x02.yaml").write_text(labels, "utf-8")
    assert score(tmp_path, tmp_path, only="^x,^y").overall["articles_gold"] == 2
    assert score(tmp_path, tmp_path).overall["articles_gold"] == 4


def test_articles_with_a_byte_order_mark_count_and_hidden_ones_do_not(tmp_path, report_of, first):
    (tmp_path / ".trash").mkdir()
    (tmp_path / ".trash" / "old.md").write_text(first, "utf-8")
    assert report_of("\ufeff" + first).articles[0].output == "0.md"


def test_pages_of_several_languages_are_grouped(tmp_path, report_of, first, labels):
    report_of(first)
    (tmp_path / "m02.yaml").write_text(labels + "language: en\nreal_page: true\n", "utf-8")
    assert list(score(tmp_path, tmp_path).groups) == ["zh", "real en"]


def test_a_bad_label_file_is_reported_and_the_others_are_scored(tmp_path, report_of, first):
    report_of(first)
    (tmp_path / "bad.yaml").write_text("articles: [a]\n---\n", "utf-8")
    report = score(tmp_path, tmp_path)
    assert [Path(problem.where).name for problem in report.problems] == ["bad.yaml"]
    assert list(report.pages) == ["m01"]


def test_a_page_text_that_is_missing_is_reported(tmp_path, report_of, first, labels):
    report_of(first)
    (tmp_path / "m02.yaml").write_text(labels.replace("m01.txt", "m02.txt"), "utf-8")
    assert "m02.txt was not found" in score(tmp_path, tmp_path).problems[0].what


def test_lines_without_label_and_labels_without_line_are_reported(report_of, first, labels):
    problems = report_of(first, labels=labels.replace("9: advert", "99: advert")).problems
    assert [problem.what for problem in problems] == [
        "Lines 9 have no label.",
        "Lines 99 are labelled but beyond the end of the page.",
    ]


def test_no_labels_at_all_stop_the_scoring(tmp_path, first):
    (tmp_path / "1.md").write_text(first, "utf-8")
    (tmp_path / "subjects.yaml").write_text("subjects: []", "utf-8")
    with pytest.raises(Stop, match="No label file"):
        score(tmp_path, tmp_path)


def test_no_articles_at_all_stop_the_scoring(report_of):
    with pytest.raises(Stop, match="No article"):
        report_of("only text, no front matter")
