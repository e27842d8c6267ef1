"""`make test` ends with one line for each reason that kept tests from running here."""

from collections import Counter
from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Generator[None]:
    """Outermost, so that these lines come after pytest's own summary."""
    yield
    reporter: pytest.TerminalReporter | None = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return
    skipped = [report.longrepr[2] for report in reporter.stats.get("skipped", [])]
    for reason, count in Counter(reason.removeprefix("Skipped: ") for reason in skipped).most_common():
        reporter.write_line(f"not run here, {count} test{'s' * (count > 1)}: {reason}")
