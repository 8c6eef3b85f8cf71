// Keeps the page for use without a network. The builder fills in the version and the files that make it up.
//
// Each version has a cache of its own, named by this page's address, so that two pages on one host stay apart.
// A new version is fetched in the background as a whole or not at all, and serves from the next navigation on.
// Caches of older versions go then, when no page can be half-way through loading from them.
//
// What is kept is served for as long as its version is the current one, whatever the host does in the meantime: a file
// that came damaged is not kept, or a page that could not start would never start again.
// In braces, since only names within are shortened.
{
  const PREFIX = `dateline ${registration.scope} `;
  const CACHE = PREFIX + "{{version}}";
  const FILES = [{{files}}];
  const HOME = new URL("./", registration.scope).href;

  // An answer that was redirected may not be used for a navigation: keep it as if it had been found at once.
  const direct = async (answer) =>
    answer.redirected
      ? new Response(await answer.blob(), { headers: { "content-type": answer.headers.get("content-type") || "" } })
      : answer;

  // Files named by their content carry the first 12 digits of its SHA-256.
  const digits = (name) => /^dateline-([0-9a-f]{12})\./.exec(name)?.[1];

  const digest = async (answer) => {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.arrayBuffer()));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  // Files named by their content never change, and may come from the browser's own cache unless they are damaged there;
  // the others must not.
  const keep = async (cache, name) => {
    const url = new URL(name, registration.scope).href;
    const expected = digits(name);
    for (const source of expected ? ["default", "reload"] : ["reload"]) {
      const answer = await fetch(url, { cache: source });
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      if (expected && !(await digest(answer.clone())).startsWith(expected)) continue;
      return cache.put(url, await direct(answer));
    }
    throw new Error(`${url}: its content does not fit its name`);
  };

  const keepAll = async (cache) => {
    await Promise.all(FILES.map((name) => keep(cache, name)));
    // A host may still hand out the page of another version, which names another wasm.
    const page = await (await cache.match(HOME)).text();
    if (!FILES.filter((name) => name.endsWith(".wasm")).every((name) => page.includes(name))) throw new Error("the page is of another version");
  };

  addEventListener("install", (event) => {
    skipWaiting();
    event.waitUntil(
      caches
        .open(CACHE)
        .then(keepAll)
        .catch(async (error) => {
          await caches.delete(CACHE);
          throw error;
        }),
    );
  });

  const forgetOlder = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  };

  const find = async (url) => {
    const current = await (await caches.open(CACHE)).match(url);
    if (current) return current;
    // A page of the version before may still be loading.
    for (const name of await caches.keys()) {
      const older = name.startsWith(PREFIX) && (await (await caches.open(name)).match(url));
      if (older) return older;
    }
  };

  const answer = async (event) => {
    const url = new URL(event.request.url);
    url.search = url.hash = "";
    if (url.href === `${HOME}index.html`) url.href = HOME;
    const kept = await find(url.href);
    if (event.request.mode !== "navigate") return kept || fetch(event.request);
    event.waitUntil(forgetOlder());
    return kept || fetch(event.request).catch(() => Response.redirect(HOME));
  };

  addEventListener("fetch", (event) => {
    const { method, url } = event.request;
    if (method === "GET" && url.startsWith(HOME)) event.respondWith(answer(event));
  });
}
