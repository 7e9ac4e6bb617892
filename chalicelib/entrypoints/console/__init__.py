"""The console: pages for the people of HR. They show what services know and post to /v1."""
