"""Rule 2: one profile, and its files agree with each other and with the code."""

from allowed import PANEL_PAGES
from allowed import REGISTRY_PREFIXES
from samenbeter.shared import states
from where import directives
from where import name_of
from where import names_of_types
from where import PACKAGE
from where import PROFILES
from where import rooms
from where import stale
from where import tag_of
from where import unlisted
from where import xml_of
from zope.dottedname.resolve import resolve
from zope.interface.interfaces import IInterface

import pytest


DEFAULT = PROFILES / "default"
STOCK_ROLES = {"Manager", "Site Administrator", "Owner", "Reviewer", "Editor", "Contributor", "Reader", "Member"}

# a permission that visitors have: reason
FOR_ALL = {"SamenBeter vraagbaak: Ask a question": "to ask, nobody needs a name or an account"}


def names(path, tag, attribute="name"):
    """Return the values of an attribute of all elements with this tag, in order."""
    return [element.get(attribute) for element in xml_of(path).iter() if tag_of(element) == tag]


def text_of(element, name):
    """Return the text of a property of a type."""
    found = [e for e in element if tag_of(e) == "property" and e.get("name") == name]
    return (found[0].text or "").strip() if found else ""


def elements_of(element, name):
    """Return the values of a list property of a type."""
    return [e.get("value") for prop in element if prop.get("name") == name for e in prop]


OWN_TYPES = names_of_types()
WORKFLOWS = [n for n in names(DEFAULT / "workflows.xml", "object") if n != "portal_workflow"]
ROLES = set(names(DEFAULT / "rolemap.xml", "role")[: len(xml_of(DEFAULT / "rolemap.xml").find("roles"))])


class TestProfiles:
    """The profiles themselves."""

    def test_each_profile_has_a_directory_with_metadata(self):
        """And each directory is a profile."""
        registered = {
            e.get("name"): path.parent / e.get("directory")
            for path, e in directives("registerProfile")
            if path == PACKAGE / "profiles.zcml"
        }
        assert set(registered) == {path.name for path in PROFILES.iterdir() if path.is_dir()}
        for name, directory in registered.items():
            assert directory.resolve() == (PROFILES / name).resolve()
            assert (directory / "metadata.xml").is_file()

    def test_each_upgrade_that_is_a_profile_has_one_too(self):
        """Named after the version it leads to."""
        for path, element in directives("registerProfile"):
            if path != PACKAGE / "profiles.zcml":
                directory = PACKAGE / "upgrades" / element.get("directory")
                assert path.parent == PACKAGE / "upgrades" / f"v{element.get('name')}"
                assert (directory / "metadata.xml").is_file()

    def test_only_one_profile_installs(self):
        """One upgrade line needs one profile: no other carries types, workflows or permissions."""
        for profile in ("types.xml", "workflows.xml", "rolemap.xml", "catalog.xml"):
            assert {p.parent.name for p in PROFILES.glob(f"*/{profile}")} <= {"default", "uninstall"}

    def test_the_profile_of_the_package_is_the_one_at_the_top(self):
        """src/samenbeter/profiles is a link."""
        assert (PACKAGE / "profiles").resolve() == PROFILES.resolve()


