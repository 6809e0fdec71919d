"""Made-up personal values for the corpus: nobody has them on purpose.

BSNs are made to pass the eleven-test, accounts to pass theirs; telephone numbers, addresses and names are random.
"""

_UNITS = "nul een twee drie vier vijf zes zeven acht negen".split()
_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
_TENS = "_ _ twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
GIVEN = (
    "Jan Piet Willem Henk Kees Gerrit Johan Dirk Teun Bram Sjaak Ruud Marco Jeroen Bas Tim Sven Daan Lucas Finn Levi "
    "Anna Maria Truus Wil Greet Ans Riet Anneke Ingrid Marieke Sanne Lotte Femke Eva Sophie Noor Roos Esmee Wilma Joke "
    "Mohamed Ahmed Yusuf Bilal Hamza Rachid Youssef Mustafa Hassan Ibrahim Ali Omar Karim Said Abdelkader Brahim Nordin "
    "Fatima Khadija Aicha Samira Naima Latifa Hafsa Yasmina Soumaya Nadia Malika Rabia Zohra Mina Loubna Hanan "
    "Mehmet Murat Emre Kemal Osman Hasan Volkan Serkan Ayşe Fatma Elif Zeynep Hatice Gülsüm Emine Aylin Derya Özlem "
    "Radjesh Sunil Vikash Anil Roshni Kavita Shanti Indra Romeo Winston Clyde Sharida Cheryl Soraya Gloria Marlon Ruben "
    "Kofi Kwame Akosua Ngozi Chidi Amina Abdi Hodan Tesfay Selam Dawit Rahel Agnieszka Piotr Katarzyna Oksana Yulia "
    "Wei Ling Minh Nguyen José Luis Carmen Maite Björn Zoë Chloé Renée Thijmen Quinty Jaylen Fenna Guusje Aartje Doekle"
).split()
FAMILY = (
    "Jansen|de Vries|van den Berg|Bakker|van Dijk|Visser|Smit|Meijer|de Boer|Mulder|de Groot|Bos|Vos|Peters|Hendriks|"
    "van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|van der Meer|van der Linden|Kuipers|Postma|ter Horst|van 't Hof|"
    "el Bakkali|El Amrani|Bouali|Ouazzani|ben Ali|Chaoui|el Yaakoubi|Azzouzi|Tahiri|al-Hamdi|Bouzian|"
    "Yılmaz|Kaya|Demir|Şahin|Çelik|Öztürk|Aydın|Koç|Arslan|Ramdin|Jagesar|Ramlal|Bihari|Pinas|Kromodihardjo|Wijntuin|"
    "Mensah|Owusu|Okafor|Warsame|Tesfamariam|Kowalski|Nowak|Wiśniewska|Bondarenko|Tran|Chen|Fernandes|Terlouw|Schellingerhout"
).split("|")
STREETS = (
    "Lindestraat Kastanjelaan Merelweg Tulpenhof Molenkade Raadhuisplein Zuidersingel Prinsengracht Havendijk Wilgendreef "
    "Lindenhof Smidsteeg Parkplantsoen Beukenpad Eikenlaan Dorpsstraat Jan-Steenstraat Noorderweg Oeverlaan Sterappelhof "
    "Wachterliedplantsoen Aalbersestraat Bakemastraat Uitweg Zeilstraat Vogelkade Rozenboomlaan Hemsterhuisstraat"
).split()
TWO_WORDS = (
    "Jan Evertsenstraat|Pieter Calandlaan|Burgemeester Eliasstraat|Lange Voorhout|Laan van Spartaan|Osdorper Ban|"
    "Van der Helststraat|Lodewijk van Deysselstraat|Plein 1940|Domela Nieuwenhuisplein"
).split("|")


def number_words(number):
    """Return a number below 10,000 as one says it."""
    if number < 10:
        return _UNITS[number]
    if number < 20:
        return _TEENS[number - 10]
    if number < 100:
        tens, unit = divmod(number, 10)
        return (_UNITS[unit] + ("ën" if _UNITS[unit].endswith("e") else "en") if unit else "") + _TENS[tens]
    hundreds, rest = divmod(number, 100)
    head = "" if hundreds == 1 else number_words(hundreds)
    return head + "honderd" + (number_words(rest) if rest else "")


def digit_words(digits):
    """Return digits one by one as one says them."""
    return " ".join(_UNITS[int(digit)] for digit in digits if digit.isdigit())


