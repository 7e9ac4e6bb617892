"""Every way in: routes, pages, webhooks, uploads, workflow tasks, jobs. Nothing is decided here."""
