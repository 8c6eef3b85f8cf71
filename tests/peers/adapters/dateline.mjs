// Dateline's own engine: the JavaScript API of dist/site over a pack that `dateline build` writes. Texts are in the pack, and
// every search counts the values of every facet. DATELINE names the project's root.
//   ''      as on the page: prefix of the last word, other forms of words, misspelt words forgiven
//   'exact' every word in quotation marks
import { Explorer } from './dateline/dateline.js';
import { isPhrase } from './_util.mjs';
export const meta = { name: 'Dateline', kind: 'library', noIndex: true, storesDocs: true, buildWhere: 'native, all cores', assets: { 'engine_bg.wasm': 'adapters/dateline/engine_bg.wasm' }, indexOf: () => 'dateline' };
export async function build(docs, { outDir }) {
  const fs = await import('node:fs'), cp = await import('node:child_process');
  const pack = `${outDir}/corpus.pack`, t0 = performance.now();
  const p = cp.spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', process.env.DATELINE_COMMAND, 'build', `data/docs-${docs.length}.jsonl`, '-o', pack], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  if (p.status !== 0) throw new Error(p.stderr);
  const ms = performance.now() - t0, [user, sys] = p.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  fs.renameSync(pack, `${outDir}/index.bin`);
  return { ms, cpuMs: (user + sys) * 1e3 };
}
let corpus, exact;
// The module fetches the pack itself, and reads it while it arrives: the page hands it nothing.
export async function load(_, { base, variant }) {
  corpus = await Explorer.open(base + 'index.bin'); exact = variant === 'exact';
}
export function search(q, limit) {
  const query = exact && !isPhrase(q) ? q.split(/\s+/).filter(Boolean).map(w => `"${w}"`).join(' ') : q;
  const r = corpus.search(query, { limit });
  return { ids: r.hits.map(h => h.id), total: r.total, snippets: r.hits.map(h => h.snippet.map(p => p.match ? `<b>${p.text}</b>` : p.text).join('')) };
}
