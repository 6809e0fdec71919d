"""Meetings for a calendar: Plone's own export, without the people who said that they come."""

from plone.app.event.ical.exporter import EventsICal
from plone.event.interfaces import IICalendar


# names and addresses of people; whom to ask stands on the page too
PEOPLE = ("ATTENDEE", "ORGANIZER")


class Calendar(EventsICal):
    """What the visitor may View of a folder or of the site, or one meeting, as iCalendar."""

    def get_ical_string(self):
        """Return the calendar as bytes."""
        calendar = IICalendar(self.context)
        for meeting in calendar.walk("VEVENT"):
            for name in PEOPLE:
                meeting.pop(name, None)
        return calendar.to_ical()

    def __call__(self):
        """Return the calendar as a file."""
        body = self.get_ical_string()
        response = self.request.response
        response.setHeader("Content-Type", "text/calendar; charset=utf-8")
        response.setHeader("Content-Disposition", f'attachment; filename="{self.context.getId()}.ics"')
        return body
