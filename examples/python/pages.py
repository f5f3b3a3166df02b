"""Read all contacts: by page numbers, which end at 2,000 records, and by page tokens, which go on."""
import json
import os
import urllib.parse
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


def by_page():
    page = 1
    while True:
        # at most 200 records a page
        result = call("GET", f"/Contacts?fields=Last_Name&per_page=10&page={page}")
        if result is None:
            return
        yield from result["data"]
        if not result["info"]["more_records"]:
            return
        page += 1


def by_token():
    query = {"fields": "Last_Name", "per_page": 10}
    while True:
        result = call("GET", "/Contacts?" + urllib.parse.urlencode(query))
        if result is None:
            return
        yield from result["data"]
        if not result["info"]["more_records"]:
            return
        # the same fields and size again; never together with page; good for 24 hours
        query["page_token"] = result["info"]["next_page_token"]


print("Records by page:", len({record["id"] for record in by_page()}))
print("Records by token:", len({record["id"] for record in by_token()}))
