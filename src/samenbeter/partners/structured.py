"""Partners, offers and meetings as search engines read them.

What Google asks of them:
https://developers.google.com/search/docs/appearance/structured-data/local-business
https://developers.google.com/search/docs/appearance/structured-data/organization
https://developers.google.com/search/docs/appearance/structured-data/event
"""

from Acquisition import aq_base
from plone import api
from samenbeter.partners import meetings
from samenbeter.partners import opening
from samenbeter.shared.hours import MINUTES_OF_A_DAY
from samenbeter.shared.structured import filled
from samenbeter.shared.structured import organization
from samenbeter.shared.structured import site_organization
from samenbeter.shared.structured import StructuredData


# a place that people can go to; all other partners are an organisation that may have a place
LOCAL = {"local_care": "MedicalBusiness", "municipality": "GovernmentOffice"}
OTHERWISE = {"patient_community": "NGO", "municipality": "GovernmentOrganization"}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ONLINE = "https://schema.org/OnlineEventAttendanceMode"
MODES = {
    "online": ONLINE,
    "both": "https://schema.org/MixedEventAttendanceMode",
    "physical": "https://schema.org/OfflineEventAttendanceMode",
}


def hours(text):
    """Return opening hours as specifications: days with the same times together."""
    days_of = {}
    for day, spans in sorted(opening.week_of(text).items()):
        for span in spans:
            days_of.setdefault(span, []).append(f"https://schema.org/{DAYS[day]}")
    return [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": _clock(start), "closes": _clock(end)}
        for (start, end), days in sorted(days_of.items())
    ]


def _clock(minutes):
    # the end of the day has no 24:00 here
    minutes = min(minutes, MINUTES_OF_A_DAY - 1)
    return f"{minutes // 60:02}:{minutes % 60:02}"


class PartnerData(StructuredData):
    """An organisation, or a place to go to. Its mail address may be one person's and is left out."""

    def data(self):
        """Return the organisation."""
        context = self.context
        address = self._address()
        local = LOCAL.get(context.kind) if address else None
        place = filled(address=address, openingHoursSpecification=hours(context.opening_hours))
        common = filled(
            name=context.title,
            description=context.Description(),
            url=self.url,
            sameAs=context.website,
            telephone=context.phone,
            logo=self.image("logo"),
            knowsAbout=[thing["name"] for thing in self.about],
        )
        if local:
            return {"@type": local, **common, **place, **filled(image=common.get("logo"))}
        return {
            "@type": OTHERWISE.get(context.kind, "Organization"),
            **common,
            **filled(address=address, location={"@type": "Place", **place} if place else None),
        }

    def _address(self):
        context = self.context
        if not (context.street or context.city):
            return None
        return filled(
            type="PostalAddress",
            streetAddress=context.street,
            postalCode=context.postal_code,
            addressLocality=context.city,
            addressCountry="NL",
        )


class OfferData(StructuredData):
    """A Service of its partner: https://schema.org/Service."""

    def data(self):
        """Return the service."""
        partner = self.view.partner
        groups = self.sb.terms("samenbeter.target_groups", self.context.target_groups)
        return filled(
            type="Service",
            name=self.context.title,
            description=self.context.Description(),
            url=self.url,
            provider=filled(type="Organization", name=partner.title, url=partner.absolute_url()) if partner else None,
            category=[thing["name"] for thing in self.about],
            audience=[filled(type="Audience", audienceType=title) for title in groups],
        )


class MeetingData(StructuredData):
    """An Event. Whom to ask is for people, not for machines."""

    def _own(self, name):
        return getattr(aq_base(self.view.meeting), name, None)

    def data(self):
        """Return the event; of a meeting that repeats, its next time."""
        start, end = (meetings.local(value) for value in self.view.moment)
        whole_day, mode = self._own("whole_day"), self._own("attendance")
        return filled(
            type="Event",
            name=self.view.sb_title,
            description=self.view.lead,
            url=self.url,
            startDate=start.date().isoformat() if whole_day else start.isoformat(),
            endDate=None if self._own("open_end") else end.date().isoformat() if whole_day else end.isoformat(),
            eventStatus="https://schema.org/EventScheduled",
            eventAttendanceMode=MODES.get(mode, MODES["physical"]),
            location=self._location(mode),
            organizer=organization(self.view.organiser) or site_organization(),
            about=[{"@type": "Thing", "name": chip["title"]} for chip in self.view.themes],
        )

    def _location(self, mode):
        places = []
        where = self._own("location")
        if mode != "online":
            # a meeting without a place is somewhere here
            where = where or api.portal.get_registry_record("samenbeter.shared.neighbourhood", default="")
            places.append(filled(type="Place", name=where or self.view.sb_title, address=where))
        if mode in ("online", "both"):
            places.append(filled(type="VirtualLocation", url=self._own("online_url") or self.url))
        return places[0] if len(places) == 1 else places
