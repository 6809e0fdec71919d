"""Rule 8: each field says whether it holds personal data, and what is personal can be asked for."""

from allowed import STOCK_FIELDS
from plone import api
from plone.app.testing import TEST_USER_ID
from plone.app.textfield import RichText
from plone.app.textfield import RichTextValue
from plone.app.users.browser.userdatapanel import getUserDataSchema
from plone.dexterity.utils import createContentInContainer
from plone.dexterity.utils import iterSchemataForType
from plone.namedfile.field import NamedBlobImage as ImageField
from plone.namedfile.file import NamedBlobImage
from samenbeter.interfaces import IPersonalDataProvider
from samenbeter.shared.personal import not_personal_fields
from samenbeter.shared.personal import personal_fields
from where import names_of_types
from where import rooms
from zope.component import getUtilitiesFor
from zope.interface.verify import verifyObject
from zope.schema import getFieldNames
from zope.schema import getFieldsInOrder

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
        """Named after their room, with a title."""
        for name, provider in providers().items():
            assert verifyObject(IPersonalDataProvider, provider)
            assert name.removeprefix("samenbeter.") in rooms()
            assert provider.title.default

    def test_each_personal_field_has_one_provider(self, portal):
        """Of the room that has the type."""
        covered = [
            (portal_type, field)
            for provider in providers().values()
            for portal_type, fields in provider.fields().items()
            for field in fields
        ]
        marked = [(portal_type, name) for portal_type in OWN_TYPES for name, _field in marked_fields(portal_type)]
        assert sorted(covered) == sorted(marked)
        assert {portal_type for portal_type, _field in covered} == set(PERSONAL_TYPES)


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
    """Return all rows that the providers give about a person."""
    return [row for provider in providers().values() for row in provider.export(userid)]


class TestExport:
    """What somebody gets."""

    def test_each_personal_field_is_in_the_export_of_who_wrote_it(self, written):
        """With its value, and where it stands."""
        rows = {(row["type"], row["field"]): row for row in exported(TEST_USER_ID)}
        for portal_type, obj in written.items():
            for name, _field in marked_fields(portal_type):
                row = rows.pop((portal_type, name))
                assert f"{MARKER} {name}" in row["value"]
                assert isinstance(row["value"], str)
                assert row["url"] == obj.absolute_url()
        assert rows == {}

    def test_it_is_there_when_the_writer_may_not_see_the_item_any_more(self, written):
        """The right to a copy does not follow the workflow."""
        for obj in written.values():
            obj.manage_permission("View", ["Manager"], acquire=False)
        with api.env.adopt_roles(["Member"]):
            assert exported(TEST_USER_ID)

    @pytest.mark.parametrize("userid", ["other", "", None, "nobody", "admin"])
    def test_nobody_else_gets_it(self, written, userid):
        """Not another member, and not by asking for nobody."""
        assert [row for row in exported(userid) if MARKER in row["value"]] == []

    def test_the_object_decides_who_wrote_it(self, written):
        """The catalog can be behind."""
        for obj in written.values():
            obj.creators = ("other",)
        assert exported(TEST_USER_ID) == []

    def test_an_empty_field_is_left_out(self, written):
        """A row without a value says nothing."""
        written["VraagbaakAnswer"].difference = ""
        assert ("VraagbaakAnswer", "difference") not in {(r["type"], r["field"]) for r in exported(TEST_USER_ID)}
