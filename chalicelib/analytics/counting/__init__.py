"""How analytics counts: an application's facts become cells of sums, and cells become figures."""
