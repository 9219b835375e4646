"""What the generated code stands on. Nothing in here is for plugin authors."""
