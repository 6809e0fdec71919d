"""Photos that come into the site (A29): by each way that there is, with the switch and without."""

from at_the_door import basic
from at_the_door import form
from at_the_door import people
from at_the_door import turn_off
from at_the_door import turn_on
from base64 import b64encode
from photos import exif
from photos import MARKER
from photos import opened
from photos import photo
from photos import picture
from photos import saved
from photos import WIDE
from PIL import Image
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from samenbeter.hardening import pictures
from samenbeter.hardening import stripping

import io
import pytest
import transaction


@pytest.fixture(scope="class")
def stock(shared_portal):
    """The site without the switch, a public folder and somebody who runs the site."""
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        folder = api.content.create(shared_portal, "Folder", "map", title="Map")
        api.content.transition(folder, "publish")
    transaction.commit()
    people("rik", group="Site Administrators")
    people("anna")
    return shared_portal


@pytest.fixture(scope="class")
def strict(stock):
    """The same with the switch on."""
    turn_on("pictures")
    return stock


def by_form(site):
    client, _answer = form(site, "rik")
    data = {"form.widgets.title": "Foto", "form.buttons.save": "1", "_authenticator": client.token("/map/++add++Image")}
    files = {"form.widgets.image": ("foto.jpg", photo(orientation=6), "image/jpeg")}
    data["form.widgets.image.action"] = "load"
    answer = client.post("/map/++add++Image", data=data, files=files)
    assert answer.status_code == 302, answer.text
    return newest(site)


def by_editor(site):
    """The editor of texts and the list of files send pictures here."""
    client, _answer = form(site, "rik")
    token = client.token("/map/edit")
    files = {"file": ("foto.jpg", photo(orientation=6), "image/jpeg")}
    assert client.post("/map/fileUpload", data={"_authenticator": token}, files=files).status_code == 200
    return newest(site)


def by_rest(site):
    client, _answer = basic(site, "rik")
    image = {
        "data": b64encode(photo(orientation=6)).decode(),
        "encoding": "base64",
        "filename": "f.jpg",
        "content-type": "image/jpeg",
    }
    assert client.post("/map", json={"@type": "Image", "title": "Foto", "image": image}).status_code == 201
    return newest(site)


def by_rest_as_lead_image(site):
    client, _answer = basic(site, "rik")
    image = {
        "data": b64encode(photo("PNG")).decode(),
        "encoding": "base64",
        "filename": "f.png",
        "content-type": "image/png",
    }
    assert client.post("/map", json={"@type": "News Item", "title": "Nieuws", "image": image}).status_code == 201
    return newest(site)


def by_pieces(site):
    """The way for large files over REST: https://tus.io."""
    client, _answer = basic(site, "rik")
    data = photo(orientation=6)
    client.http.headers["Tus-Resumable"] = "1.0.0"
    meta = {"filename": "foto.jpg", "content-type": "image/jpeg"}
    told = ",".join(f"{name} {b64encode(value.encode()).decode()}" for name, value in meta.items())
    begun = client.post("/map/@tus-upload", headers={"Upload-Length": str(len(data)), "Upload-Metadata": told})
    headers = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    done = client.http.patch(begun.headers["Location"], data=data, headers=headers, timeout=60)
    assert done.status_code == 204
    return newest(site)


def by_script(site):
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        image = NamedBlobImage(photo(orientation=6), filename="f.jpg")
        api.content.create(site["map"], "Image", title="Foto", image=image)
    transaction.commit()
    return newest(site)


def as_file(site):
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        file = NamedBlobFile(io.BufferedReader(io.BytesIO(photo())).read(), filename="f.jpg")
        api.content.create(site["map"], "File", title="Foto", file=file)
    transaction.commit()
    return newest(site)


def newest(site):
    """Return the bytes of the picture that came in last."""
    transaction.begin()
    item = site["map"].objectValues()[-1]
    field = item.file if item.portal_type == "File" else item.image
    # Plone keeps what it finds in a photo beside it too
    return field.data + repr(getattr(field, "exif", "")).encode()


WAYS = [by_form, by_editor, by_rest, by_rest_as_lead_image, by_pieces, by_script, as_file]


def portrait(site, **more):
    """Send a portrait over REST; return what is kept."""
    client, _answer = basic(site, "anna")
    data = {
        "data": b64encode(photo()).decode(),
        "encoding": "base64",
        "filename": "p.jpg",
        "content-type": "image/jpeg",
    }
    assert (
        client.http.patch(
            f"{site.absolute_url()}/@users/anna", json={"portrait": {**data, **more}}, timeout=60
        ).status_code
        == 204
    )
    transaction.begin()
    return bytes(api.portal.get_tool("portal_membership").getPersonalPortrait("anna").data)


