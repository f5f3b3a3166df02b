// Read all contacts: by page numbers, which end at 2,000 records, and by page tokens, which go on.
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

async function* byPage() {
  for (let page = 1; ; page++) {
    // at most 200 records a page
    const result = await call("GET", `/Contacts?fields=Last_Name&per_page=10&page=${page}`);
    if (!result) {
      return;
    }
    yield* result.data;
    if (!result.info.more_records) {
      return;
    }
  }
}

async function* byToken() {
  const query = new URLSearchParams({ fields: "Last_Name", per_page: 10 });
  for (;;) {
    const result = await call("GET", `/Contacts?${query}`);
    if (!result) {
      return;
    }
    yield* result.data;
    if (!result.info.more_records) {
      return;
    }
    // the same fields and size again; never together with page; good for 24 hours
    query.set("page_token", result.info.next_page_token);
  }
}

async function count(records) {
  const ids = new Set();
  for await (const record of records) {
    ids.add(record.id);
  }
  return ids.size;
}

console.log("Records by page:", await count(byPage()));
console.log("Records by token:", await count(byToken()));
