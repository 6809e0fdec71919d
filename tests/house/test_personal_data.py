"""Rule 8: each field says whether it holds personal data, and what is personal can be asked for."""

from allowed_fields import STOCK_FIELDS
from collections import Counter
from importlib import import_module
from plone import api
from plone.app.testing import TEST_USER_ID
from plone.app.textfield import RichText
from plone.app.textfield import RichTextValue
from plone.app.users.browser.userdatapanel import getUserDataSchema
from plone.dexterity.fti import DexterityFTI
from plone.dexterity.utils import createContentInContainer
from plone.dexterity.utils import iterSchemataForType
from plone.namedfile.field import NamedBlobImage as ImageField
from plone.namedfile.file import NamedBlobImage
from plone.supermodel import model
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared import vault
from samenbeter.shared.personal import not_personal_fields
from samenbeter.shared.personal import personal
from samenbeter.shared.personal import personal_fields
from samenbeter.shared.rights import Subject
from samenbeter.stories.personal_data import Stories
from where import files
from where import name_of
from where import names_of_types
from where import rooms
from where import tree_of
from zope.component import getGlobalSiteManager
from zope.component import getUtilitiesFor
from zope.interface.verify import verifyObject
from zope.schema import getFieldNames
from zope.schema import getFieldsInOrder
from zope.schema import TextLine

import ast
import pytest


OWN_TYPES = names_of_types()
MARKER = "Zilverreiger"


def schemata(portal):
    """Yield (portal type, schema) of all types of the site."""
    for portal_type in portal.portal_types.objectIds("Dexterity FTI"):
        for schema in iterSchemataForType(portal_type):
            yield portal_type, schema


def is_ours(schema):
    """True for a schema of our package."""
    return schema.__identifier__.startswith("samenbeter.")


def providers():
    """Return {name: provider}."""
    return dict(getUtilitiesFor(IPersonalDataProvider))


def marked_fields(portal_type):
    """Yield (name, field) of the personal fields of a type."""
    for schema in iterSchemataForType(portal_type):
        for name, field in getFieldsInOrder(schema):
            if name in personal_fields(schema):
                yield name, field


def gaps(types):
    """Return what is wrong: a marked field of these types that has not exactly one provider, or one that is none."""
    covered = Counter(
        (portal_type, field)
        for provider in providers().values()
        for portal_type, fields in provider.fields().items()
        for field in fields
    )
    marked = {(portal_type, name) for portal_type in types for name, _field in marked_fields(portal_type)}
    return sorted({pair for pair in marked | set(covered) if covered[pair] != 1 or pair not in marked})


def kept_in_the_vault():
    """Yield (where, room, kind) of each place in our code that adds a record to the vault, as its names stand there."""
    for path in files(".py"):
        for node in ast.walk(tree_of(path)):
            if not isinstance(node, ast.Call) or getattr(node.func, "attr", "") != "add":
                continue
            if "purpose" not in {keyword.arg for keyword in node.keywords}:
                continue
            module = import_module(name_of(path).removeprefix("src/").removesuffix(".py").replace("/", "."))
            if any(getattr(part, "id", "") == "self" for part in ast.walk(node.args[0])):
                # a kind that a caller names: the vault refuses it when nobody answers for it
                continue
            args = ast.unparse(ast.Tuple(node.args[: 1 if isinstance(node.args[0], ast.Starred) else 2], ast.Load()))
            yield (f"{name_of(path)}:{node.lineno}", *eval(args, dict(vars(module))))


PERSONAL_TYPES = ("PartnerOrganisation", "ServiceOffer", "SuccessStory", "VraagbaakAnswer")


class TestDeclarations:
    """What the schemas say."""

    def test_each_field_of_ours_says_it(self, portal):
        """Once: personal or not."""
        for schema in {schema for _type, schema in schemata(portal) if is_ours(schema)}:
            yes, no = personal_fields(schema), not_personal_fields(schema)
            assert yes | no == set(getFieldNames(schema)), schema.__identifier__
            assert not yes & no, schema.__identifier__

    def test_each_field_that_plone_brings_was_looked_at(self, portal):
        """All types of the site, as ours can stand among them."""
        for portal_type, schema in schemata(portal):
            names = set(getFieldNames(schema))
            if is_ours(schema) or not names:
                continue
            generated = schema.__identifier__.startswith("plone.dexterity.schema.generated")
            yes, no = STOCK_FIELDS[portal_type if generated else schema.__identifier__]
            assert names == {*yes, *no}, schema.__identifier__
            assert not set(yes) & no

    def test_each_field_of_a_member_was_looked_at(self, portal):
        """In memberdata, and in the form."""
        yes, no = STOCK_FIELDS["member"]
        names = {*portal.portal_memberdata.propertyIds(), *getFieldNames(getUserDataSchema())}
        assert names == {*yes, *no}

    def test_our_types_bring_only_few_fields_of_plone(self):
        """None that keeps a name beside the content: versions, notes, contributors."""
        for portal_type in OWN_TYPES:
            brought = {s.__identifier__.rpartition(".")[2] for s in iterSchemataForType(portal_type) if not is_ours(s)}
            assert brought <= {"IShortName", "IExcludeFromNavigation"}, portal_type


