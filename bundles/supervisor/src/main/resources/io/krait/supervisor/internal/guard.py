"""Runs a plugin's process so that nothing of it outlives it, or the server that started it.

    python -I -S guard.py [NAME=VALUE ...] -- COMMAND [ARGUMENT ...]

The command becomes a child with a session of its own, and with this process's standard streams. All
that it leaves behind is handed to this process, however well it has hidden: when the child ends, or
the other end of standard input does, every descendant is killed. Then this process ends as the child
has. SIGTERM and SIGINT are passed on. Linux only, Python 3.9 or newer.

Names, all of them optional:
    group         the file cgroup.procs of the control group that they are to be in
    descriptors   how many files each process may have open
    data          how many bytes of data each process may ask for
    processors    on how many processors all of them may run
"""

# It starts with each plugin: without contextlib, and formats as what is quickest to load.
# ruff: noqa: D103, E501, SIM105, UP031

import _signal
import posix
import select
import sys

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36

# How long a plugin may go on without its server: it may watch the end of standard input itself.
ALONE_MILLISECONDS = 1000
# What is in the kernel for ever, such as a read from a dead network disk, cannot be killed.
SWEEP_ROUNDS = 500
SWEEP_PAUSE_MILLISECONDS = 10
# Where memory runs out, a plugin is to be ended before the server is.
OOM_SCORE = "500"


def prctl(option, value):
    """Ask the kernel; True where it has agreed."""
    try:
        # Not ctypes, whose import takes as long as half of all this.
        import _ctypes

        address = _ctypes.dlsym(_ctypes.dlopen(None, 0), "prctl")
        return _ctypes.call_function(address, (option, value, 0, 0, 0)) == 0
    except (ImportError, AttributeError, OSError):
        pass
    try:
        import ctypes

        return ctypes.CDLL(None).prctl(option, value, 0, 0, 0) == 0
    except (ImportError, AttributeError, OSError):
        return False


def write(path, text):
    with open(path, "w") as file:
        file.write(text)


def limit(name, value):
    """Bound what one process may take, for good."""
    import resource

    kind = getattr(resource, name)
    hard = resource.getrlimit(kind)[1]
    if hard == resource.RLIM_INFINITY or value < hard:
        hard = value
    resource.setrlimit(kind, (hard, hard))


def become(command, options, guard):
    """Turn this process, a fresh child, into the plugin's. Does not return."""
    try:
        posix.setsid()
        prctl(PR_SET_PDEATHSIG, _signal.SIGKILL)
        if posix.getppid() != guard:
            posix._exit(137)
        # Python ignores them, and who is ignored stays so.
        _signal.signal(_signal.SIGPIPE, _signal.SIG_DFL)
        _signal.signal(_signal.SIGXFSZ, _signal.SIG_DFL)
        try:
            write("/proc/self/oom_score_adj", OOM_SCORE)
        except OSError:
            pass
        if "group" in options:
            try:
                write(options["group"], "0")
            except OSError as failure:
                sys.stderr.write("not in the control group: %s\n" % failure)
        if "processors" in options:
            allowed = sorted(posix.sched_getaffinity(0))
            first = posix.getpid() % len(allowed)
            allowed = allowed[first:] + allowed[:first]
            posix.sched_setaffinity(0, allowed[: int(options["processors"])])
        if "descriptors" in options:
            limit("RLIMIT_NOFILE", int(options["descriptors"]))
        if "data" in options:
            limit("RLIMIT_DATA", int(options["data"]))
        posix.execv(command[0], command)
    except Exception as failure:
        sys.stderr.write("cannot run %s: %s\n" % (command[0], failure))
        sys.stderr.flush()
    posix._exit(127)


def children(pid):
    """The processes that a process has started or that were handed to it."""
    found = []
    try:
        for thread in posix.listdir("/proc/%d/task" % pid):
            with open("/proc/%d/task/%s/children" % (pid, thread)) as file:
                found += [int(child) for child in file.read().split()]
    except OSError:
        # It has ended meanwhile.
        pass
    return found


def descendants():
    found = []
    waiting = [posix.getpid()]
    while waiting:
        more = children(waiting.pop())
        found += more
        waiting += more
    return found


def send(pid, number):
    try:
        posix.kill(pid, number)
    except OSError:
        pass


def reap(main):
    """Take note of all that has ended: whether anything is left, and how the main child has ended."""
    status = None
    while True:
        try:
            pid, ended = posix.waitpid(-1, posix.WNOHANG)
        except ChildProcessError:
            return False, status
        if pid == 0:
            return True, status
        if pid == main:
            status = ended


def sweep(main):
    """Kill every descendant; returns how the main child has ended, where it did so only now."""
    status = None
    for _ in range(SWEEP_ROUNDS):
        left, ended = reap(main)
        status = ended if status is None else status
        if not left:
            break
        # Who has been stopped starts nothing more, so that this comes to an end.
        stopped = set()
        while True:
            fresh = set(descendants()) - stopped
            if not fresh:
                break
            for pid in fresh:
                send(pid, _signal.SIGSTOP)
            stopped |= fresh
        for pid in stopped:
            send(pid, _signal.SIGKILL)
        select.poll().poll(SWEEP_PAUSE_MILLISECONDS)
    return status


def watch(main, signals):
    """Wait for the end of the child, or for that of the server; returns the child's status."""
    poll = select.poll()
    # For its end only: what is written there is for the plugin.
    poll.register(0, 0)
    poll.register(signals, select.POLLIN)
    patience = None
    while True:
        events = poll.poll(patience)
        if not events and patience is not None:
            return None
        for descriptor, _ in events:
            if descriptor == 0:
                poll.unregister(0)
                patience = ALONE_MILLISECONDS
            else:
                for number in posix.read(signals, 512):
                    if number != _signal.SIGCHLD:
                        send(main, number)
                status = reap(main)[1]
                if status is not None:
                    return status


def end_like(status):
    """End this process as the child has ended."""
    if status is None:
        posix._exit(137)
    if posix.WIFSIGNALED(status):
        import resource

        # It has left a memory dump, if one was wanted.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        number = posix.WTERMSIG(status)
        if number != _signal.SIGKILL:
            _signal.signal(number, _signal.SIG_DFL)
        send(posix.getpid(), number)
        posix._exit(128 + number)
    posix._exit(posix.WEXITSTATUS(status))


def main(arguments):
    split = arguments.index("--")
    options = dict(option.split("=", 1) for option in arguments[:split])
    signals, wake = posix.pipe()
    posix.set_blocking(wake, False)
    _signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    for number in (_signal.SIGCHLD, _signal.SIGTERM, _signal.SIGINT, _signal.SIGHUP):
        _signal.signal(number, lambda number, frame: None)
    prctl(PR_SET_CHILD_SUBREAPER, 1)
    try:
        # Ctrl-C in the server's terminal is the server's business.
        posix.setsid()
    except OSError:
        pass
    guard = posix.getpid()
    child = posix.fork()
    if child == 0:
        become(arguments[split + 1 :], options, guard)
    status = watch(child, signals)
    last = sweep(child)
    end_like(last if status is None else status)


main(sys.argv[1:])
