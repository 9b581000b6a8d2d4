"""Pictures: drawings that explain, the sign of the guide, and plots of numbers."""
