#!/usr/bin/env bash
# List the contacts: the shortest call there is.
curl --fail-with-body -H "Authorization: Bearer $MATON_API_KEY" \
	"https://gateway.maton.ai/zoho-bigin/bigin/v2/Contacts?fields=First_Name,Last_Name,Email"
