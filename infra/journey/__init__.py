"""The main job, played through the public API only: from an empty company to new weights."""
