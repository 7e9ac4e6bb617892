"""Makes the models that read a face, from the files of pinned packages."""
