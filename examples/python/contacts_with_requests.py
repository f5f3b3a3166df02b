"""Contacts by the library requests (pip install requests): list, create, search, delete."""
import json
import os

import requests

BIGIN = "https://gateway.maton.ai/zoho-bigin/bigin/v2"

session = requests.Session()
session.headers["Authorization"] = f"Bearer {os.environ['MATON_API_KEY']}"


def show(title, response):
    response.raise_for_status()
    result = response.json() if response.content else None  # 204: nothing was found
    print(title)
    print(json.dumps(result, indent=2))
    return result


show("Listed:", session.get(f"{BIGIN}/Contacts", params={"fields": "First_Name,Last_Name,Email", "per_page": 2}))

created = show("Created:", session.post(f"{BIGIN}/Contacts", json={
    "data": [{"Last_Name": "Smith", "First_Name": "John"}],
}))
contact_id = created["data"][0]["details"]["id"]

show("Found:", session.get(f"{BIGIN}/Contacts/search", params={
    "criteria": "(Last_Name:equals:Watson)", "fields": "First_Name,Last_Name"}))

show("Deleted:", session.delete(f"{BIGIN}/Contacts", params={"ids": contact_id}))
