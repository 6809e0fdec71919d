"""A picture keeps its pixels and its colours, and loses what it tells about people."""

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies
from photos import animation
from photos import exif
from photos import frames
from photos import MARKER
from photos import opened
from photos import photo
from photos import picture
from photos import PROFILE
from photos import saved
from photos import WIDE
from PIL import Image
from samenbeter.hardening.stripping import kind_of
from samenbeter.hardening.stripping import MOST_BYTES
from samenbeter.hardening.stripping import NotClean
from samenbeter.hardening.stripping import stripped

import pytest


KINDS = ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "AVIF"]
EXACT = ["JPEG", "PNG", "GIF", "WEBP", "TIFF"]


class TestWhatGoes:
    @pytest.mark.parametrize("kind", KINDS)
    def test_what_is_hidden(self, kind):
        data = photo(kind)
        assert MARKER in data
        clean = stripped(data)
        assert MARKER not in clean
        assert 0x8825 not in opened(clean).getexif() and 0x0112 not in opened(clean).getexif()
        # what is drawn anew from fewer colours is never quite the same again
        assert kind == "AVIF" or clean == stripped(clean), "twice is once"

    @pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
    def test_what_is_hidden_in_an_animation(self, kind):
        data = animation(kind)
        clean = stripped(data)
        assert MARKER in data and MARKER not in clean
        assert frames(clean) == frames(data) and len(frames(clean)) == 3
        assert opened(clean).info["loop"] == 0

    def test_the_small_copy_of_an_uncut_photo(self):
        head = b"\xff\xd8\xff\xe0\x00\x13JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01" + b"abc"
        data = saved(picture(), "JPEG")
        clean = stripped(head + data[data.index(b"\xff\xdb") :])
        assert b"abc" not in clean[:40] and opened(clean).size == WIDE


class TestWhatStays:
    @pytest.mark.parametrize("kind", EXACT)
    def test_the_pixels(self, kind):
        data = photo(kind)
        assert frames(stripped(data)) == frames(data)

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
    def test_the_colours(self, kind):
        assert opened(stripped(photo(kind))).info["icc_profile"] == PROFILE

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
    def test_which_side_is_up(self, kind):
        """Held askew, the picture is drawn anew: there is nothing left that says how to turn it."""
        options = {"exif": exif(6)} if kind != "TIFF" else {"tiffinfo": {0x0112: 6}}
        if kind == "WEBP":
            options["lossless"] = True
        data = saved(picture(), kind, **options)
        clean = opened(stripped(data))
        assert clean.size == WIDE[::-1]
        turned = opened(data).transpose(Image.Transpose.ROTATE_270).convert("RGB")
        if kind == "TIFF":
            # Pillow turns this kind itself when it is opened
            turned = opened(data).convert("RGB")
        near = 0 if kind != "JPEG" else 30
        pairs = zip(clean.convert("RGB").tobytes()[::97], turned.tobytes()[::97], strict=True)
        assert max(abs(one - other) for one, other in pairs) <= near
        assert clean.getexif().get(0x0112) is None

    def test_a_progressive_jpeg(self):
        data = saved(picture(), "JPEG", progressive=True, comment=MARKER)
        assert frames(stripped(data)) == frames(data)
        assert opened(stripped(data)).info["progressive"]

    def test_a_jpeg_in_the_colours_of_print(self):
        data = saved(picture("CMYK"), "JPEG", comment=MARKER)
        assert frames(stripped(data)) == frames(data)

    def test_what_is_see_through(self):
        data = saved(picture("RGBA"), "PNG")
        assert opened(stripped(data)).mode == "RGBA"

    @pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"<svg/>", b"PK\x03\x04", b"II", b"\xff\xd8"])
    def test_what_is_no_picture_is_none(self, data):
        assert kind_of(data) is None


class TestWhatIsRefused:
    @pytest.mark.abuse("A29")
    @pytest.mark.parametrize(
        "data",
        [
            b"\xff\xd8\xff<script>alert(1)</script>",
            b"GIF89a/*<script>alert(1)</script>*/",
            b"\x89PNG\r\n\x1a\n<script>",
            b"RIFF\xff\xff\xff\xffWEBPVP8 ",
            b"II*\0<script>",
            saved(picture(), "PNG")[:200],
            saved(picture(), "GIF")[:-30],
        ],
    )
    def test_what_only_begins_as_a_picture(self, data):
        with pytest.raises(NotClean, match="broken"):
            stripped(data)

    @pytest.mark.abuse("A29")
    def test_a_bomb(self):
        """A hundred kilobytes that would be 900 million pixels."""
        with pytest.raises(NotClean, match="pixels"):
            stripped(saved(Image.new("1", (20_000, 20_000)), "PNG"))

    @pytest.mark.abuse("A29")
    def test_what_is_too_large(self):
        with pytest.raises(NotClean, match="bytes"):
            stripped(b"\xff\xd8\xff" + b"\0" * MOST_BYTES)

    def test_what_we_cannot_clean(self):
        with pytest.raises(NotClean, match="kind"):
            stripped(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")

    @given(strategies.sampled_from(["JPEG", "PNG", "GIF", "WEBP"]), strategies.data())
    @settings(max_examples=60, deadline=None)
    def test_damage_is_refused_or_gives_a_picture(self, kind, choose):
        data = bytearray(saved(picture("P" if kind == "GIF" else "RGB", (16, 12)), kind))
        for _hit in range(choose.draw(strategies.integers(1, 4))):
            data[choose.draw(strategies.integers(0, len(data) - 1))] = choose.draw(strategies.integers(0, 255))
        if kind_of(bytes(data)) is None:
            return
        try:
            clean = stripped(bytes(data))
        except NotClean:
            return
        assert kind_of(clean) is not None
