// List the contacts: the shortest call there is.
const response = await fetch(
  "https://gateway.maton.ai/zoho-bigin/bigin/v2/Contacts?fields=First_Name,Last_Name,Email",
  { headers: { Authorization: `Bearer ${process.env.MATON_API_KEY}` } },
);
if (!response.ok) {
  throw new Error(`${response.status} ${await response.text()}`);
}
console.log(response.status === 204 ? "No contacts" : JSON.stringify(await response.json(), null, 2));
