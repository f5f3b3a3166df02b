"""List, create, get and delete connections at Maton."""
import json
import os
import urllib.request

CONNECTIONS = "https://ctrl.maton.ai/connections"


def call(method, path="", data=None):
    request = urllib.request.Request(CONNECTIONS + path, method=method)
    request.add_header("Authorization", f"Bearer {os.environ['MATON_API_KEY']}")
    if data is not None:
        request.data = json.dumps(data).encode()
        request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request) as response:
        body = response.read()
    return json.loads(body) if body else None


def show(title, connection):
    # not the url: it carries a session token, and is for the browser of the user alone
    print(title, connection["connection_id"], connection["app"], connection["status"])


for connection in call("GET", "?app=zoho-bigin&status=ACTIVE&limit=100")["connections"]:
    show("Active:", connection)

created = call("POST", data={"app": "zoho-bigin"})["connection"]
show("Created:", created)

# A real one becomes ACTIVE when the user has opened created["url"] and has signed in to Bigin.
show("Got:", call("GET", "/" + created["connection_id"])["connection"])

call("DELETE", "/" + created["connection_id"])
print("Deleted:", created["connection_id"])