class TestTypes:
    """The content types."""

    def test_each_type_has_a_file_of_its_name(self):
        """Files of stock types only change them."""
        files = {path.stem.replace("_", " "): xml_of(path) for path in (DEFAULT / "types").glob("*.xml")}
        assert {name: root.get("name") for name, root in files.items()} == {name: name for name in files}
        assert set(names(DEFAULT / "types.xml", "object")[1:]) == set(files)
        for name in set(files) - set(OWN_TYPES):
            assert all(prop.get("purge") == "False" for prop in files[name]), name

    @pytest.mark.parametrize("name", OWN_TYPES)
    def test_a_type_agrees_with_the_code(self, name):
        """Class, schema, permission, add address and view."""
        root = xml_of(DEFAULT / "types" / f"{name}.xml")
        room = text_of(root, "klass").split(".")[1]
        assert resolve(text_of(root, "klass")).__name__ == name
        assert IInterface.providedBy(resolve(text_of(root, "schema")))
        assert text_of(root, "schema").startswith(f"samenbeter.{room}.content.")
        assert text_of(root, "factory") == name
        assert text_of(root, "add_view_expr").endswith(f"/++add++{name}")
        assert text_of(root, "add_permission") in {e.get("id") for _path, e in directives("permission")}
        assert text_of(root, "add_permission").startswith(f"samenbeter.{room}.")
        assert text_of(root, "default_view") in elements_of(root, "view_methods")
        assert set(elements_of(root, "allowed_content_types")) <= set(OWN_TYPES)
        assert text_of(root, "title")
        assert text_of(root, "description")

    @pytest.mark.parametrize("name", OWN_TYPES)
    def test_its_behaviours_exist(self, name, get_fti):
        """As Plone looks them up."""
        from plone.behavior.registration import lookup_behavior_registration

        for behaviour in get_fti(name).behaviors:
            assert lookup_behavior_registration(behaviour), behaviour

    def test_our_behaviours_bear_our_name(self):
        """samenbeter.<name>, and the interface resolves (ZCML does that)."""
        assert all(e.get("name").startswith("samenbeter.") for _path, e in directives("behavior"))

    def test_layouts_bear_our_name(self):
        """Uninstall knows by that which layouts to take off content."""
        for path in (DEFAULT / "types").glob("*.xml"):
            if path.stem not in OWN_TYPES:
                assert all(m.startswith("samenbeter-") for m in elements_of(xml_of(path), "view_methods")), path


class TestWorkflows:
    """The workflows and their bindings."""

    def test_each_workflow_has_a_definition_of_its_name(self):
        """workflows.xml, the directories and the ids inside are the same."""
        definitions = {p.parent.name: xml_of(p) for p in DEFAULT.glob("workflows/*/definition.xml")}
        assert sorted(WORKFLOWS) == sorted(definitions)
        assert {name: root.get("workflow_id") for name, root in definitions.items()} == {n: n for n in definitions}

    def test_each_type_is_bound_to_one_workflow(self):
        """And no stock type is."""
        path = DEFAULT / "workflows.xml"
        assert sorted(names(path, "type", "type_id")) == sorted(OWN_TYPES)
        assert sorted(names(path, "bound-workflow", "workflow_id")) == sorted(WORKFLOWS)

    @pytest.mark.parametrize("name", WORKFLOWS)
    def test_it_can_be_walked(self, name):
        """Each transition leads somewhere and is used; each state is reached and can be left or is meant to end."""
        root = xml_of(DEFAULT / "workflows" / name / "definition.xml")
        ways = {
            state.get("state_id"): names_in(state, "exit-transition", "transition_id") for state in root.iter("state")
        }
        leads = {t.get("transition_id"): t.get("new_state") for t in root.iter("transition")}
        assert root.get("initial_state") in ways
        assert set(leads.values()) <= set(ways)
        assert {step for steps in ways.values() for step in steps} == set(leads)
        assert reached(root.get("initial_state"), ways, leads) == set(ways)
        assert all(ways.values()), "a state without a way out"

    @pytest.mark.parametrize("name", WORKFLOWS)
    def test_it_speaks(self, name):
        """The XML has titles, and states.py has words for people."""
        root = xml_of(DEFAULT / "workflows" / name / "definition.xml")
        for element in (root, *root.iter("state"), *root.iter("transition")):
            assert element.get("title")
        assert {s.get("state_id") for s in root.iter("state")} <= set(states.STATES)
        assert {t.get("transition_id") for t in root.iter("transition")} <= set(states.STEPS)

    @pytest.mark.parametrize("name", WORKFLOWS)
    def test_it_names_roles_and_permissions_that_exist(self, name):
        """A misspelt role would silently let nobody in."""
        root = xml_of(DEFAULT / "workflows" / name / "definition.xml")
        roles = {e.text for tag in ("permission-role", "guard-role") for e in root.iter(tag)}
        assert roles <= ROLES | STOCK_ROLES | {"Anonymous"}
        managed = {e.text for e in root.findall("permission")}
        for state in root.iter("state"):
            assert set(names_in(state, "permission-map", "name")) == managed, state.get("state_id")
        for transition in root.iter("transition"):
            assert list(transition.iter("guard-role")), transition.get("transition_id")


