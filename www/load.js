// In the page's head: fetches the wasm and compiles it while it arrives, so that the program is ready when the scripts
// that start it are. In a page of one file only the compiling is used, and its worker runs this script without using it.
if (typeof document !== "undefined") self.dateline_load = (() => {
  const load = { received: 0 };

  const reload = "Reload the page. If it happens again, whoever published it should upload all its files anew.";
  load.failure = (what, todo = reload) => Object.assign(new Error(what), { todo });

  // The plain list is no answer to an address that asks something: it is kept back for half a second, in milliseconds,
  // in which the answer mostly comes.
  const SOON = 500;
  load.show = () => document.documentElement.removeAttribute("hidden");
  if (location.hash.length > 1) {
    document.documentElement.hidden = true;
    setTimeout(load.show, SOON);
  }

  // Where the address asks nothing, the plain list is the answer: it is painted first, and what the program needs does
  // not compete with it. A page that is asked something, is in the background (which paints nothing) or has everything
  // on this machine does not wait; none waits longer than a second, in milliseconds.
  const LONGEST = 1000;
  const kept = navigator.serviceWorker?.controller;
  load.painted = new Promise((done) => {
    const paints = self.PerformanceObserver?.supportedEntryTypes?.includes("paint");
    if (location.hash.length > 1 || document.hidden || kept || !paints) return done();
    new PerformanceObserver(done).observe({ type: "paint", buffered: true });
    setTimeout(done, LONGEST);
  });

  // Passes a stream on and counts it; a stream that ends early is an error, so that it is never compiled.
  const counted = (stream, size) =>
    stream.pipeThrough(
      new TransformStream({
        transform(bytes, out) {
          load.received += bytes.length;
          out.enqueue(bytes);
        },
        flush(out) {
          if (load.received >= size) return;
          // The compiler reports only that its input failed: keep the reason.
          load.short = load.failure(`Its program arrived incomplete: ${load.received} of ${size} bytes.`);
          out.error(load.short);
        },
      }),
    );

  // From a stream of wasm, whatever type the server gave it.
  load.compile = async (stream, size) => {
    const whole = new Response(counted(stream, size), { headers: { "content-type": "application/wasm" } });
    if (WebAssembly.compileStreaming) return WebAssembly.compileStreaming(whole);
    return WebAssembly.compile(await whole.arrayBuffer());
  };

  const download = async (file, size) => {
    await load.painted;
    let answer;
    try {
      // Where the address asks something, the page has asked for it before it ran this script.
      answer = await (self.dateline_early || fetch(file));
    } catch (error) {
      throw load.failure(`Its program ${file} could not be fetched (${error.message}).`, `Check the connection. ${reload}`);
    }
    if (!answer.ok) throw load.failure(`Its program ${file} is not there: the server answered ${answer.status}.`);
    // Kept for offline use already: the browser may have kept the compiled form with it, which a copy would lose.
    const typed = answer.headers.get("content-type") === "application/wasm";
    if (kept && typed && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(answer);
    return load.compile(answer.body, size);
  };

  // A page opened from a folder may not read its other files, and www/boot.js says so.
  load.download = (file, size) => {
    if (location.protocol === "file:" || typeof WebAssembly !== "object") return;
    load.module = download(file, size);
    // Whoever waits for it hears what went wrong; until then nobody has to.
    load.module.catch(() => {});
  };
  return load;
})();
