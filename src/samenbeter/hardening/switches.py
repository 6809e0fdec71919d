"""Which switches there are, which are on, and what was there before each."""


def turn_all_on():
    """Turn on each switch that is off."""
