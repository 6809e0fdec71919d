"""What a resident may ask of us, and what we may keep.

Who enters: a resident with an account or with a mailed link, the Privacy Officer, and
the nightly job. What leaves: everything about one person as a file, the erasure of it,
the consents, the register of processing and the privacy page.

Rooms say what they keep by utilities for IPersonalDataProvider and IPurpose; all that is
shown, exported, erased or told here is made from those.
"""
