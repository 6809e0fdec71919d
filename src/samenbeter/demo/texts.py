"""The texts of the example neighbourhood: YAML files in ``content/``."""

import importlib.resources
import yaml


def load(name):
    """Return the data of one YAML file."""
    text = importlib.resources.files("samenbeter.demo").joinpath("content", name).read_text("utf-8")
    return yaml.safe_load(text)
