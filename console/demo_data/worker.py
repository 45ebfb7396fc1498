"""What runs in a process that makes a part of the demo leads? One order by standard input; none
comes when whoever was to give it has ended.
"""

import asyncio
import logging
import os
import sys

from agent.plain.readiness import prepare_reading
from console.demo_data.making import make
from console.demo_data.order import ORDER

GIVES_WAY = 10
"""Niceness: whoever uses the console goes first."""

if __name__ == "__main__":
    os.nice(GIVES_WAY)
    logging.basicConfig(level="ERROR", format="%(levelname)s %(name)s: %(message)s")
    prepare_reading()  # while nobody has given an order yet
    if order := sys.stdin.buffer.read():
        print(asyncio.run(make(ORDER.validate_json(order))))  # noqa: T201 - its answer
