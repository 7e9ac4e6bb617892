"""Other companies' systems: signed messages in and out."""
