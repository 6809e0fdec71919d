"""Partner organisations, what they offer, and their meetings.

Who enters: local care and welfare, residents' initiatives, the municipality,
national patient communities, suppliers of modules.
What leaves: a page for each partner with its offer and opening hours, two
groups of people (experts and managers), and a place in every referral.
"""
