// What goes wrong, and how to go on: error codes, a rejected record, and too many requests (429).
const bigin = "https://gateway.maton.ai/zoho-bigin/bigin/v2";
const attempts = 5;

/** Gives the status and what the body says, whether the call succeeded or not. */
async function call(method, path, { data, key = process.env.MATON_API_KEY } = {}) {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(bigin + path, {
      method,
      headers: { Authorization: `Bearer ${key}`, ...(data && { "Content-Type": "application/json" }) },
      body: data && JSON.stringify(data),
    });
    // 429 says that nothing was done, so any call can be made again.
    if (response.status !== 429 || attempt === attempts) {
      return { status: response.status, body: parse(await response.text()) };
    }
    const seconds = pause(response.headers.get("Retry-After"), attempt);
    console.log(`429: waits ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

function pause(retryAfter, attempt) {
  if (/^[0-9]+$/.test(retryAfter ?? "")) {
    return Number(retryAfter);
  }
  // without Retry-After: 1, 2, 4 ... seconds, and a little more, so that not all come back at once
  return 2 ** (attempt - 1) + Math.round(Math.random() * 10) / 10;
}

function parse(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null; // Maton and what stands before it do not always respond with JSON
  }
}

let { status, body } = await call("GET", "/Contacts");
console.log("Without fields:", status, body.code);

({ status, body } = await call("GET", "/contacts?fields=Last_Name"));
console.log("Module in the wrong case:", status, body.code);

({ status, body } = await call("POST", "/Contacts", { data: { data: [{ First_Name: "John" }] } }));
console.log("Rejected record:", status, body.data[0].code, body.data[0].details.api_name);

// Maton's own errors look different, and need not be JSON: the status is what counts.
({ status } = await call("GET", "/Contacts?fields=Last_Name", { key: "wrong" }));
console.log("Wrong key:", status);

({ status } = await call("GET", "/Accounts?fields=Account_Name&per_page=1"));
console.log("Companies:", status);
