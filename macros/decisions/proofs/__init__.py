"""What is proved of a decision, and what is said where it does not hold."""
