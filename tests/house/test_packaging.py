"""What is built, pinned and shipped is what stands in the checkout."""

from importlib.metadata import distributions
from importlib.metadata import requires
from packaging.markers import default_environment
from packaging.requirements import Requirement
from pathlib import Path

import importlib.util
import json
import os
import pytest
import re
import shutil
import subprocess
import sys
import zipfile


ROOT = Path(__file__).parents[2]
PACKAGE = "src/samenbeter/"
OUR_TYPES = {
    "EHealthModule",
    "PartnerOrganisation",
    "ServiceOffer",
    "SuccessStory",
    "Vraagbaak",
    "VraagbaakAnswer",
    "VraagbaakQuestion",
}
# Comes with Python itself, in the version that Python brings.
UNPINNED = {"pip", "samenbeter"}
# The folders of one machine, and the hosts that packages happen to come from.
OF_A_MACHINE = re.compile(
    r"(?<![\w.})\]>])/(?:root|work|home|tmp/c)/"
    r"|\b(?:pypi|pythonhosted|npmjs)\.(?:org|com)\b"
)


def canonical(name):
    """Return a package's name in the one spelling that all tools agree on."""
    return re.sub(r"[-_.]+", "-", name).lower()


def load_script(name):
    """Return the module of a script, which is not on the path."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def files_of_the_project():
    """Return the files that are, or would be, under version control."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is not a git checkout")
    names = listed.stdout.decode().split("\0")
    return [name for name in names if name and (ROOT / name).exists()]


def pins():
    """Return {name: version} of constraints.txt for the Python that runs."""
    found = {}
    for line in (ROOT / "constraints.txt").read_text().splitlines():
        if "==" in line:
            pin = Requirement(line)
            if pin.marker is None or pin.marker.evaluate():
                found[canonical(pin.name)] = str(pin.specifier).removeprefix("==")
    return found


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """A copy of the project, because setuptools writes beside what it builds."""
    copy = tmp_path_factory.mktemp("source")
    for name in files_of_the_project():
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target, follow_symlinks=False)
    return copy


@pytest.fixture(scope="module")
def wheel(source):
    """The wheel, built from the source release that was built from the copy."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", "dist"]
    built = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = (source / "dist").glob("*.whl")
    return path


@pytest.fixture(scope="module")
def in_wheel(wheel):
    """The names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


def test_versions_for_buildout_are_the_constraints():
    text = (ROOT / "constraints.txt").read_text()
    assert (ROOT / "versions.cfg").read_text() == load_script("versions").render(text)


def test_versions_installed_are_the_constraints():
    pinned = pins()
    installed = {canonical(found.metadata["Name"]): found.version for found in distributions()}
    differing = {
        name: (version, pinned.get(name))
        for name, version in installed.items()
        if name not in UNPINNED and pinned.get(name) != version
    }
    assert not differing


def test_every_requirement_has_a_pin():
    environment = default_environment()
    extras = ("", "test", "browser", "postgresql", "dev")
    wanted = [
        requirement
        for requirement in map(Requirement, requires("samenbeter"))
        if requirement.marker is None
        or any(requirement.marker.evaluate({**environment, "extra": extra}) for extra in extras)
    ]
    assert {canonical(requirement.name) for requirement in wanted} <= set(pins())


def test_version_has_a_heading_in_the_changes():
    changes = ROOT / "CHANGES.rst"
    if not changes.exists():
        pytest.skip("there is no CHANGES.rst yet")
    version = re.search(r'version="([^"]+)"', (ROOT / "setup.py").read_text())[1]
    heading = re.search(r"^(\d\S*)", changes.read_text(), re.MULTILINE)
    assert heading and heading[1] == version


def test_profiles_in_the_package_are_those_at_the_top():
    link = ROOT / PACKAGE / "profiles"
    assert link.is_symlink()
    assert link.resolve() == ROOT / "profiles"
    assert not os.path.isabs(os.readlink(link))


def test_no_file_names_a_place_of_one_machine():
    named = []
    for name in files_of_the_project():
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, IsADirectoryError):
            continue
        named += [f"{name}: {found[0]}" for found in OF_A_MACHINE.finditer(text)]
    assert not named


def test_wheel_has_every_file_of_the_package(in_wheel):
    wanted = set()
    for name in files_of_the_project():
        if name.startswith("profiles/"):
            wanted.add(f"samenbeter/{name}")
        elif name.startswith(PACKAGE) and not (ROOT / name).is_symlink():
            wanted.add(name.removeprefix("src/"))
    # Keeps an empty folder under version control, and is of no use elsewhere.
    wanted = {name for name in wanted if not name.endswith(".gitkeep")}
    assert not wanted - in_wheel


def test_wheel_has_each_translation_compiled(in_wheel):
    sources = {name for name in in_wheel if name.endswith(".po")}
    assert {name.removesuffix("po") + "mo" for name in sources} <= in_wheel


def test_wheel_has_nothing_else(in_wheel):
    assert {name.partition("/")[0].partition("-")[0] for name in in_wheel} == {"samenbeter"}
    assert any(name.endswith("/licenses/LICENSE") for name in in_wheel)


@pytest.mark.wheel
def test_site_from_the_wheel_alone(wheel, tmp_path):
    python = tmp_path / "venv/bin/python"
    uv = [sys.executable, "-m", "uv", "--quiet"]
    install = ["pip", "install", "--python", python, "-c", ROOT / "constraints.txt", wheel]
    subprocess.run([*uv, "venv", "--python", sys.executable, python.parents[1]], check=True)
    subprocess.run([*uv, *install], check=True)
    script = shutil.copy(Path(__file__).with_name("site_from_wheel.py"), tmp_path)

    ran = subprocess.run(
        [python, "-I", script, tmp_path / "var"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout.splitlines()[-1])
    assert Path(found["package"]).is_relative_to(tmp_path)
    assert set(found["types"]) >= OUR_TYPES
    assert OUR_TYPES - {"VraagbaakAnswer"} <= set(found["content"])
