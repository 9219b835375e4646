"""Tries, as whoever runs it, what is another user's, and prints what it could do."""

import os
import socket
import sys

for path in sys.argv[1:]:
    for folder, _, files in os.walk(path, onerror=lambda _: None):
        print("has listed", folder)
        for name in files:
            file = os.path.join(folder, name)
            try:
                with open(file, "rb"):
                    print("has read", file)
            except OSError:
                pass
    if not os.path.isdir(path):
        try:
            with socket.socket(socket.AF_UNIX) as client:
                client.connect(path)
                print("has reached", path)
        except OSError:
            pass
