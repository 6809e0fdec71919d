"""A picture without what it tells about who made it and where."""

from io import BytesIO
from PIL import Image
from PIL import ImageOps
from PIL import ImageSequence
from PIL import JpegImagePlugin
from samenbeter.hardening import segments
from samenbeter.shared.fields import MAX_IMAGE_PIXELS

import re
import warnings


MOST_BYTES = 25 * 1024 * 1024
# of all frames of an animation together
MOST_IN_ALL = 10 * MAX_IMAGE_PIXELS
ORIENTATION = 0x0112  # the tag of EXIF that says how the camera was held

# how a file begins: which kind of picture it is
KINDS = (
    ("JPEG", re.compile(rb"\xff\xd8\xff")),
    ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("GIF", re.compile(rb"GIF8[79]a")),
    ("WEBP", re.compile(rb"RIFF....WEBP", re.DOTALL)),
    ("TIFF", re.compile(rb"II\*\0|MM\0\*")),
    ("AVIF", re.compile(rb"....ftypavi[fs]", re.DOTALL)),
    ("HEIF", re.compile(rb"....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)", re.DOTALL)),
    ("JPEG2000", re.compile(rb"\0\0\0\x0cjP  \r\n\x87\n|\xff\x4f\xff\x51")),
)
LONGEST_BEGINNING = 16
BY_PIECES = {"JPEG": segments.jpeg, "PNG": segments.png, "GIF": segments.gif, "WEBP": segments.webp}
# drawn anew, for they have no pieces that can be left out safely
ANEW = {"TIFF": {"compression": "tiff_deflate"}, "AVIF": {"quality": 90}, "JPEG2000": {"irreversible": False}}


class NotClean(ValueError):
    """A picture that cannot be kept: "bytes", "pixels", "kind" or "broken" says why."""

    def __init__(self, why):
        super().__init__(why)
        self.why = why


def kind_of(beginning):
    """Return the kind of picture of a file, by how it begins; None when it is no picture that can tell tales."""
    return next((kind for kind, pattern in KINDS if pattern.match(beginning)), None)


def stripped(data):
    """Return the bytes of a picture, the right way up, without what it tells about people.

    :raises NotClean: it is too large, of a kind that cannot be cleaned, or damaged.
    """
    kind = kind_of(data)
    if len(data) > MOST_BYTES:
        raise NotClean("bytes")
    try:
        return _stripped(kind, data)
    except Image.DecompressionBombError:
        raise NotClean("pixels") from None
    except (OSError, SyntaxError, ValueError, KeyError, IndexError, TypeError, OverflowError) as why:
        # of Pillow too: each of its formats fails in its own way
        raise why if isinstance(why, NotClean) else NotClean("broken") from None


def _stripped(kind, data):
    with warnings.catch_warnings():
        # we look at the number of pixels ourselves
        warnings.simplefilter("ignore")
        if kind not in BY_PIECES and kind not in ANEW:
            raise NotClean("kind")
        with Image.open(BytesIO(data)) as picture:
            _check_size(picture)
            turned = picture.getexif().get(ORIENTATION, 1) in range(2, 9)
            if kind in ANEW:
                return _anew(picture, kind, **ANEW[kind])
            # an animation is never held askew; a photo can have a second one behind it
            if turned and (kind == "JPEG" or getattr(picture, "n_frames", 1) == 1):
                data = _turned(picture, kind, data)
    return BY_PIECES[kind](data)


def _check_size(picture):
    pixels = picture.width * picture.height
    if pixels > MAX_IMAGE_PIXELS or pixels * getattr(picture, "n_frames", 1) > MOST_IN_ALL:
        raise NotClean("pixels")


def _turned(picture, kind, data):
    """Return a picture drawn the right way up, as good as it was."""
    options = {"icc_profile": picture.info.get("icc_profile")}
    if kind == "JPEG":
        # with the same tables, so that hardly anything is rounded anew
        options["qtables"] = picture.quantization
        options["subsampling"] = JpegImagePlugin.get_sampling(picture)
        options["progressive"] = bool(picture.info.get("progressive"))
    elif kind == "WEBP":
        options.update({"lossless": True} if b"VP8L" in data[:64] else {"quality": 90})
    return _saved(ImageOps.exif_transpose(picture), kind, **options)


def _anew(picture, kind, **options):
    frames = [ImageOps.exif_transpose(frame.copy()) for frame in ImageSequence.Iterator(picture)]
    if len(frames) > 1:
        options.update(save_all=True, append_images=[_plain(frame) for frame in frames[1:]])
    return _saved(frames[0], kind, icc_profile=picture.info.get("icc_profile"), **options)


def _saved(picture, kind, **options):
    out = BytesIO()
    options = {name: value for name, value in options.items() if value not in (None, -1)}
    _plain(picture).save(out, format=kind, **options)
    return out.getvalue()


def _plain(picture):
    """Return a picture with its pixels only."""
    picture.load()
    bare = picture.copy()
    bare.info = {name: value for name, value in picture.info.items() if name in ("transparency", "background")}
    return bare
