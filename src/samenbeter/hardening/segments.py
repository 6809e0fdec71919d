"""What a picture is made of, piece by piece; the pieces that tell about people are left out.

Nothing of the picture itself is computed anew, so nothing of it gets worse. What stays:
the pixels, how they are to be read, the colour profile, the frames of an animation.
What goes: EXIF (place, camera, owner, a small copy of the uncut photo), XMP, IPTC,
comments, pieces of makers' own, and all that stands behind the end of the picture.

Sources: JPEG ITU-T T.81 (https://www.w3.org/Graphics/JPEG/itu-t81.pdf), PNG 3
(https://www.w3.org/TR/png-3/), GIF89a (https://www.w3.org/Graphics/GIF/spec-gif89a.txt),
WebP RFC 9649 (https://www.rfc-editor.org/rfc/rfc9649).
"""

import re
import struct


class Broken(ValueError):
    """The pieces of the picture do not fit."""


def jpeg(data):
    """Return a JPEG without what is no picture."""
    out, at, scanned = [b"\xff\xd8"], 2, False
    while True:
        marker, at = _marker(data, at)
        if marker is None and scanned:
            # some cameras forget the end
            return b"".join([*out, b"\xff\xd9"])
        if marker is None:
            raise Broken
        if marker == 0xD9:
            return b"".join([*out, b"\xff\xd9"])
        if marker == 0x01 or 0xD0 <= marker <= 0xD7:
            continue
        size = _number(">H", data, at)
        if size < 2 or at + size > len(data):
            raise Broken
        body = _jpeg_body(marker, data[at + 2 : at + size])
        if body is not None:
            out.append(struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body)
        at += size
        if marker == 0xDA:
            scanned = True
            end = _SCAN_END.search(data, at)
            stop = end.start() if end else len(data)
            out.append(data[at:stop])
            at = stop


# in the pixels, a marker is neither a stuffed byte nor a restart
_SCAN_END = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")


def _marker(data, at):
    if at + 2 > len(data) or data[at] != 0xFF:
        return None, at
    while at < len(data) and data[at] == 0xFF:
        at += 1
    return (data[at], at + 1) if at < len(data) else (None, at)


def _jpeg_body(marker, body):
    """Return what stays of a segment; None when it goes."""
    if marker == 0xE0:
        # without the small picture in it
        return body[:12] + b"\0\0" if body.startswith(b"JFIF\0") and len(body) >= 14 else None
    if marker == 0xE2:
        return body if body.startswith(b"ICC_PROFILE\0") else None
    if marker == 0xEE:
        return body[:12] if body.startswith(b"Adobe") else None
    return None if 0xE1 <= marker <= 0xEF or marker == 0xFE else body


# how the pixels are to be read, and the frames of an animation
PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs acTL fcTL fdAT".split()
)


def png(data):
    """Return a PNG without what is no picture."""
    out, at = [data[:8]], 8
    while True:
        size, kind = _number(">I", data, at), data[at + 4 : at + 8]
        end = at + 12 + size
        if end > len(data):
            raise Broken
        if kind in PNG_KEPT:
            out.append(data[at:end])
        at = end
        if kind == b"IEND":
            return b"".join(out)


# repeating an animation, and a colour profile
GIF_KEPT = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def gif(data):
    """Return a GIF without what is no picture."""
    at = 13 + _colours(data, 10)
    out = [data[:at]]
    while True:
        kind = data[at : at + 1]
        if kind == b";":
            return b"".join([*out, kind])
        if kind == b"!":
            end = _blocks(data, at + 2)
            label = data[at + 1]
            if label == 0xF9 or (label == 0xFF and data[at + 3 : at + 14] in GIF_KEPT):
                out.append(data[at:end])
        elif kind == b",":
            # the head of a frame, its colours, the size of its codes
            end = _blocks(data, at + 10 + _colours(data, at + 9) + 1)
            out.append(data[at:end])
        else:
            raise Broken
        at = end


def _colours(data, at):
    flags = _number("B", data, at)
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(data, at):
    while size := _number("B", data, at):
        at += size + 1
    return at + 1


WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
FRAME_KEPT = frozenset((b"VP8 ", b"VP8L", b"ALPH"))


def webp(data):
    """Return a WebP without what is no picture."""
    end = 8 + _number("<I", data, 4)
    if end > len(data):
        raise Broken
    chunks = b"".join(_webp_chunks(data, 12, end, WEBP_KEPT))
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WEBP" + chunks


def _webp_chunks(data, at, end, kept):
    while at < end:
        kind, size = data[at : at + 4], _number("<I", data, at + 4)
        body = data[at + 8 : at + 8 + size]
        if at + 8 + size > end:
            raise Broken
        at += 8 + size + size % 2
        if kind not in kept:
            continue
        if kind == b"VP8X" and body:
            # it says no longer that there is EXIF or XMP
            body = bytes([body[0] & ~0x0C]) + body[1:]
        elif kind == b"ANMF":
            body = body[:16] + b"".join(_webp_chunks(body, 16, len(body), FRAME_KEPT))
        yield kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _number(form, data, at):
    try:
        return struct.unpack_from(form, data, at)[0]
    except struct.error:
        raise Broken from None
