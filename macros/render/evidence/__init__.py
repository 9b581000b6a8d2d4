"""What the guide states, how sure it is, and where it was read: claims, sources, charts, terms."""
