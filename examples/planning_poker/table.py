"""A table at which people choose cards that are covered until somebody reveals them."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any, Dict, List, Sequence

from fastapi import WebSocket


@dataclass(eq=False)
class Seat:
    """Somebody's connection; who has the page open twice has two."""

    user_id: str
    name: str
    socket: WebSocket


@dataclass
class Table:
    """What is on the table. Used on the event loop alone, so there are no locks."""

    story: str
    cards: Sequence[str]
    seats: List[Seat] = field(default_factory=list)
    chosen: Dict[str, str] = field(default_factory=dict)
    revealed: bool = False

    def take(self, seat: Seat, message: Any) -> None:
        """Do what a client says; what it should not say is as if it were not there."""
        what = message.get("do") if isinstance(message, dict) else None
        if what == "choose" and message.get("card") in self.cards and not self.revealed:
            self.chosen[seat.user_id] = message["card"]
        elif what == "reveal":
            self.revealed = bool(self.chosen)
        elif what == "again":
            self.chosen.clear()
            self.revealed = False

    def seen_by(self, user_id: str) -> Dict[str, Any]:
        """Return what somebody sees: of the others' cards, before all are revealed, the backs."""
        names = {seat.user_id: seat.name for seat in self.seats}
        people = [
            {
                "name": name,
                "chosen": who in self.chosen,
                "card": self.chosen.get(who) if self.revealed else None,
            }
            for who, name in sorted(names.items(), key=lambda one: one[1])
        ]
        return {
            "story": self.story,
            "cards": list(self.cards),
            "people": people,
            "mine": self.chosen.get(user_id),
            "revealed": self.revealed,
            "average": self.average(),
        }

    def average(self) -> str:
        """Return the average of the numbers among the cards, once they are revealed."""
        numbers = [int(card) for card in self.chosen.values() if card.isdecimal()]
        if not self.revealed or not numbers:
            return ""
        return f"{sum(numbers) / len(numbers):.1f}"

    async def show(self) -> None:
        """Tell everybody what is on the table. Who does not take it is not waited for."""
        told = (
            asyncio.wait_for(seat.socket.send_text(json.dumps(self.seen_by(seat.user_id))), 5)
            for seat in list(self.seats)
        )
        # Whose connection is broken is found out where it is read.
        await asyncio.gather(*told, return_exceptions=True)
