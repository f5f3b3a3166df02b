// Create, get, update, list and delete contacts.
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

const created = await call("POST", "/Contacts", {
  data: [{ Last_Name: "Smith", First_Name: "John", Phone: "+1-555-0123" }],
});
show("Created:", created);
// An id is text: as a number it would lose its last digits.
const id = created.data[0].details.id;

show("Got:", await call("GET", `/Contacts/${id}?fields=First_Name,Last_Name,Phone`));

show("Updated:", await call("PUT", "/Contacts", { data: [{ id, Phone: "+1-555-9999" }] }));

// fields is required. The order is that of ids, the latest first.
show("The latest:", await call("GET", "/Contacts?fields=First_Name,Last_Name,Phone&per_page=1"));

// Up to 100 ids, with commas between them
show("Deleted:", await call("DELETE", `/Contacts?ids=${id}`));
