"""The command line: what to do, with which folders, and how to tell it.

`python build.py` alone builds. Exit codes: 0 done; 1 done, but `--strict` and problems, or `check` found some; 2
nothing could be done. Options stand before or behind the command."""

import dataclasses
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import click

from jianbao import __version__
from jianbao.problems import Problem, Stop

_STOPPED = 130  # as shells say it of Ctrl-C


class Commands(click.Group):
    """A group whose first command is meant when none is named, and whose options may stand anywhere."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not any(arg in ("--help", "--version") for arg in args[:1]):
            at = self._command_at(args)
            args = ["build", *args] if at is None else [args[at], *args[:at], *args[at + 1 :]]
        return super().parse_args(ctx, args)

    def _command_at(self, args: Sequence[str]) -> int | None:
        options = (one for command in self.commands.values() for one in command.params)
        valued = {name for one in options if isinstance(one, click.Option) and not one.is_flag for name in one.opts}
        for at, arg in enumerate(args):
            if not arg.startswith("-") and (at == 0 or args[at - 1] not in valued):
                return at
        return None


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the options that all have."""
    options = [
        click.option("--content", type=click.Path(path_type=Path), help="Folder of pages and articles [./content]."),
        click.option("--theme", type=click.Path(path_type=Path), help="Folder of templates [./theme]."),
        click.option("--site", type=click.Path(path_type=Path), help="Folder the site is written to [./site]."),
        click.option("--jobs", type=click.IntRange(1), help="Processes to use [one a core]."),
        click.option("--cluster", default="", metavar="ADDRESS", help="A Dask scheduler to work with, or 'local'."),
        click.option(
            "--only", default="", metavar="PATTERN", help="Only pages like '工人日报/*', and what they share."
        ),
        click.option("--fresh", is_flag=True, help="Do everything again; people's words are kept all the same."),
        click.option("--strict", is_flag=True, help="Exit with 1 when there are problems."),
        click.option("--profile", is_flag=True, help="Say what each stage cost."),
        click.option("--quiet", is_flag=True, help="Print problems only."),
        click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="jianbao")
def main() -> None:
    """剪报: newspaper pages to Markdown articles to an offline archive.

    \b
    python build.py            pages -> Markdown -> site
    python build.py check      what a cataloguer should look at
    """


@main.command()
@_shared
def build(**given: Any) -> None:
    """Pages to Markdown to site: the one command."""
    from jianbao import pipeline

    _run(pipeline.build, given)


@main.command()
@_shared
def clip(**given: Any) -> None:
    """Pages to Markdown only."""
    from jianbao import pipeline

    _run(pipeline.clip, given)


@main.command()
@_shared
def render(**given: Any) -> None:
    """Markdown to site only."""
    from jianbao import pipeline

    _run(pipeline.render, given)


@main.command()
@click.argument("format")
@click.option("--for", "reader", default="", metavar="usb", help="For a stick: the search in fewer, larger files.")
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="The file [<archive>.zip beside ./site].")
@_shared
def pack(format: str, reader: str, to: Path | None, **given: Any) -> None:
    """The whole archive as one file to give away. FORMAT: zip. Unpacked, it opens by double-click; site/ stays as it
    is."""
    from jianbao.pack import Wish
    from jianbao.pack import pack as packed

    wish = Wish(format, reader, to)
    _run(lambda place, tell: packed(place, wish, tell), given, _tell_packed)


@main.command()
@click.option("--html", type=click.Path(path_type=Path), help="Also write the doubts as a worklist: one file to open.")
@_shared
def check(html: Path | None, **given: Any) -> None:
    """What a cataloguer should look at: front matter, places, subjects, gaps, links, doubts."""
    from jianbao.check import check as listed
    from jianbao.pipeline import look
    from jianbao.progress import progress
    from jianbao.worklist import write

    place = _place(given)
    with _Ending(given["as_json"]):
        with progress(given["quiet"] or given["as_json"]) as tell, _hands(place, given) as working:
            pages = look(working, tell)
        problems = listed(place, pages)
        if html:
            write(place, pages, html)
        _tell_problems(problems, given)
        if problems:
            sys.exit(1)


@main.command()
@click.argument("id")
@_shared
def explain(id: str, **given: Any) -> None:
    """Every claim about an article or a page, winners first."""
    from jianbao.explain import explain as why

    with _Ending(given["as_json"]):
        lines = why(_place(given), id)
        click.echo(json.dumps(lines, ensure_ascii=False) if given["as_json"] else "\n".join(lines))


@main.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--pages", type=click.Path(path_type=Path), help="Folder of page texts [content/pages].")
@_shared
def score(gold: Path, pages: Path | None, **given: Any) -> None:
    """The articles in content/ against hand labels (a file or a folder of them)."""
    from jianbao import score as scoring

    place = _place(given)
    with _Ending(given["as_json"]):
        report = scoring.score(gold, place.content / "articles", pages or place.content / "pages", given["only"])
        plain = dataclasses.asdict(report)
        click.echo(json.dumps(plain, ensure_ascii=False) if given["as_json"] else scoring.table(report))
        for problem in report.problems:
            click.echo(str(problem), err=True)


