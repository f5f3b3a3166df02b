// Name the connection that a call goes by. Without the header it is the oldest active one.
async function get(url, headers = {}) {
  const response = await fetch(url, {
    headers: { Authorization: `Bearer ${process.env.MATON_API_KEY}`, ...headers },
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${response.status} ${text}`);
  }
  return text ? JSON.parse(text) : null;
}

const { connections } = await get("https://ctrl.maton.ai/connections?app=zoho-bigin&status=ACTIVE");
const id = connections[0].connection_id;
console.log("By the connection", id);
const contacts = await get(
  "https://gateway.maton.ai/zoho-bigin/bigin/v2/Contacts?fields=First_Name,Last_Name,Email",
  { "Maton-Connection": id },
);
console.log(JSON.stringify(contacts, null, 2));
