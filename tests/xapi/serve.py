"""Ralph as a store on this machine, for tests: serve.py FOLDER [PORT]

Says on standard output where it answers. The password of the one user is in ALONGSIDE_TEST_PASSWORD. Ralph's plain command
would not do: with files behind it, it takes the first write alone, and answers 500 until the user's folder is there.
"""

import json
import os
import socket
import sys

folder = os.path.abspath(sys.argv[1])
statements = os.path.join(folder, "statements")
os.makedirs(os.path.join(statements, "class"), exist_ok=True)
os.environ["RALPH_APP_DIR"] = folder
os.environ["RALPH_RUNSERVER_BACKEND"] = "fs"
os.environ["RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH"] = statements
os.environ["RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE"] = "statements.jsonl"

import bcrypt

known = bcrypt.hashpw(os.environ["ALONGSIDE_TEST_PASSWORD"].encode(), bcrypt.gensalt(4)).decode()
user = {
    "username": "alongside",
    "hash": known,
    "scopes": ["all"],
    "target": "class",
    "agent": {"mbox": "mailto:store@academy.example", "name": "Store", "objectType": "Agent"},
}
with open(os.path.join(folder, "auth.json"), "w", encoding="utf-8") as file:
    json.dump([user], file)

import uvicorn
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend

FSLRSBackend.default_operation_type = BaseOperationType.APPEND

listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", int(sys.argv[2]) if len(sys.argv) > 2 else 0))
print(f"http://127.0.0.1:{listener.getsockname()[1]}/xAPI", flush=True)
server = uvicorn.Server(uvicorn.Config("ralph.api:app", log_level="warning"))
server.run(sockets=[listener])
