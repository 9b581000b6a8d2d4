"""Numbers as marks: pictures in SVG for charts, drawn with svg.py. Nothing here knows a claim or a page."""
