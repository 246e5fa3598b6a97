"""What the parser completes, made into nodes: a method for each name in the grammar."""
