"""`make serve`: the guide while it is being written. A saved page or row is in the browser within a second or two.

- server.py answers the browser. It holds nothing that can break, so it never goes away.
- watch.py tells what was saved.
- workshop.py keeps a builder at work and starts another one when the code has changed, or when it has died.
- conversation.py, a process of its own, hears what was saved and tells what was done;
- builder.py builds what depends on what was saved, and nothing else.
"""
