"""`make audit`: what takes long, daily and before a release.

What it takes from npm stands in a package.json of its own, so that tests need none of it. Lighthouse is pinned to
12.2.3: `npm ci` refuses a lock with a later 12 (a package is missing from it), and 13 asks for Node 22.
"""
