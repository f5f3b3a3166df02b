#!/usr/bin/env bash
# Deals: the team pipelines with their stages; create, list and delete a deal.
set -euo pipefail

bigin=https://gateway.maton.ai/zoho-bigin/bigin/v2

call() {
	curl --silent --show-error --fail-with-body -H "Authorization: Bearer $MATON_API_KEY" \
		-H "Content-Type: application/json" "$@"
	echo
}

# Each team pipeline is a layout, and has sub-pipelines and stages of its own.
layouts=$(call "$bigin/settings/layouts?module=Pipelines")
jq -r '
	def values($name): [.sections[].fields[] | select(.api_name == $name) | .pick_list_values[].actual_value];
	.layouts[] | "Team pipeline: \(.name)",
		"  sub-pipelines: \(values("Sub_Pipeline") | join(", "))", "  stages: \(values("Stage") | join(", "))"
' <<<"$layouts"

echo "Created:"
deal=$(jq '
	def first_value($name): [.sections[].fields[] | select(.api_name == $name) | .pick_list_values[].actual_value][0];
	.layouts[0] | {data: [{Deal_Name: "Tobacco for a year", Pipeline: {id}, Sub_Pipeline: first_value("Sub_Pipeline"),
		Stage: first_value("Stage"), Amount: 1200}]}
' <<<"$layouts")
created=$(call "$bigin/Pipelines" -d "$deal")
echo "$created"
id=$(jq -r '.data[0].details.id' <<<"$created")

echo "The latest:"
team_pipeline=$(jq -r '.layouts[0].id' <<<"$layouts")
call "$bigin/Pipelines?fields=Deal_Name,Stage,Amount&per_page=1&pipeline_id=$team_pipeline"

echo "Deleted:"
call -X DELETE "$bigin/Pipelines?ids=$id"
