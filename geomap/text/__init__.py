"""What the reports say: mentions, dates, counts, actors, events and the accounts made of them."""
