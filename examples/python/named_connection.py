"""Name the connection that a call goes by. Without the header it is the oldest active one."""
import json
import os
import urllib.request


def get(url, **headers):
    request = urllib.request.Request(url)
    request.add_header("Authorization", f"Bearer {os.environ['MATON_API_KEY']}")
    for name, value in headers.items():
        request.add_header(name.replace("_", "-"), value)
    with urllib.request.urlopen(request) as response:
        body = response.read()
    return json.loads(body) if body else None


active = get("https://ctrl.maton.ai/connections?app=zoho-bigin&status=ACTIVE")["connections"]
connection_id = active[0]["connection_id"]
print("By the connection", connection_id)
contacts = get(
    "https://gateway.maton.ai/zoho-bigin/bigin/v2/Contacts?fields=First_Name,Last_Name,Email",
    Maton_Connection=connection_id,
)
print(json.dumps(contacts, indent=2))
