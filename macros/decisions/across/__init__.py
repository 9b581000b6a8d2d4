"""What is proved across tools."""
