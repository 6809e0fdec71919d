"""Experts: who was asked, how they answer by log-in or by a mailed link, and what it did."""
