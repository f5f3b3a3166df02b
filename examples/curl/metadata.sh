#!/usr/bin/env bash
# The modules of the organisation, and the fields of one of them.
set -euo pipefail

bigin=https://gateway.maton.ai/zoho-bigin/bigin/v2

call() {
	curl --silent --show-error --fail-with-body -H "Authorization: Bearer $MATON_API_KEY" "$@"
	echo
}

call "$bigin/settings/modules" | jq -r '.modules[] | select(.api_supported) | "Module: \(.api_name)"'

call "$bigin/settings/fields?module=Contacts" | jq -r '.fields[] | "Field: \(.api_name) \(.data_type)"'
