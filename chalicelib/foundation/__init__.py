"""What every domain stands on: settings, errors, messages, time, access, the ledger."""
