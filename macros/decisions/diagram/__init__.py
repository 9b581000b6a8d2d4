"""A decision ready to be asked: its diagram, what is still worth asking, and the path through it."""
