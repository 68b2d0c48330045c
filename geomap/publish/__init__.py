"""What people pass on: reports, atlases and pieces to embed."""
