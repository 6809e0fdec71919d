"""Photos as cameras make them, each with the word MARKER in all places where something is hidden."""

from io import BytesIO
from PIL import Image
from PIL import ImageCms
from PIL import PngImagePlugin

import struct


MARKER = b"zilverreiger"
WIDE = (64, 48)
XMP = b"<x:xmpmeta>" + MARKER + b"</x:xmpmeta>"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
# a piece for each way to hide something in a JPEG: EXIF, XMP, IPTC, a maker's own, a comment
HIDDEN_IN_JPEG = ((0xE1, b"http://ns.adobe.com/xap/1.0/\0"), (0xED, b"Photoshop 3.0\0"), (0xE4, b"own\0"), (0xFE, b""))


def picture(mode="RGB", size=WIDE):
    """Return a picture in which each pixel is another."""
    made = Image.new("RGB", size)
    made.putdata([(x * 4 % 256, y * 5 % 256, x * y % 256) for y in range(size[1]) for x in range(size[0])])
    return made.convert(mode)


def exif(orientation=1):
    """Return EXIF: the maker, the place, how the camera was held."""
    data = Image.Exif()
    data[0x010F] = MARKER.decode()
    data[0x0112] = orientation
    data.get_ifd(0x8825).update({1: "N", 2: (52.0, 21.0, 36.0), 29: MARKER.decode()})
    return data


def saved(image, kind, **options):
    """Return the bytes of a file."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photo(kind="JPEG", orientation=1, **options):
    """Return a file of some kind, with all that can be hidden in it."""
    options = {"exif": exif(orientation), **options}
    if kind == "GIF":
        options = {"comment": MARKER}
    elif kind == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Author", MARKER.decode())
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", MARKER.decode())
    elif kind in ("WEBP", "AVIF"):
        options["xmp"] = XMP
    elif kind == "TIFF":
        options["tiffinfo"] = {0x013B: MARKER.decode(), 700: XMP}
        del options["exif"]
    if kind not in ("GIF",):
        options.setdefault("icc_profile", PROFILE)
    data = saved(picture("P" if kind == "GIF" else "RGB"), kind, **options)
    if kind == "JPEG":
        extra = b"".join(
            struct.pack(">BBH", 0xFF, marker, len(head + MARKER) + 2) + head + MARKER for marker, head in HIDDEN_IN_JPEG
        )
        data = data[:2] + extra + data[2:]
    # what stands behind the end, as in a photo that moves
    return data if kind in ("TIFF", "AVIF", "WEBP") else data + b"PK\x03\x04" + MARKER


def animation(kind):
    """Return three frames."""
    frames = [picture("P" if kind == "GIF" else "RGB").rotate(angle) for angle in (0, 90, 180)]
    hidden = {"comment": MARKER} if kind == "GIF" else {"exif": exif()}
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100, loop=0, **hidden)


def opened(data):
    """Return a file as a picture."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


def frames(data):
    """Return the pixels of each frame of a file."""
    image = Image.open(BytesIO(data))
    found = []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        found.append(image.convert("RGBA").tobytes())
    return found
