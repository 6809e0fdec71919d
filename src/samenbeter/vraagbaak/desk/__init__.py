"""The desk of the editors: what waits, one case, its redaction, its answer, and the step to everybody."""
