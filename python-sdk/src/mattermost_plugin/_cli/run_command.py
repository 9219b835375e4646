"""Stub until live lands."""

import click


@click.command()
def run() -> None:
    """Run."""
