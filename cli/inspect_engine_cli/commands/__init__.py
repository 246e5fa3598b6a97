"""The commands, one module each; `main.COMMANDS` names them."""
