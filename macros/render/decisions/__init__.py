"""One decision, shown as a tool, as a click path, as a drawing and as a table."""
