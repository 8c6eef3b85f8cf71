// node run.mjs FOLDER ARTICLES: the analysis in FOLDER over the texts of a .jsonl file, in V8, which is Chromium's engine.
import fs from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";
import zlib from "node:zlib";

// Rounds; a browser compiles what is often called again while it runs, so the first is slower.
const ROUNDS = 4;

const [folder, articles] = process.argv.slice(2);
const { default: start, Analyst } = await import(pathToFileURL(`${folder}/analyst.mjs`));
const wasm = fs.readFileSync(`${folder}/analyst_bg.wasm`);
const seconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

// All that a page gets: names joined across the texts, quotations, times and figures, as objects.
function analyze(texts) {
  const analyst = new Analyst();
  texts.forEach((text) => analyst.add({ text }));
  return analyst.finish();
}

await start({ module_or_path: wasm });
console.log(`module with all tables by brotli: ${(zlib.brotliCompressSync(wasm).length / 1e6).toFixed(2)} MB`);
const before = seconds();
analyze(["x"]);
console.log(`tables read: ${(seconds() - before).toFixed(2)} CPU s`);

const lines = fs.readFileSync(articles, "utf8").split("\n").filter(Boolean);
const texts = lines.map((line) => JSON.parse(line).text);
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
console.log(`${texts.length} texts, ${megabytes.toFixed(1)} MB`);
for (let round = 1; round <= ROUNDS; round++) {
  const from = seconds();
  const named = analyze(texts).reduce((sum, report) => sum + report.countries.length + report.entities.length, 0);
  console.log(`round ${round}: ${((seconds() - from) / megabytes).toFixed(3)} CPU s a MB, ${named} entities`);
}
