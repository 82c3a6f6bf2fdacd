"""`python3 asyncio_case.py WORK` does with asyncio what cases.ts does, on a clock that jumps to the next timer, and prints the same two numbers."""

import asyncio
import resource
import sys
import time

WORKERS, PERMITS, ITEMS, ROOM, NAP = 10_000, 100, 100_000, 10, 0.01


class JumpingSelector:
    """Waits for nothing: what the loop would wait, its clock jumps."""

    def __init__(self, selector):
        self._selector = selector
        self.now = 0.0

    def select(self, timeout=None):
        self.now += timeout or 0.0
        return self._selector.select(0)

    def __getattr__(self, name):
        return getattr(self._selector, name)


def jumping_loop():
    loop = asyncio.SelectorEventLoop()
    loop._selector = JumpingSelector(loop._selector)
    loop.time = lambda: loop._selector.now
    return loop


async def semaphore():
    permits = asyncio.Semaphore(PERMITS)

    async def work():
        async with permits:
            await asyncio.sleep(NAP)

    await asyncio.gather(*(work() for _ in range(WORKERS)))


async def queue():
    items = asyncio.Queue(ROOM)

    async def consume():
        for _ in range(ITEMS):
            await items.get()

    async def produce():
        for item in range(ITEMS):
            await items.put(item)

    await asyncio.gather(consume(), produce())


async def task_group():
    async with asyncio.TaskGroup() as group:
        for _ in range(WORKERS):
            group.create_task(asyncio.sleep(NAP))


def peak():
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


work = {"semaphore": semaphore, "queue": queue, "task-group": task_group}[sys.argv[1]]
before = peak()
begin = time.perf_counter()
with asyncio.Runner(loop_factory=jumping_loop) as runner:
    runner.run(work())
print((time.perf_counter() - begin) * 1000, peak() - before)