def pair_words(rnd, digits):
    """Return digits in pairs, or one by one, as one says them."""
    if rnd.random() < 0.3:
        return digit_words(digits)
    start = digits[:2] if digits.startswith("06") else digits[:3]
    rest = digits[len(start) :]
    words = [digit_words(start)]
    while rest:
        pair, rest = rest[:2], rest[2:]
        words.append(digit_words(pair) if pair[0] == "0" or len(pair) < 2 else number_words(int(pair)))
    return " ".join(words)


def bsn_digits(rnd):
    """Return nine digits that pass the eleven-test."""
    while True:
        digits = [rnd.randint(0, 9) for _ in range(8)]
        rest = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits, strict=True)) % 11
        if rest < 10 and sum(digits):
            return "".join(map(str, digits)) + str(rest)


def iban_text(rnd):
    """Return a bank account that passes its check."""
    country, bank = rnd.choice((("NL", "ABNA"), ("NL", "INGB"), ("NL", "RABO"), ("NL", "TRIO"), ("BE", ""), ("DE", "")))
    size = {"NL": 10, "BE": 12, "DE": 18}[country]
    body = bank + "".join(str(rnd.randint(0, 9)) for _ in range(size))
    value = int("".join(str(int(char, 36)) for char in body + country + "00"))
    return f"{country}{98 - value % 97:02d}{body}"


def spaced(rnd, text, size):
    """Return the text in groups."""
    return " ".join(text[at : at + size] for at in range(0, len(text), size))


