// Dateline's engine over a corpus in parts, fetched as they are needed: the JavaScript API and what `dateline build` writes
// for a name ending in .parts. Every search counts the values of every facet. DATELINE_COMMAND names the command.
export const meta = { name: 'Dateline in parts', kind: 'page', storesDocs: true, buildWhere: 'native, all cores', indexOf: () => 'dateline-parts',
  role: f => f.startsWith('api/') ? (/\.(js|wasm)$/.test(f) ? 'engine' : 'skip') : /parts\/a/.test(f) ? 'store' : 'index' };
export async function build(docs, { outDir }) {
  const fs = await import('node:fs'), cp = await import('node:child_process');
  const t0 = performance.now();
  const p = cp.spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', process.env.DATELINE_COMMAND, 'build', `data/docs-${docs.length}.jsonl`, '--force', '-o', `${outDir}/corpus.parts`], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  if (p.status !== 0) throw new Error(p.stderr);
  fs.cpSync('adapters/dateline', `${outDir}/api`, { recursive: true });
  const ms = performance.now() - t0, [user, sys] = p.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { ms, cpuMs: (user + sys) * 1e3 };
}
let corpus;
export async function load(_, { base }) {
  const { PartsExplorer } = await import(/* @vite-ignore */ base + 'api/dateline.js');
  corpus = await PartsExplorer.open(base + 'corpus.parts/start.pack');
}
export async function search(q, limit) {
  const r = await corpus.search(q, { limit });
  return { ids: r.hits.map(h => h.id), total: r.total, snippets: r.hits.map(h => h.snippet.map(p => p.match ? `<b>${p.text}</b>` : p.text).join('')) };
}
