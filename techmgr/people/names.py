"""Names of people: initials and the form lists are sorted by, never by splitting what is stored."""

import re

_HAN = re.compile(r"[\u3400-\u9fff]")


def initials_of(name: str) -> str:
    """Return up to two initials: "Ines Moreau" is IM, "Omar El-Sayed" OE; of a Chinese name the last two characters."""
    if _HAN.search(name):
        return "".join(name.split())[-2:]
    words = [word for word in re.split(r"[\s]+", name) if word and word[0].isalpha()]
    if not words:
        return name.strip()[:1].upper()
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def sort_name_of(name: str) -> str:
    """Return the name with its last word first for lists: "Ines Moreau" sorts as "Moreau, Ines".

    A name with a comma, or in Chinese, sorts as it stands. The officer may write another.
    """
    words = name.split()
    if len(words) < 2 or "," in name or _HAN.search(name):
        return " ".join(words)
    return f"{words[-1]}, {' '.join(words[:-1])}"
