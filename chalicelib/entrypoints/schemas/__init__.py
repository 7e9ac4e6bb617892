"""The published contract: what each operation takes and gives, as pydantic models."""
