"""The machine recommends, a named person disposes; both leave a file that can be checked."""
