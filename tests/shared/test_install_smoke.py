def test_types_are_installed(portal):
    assert "VraagbaakQuestion" in portal.portal_types.objectIds()
