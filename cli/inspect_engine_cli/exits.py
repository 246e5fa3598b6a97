"""What the exit codes mean; scripts depend on them."""

OK = 0
PROBLEMS = 1
"""It ran and found problems at or above the fail level, or the rules have errors."""
CANNOT = 2
"""It could not run as asked: usage, or input that is missing or malformed."""
UNDETERMINED = 3
"""It ran, and a rating is open because answers are missing."""
BUG = 70
INTERRUPTED = 130
PIPE_CLOSED = 141
"""Its reader went away; what shells give for a program that this ends."""
