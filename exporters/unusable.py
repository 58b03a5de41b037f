"""What a brief brings along and a format cannot use: said to whoever exports, for it can be put right."""


class UnusableError(ValueError):
    """Nothing can be written with this; the message says what it is and what to do."""


class UnusableLogoError(UnusableError):
    """The picture of the look cannot be shown."""

    def __init__(self) -> None:
        super().__init__("The logo of this look is no PNG or JPEG picture: choose another one.")