class TestProviders:
    """What can be asked for."""

    def test_they_keep_the_contract(self):
        """Named samenbeter.<room>.<what>, and in words for people."""
        for name, provider in providers().items():
            assert verifyObject(IPersonalDataProvider, provider)
            package, room, what = name.split(".")
            assert package == "samenbeter"
            assert room in (*rooms(), "shared")
            assert what
            for text in (provider.title, provider.description, provider.clock):
                assert text.default, name
            assert provider.period is None or provider.period > 0
            assert all(len(kind.split(":")) == 2 for kind in provider.categories)

    def test_each_personal_field_has_one_provider(self, portal):
        """Of the room that has the type."""
        assert gaps(OWN_TYPES) == []
        covered = {portal_type for provider in providers().values() for portal_type in provider.fields()}
        assert covered == set(PERSONAL_TYPES)

    def test_a_field_without_a_provider_is_found(self, portal):
        """Planted: a type with a field of which nobody tells."""
        portal.portal_types._setObject("Planted", DexterityFTI("Planted", schema=f"{__name__}.IPlanted"))
        portal.portal_types["Planted"].manage_changeProperties(klass="plone.dexterity.content.Item")
        assert gaps([*OWN_TYPES, "Planted"]) == [("Planted", "secret")]

    def test_a_field_with_two_providers_is_found(self, portal):
        """Then it would be told, and taken away, twice."""
        twice = Stories()
        getGlobalSiteManager().registerUtility(twice, IPersonalDataProvider, "samenbeter.stories.twice")
        try:
            assert ("SuccessStory", "quote") in gaps(OWN_TYPES)
        finally:
            getGlobalSiteManager().unregisterUtility(twice, IPersonalDataProvider, "samenbeter.stories.twice")

    def test_each_kind_of_record_has_one_provider(self):
        """As the vault is written to in our code."""
        kinds = Counter(kind for provider in providers().values() for kind in provider.kinds)
        assert [kind for kind, number in kinds.items() if number != 1] == []
        used = list(kept_in_the_vault())
        assert len(used) >= 3
        assert [where for where, *kind in used if tuple(kind) not in kinds] == []

    def test_the_vault_keeps_nothing_of_which_nobody_tells(self, portal):
        """Somebody who writes a new room notices at once."""
        with pytest.raises(vault.NoProvider, match=r"stories\.secret"):
            vault.get().add("stories", "secret", {}, purpose="samenbeter.stories")


class IPlanted(model.Schema):
    """A schema with a field of which nobody tells."""

    personal("secret")

    secret = TextLine()


def planted(name, field):
    """Return a value with a marker in it that says where it was planted."""
    text = f"{MARKER} {name}"
    if isinstance(field, RichText):
        return RichTextValue(f"<p>{text}</p>", "text/html", "text/x-html-safe")
    if isinstance(field, ImageField):
        return NamedBlobImage(data=b"GIF89a", contentType="image/gif", filename=f"{text}.gif")
    return text


@pytest.fixture
def written(portal):
    """One item of each type with personal fields, by the test user, with a marker in each of these fields."""
    api.user.create(username="other", email="other@example.org", password="a-long-test-password")
    with api.env.adopt_roles(["Manager"]):
        made = {}
        for portal_type in PERSONAL_TYPES:
            values = {name: planted(name, field) for name, field in marked_fields(portal_type)}
            made[portal_type] = createContentInContainer(portal, portal_type, checkConstraints=False, **values)
    return made


def exported(userid):
    """Return (type, field, address, text) of each field that the providers of content give about a person."""
    return [
        (item.data["type"], name, item.data["url"], text)
        for provider in providers().values()
        if provider.fields()
        for item in provider.export(Subject(userid=userid or "")).items
        for name, text in item.data["fields"].items()
    ]


def everything(userid):
    """Return all that all providers give about a person, as one text."""
    subject = Subject(userid=userid or "")
    return "".join(str(provider.export(subject)) for provider in providers().values())


class TestExport:
    """What somebody gets."""

    def test_each_personal_field_is_in_the_export_of_who_wrote_it(self, written):
        """With its value, and where it stands."""
        rows = {(row[0], row[1]): row for row in exported(TEST_USER_ID)}
        for portal_type, obj in written.items():
            for name, _field in marked_fields(portal_type):
                _type, _name, url, text = rows.pop((portal_type, name))
                assert f"{MARKER} {name}" in text
                assert isinstance(text, str)
                assert url == obj.absolute_url()
        assert rows == {}

    def test_people_read_the_same(self, written):
        """With the title of the field, as it stands in the form; of a file they get the file."""
        for provider in providers().values():
            for item in provider.export(Subject(userid=TEST_USER_ID)).items if provider.fields() else ():
                said = {str(label): text for label, text in item.values}
                fields = dict(marked_fields(item.data["type"]))
                for name, text in item.data["fields"].items():
                    assert said[str(fields[name].title)]
                    assert text in [value for label, value in item.values if label == fields[name].title]
                    if isinstance(fields[name], ImageField):
                        assert item.files[f"{MARKER} {name}.gif"] == b"GIF89a"

    def test_it_is_there_when_the_writer_may_not_see_the_item_any_more(self, written):
        """The right to a copy does not follow the workflow."""
        for obj in written.values():
            obj.manage_permission("View", ["Manager"], acquire=False)
        with api.env.adopt_roles(["Member"]):
            assert exported(TEST_USER_ID)

    @pytest.mark.parametrize("userid", ["other", "", None, "nobody", "admin"])
    def test_nobody_else_gets_it(self, written, userid):
        """Not another member, and not by asking for nobody."""
        assert MARKER not in everything(userid)

    def test_the_object_decides_who_wrote_it(self, written):
        """The catalog can be behind."""
        for obj in written.values():
            obj.creators = ("other",)
        assert exported(TEST_USER_ID) == []

    def test_an_empty_field_is_left_out(self, written):
        """A row without a value says nothing."""
        written["VraagbaakAnswer"].difference = ""
        assert ("VraagbaakAnswer", "difference") not in {(row[0], row[1]) for row in exported(TEST_USER_ID)}
