"""Fifty people ask at two processes at the same time: each has a receipt, and nothing is lost or doubled."""

import asking_work
import pytest


pytestmark = pytest.mark.postgresql


def test_each_gets_a_receipt_and_a_case(site):
    assert asking_work.problems([site.one.base, site.two.base]) == []
