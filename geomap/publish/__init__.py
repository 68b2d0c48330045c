"""What leaves the house: pieces to embed and documents to hand on."""
