"""Search contacts by criteria, email address and word. A write takes some seconds to be found."""
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


def show(title, result):
    print(title)
    print(json.dumps(result, indent=2))


def search(**query):
    # encodes the parentheses, @, + and spaces of the values
    return call("GET", "/Contacts/search?" + urllib.parse.urlencode(query))


FIELDS = "First_Name,Last_Name,Email"

show("By criteria:", search(criteria="(Last_Name:equals:Watson)", fields=FIELDS))
show("By two criteria:", search(
    criteria="((Last_Name:equals:Watson)and(First_Name:starts_with:A))", fields=FIELDS))
show("By email:", search(email="support@bigin.com", fields=FIELDS))
show("By word:", search(word="Watson", fields=FIELDS))
