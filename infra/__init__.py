"""Everything around the product: its template, the embedded AWS, packaging, demo material."""
