// In the engine's thread, for a corpus in parts: fetches the parts that an answer waits for, and keeps what was fetched on
// this machine. In pages whose corpus is whole this file is left out.
//
// In:  {id, ask} as ever; {id, drop} takes one back that waits for parts; {keep} begins (true) or stops (false) to keep all
//      parts on this machine.
// Out: {id, waits: true} before an answer that parts have to be fetched for; {keeping: [kept, all]}, {keeping: "why not"} or
//      {keeping: null}.
//
// `folder` is the address of the parts. Gives what hears requests once the engine is open.
const dateline_parts = (folder) => {
  // Parts are named by their content: what is kept never changes, and a file of another build is never taken for one.
  const shelf = self.caches ? caches.open(`dateline parts ${folder}`).catch(() => undefined) : undefined;
  const coming = new Map();
  const dropped = new Set();

  const fetched = async (address, cache) => {
    let answer;
    try {
      answer = await fetch(address, { cache });
    } catch (error) {
      throw new Error(`a part of the articles could not be fetched (${error.message}). Check the connection and try again`);
    }
    if (!answer.ok) {
      throw new Error(`a part of the articles is not there (${address}: the server answered ${answer.status}). Whoever published this page should upload all its files anew`);
    }
    return new Uint8Array(await answer.arrayBuffer());
  };

  // From the host; what did not come, or came damaged, is fetched once more, past any cache.
  const arrived = async (name) => {
    let failure;
    for (const cache of ["default", "reload"]) {
      try {
        const bytes = await fetched(folder + name, cache);
        wasm_bindgen.check(name, bytes);
        return bytes;
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  };

  // From this machine or, where it is not kept here whole, from the host.
  const take = async (name) => {
    const cache = await shelf;
    const kept = await cache?.match(folder + name);
    try {
      if (kept) return wasm_bindgen.supply(name, new Uint8Array(await kept.arrayBuffer()));
    } catch {}
    const bytes = await arrived(name);
    wasm_bindgen.supply(name, bytes);
    cache?.put(folder + name, new Response(bytes)).catch(() => {});
  };

  const part = (name) => {
    if (!coming.has(name)) coming.set(name, take(name).finally(() => coming.delete(name)));
    return coming.get(name);
  };

  const answer = async (request) => {
    const { id } = request;
    try {
      for (;;) {
        const said = wasm_bindgen.answer(request);
        if (!said.wanted) return postMessage(said);
        postMessage({ id, waits: true });
        try {
          await Promise.all(said.wanted.map(part));
        } catch (error) {
          return postMessage({ id, error: String(error.message || error) });
        }
        if (dropped.delete(id)) return;
      }
    } catch (error) {
      postMessage({ error: String(error) });
    }
  };

  // So many parts at once: what most hosts serve side by side without a queue.
  const LANES = 8;
  let keeping = 0;

  const keep = async (on) => {
    const mine = ++keeping;
    if (!on) return postMessage({ keeping: null });
    const cache = await shelf;
    if (!cache) return postMessage({ keeping: "this browser keeps no files for this address (it may be a private window)." });
    const names = wasm_bindgen.files();
    const there = new Set((await cache.keys()).map((request) => request.url));
    const missing = names.filter((name) => !there.has(folder + name));
    let kept = names.length - missing.length;
    const tell = () => postMessage({ keeping: [kept, names.length] });
    tell();
    let told = performance.now();
    const lane = async () => {
      for (let name; mine === keeping && (name = missing.pop()); kept++) {
        await cache.put(folder + name, new Response(await arrived(name)));
        // Not once it was stopped or failed: what is said then is the last word.
        if (mine === keeping && performance.now() - told > 200) {
          told = performance.now();
          tell();
        }
      }
    };
    try {
      await Promise.all(Array.from({ length: LANES }, lane));
      if (mine === keeping) tell();
    } catch (error) {
      if (mine === keeping) {
        keeping++;
        postMessage({ keeping: String(error.message || error) });
      }
    }
  };

  // What an older build left goes.
  const tidy = async () => {
    const cache = await shelf;
    if (!cache) return;
    const names = new Set(wasm_bindgen.files().map((name) => folder + name));
    const kept = await cache.keys();
    await Promise.all(kept.filter((request) => !names.has(request.url)).map((request) => cache.delete(request)));
    if (names.size && kept.filter((request) => names.has(request.url)).length === names.size) {
      postMessage({ keeping: [names.size, names.size] });
    }
  };

  if (shelf) tidy().catch(() => {});
  return (data) => {
    if (data.drop) dropped.add(data.id);
    else if (data.keep !== undefined) keep(data.keep);
    else answer(data);
  };
};
