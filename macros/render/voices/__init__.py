"""What is said out there, and our reading of it: guidance that disagrees, myths, the two articles."""
