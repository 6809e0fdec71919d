"""The widget of a picture: works without script, and keeps nothing of a file that is refused."""

from plone.formwidget.namedfile.interfaces import INamedImageWidget
from plone.formwidget.namedfile.utils import is_file_upload
from plone.formwidget.namedfile.widget import NamedImageWidget
from z3c.form.interfaces import IDataManager
from z3c.form.interfaces import IFieldWidget
from z3c.form.widget import FieldWidget
from zope.component import getMultiAdapter
from zope.interface import implementer
from zope.interface import implementer_only


class IPictureWidget(INamedImageWidget):
    """Marks the widget below, for its template."""


@implementer_only(IPictureWidget)
class PictureWidget(NamedImageWidget):
    """Keep, take away or choose another. A chosen file wins: there is nothing to switch on first."""

    def update(self):
        """Read a new file as the wish to have it."""
        sent = self.request.form.get(self.name)
        self.sent = is_file_upload(sent) and bool(sent.filename)
        if self.sent:
            self.request.form[f"{self.name}.action"] = "replace"
        super().update()

    @property
    def waiting(self):
        """Return the id under which a good new picture waits while another field is mended; nothing without one.

        Asking for it stores the picture for a while.
        """
        earlier = self.request.form.get(f"{self.name}.file_upload_id")
        return self.file_upload_id if (self.sent or earlier) and not self.error else ""

    @property
    def stored(self):
        """Return True when the item has a picture."""
        return not self.ignoreContext and bool(getMultiAdapter((self.context, self.field), IDataManager).query(None))


@implementer(IFieldWidget)
def PictureFieldWidget(field, request):
    """Return the widget of a picture field."""
    return FieldWidget(field, PictureWidget(request))
