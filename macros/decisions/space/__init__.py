"""Answers as sets: domains, boxes, cells read to sets, and whole-number expressions over them."""
