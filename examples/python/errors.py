"""What goes wrong, and how to go on: error codes, a rejected record, and too many requests (429)."""
import json
import os
import random
import time
import urllib.error
import urllib.request

BIGIN = "https://gateway.maton.ai/zoho-bigin/bigin/v2"
ATTEMPTS = 5


def call(method, path, data=None, key=os.environ["MATON_API_KEY"]):
    """Return the status and what the body says, whether the call succeeded or not."""
    request = urllib.request.Request(BIGIN + path, method=method)
    request.add_header("Authorization", f"Bearer {key}")
    if data is not None:
        request.data = json.dumps(data).encode()
        request.add_header("Content-Type", "application/json")
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with urllib.request.urlopen(request) as response:
                return response.status, parse(response.read())
        except urllib.error.HTTPError as error:
            # 429 says that nothing was done, so any call can be made again.
            if error.code != 429 or attempt == ATTEMPTS:
                return error.code, parse(error.read())
            seconds = pause(error.headers.get("Retry-After"), attempt)
            print(f"429: waits {seconds} s")
            time.sleep(seconds)


def pause(retry_after, attempt):
    if retry_after is not None and retry_after.isdigit():
        return int(retry_after)
    # without Retry-After: 1, 2, 4 ... seconds, and a little more, so that not all come back at once
    return round(2 ** (attempt - 1) + random.random(), 1)


def parse(body):
    try:
        return json.loads(body) if body else None
    except ValueError:
        return None  # Maton and what stands before it do not always respond with JSON


status, body = call("GET", "/Contacts")
print("Without fields:", status, body["code"])

status, body = call("GET", "/contacts?fields=Last_Name")
print("Module in the wrong case:", status, body["code"])

status, body = call("POST", "/Contacts", {"data": [{"First_Name": "John"}]})
print("Rejected record:", status, body["data"][0]["code"], body["data"][0]["details"]["api_name"])

# Maton's own errors look different, and need not be JSON: the status is what counts.
status, body = call("GET", "/Contacts?fields=Last_Name", key="wrong")
print("Wrong key:", status)

status, body = call("GET", "/Accounts?fields=Account_Name&per_page=1")
print("Companies:", status)
