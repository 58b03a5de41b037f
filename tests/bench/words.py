"""What the made articles say: sentences of invented news, by chance."""

import random
import re

NAME = "Maren Oduya"
"""The name that recurs: some 260 times in 200,000 words."""

THEMES = (
    "Cost", "Cause", "Effect", "Blame", "Praise", "Conflict", "Agreement", "Law", "Risk", "Protest", "Irony",
    "Evidence", "Claim", "Hearsay", "Frame: money", "Frame: people",
)  # fmt: skip

_SHAPES = {
    "{first} {last} of {body} {did} {what} {when}.": 28,
    "Maren Oduya of {body} {did} {what} {when}.": 2,
    "“{words},” {who} in {place} {said}, {when}.": 22,
    "{link}, {body} {did} {what}, and {first} {last} {did} {what} {when}.": 19,
    "{link}, {body} {did} {what}, and Maren Oduya {did} {what} {when}.": 1,
    "What {who} called “{words}” is felt by {number},{thousands} people in {place}.": 16,
    "{link}, prices went up by {number}.{thousands} per cent in {year} {when}.": 12,
}
"""Each with its share in a hundred sentences."""

_PICTURES = ("😀", "🚢", "📉", "🌊", "👩\u200d🔧", "🇳🇴")
_POOLS: dict[str, tuple[str, ...]] = {
    "first": (
        "Ilse", "Bram", "Tove", "Kwame", "Sanna", "Pavel", "Rhiannon", "Emeka", "Lucía", "Søren", "Anouk",
        "Dragan", "Yasmin", "Piet", "Noémie", "Zoltán",
    ),
    "last": (
        "Varga", "Teunissen", "Adeyemi", "O’Hara", "Brandão", "Kivelä", "Rasmussen", "Iordache", "Petrović",
        "Lindholm", "Achterberg", "Sow",
    ),
    "body": (
        "the Ministry of Harbours", "the Coastal Authority", "Almar Dredging plc", "the Audit Office",
        "the Seafarers’ Union", "the Fisheries Board", "the Regional Bank", "the Court of Accounts",
    ),
    "place": (
        "Port Almar", "Sand Reach", "Vik", "Łeba", "Cádiz", "Ålesund", "Hull", "Burgas", "St. Brieuc",
        "Ostend",
    ),
    "who": (
        "a deputy minister", "the harbour master", "one skipper", "the mayor", "a former auditor",
        "the opposition’s spokesman", "a senior engineer", "the union’s secretary",
    ),
    "did": (
        "welcomed", "turned down", "put off", "questioned", "confirmed", "signed off", "revised", "defended",
        "criticised", "leaked", "costed",
    ),
    "what": (
        "a plan to deepen the channel", "the €42m dredging contract", "the yearly figures",
        "a new pilot station", "the pro-EU customs rules", "a draft wage deal", "its own report on safety",
        "the disputed tender", "a fund worth £1.3bn for the fleet", "an inquiry in public",
    ),
    "when": (
        "after months of warnings", "to the surprise of both parties", "as the season came to its end",
        "hours before the vote", "despite a letter from the auditors", "with the tide already turning",
        "according to three people at the table", "for the second time since March", "and named no date",
    ),
    "words": (
        "We said we would not leave the fleet outside, and we will not",
        "Nobody has shown me the money, and until somebody does I shall not believe in it",
        "It is a small sum for a state and a large one for a town",
        "The silt does not wait for a committee",
        "This is the date, and we mean to keep it",
        "I have read every page and there is no sum in it",
        "Our crews have been promised this channel by four ministers",
    ),
    "said": ("said", "told reporters", "wrote to members", "argued", "insisted", "said later"),
    "link": (
        "Even so", "Meanwhile", "In private", "On Friday", "Late in the day", "By contrast", "As so often",
    ),
    "number": tuple(str(number) for number in range(1, 40)),
    "thousands": tuple(f"{number:03}" for number in range(1000)),
    "year": tuple(str(year) for year in range(1998, 2027)),
}  # fmt: skip


def sentence(chance: random.Random) -> str:
    """One sentence of twelve to thirty words, now and then with a picture after it."""
    (shape,) = chance.choices(list(_SHAPES), list(_SHAPES.values()))
    said = re.sub(r"\{(\w+)\}", lambda found: chance.choice(_POOLS[found[1]]), shape)
    return f"{said} {chance.choice(_PICTURES)}" if chance.random() < 0.015 else said
