"""How the package ``samenbeter`` is built and what it needs."""

from pathlib import Path
from setuptools import find_packages
from setuptools import setup
from setuptools.command.build_py import build_py


HERE = Path(__file__).parent


def read(*names):
    """Return the texts of those of the files that exist, one below the other."""
    return "\n\n".join((HERE / name).read_text(encoding="utf-8") for name in names if (HERE / name).exists())


class BuildWithTranslations(build_py):
    """Copy the package, then compile each translation beside its source.

    In a checkout Zope compiles the .po files when it starts. An installed package
    may be read-only, so the wheel carries the compiled files.
    """

    def run(self):
        super().run()
        if not self.editable_mode:
            self.compile_translations()

    def compile_translations(self):
        # Only here: setup.py must also answer where python-gettext is not installed.
        from pythongettext.msgfmt import Msgfmt

        for source in Path(self.build_lib).glob("**/LC_MESSAGES/*.po"):
            with source.open("rb") as lines:
                compiled = Msgfmt(lines, name=source.name).get()
            source.with_suffix(".mo").write_bytes(compiled)


DATA = [
    "cfg",
    "css",
    "html",
    "ico",
    "jpg",
    "js",
    "json",
    "mo",
    "png",
    "po",
    "pot",
    "pt",
    "svg",
    "txt",
    "webp",
    "woff2",
    "xml",
    "yaml",
    "zcml",
]

# Each with the reason why it is here. The exact versions are in constraints.txt.
INSTALL_REQUIRES = [
    "Plone>=6.2,<6.3",  # the platform, with the Classic UI
    "plone.app.dexterity",  # our content types
    "plone.restapi",  # reading and writing from other programs
    "collective.easyform",  # forms that editors can change themselves
    "requests",  # fetches questions from an address
    "cryptography",  # encrypts what is in the vault
    "PyYAML",  # the demo neighbourhood is written in YAML
    "bcrypt",  # keeps passwords so that guessing them takes long
    "python-stdnum",  # knows a citizen service number, bank account or postcode by its check digits
    "phonenumbers",  # finds phone numbers in text
    "holidays",  # the Dutch public holidays, on which no promise runs; 0.86 is the last that takes our python-dateutil
    "pyotp",  # the codes of an app as a second step at log-in
    "segno",  # draws QR codes
]

EXTRAS_REQUIRE = {
    "test": [
        "pytest>=8,<10",  # zope.pytestlayer uses a mark that goes away in pytest 10
        "pytest-plone",  # a Plone site as a fixture
        "pytest-xdist",  # two test processes side by side
        "beautifulsoup4",  # what a page says, without its markup
        "aiosmtpd",  # a real mail server for the tests, and the letter box of the demo
        "hypothesis",  # looks for input that breaks a promise
        "python-gettext",  # compiles the translations in the wheel
        "wheel",  # the wheel of the packaging tests
    ],
    "browser": [
        "playwright",  # drives the chromium of the machine
    ],
    "postgresql": [
        "RelStorage",  # the database in PostgreSQL
        "psycopg2-binary",  # speaks to PostgreSQL; needs no compiler to install
    ],
    "dev": [
        "ruff",  # checks and formats Python
        "zpretty",  # checks and formats ZCML and XML
        "i18ndude",  # collects the texts to translate
        "polib",  # reads and writes .po files
        "zc.buildout",  # the other way to make an instance
        "zc.recipe.egg",  # bin/pytest of the buildout
        "plone.recipe.zope2instance",  # bin/instance of the buildout
        "build",  # makes the release
        "pyroma",  # judges the metadata of the release
    ],
}

setup(
    name="samenbeter",
    version="1.0.0a1",
    description=("Turns a Plone site into a neighbourhood platform for health and wellbeing"),
    long_description=read("README.rst", "CHANGES.rst"),
    long_description_content_type="text/x-rst",
    author="SamenBeter",
    author_email="redactie@samenbeter.example",
    license="GPL-2.0-only",
    license_files=["LICENSE"],
    keywords="Plone health wellbeing neighbourhood e-health HTI question-desk",
    classifiers=[
        "Development Status :: 3 - Alpha",
        "Environment :: Web Environment",
        "Framework :: Plone",
        "Framework :: Plone :: 6.2",
        "Framework :: Plone :: Addon",
        "Framework :: Zope :: 6",
        "Intended Audience :: Developers",
        "Intended Audience :: Healthcare Industry",
        "Natural Language :: Dutch",
        "Natural Language :: English",
        "Operating System :: OS Independent",
        "Programming Language :: Python",
        "Programming Language :: Python :: 3 :: Only",
        "Programming Language :: Python :: 3.10",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
        "Topic :: Internet :: WWW/HTTP :: Dynamic Content :: Content Management System",
    ],
    package_dir={"": "src"},
    packages=find_packages("src"),
    package_data={"samenbeter": [f"**/*.{ending}" for ending in DATA]},
    include_package_data=True,
    zip_safe=False,
    python_requires=">=3.10,!=3.13.0",  # 3.13.0 cannot copy objects of the database
    install_requires=INSTALL_REQUIRES,
    extras_require=EXTRAS_REQUIRE,
    cmdclass={"build_py": BuildWithTranslations},
    entry_points={
        "z3c.autoinclude.plugin": ["target = plone"],
        "paste.filter_app_factory": [
            "last_resort = samenbeter.shared.wsgi:last_resort",
            "headers = samenbeter.shared.wsgi_headers:headers",
            "access_log = samenbeter.shared.access_log:access_log",
        ],
    },
)
