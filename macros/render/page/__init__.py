"""What every room of the renderer stands on: the page, its headings and links, words, and templates filled."""
