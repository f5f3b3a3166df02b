// List, create, get and delete connections at Maton.
const connections = "https://ctrl.maton.ai/connections";

async function call(method, path, data) {
  const response = await fetch(connections + path, {
    method,
    headers: {
      Authorization: `Bearer ${process.env.MATON_API_KEY}`,
      ...(data && { "Content-Type": "application/json" }),
    },
    body: data && JSON.stringify(data),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status}`);
  }
  return text ? JSON.parse(text) : null;
}

function show(title, { connection_id, app, status }) {
  // not the url: it carries a session token, and is for the browser of the user alone
  console.log(title, connection_id, app, status);
}

for (const connection of (await call("GET", "?app=zoho-bigin&status=ACTIVE&limit=100")).connections) {
  show("Active:", connection);
}

const { connection: created } = await call("POST", "", { app: "zoho-bigin" });
show("Created:", created);

// A real one becomes ACTIVE when the user has opened created.url and has signed in to Bigin.
show("Got:", (await call("GET", `/${created.connection_id}`)).connection);

await call("DELETE", `/${created.connection_id}`);
console.log("Deleted:", created.connection_id);
