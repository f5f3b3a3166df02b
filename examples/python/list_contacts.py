"""List the contacts: the shortest call there is."""
import json
import os
import urllib.request

request = urllib.request.Request(
    "https://gateway.maton.ai/zoho-bigin/bigin/v2/Contacts?fields=First_Name,Last_Name,Email"
)
request.add_header("Authorization", f"Bearer {os.environ['MATON_API_KEY']}")
with urllib.request.urlopen(request) as response:
    body = response.read()
print(json.dumps(json.loads(body), indent=2) if body else "No contacts")
