#!/usr/bin/env bash
# Name the connection that a call goes by. Without the header it is the oldest active one.
set -euo pipefail

call() {
	curl --silent --show-error --fail-with-body -H "Authorization: Bearer $MATON_API_KEY" "$@"
}

id=$(call "https://ctrl.maton.ai/connections?app=zoho-bigin&status=ACTIVE" | jq -r '.connections[0].connection_id')
echo "By the connection $id"
call -H "Maton-Connection: $id" \
	"https://gateway.maton.ai/zoho-bigin/bigin/v2/Contacts?fields=First_Name,Last_Name,Email"