class Values:
    """Random values, each as people of a register write them."""

    def __init__(self, rnd, register):
        self.rnd = rnd
        self.register = register

    def of(self, kind):
        """Return the text of a value of a kind."""
        text = getattr(self, kind.lower())()
        return text.lower() if self.register in ("lower case", "dictated") else text

    def name(self):
        """A given name, sometimes with a family name."""
        rnd = self.rnd
        given = rnd.choice(GIVEN)
        return f"{given} {rnd.choice(FAMILY)}" if rnd.random() < 0.5 else given

    def family(self):
        """A family name."""
        return self.rnd.choice(FAMILY)

    def bsn(self):
        """A BSN."""
        rnd = self.rnd
        digits = bsn_digits(rnd)
        if self.register == "dictated":
            return digit_words(digits)
        forms = [digits, digits, f"{digits[:3]} {digits[3:6]} {digits[6:]}", f"{digits[:4]}.{digits[4:6]}.{digits[6:]}"]
        forms += [
            "\u200b".join((digits[:4], digits[4:])),
            digits.translate({48 + i: 0xFF10 + i for i in range(10)}),
            f"{digits[:3]}-{digits[3:6]}-{digits[6:]}",
            " ".join(digits),
        ]
        return rnd.choice(forms)

    def iban(self):
        """A bank account."""
        rnd = self.rnd
        text = iban_text(rnd)
        if self.register == "dictated":
            return " ".join(_UNITS[int(char)] if char.isdigit() else char for char in text)
        return rnd.choice((text, spaced(rnd, text, 4), text[:4] + " " + text[4:8] + " " + text[8:]))

    def phone(self):
        """A telephone number."""
        rnd = self.rnd
        tail = "".join(str(rnd.randint(0, 9)) for _ in range(7))
        mobile = "06" + rnd.choice("123458") + tail
        town = rnd.choice(("020", "010", "030", "070")) + rnd.choice("2345678") + tail[:6]
        number = mobile if rnd.random() < 0.75 else town
        if self.register == "dictated":
            return pair_words(rnd, number)
        head = 2 if number[1] == "6" else 3
        pairs = spaced(rnd, number[head:], 2)
        return rnd.choice(
            (number, f"{number[:head]}-{number[head:]}", f"{number[:head]} {pairs}", f"+31{number[1:]}", f"+31 {number[1:head]} {pairs}",
             f"0031{number[1:]}", f"{number[:head]} - {number[head:]}", f"({number[:head]}) {number[head:]}", f"{number[:head]}.{pairs.replace(' ', '.')}")
        )  # fmt: skip

    def email(self):
        """A mail address."""
        rnd = self.rnd
        given = rnd.choice(("fatima", "jan", "ahmed", "wilma", "gulsum", "kofi", "roshni", "piotr", "sanne", "henk"))
        family = rnd.choice(("devries", "jansen", "elb", "yilmaz", "ramdin", "bakker", "owusu", "nowak"))
        glue = rnd.choice((".", "_", "", "-"))
        tail = "" if self.register == "dictated" else rnd.choice(("", "", str(rnd.randint(1, 99)), "1961"))
        domain = rnd.choice(
            (
                "gmail.com",
                "hotmail.com",
                "ziggo.nl",
                "live.nl",
                "outlook.com",
                "example.org",
                "kpnmail.nl",
                "mail.example.nl",
            )
        )
        if self.register == "dictated":
            words = {".": " punt ", "_": " underscore ", "-": " streepje ", "": ""}
            return f"{given}{words[glue]}{family} apenstaartje {domain.replace('.', ' punt ')}"
        if self.register == "second language" and rnd.random() < 0.3:
            return f"{given}{glue}{family} at {domain}"
        return f"{given}{glue}{family}{tail}@{domain}"

    def postcode(self):
        """A postcode."""
        rnd = self.rnd
        digits = str(rnd.randint(1000, 9999))
        letters = rnd.choice("ABCDEGHJKLNPRTVWXZ") + rnd.choice("BCFGHJKLPQTVWXZ")
        if self.register == "dictated":
            number = f"{number_words(int(digits[:2]))} {number_words(int(digits[2:])) if digits[2] != '0' else digit_words(digits[2:])}"
            return f"{number} {letters[0]} {letters[1]}"
        return digits + rnd.choice(("", " ", " ")) + letters

    def address(self):
        """A street with a number."""
        rnd = self.rnd
        street = rnd.choice(STREETS) if rnd.random() < 0.8 else rnd.choice(TWO_WORDS)
        number = rnd.randint(1, 399)
        if self.register == "dictated":
            return f"{street} {rnd.choice(('', 'nummer '))}{number_words(number)}"
        if self.register == "second language":
            return f"{street} {rnd.choice(('', 'nummer ', 'nr '))}{number}"
        return f"{street} {number}{rnd.choice(('', '', '', 'a', '-2', ' hs', ' III', ' bis', ' B'))}"

    def dob(self):
        """A date of birth."""
        rnd = self.rnd
        day, month, year = rnd.randint(1, 28), rnd.randint(1, 12), rnd.randint(1925, 2008)
        if self.register == "dictated":
            tail = number_words(year % 100)
            when = (
                f"negentien {tail}"
                if year < 2000 and year % 100 > 9
                else f"negentienhonderd{tail}"
                if year < 2000
                else f"tweeduizend {tail}"
            )
            return f"{number_words(day)} {MONTHS[month - 1]} {when.replace(' nul', '')}"
        if self.register == "neat":
            return rnd.choice(
                (f"{day} {MONTHS[month - 1]} {year}", f"{day:02d}-{month:02d}-{year}", f"{day}/{month}/{year}")
            )
        return rnd.choice(
            (
                f"{day}-{month}-{year}",
                f"{day} {MONTHS[month - 1]} {year}",
                f"{day}.{month}.{year}",
                f"{day:02d}/{month:02d}/{year}",
                f"{day} {MONTHS[month - 1][:3]} {year}",
            )
        )

    def licenseplate(self):
        """A licence plate."""
        rnd = self.rnd
        letters, digits = "BDFGHJKLNPRSTVXZ", "0123456789"
        row = rnd.choice(("XX-999-X", "9-XXX-99", "X-999-XX", "99-XX-XX", "XXX-99-X", "99-XXX-9", "XX-XX-99"))
        plate = "".join(
            rnd.choice(letters) if char == "X" else rnd.choice(digits) if char == "9" else char for char in row
        )
        if self.register == "dictated":
            return " ".join(_UNITS[int(char)] if char.isdigit() else char for char in plate if char != "-")
        return rnd.choice((plate, plate, plate.replace("-", ""), plate.replace("-", " ")))

    def patientnr(self):
        """A number of a patient or client."""
        rnd = self.rnd
        digits = "".join(str(rnd.randint(1, 9)) for _ in range(rnd.randint(6, 10)))
        if self.register == "dictated":
            return digit_words(digits)
        return rnd.choice(
            (digits, digits, f"{digits[:3]}.{digits[3:6]}.{digits[6:]}1", f"ZD-{digits}", f"2023-{digits[:5]}")
        )

    def url(self):
        """A page of a person."""
        rnd = self.rnd
        who = rnd.choice(("fatima.elb", "jandevries61", "ahmed-y", "wilma_kookt"))
        return rnd.choice(
            (
                f"https://www.facebook.com/{who}",
                f"instagram.com/{who}",
                f"www.linkedin.com/in/{who}",
                f"https://www.tiktok.com/@{who}",
                f"https://{who.replace('.', '').replace('_', '')}.example.nl/profiel/{who}",
            )
        )

    def handle(self):
        """A name on social media."""
        return self.rnd.choice(
            ("fatima_020", "jan.devries61", "ahmed.y.x", "wilma_kookt", "xx_bilal_xx", "sanne1987", "kofi.beats")
        )
