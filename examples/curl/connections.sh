#!/usr/bin/env bash
# List, create, get and delete connections at Maton.
set -euo pipefail

connections=https://ctrl.maton.ai/connections

call() {
	curl --silent --show-error --fail-with-body -H "Authorization: Bearer $MATON_API_KEY" "$@"
}

# Shows no url: it carries a session token, and is for the browser of the user alone.
show() {
	echo "$1 $(jq -r '"\(.connection_id) \(.app) \(.status)"' <<<"$2")"
}

# In quotation marks, or the shell takes the & for its own
call "$connections?app=zoho-bigin&status=ACTIVE&limit=100" | jq -c '.connections[]' |
	while read -r connection; do show "Active:" "$connection"; done

created=$(call "$connections" -H "Content-Type: application/json" -d '{"app": "zoho-bigin"}' | jq -c .connection)
show "Created:" "$created"
id=$(jq -r .connection_id <<<"$created")

# A real one becomes ACTIVE when the user has opened the url and has signed in to Bigin.
show "Got:" "$(call "$connections/$id" | jq -c .connection)"

call -X DELETE "$connections/$id" >/dev/null
echo "Deleted: $id"
