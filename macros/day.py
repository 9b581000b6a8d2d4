"""Today, and days in words, wherever the guide asks for them."""

from __future__ import annotations

import datetime
import os

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def today() -> datetime.date:
    """The day that counts for review dates: SOURCE_DATE_EPOCH (for reproducible builds), else the real one."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.date.today()


def day(date: datetime.date) -> str:
    """22 November 2026."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def month(date: datetime.date) -> str:
    """November 2026."""
    return f"{_MONTHS[date.month - 1]} {date.year}"
