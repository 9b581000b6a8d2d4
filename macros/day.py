"""Today, wherever the guide asks for it."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """The day that counts for review dates: SOURCE_DATE_EPOCH (for reproducible builds), else the real one."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.date.today()
