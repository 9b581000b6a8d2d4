"""From records to compiled and proved decisions."""
