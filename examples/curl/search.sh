#!/usr/bin/env bash
# Search contacts by criteria, email address and word. A write takes some seconds to be found.
set -euo pipefail

bigin=https://gateway.maton.ai/zoho-bigin/bigin/v2

call() {
	curl --silent --show-error --fail-with-body -H "Authorization: Bearer $MATON_API_KEY" "$@"
	echo
}

# --data-urlencode encodes the parentheses, @, + and spaces of the values; -G puts them into the URL.
search() {
	call -G "$bigin/Contacts/search" --data-urlencode "$1" --data-urlencode "fields=First_Name,Last_Name,Email"
}

# Where nothing is found, there is no body.
echo "By criteria:"
search "criteria=(Last_Name:equals:Watson)"
echo "By two criteria:"
search "criteria=((Last_Name:equals:Watson)and(First_Name:starts_with:A))"
echo "By email:"
search "email=support@bigin.com"
echo "By word:"
search "word=Watson"
