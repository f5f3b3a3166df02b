"""The modules of the organisation, and the fields of one of them."""
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


for module in call("GET", "/settings/modules")["modules"]:
    if module["api_supported"]:
        print("Module:", module["api_name"])

for field in call("GET", "/settings/fields?module=Contacts")["fields"]:
    print("Field:", field["api_name"], field["data_type"])
