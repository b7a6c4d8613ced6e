"""The client of the search under Node, one process for all tests."""

from collections.abc import Iterator

import pytest
from scanning import Client


@pytest.fixture(scope="session")
def client() -> Iterator[Client]:
    running = Client()
    yield running
    running.close()
