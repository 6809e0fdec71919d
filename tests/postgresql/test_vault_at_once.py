"""Two processes write and erase in one vault at the same time: nothing is lost or doubled, and all is in the log."""

import pytest
import vault_work


pytestmark = pytest.mark.postgresql


def test_nothing_is_lost_and_all_is_in_the_log(site):
    assert vault_work.problems([site.one.base, site.two.base]) == []
