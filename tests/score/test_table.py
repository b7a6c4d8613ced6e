"""The report on a terminal."""

from jianbao.score.table import table


def test_a_table_has_pages_overall_and_every_figure(report_of, first, second):
    lines = table(report_of(first, second)).splitlines()
    assert lines[0].split()[:4] == ["page", "B3-F1", "B3-P", "B3-R"]
    assert [line.split()[0] for line in lines[1:4]] == ["m01", "MEAN", "OVERALL"]
    assert lines[3].split()[1:7] == ["100.0", "100.0", "100.0", "100.0", "2", "2"]
    assert lines[-1].split() == ["paragraphs_wrongly_merged", "0.0"]


def test_what_could_not_be_measured_is_a_dash(report_of, first, second):
    assert "  subhead_exact                -" in table(report_of(first, second)).splitlines()


def test_groups_stand_between_pages_and_mean(tmp_path, report_of, first, labels):
    (tmp_path / "e.yaml").write_text(labels + "language: en\n", "utf-8")
    names = [line[:7].strip() for line in table(report_of(first)).splitlines()[:7]]
    assert names == ["page", "m01", "all en", "all zh", "MEAN", "OVERALL", ""]