class TestPictures:
    @pytest.fixture(autouse=True)
    def pieces(self, tmp_path, monkeypatch):
        """A place for files that come in pieces."""
        monkeypatch.setenv("TUS_TMP_FILE_DIR", str(tmp_path))

    @pytest.mark.abuse("A29", stock=True)
    def test_without_the_switch_a_photo_tells_where_it_was_taken(self, stock):
        assert MARKER in by_rest(stock)
        assert MARKER in portrait(stock)

    @pytest.mark.abuse("A29")
    @pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
    def test_with_it_nothing_is_left(self, strict, way):
        data = way(strict)
        assert MARKER not in data
        assert opened(data).size == (WIDE if way in (by_rest_as_lead_image, as_file) else WIDE[::-1])

    @pytest.mark.abuse("A29")
    @pytest.mark.parametrize("scale", [True, False])
    def test_nor_in_a_portrait(self, strict, scale):
        data = portrait(strict, scale=scale)
        assert MARKER not in data and opened(data)

    def test_the_size_that_plone_knows_is_the_right_one(self, strict):
        image = NamedBlobImage(photo(orientation=6), filename="f.jpg")
        assert image.getImageSize() == WIDE[::-1] and image.contentType == "image/jpeg"
        assert image.getSize() == len(image.data)

    @pytest.mark.abuse("A29")
    def test_a_bomb_is_refused_with_words(self, strict):
        bomb = saved(Image.new("1", (20_000, 20_000)), "PNG")
        before = len(strict["map"].objectIds())
        client, _answer = form(strict, "rik")
        data = {
            "form.widgets.title": "Foto",
            "form.buttons.save": "1",
            "_authenticator": client.token("/map/++add++Image"),
        }
        data["form.widgets.image.action"] = "load"
        answer = client.post("/map/++add++Image", data=data, files={"form.widgets.image": ("f.png", bomb, "image/png")})
        assert answer.status_code == 200 and "te veel beeldpunten" in answer.text
        token = client.token("/map/edit")
        answer = client.post(
            "/map/fileUpload", data={"_authenticator": token}, files={"file": ("f.png", bomb, "image/png")}
        )
        assert answer.status_code == 400 and "te veel beeldpunten" in answer.json()["message"]
        program, _answer = basic(strict, "rik")
        image = {
            "data": b64encode(bomb).decode(),
            "encoding": "base64",
            "filename": "f.png",
            "content-type": "image/png",
        }
        answer = program.post("/map", json={"@type": "Image", "title": "Foto", "image": image})
        assert answer.status_code == 400 and "te veel beeldpunten" in answer.json()["message"]
        transaction.begin()
        assert len(strict["map"].objectIds()) == before

    @pytest.mark.abuse("A29")
    @pytest.mark.parametrize(
        ("name", "data"), [("x.html", b"<script>alert(1)</script>"), ("x.svg", b"<svg onload='alert(1)'/>")]
    )
    def test_what_can_hold_a_script_is_saved_and_not_shown(self, strict, name, data):
        with api.env.adopt_user(username=SITE_OWNER_NAME):
            item = api.content.create(strict["map"], "File", title=name, file=NamedBlobFile(data, filename=name))
        transaction.commit()
        client, _answer = form(strict, "anna")
        for view in ("", "/@@download/file", "/@@display-file/file"):
            answer = client.get(item.absolute_url() + view)
            assert (
                answer.status_code != 200
                or "attachment" in answer.headers.get("Content-Disposition", "")
                or ("text/html" in answer.headers["Content-Type"] and data.decode() not in answer.text)
            )

    def test_what_is_no_picture_stays_as_it_is(self, strict):
        assert NamedBlobFile(b"\xff\xd8 gewoon een bestand", filename="x.bin").data == b"\xff\xd8 gewoon een bestand"

    def test_a_photo_is_not_asked_to_be_small_where_no_picture_is(self, strict):
        assert stripping.kind_of(saved(picture(), "BMP")) is None

    def test_it_says_when_something_takes_another_way(self, strict):
        assert pictures.Pictures().problems() == []
        manager = strict.getSiteManager()
        manager.unregisterUtility(provided=pictures.IStorage, name="builtins.bytes")
        assert len(pictures.Pictures().problems()) == 1
        turn_on("pictures")
        assert pictures.Pictures().problems() == []

    def test_turned_off_photos_come_in_as_they_are(self, strict):
        cleaned = newest(strict)
        turn_off("pictures")
        assert MARKER in by_rest(strict)
        assert not any(
            type(one) is pictures.Cleaning
            for one in strict.getSiteManager().getAllUtilitiesRegisteredFor(pictures.IStorage)
        )
        assert MARKER not in cleaned
        assert exif()
