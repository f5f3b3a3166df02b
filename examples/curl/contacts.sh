#!/usr/bin/env bash
# Create, get, update, list and delete contacts.
set -euo pipefail

bigin=https://gateway.maton.ai/zoho-bigin/bigin/v2

call() {
	curl --silent --show-error --fail-with-body -H "Authorization: Bearer $MATON_API_KEY" \
		-H "Content-Type: application/json" "$@"
	echo
}

echo "Created:"
created=$(call "$bigin/Contacts" -d '{"data": [{"Last_Name": "Smith", "First_Name": "John", "Phone": "+1-555-0123"}]}')
echo "$created"
# An id is text: jq, as many others, would change the last digits of a number of that size.
id=$(jq -r '.data[0].details.id' <<<"$created")

echo "Got:"
call "$bigin/Contacts/$id?fields=First_Name,Last_Name,Phone"

echo "Updated:"
call -X PUT "$bigin/Contacts" -d '{"data": [{"id": "'"$id"'", "Phone": "+1-555-9999"}]}'

# fields is required. The order is that of ids, the latest first.
echo "The latest:"
call "$bigin/Contacts?fields=First_Name,Last_Name,Phone&per_page=1"

# Up to 100 ids, with commas between them
echo "Deleted:"
call -X DELETE "$bigin/Contacts?ids=$id"
