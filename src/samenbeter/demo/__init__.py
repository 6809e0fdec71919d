"""The example neighbourhood, and what shows it on one machine (``make start``)."""
