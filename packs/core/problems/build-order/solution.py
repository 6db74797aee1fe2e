"""An order in which dependent tasks can be done, or a ring of tasks that wait for each other."""


def build_order(tasks: list[str], needs: list[tuple[str, str]]) -> tuple[str, list[str]]:
    """("order", every task after all it needs) or ("cycle", a ring, each task needing the next).

    needs: pairs (task, needed). ValueError: a pair names a task that is not in `tasks`.
    """
    # <starter>
    wanted: dict[str, list[str]] = {task: [] for task in tasks}
    for task, needed in needs:
        if needed not in wanted or task not in wanted:
            raise ValueError(f"{task!r} needs {needed!r}, and one of them is not a task")
        wanted[task].append(needed)
    order: list[str] = []
    entered: set[str] = set()
    done: set[str] = set()
    for task in tasks:
        path = [] if task in entered else [task]
        while path:
            entered.add(path[-1])
            if wanted[path[-1]]:
                needed = wanted[path[-1]].pop()
                if needed not in entered:
                    path.append(needed)
                elif needed not in done:
                    return "cycle", path[path.index(needed) :]
            else:
                done.add(path[-1])
                order.append(path.pop())
    return "order", order
    # </starter>