@main.command()
@click.argument("what", type=click.Choice(["place", "date", "byline"]))
@click.argument("text")
@click.option("--home", default="", metavar="PATH", help="Home region of the paper, e.g. 浙江省/杭州市.")
@click.option("--year", default=0, help="Year of the page.")
@click.option("--date", "issued", type=click.DateTime(["%Y-%m-%d"]), help="Day of the page: 昨天 is counted from it.")
@_shared
def ask(what: str, text: str, home: str, year: int, issued: Any, **given: Any) -> None:
    """What the program makes of a piece of text: one JSON object {value, basis, claims}."""
    from jianbao.describe.ask import ask_byline, ask_date, ask_place

    if what == "place":
        answer = ask_place(text, _place(given).authority[0], home, year)
    else:
        answer = (
            ask_date(text, f"{issued:%Y-%m-%d}" if issued else str(year or "")) if what == "date" else ask_byline(text)
        )
    click.echo(json.dumps(dataclasses.asdict(answer), ensure_ascii=False))


class _Ending:
    """Turns a Stop into its message and exit code 2, Ctrl-C into a word that nothing is lost."""

    def __init__(self, as_json: bool) -> None:
        self.as_json = as_json

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, KeyboardInterrupt):
            click.echo("Stopped. What is in place is whole; run it again to go on.", err=True)
            sys.exit(_STOPPED)
        if isinstance(error, Stop):
            if self.as_json:
                click.echo(json.dumps({"problems": [_plain(error.problem)]}, ensure_ascii=False))
            else:
                click.echo(f"Nothing was done. {error}", err=True)
            sys.exit(2)


def _place(given: dict[str, Any]) -> Any:
    from jianbao.pipeline import Place

    here = Path(sys.argv[0]).resolve().parent if Path(sys.argv[0]).name == "build.py" else Path.cwd()
    return Place(
        content=given["content"] or here / "content",
        theme=given["theme"] or here / "theme",
        site=given["site"] or here / "site",
        jobs=given["jobs"] or os.cpu_count() or 1,
        only=given["only"],
        fresh=given["fresh"],
    )


@contextmanager
def _hands(place: Any, given: dict[str, Any]) -> Iterator[Any]:
    """Gives the place with the cluster that was asked for."""
    if not given["cluster"]:
        yield place
        return
    from jianbao.cluster import connected

    with connected(given["cluster"], place.jobs) as cluster:
        yield dataclasses.replace(place, cluster=cluster)


def _run(step: Callable[..., Any], given: dict[str, Any], told: Callable[..., None] | None = None) -> None:
    from jianbao.progress import progress

    place = _place(given)
    with _Ending(given["as_json"]):
        with progress(given["quiet"] or given["as_json"]) as tell, _hands(place, given) as working:
            report = step(working, tell)
        if given["as_json"]:
            click.echo(json.dumps(report.plain(), ensure_ascii=False))
        else:
            _tell_problems(report.problems, given)
            if not given["quiet"]:
                (told or partial(_tell_report, step.__name__))(report, place.site)
            if given["profile"]:
                _tell_stages(report.stages)
        if given["strict"] and report.problems:
            sys.exit(1)


def _tell_stages(stages: Sequence[Any]) -> None:
    for stage in stages:
        click.echo(f"{stage.name:20} {stage.cpu:8.2f} CPU s {stage.wall:8.2f} s")


def _tell_report(step: str, report: Any, site: Path) -> None:
    articles = "" if report.articles is None else f"{report.articles} articles, "
    click.echo(f"{report.pages} pages, {articles}{len(report.problems)} problems.")
    if step != "render":
        click.echo(f"Markdown files written: {report.written}.")
    if step == "clip":
        return
    if report.made or report.removed:
        click.echo(f"Site: {report.made} files made, {report.kept} kept, {report.removed} removed.")
    else:
        click.echo(f"Site: nothing changed, {report.kept} files kept.")
    click.echo(f"Double-click to read:  {site / 'index.html'}")


def _tell_packed(report: Any, _site: Path) -> None:
    unpacked = f"{report.unpacked / 1e6:.1f} MB when unpacked"
    click.echo(f"{report.articles} articles, {report.files} files, {unpacked}, {len(report.problems)} problems.")
    click.echo(f"To give away, {report.bytes / 1e6:.1f} MB:  {report.where}")


def _tell_problems(problems: Sequence[Problem], given: dict[str, Any]) -> None:
    if given["as_json"]:
        click.echo(json.dumps({"problems": [_plain(problem) for problem in problems]}, ensure_ascii=False))
        return
    for problem in problems:
        click.echo(str(problem), err=True)


def _plain(problem: Problem) -> dict[str, Any]:
    return {"where": problem.where, "line": problem.line, "what": problem.what, "remedy": problem.remedy}
