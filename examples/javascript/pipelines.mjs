// Deals: the team pipelines with their stages; create, list and delete a deal.
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

function values(layout, name) {
  const fields = layout.sections.flatMap((section) => section.fields);
  const field = fields.find(({ api_name }) => api_name === name);
  return field ? field.pick_list_values.map((value) => value.actual_value) : [];
}

// Each team pipeline is a layout, and has sub-pipelines and stages of its own.
const { layouts } = await call("GET", "/settings/layouts?module=Pipelines");
for (const layout of layouts) {
  console.log("Team pipeline:", layout.name);
  console.log("  sub-pipelines:", values(layout, "Sub_Pipeline").join(", "));
  console.log("  stages:", values(layout, "Stage").join(", "));
}

const [teamPipeline] = layouts;
const created = await call("POST", "/Pipelines", {
  data: [{
    Deal_Name: "Tobacco for a year",
    Pipeline: { id: teamPipeline.id },
    Sub_Pipeline: values(teamPipeline, "Sub_Pipeline")[0],
    Stage: values(teamPipeline, "Stage")[0],
    Amount: 1200,
  }],
});
show("Created:", created);
const id = created.data[0].details.id;

show("The latest:", await call(
  "GET", `/Pipelines?fields=Deal_Name,Stage,Amount&per_page=1&pipeline_id=${teamPipeline.id}`));

show("Deleted:", await call("DELETE", `/Pipelines?ids=${id}`));
