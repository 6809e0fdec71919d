"""Upgrade steps: one folder for each profile version, small and idempotent."""
