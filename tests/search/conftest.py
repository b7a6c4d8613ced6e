"""The client of the search under Node, one process for all tests; indexes so finely cut that small archives have all
sorts of file."""

from collections.abc import Iterator

import pytest
from scanning import Client

from jianbao.search import shape


@pytest.fixture(scope="session")
def client() -> Iterator[Client]:
    running = Client()
    yield running
    running.close()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tiers of four articles and more, shards of 100 bytes, own files for lists of ten."""
    for name, value in {"_SMALLEST": 4, "SHARD": 100, "BIG": 10, "FOLLOWED": 3}.items():
        monkeypatch.setattr(shape, name, value)
