"""What the verbs of an answer say when something cannot be done."""


class Refused(Exception):
    """This cannot be done now, or not with what was filled in.

    :param field: the id of the field that it is about; "" when it is about none.
    :param message: what to do, a message. Neither has words of a person.
    """

    def __init__(self, field, message):
        super().__init__(field)
        self.field = field
        self.message = message
