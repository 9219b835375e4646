# Generated from the contract; do not edit.
"""What follows mechanically from the contract; import it from elsewhere."""
