// Search contacts by criteria, email address and word. A write takes some seconds to be found.
const bigin = "https://gateway.maton.ai/zoho-bigin/bigin/v2";

async function call(method, path, data) {
  const response = await fetch(bigin + path, {
    method,
    headers: {
      Authorization: `Bearer ${process.env.MATON_API_KEY}`,
      ...(data && { "Content-Type": "application/json" }),
    },
    body: data && JSON.stringify(data),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${text}`);
  }
  return text ? JSON.parse(text) : null; // 204: nothing was found
}

function show(title, result) {
  console.log(title);
  console.log(JSON.stringify(result, null, 2));
}

// URLSearchParams encodes the parentheses, @, + and spaces of the values.
const search = (query) => call("GET", `/Contacts/search?${new URLSearchParams(query)}`);

const fields = "First_Name,Last_Name,Email";

show("By criteria:", await search({ criteria: "(Last_Name:equals:Watson)", fields }));
show("By two criteria:", await search({
  criteria: "((Last_Name:equals:Watson)and(First_Name:starts_with:A))", fields }));
show("By email:", await search({ email: "support@bigin.com", fields }));
show("By word:", await search({ word: "Watson", fields }));
