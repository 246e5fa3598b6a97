"""What a project wants of the checks: severities, names, and what it silences."""
