#!/usr/bin/env bash
# Read all contacts: by page numbers, which end at 2,000 records, and by page tokens, which go on.
set -euo pipefail

bigin=https://gateway.maton.ai/zoho-bigin/bigin/v2

call() {
	curl --silent --show-error --fail-with-body -H "Authorization: Bearer $MATON_API_KEY" "$@"
	echo
}

by_page() {
	local page=1 result
	while true; do
		# at most 200 records a page
		result=$(call "$bigin/Contacts?fields=Last_Name&per_page=10&page=$page")
		[ -n "$result" ] || return 0
		jq -r '.data[].id' <<<"$result"
		[ "$(jq .info.more_records <<<"$result")" = true ] || return 0
		page=$((page + 1))
	done
}

by_token() {
	local token=() result
	while true; do
		result=$(call -G "$bigin/Contacts?fields=Last_Name&per_page=10" "${token[@]}")
		[ -n "$result" ] || return 0
		jq -r '.data[].id' <<<"$result"
		[ "$(jq .info.more_records <<<"$result")" = true ] || return 0
		# the same fields and size again; never together with page; good for 24 hours
		token=(--data-urlencode "page_token=$(jq -r .info.next_page_token <<<"$result")")
	done
}

echo "Records by page: $(by_page | sort -u | wc -l)"
echo "Records by token: $(by_token | sort -u | wc -l)"
