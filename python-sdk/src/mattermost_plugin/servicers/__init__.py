"""What takes the host's calls."""
