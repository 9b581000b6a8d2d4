"""A decision as a stranger checks it: its rules as published, and a tree of cuts that proves what they give."""
