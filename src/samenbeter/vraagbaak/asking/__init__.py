"""Asking: a resident writes a question, looks at it once more, and gets a receipt; or somebody enters it for them."""
