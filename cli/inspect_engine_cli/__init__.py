"""The `inspect-engine` command: options, rendering and exit codes."""
