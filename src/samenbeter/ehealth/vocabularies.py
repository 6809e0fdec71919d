"""How a module can be started."""

from samenbeter import _
from samenbeter.shared.vocabularies import fixed


module_protocols = fixed(
    ("link", _("protocol_link", default="Alleen een link")),
    ("sns", _("protocol_sns", default="SNS launch")),
    ("hti_1_1", _("protocol_hti_1_1", default="HTI 1.1")),
    ("hti_2_0", _("protocol_hti_2_0", default="HTI 2.0")),
)
