"""The shipped tables, and content/authority that wins over them."""

from pathlib import Path

from jianbao.authority import load, shipped


def write(content: Path, name: str, text: str) -> Path:
    (content / "authority").mkdir(exist_ok=True)
    (content / "authority" / name).write_text(text, "utf-8")
    return content


def test_levels_that_do_not_exist_are_not_made_up() -> None:
    table = shipped()
    assert [
        table.division(path) is not None for path in ("北京市/丰台区", "湖北省/仙桃市", "北京市/市辖区/丰台区")
    ] == [True, True, False]
    assert table.division("浙江省/杭州市/西湖区").level == "county"  # type: ignore[union-attr]


def test_every_division_lies_below_its_parent() -> None:
    table = shipped()
    for division in table.divisions.values():
        above = table.divisions[division.parent].path + "/" if division.parent else ""
        assert division.path == above + division.name


def test_children_of_the_country_are_the_34_provinces() -> None:
    assert len(shipped().children("")) == 34
    assert shipped().children("330100")[0].path == "浙江省/杭州市/上城区"


def test_every_former_name_leads_somewhere() -> None:
    table = shipped()
    assert [
        former for former in table.history.formers if not (table.division(former.now) and table.division(former.place))
    ] == []
    assert [path for path in table.aliases.values() if not table.division(path)] == []


def test_subjects_are_said_once_and_their_broader_terms_exist() -> None:
    table = shipped()
    terms = [subject.term for subject in table.subjects]
    assert len(terms) == len(set(terms)) > 150
    assert [subject.term for subject in table.subjects if subject.broader and not table.subject(subject.broader)] == []


def test_no_files_no_problems(tmp_path: Path) -> None:
    assert load(tmp_path) == (shipped(), [])


def test_a_place_of_ones_own(tmp_path: Path) -> None:
    table, problems = load(write(tmp_path, "places.yaml", "places:\n- {name: 龙安开发区, is: 福建省/宁德市/福鼎市}\n"))
    assert (table.aliases["龙安开发区"], problems) == ("福建省/宁德市/福鼎市", [])
    assert table.gazetteer.meanings("龙安开发区")[0].code == "350982"


def test_subjects_of_ones_own_are_read(tmp_path: Path) -> None:
    text = "subjekts: []\nsubjects:\n- {term: 集体协商, use_for: 谈判}\n- 地方小吃\n- {term: 新词, broader: 没有的词}\n"
    table, problems = load(write(tmp_path, "subjects.yaml", text))
    assert table.led_to["谈判"].term == "集体协商" and table.subject("地方小吃")
    assert [(problem.where, problem.line) for problem in problems] == [
        ("authority/subjects.yaml", 5),
        ("authority/subjects.yaml", 1),
    ]


def test_newspapers_and_people(tmp_path: Path) -> None:
    write(tmp_path, "people.yaml", "people:\n- {name: 金钧胤, also: [金钩胤]}\n")
    table, _ = load(write(tmp_path, "newspapers.yaml", "- {name: 人民日报, home: 北京市}\n"))
    assert (table.home_of("人民日报"), table.home_of("没有这张报")) == ("北京市", None)
    assert table.people[0].also == ("金钩胤",)


def test_what_is_wrong_is_said_with_its_line(tmp_path: Path) -> None:
    _, problems = load(write(tmp_path, "places.yaml", "plaecs: []\nplaces:\n- {name: 某地, is: 火星}\n"))
    assert [problem.line for problem in problems] == [1, 2]
    assert "火星" in problems[1].what


def test_broken_yaml_and_wrong_encoding_do_not_stop(tmp_path: Path) -> None:
    write(tmp_path, "people.yaml", "people: [")
    (tmp_path / "authority" / "subjects.yaml").write_bytes("集体".encode("gb18030"))
    table, problems = load(tmp_path)
    assert (len(problems), table) == (2, shipped())
