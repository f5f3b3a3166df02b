#!/usr/bin/env bash
# What goes wrong, and how to go on: error codes, a rejected record, and too many requests (429).
set -euo pipefail

bigin=https://gateway.maton.ai/zoho-bigin/bigin/v2

# Gives the body, and the status in the last line. Error responses do not end the script.
call() {
	curl --silent --show-error --write-out '\n%{http_code}' -H "Authorization: Bearer $MATON_API_KEY" "$@"
}

status() {
	tail -n 1 <<<"$1"
}

code() {
	head -n -1 <<<"$1" | jq -r "$2"
}

response=$(call "$bigin/Contacts")
echo "Without fields: $(status "$response") $(code "$response" .code)"

response=$(call "$bigin/contacts?fields=Last_Name")
echo "Module in the wrong case: $(status "$response") $(code "$response" .code)"

response=$(call "$bigin/Contacts" -H "Content-Type: application/json" -d '{"data": [{"First_Name": "John"}]}')
echo "Rejected record: $(status "$response") $(code "$response" '.data[0] | "\(.code) \(.details.api_name)"')"

# Maton's own errors look different, and need not be JSON: the status is what counts.
response=$(curl --silent --write-out '\n%{http_code}' -H "Authorization: Bearer wrong" \
	"$bigin/Contacts?fields=Last_Name")
echo "Wrong key: $(status "$response")"

# curl by itself makes a call again after 429, and waits as long as Retry-After says, else 1, 2, 4 ... seconds.
# Not for calls that create something: it also does so after 500, 502, 503 and 504, when they may have been done.
response=$(call --retry 4 "$bigin/Accounts?fields=Account_Name&per_page=1")
echo "Companies: $(status "$response")"
