"""What the guide says of itself: its quality, its hazards, what nobody has checked, and what to take away."""
