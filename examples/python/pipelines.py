"""Deals: the team pipelines with their stages; create, list and delete a deal."""
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


def values(layout, field):
    for section in layout["sections"]:
        for candidate in section["fields"]:
            if candidate["api_name"] == field:
                return [value["actual_value"] for value in candidate["pick_list_values"]]
    return []


# Each team pipeline is a layout, and has sub-pipelines and stages of its own.
layouts = call("GET", "/settings/layouts?module=Pipelines")["layouts"]
for layout in layouts:
    print("Team pipeline:", layout["name"])
    print("  sub-pipelines:", ", ".join(values(layout, "Sub_Pipeline")))
    print("  stages:", ", ".join(values(layout, "Stage")))

team_pipeline = layouts[0]
created = call("POST", "/Pipelines", {"data": [{
    "Deal_Name": "Tobacco for a year",
    "Pipeline": {"id": team_pipeline["id"]},
    "Sub_Pipeline": values(team_pipeline, "Sub_Pipeline")[0],
    "Stage": values(team_pipeline, "Stage")[0],
    "Amount": 1200,
}]})
show("Created:", created)
deal_id = created["data"][0]["details"]["id"]

show("The latest:", call("GET", "/Pipelines?fields=Deal_Name,Stage,Amount&per_page=1"
                                f"&pipeline_id={team_pipeline['id']}"))

show("Deleted:", call("DELETE", f"/Pipelines?ids={deal_id}"))
