"""Create, get, update, list and delete contacts."""
import json
import os
import urllib.request

BIGIN = "https://gateway.maton.ai/zoho-bigin/bigin/v2"


def call(method, path, data=None):
    request = urllib.request.Request(BIGIN + path, method=method)
    request.add_header("Authorization", f"Bearer {os.environ['MATON_API_KEY']}")
    if data is not None:
        request.data = json.dumps(data).encode()
        request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request) as response:
        body = response.read()
    return json.loads(body) if body else None  # 204: nothing was found


def show(title, result):
    print(title)
    print(json.dumps(result, indent=2))


created = call("POST", "/Contacts", {
    "data": [{"Last_Name": "Smith", "First_Name": "John", "Phone": "+1-555-0123"}],
})
show("Created:", created)
# An id is text: as a number it would lose its last digits in some languages.
contact_id = created["data"][0]["details"]["id"]

show("Got:", call("GET", f"/Contacts/{contact_id}?fields=First_Name,Last_Name,Phone"))

show("Updated:", call("PUT", "/Contacts", {"data": [{"id": contact_id, "Phone": "+1-555-9999"}]}))

# fields is required. The order is that of ids, the latest first.
show("The latest:", call("GET", "/Contacts?fields=First_Name,Last_Name,Phone&per_page=1"))

# Up to 100 ids, with commas between them
show("Deleted:", call("DELETE", f"/Contacts?ids={contact_id}"))