def names_in(element, tag, attribute):
    """Return an attribute of the elements below one."""
    return [e.get(attribute) for e in element.iter(tag)]


def reached(start, ways, leads):
    """Return the states that can be reached."""
    seen, todo = set(), [start]
    while todo:
        state = todo.pop()
        if state not in seen:
            seen.add(state)
            todo += [leads[step] for step in ways[state]]
    return seen


class TestRegistry:
    """The settings."""

    def test_records_bear_the_name_of_their_room(self):
        """One file for each room, one prefix, and the interface is in that room's settings.py."""
        found = []
        for path in DEFAULT.glob("registry/*.xml"):
            for element in xml_of(path).iter("records", "record"):
                prefix = element.get("prefix") or element.get("name")
                if prefix in REGISTRY_PREFIXES:
                    continue
                found.append(prefix)
                assert prefix == f"samenbeter.{path.stem}" or prefix.startswith(f"samenbeter.{path.stem}."), prefix
                if element.get("interface"):
                    interface = resolve(element.get("interface"))
                    assert interface.__module__ == f"samenbeter.{path.stem}.settings"
                    assert interface.getTaggedValue("samenbeter.prefix") == prefix
        assert len(found) == len(set(found))

    def test_no_record_lies_elsewhere(self):
        """registry.xml beside the directory would be read too."""
        assert not (DEFAULT / "registry.xml").exists()


class TestPermissions:
    """The permissions and who has them."""

    def test_each_permission_is_given_to_somebody(self):
        """ZCML and rolemap.xml have the same ones."""
        declared = sorted(e.get("title") for _path, e in directives("permission"))
        given = [p.get("name") for p in xml_of(DEFAULT / "rolemap.xml").iter("permission")]
        assert declared == sorted(given)

    def test_permissions_bear_the_name_of_their_room(self):
        """id samenbeter.<room>.<Act>, title "SamenBeter <room>: <act>"."""
        for path, element in directives("permission"):
            _package, room, act = element.get("id").split(".")
            assert room in (*rooms(), "shared")
            assert element.get("title").startswith(f"SamenBeter {room}: ")
            assert act[:1].isupper() and act.isalnum()
            assert name_of(path) == "src/samenbeter/permissions.zcml"

    def test_no_permission_is_acquired(self):
        """Then Zope's own roles of the root would count."""
        for permission in xml_of(DEFAULT / "rolemap.xml").iter("permission"):
            assert permission.get("acquire") == "False", permission.get("name")
            allowed = {"Anonymous"} if permission.get("name") in FOR_ALL else set()
            assert {role.get("name") for role in permission} <= ROLES | STOCK_ROLES | allowed

    def test_no_stock_permission_is_replaced(self):
        """rolemap.xml replaces all roles of a permission; setuphandlers.py only adds ours."""
        found = [p.get("name") for p in xml_of(DEFAULT / "rolemap.xml").iter("permission")]
        assert unlisted(found, [name for name in found if name.startswith("SamenBeter ")]) == []


class TestControlPanels:
    """The links in the site's settings."""

    def test_each_leads_to_a_page_of_its_permission(self):
        """The page exists, and asks what the link asks."""
        titles = {e.get("id"): e.get("title") for _path, e in directives("permission")}
        pages = {e.get("name"): titles.get(e.get("permission")) for _path, e in directives("page")}
        for configlet in xml_of(DEFAULT / "controlpanel.xml").iter("configlet"):
            page = configlet.get("url_expr").rpartition("@@")[2]
            assert pages[page] == configlet.findtext("permission"), page

    def test_each_settings_page_has_a_link(self):
        """And a REST panel of the same name."""
        linked = {c.get("url_expr").rpartition("@@")[2] for c in xml_of(DEFAULT / "controlpanel.xml").iter("configlet")}
        assert stale(linked, PANEL_PAGES) == []
        linked -= set(PANEL_PAGES)
        pages = {e.get("name") for _path, e in directives("page") if e.get("name").endswith("-settings")}
        panels = {
            f"{e.get('name')}-settings"
            for _path, e in directives("adapter")
            if e.get("provides") == "plone.restapi.controlpanels.IControlpanel"
        }
        assert linked == pages == panels
