// The modules of the organisation, and the fields of one of them.
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

for (const module of (await call("GET", "/settings/modules")).modules) {
  if (module.api_supported) {
    console.log("Module:", module.api_name);
  }
}

for (const field of (await call("GET", "/settings/fields?module=Contacts")).fields) {
  console.log("Field:", field.api_name, field.data_type);
}
