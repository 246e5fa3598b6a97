"""Run the command as `python -m inspect_engine_cli`."""

from inspect_engine_cli.main import main

if __name__ == "__main__":
    main()
