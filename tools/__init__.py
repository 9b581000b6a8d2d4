"""What builds, packs and tests the site. Nothing in macros/ needs it, and no page does."""
