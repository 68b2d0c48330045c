"""What people look at: the interactive incident map and its parts."""
