"""What the author wrote: text to nodes, places and comments kept."""
