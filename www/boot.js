// Starts the page: takes the wasm that www/load.js compiles (or unpacks it), hands it to the engine's thread and to this one.
// Whatever fails is said in the page, above the plain list of articles, with what to do about it.
//
// The script element that carries this file says where the wasm is: data-wasm names a file beside the page,
// data-pieces counts the pieces of it in a page of one file; data-bytes is its size once unpacked; data-parts names the
// folder of a corpus in parts.
if (typeof document !== "undefined") (() => {
  const script = document.currentScript;
  const { wasm: file, pieces, bytes, parts } = script.dataset;
  const size = Number(bytes);
  // Download shorter than this, in milliseconds, needs no words (Nielsen's limit for "at once" is 100 to 1000).
  const PATIENCE = 500;

  // Up to this many bytes of program and articles (some 2,500 articles), questions are answered in the page's own thread:
  // each takes a few milliseconds, and starting a second thread would take longer than all of them.
  const SMALL = 3e6;

  let plain; // The page before the program took it over.
  let failed = false;

  const load = self.dateline_load;
  const { failure } = load;
  const again = "Copy or download the file again.";
  const browser = "Use a current version of Chromium, Firefox or Safari.";

  // The line that says how far the download is; it goes with the plain list.
  const starting = (hidden, text) => {
    const line = document.getElementById("starting");
    if (!line) return;
    if (text) line.textContent = text;
    line.hidden = hidden;
  };

  // Shows an error over the plain list.
  const fail = ({ message, todo }) => {
    if (failed) return;
    failed = true;
    load.show();
    let app = document.getElementById("app");
    if (plain) {
      app.replaceWith(plain);
      app = plain;
    }
    const alert = document.createElement("div");
    alert.setAttribute("role", "alert");
    alert.className = "shell-failure";
    const add = (tag, text) => alert.appendChild(document.createElement(tag)).append(text);
    add("h2", "This page could not start");
    add("p", message);
    add("p", `${todo} The list below can be read all the same.`);
    (app.querySelector("main") || app).prepend(alert);
    starting(true);
    const box = document.getElementById("q");
    if (box) box.disabled = true;
  };
  // For the program.
  self.dateline_failed = (what) => fail(failure(what));

  // Bytes as people write them, in the units of networks (1 kB is 1000 bytes).
  const amount = (n) => (n < 1e6 ? `${Math.round(n / 1e3)} kB` : `${(n / 1e6).toFixed(1)} MB`);

  const begun = performance.now();
  let ticking;
  const tell = () => {
    const share = load.received ? `: ${amount(load.received)} of ${amount(size)}` : "";
    starting(false, `Loading search and map${share} …`);
  };

  const decode = (text) => {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    const binary = atob(text);
    return new Uint8Array(binary.length).map((_, at) => binary.charCodeAt(at));
  };

  const ready = async () => {
    if (document.readyState === "loading") await new Promise((done) => addEventListener("DOMContentLoaded", done));
  };

  const unpack = async () => {
    await ready();
    const nodes = [...document.querySelectorAll("script.piece")];
    if (nodes.length !== Number(pieces)) {
      throw failure(`The file is cut off: it holds ${nodes.length} of ${pieces} pieces.`, again);
    }
    if (typeof DecompressionStream === "undefined") {
      throw failure("This browser is too old for it: it cannot unpack gzip (DecompressionStream).", browser);
    }
    const packed = new ReadableStream({
      pull(out) {
        const node = nodes.shift();
        if (!node) return out.close();
        out.enqueue(decode(node.textContent));
        node.remove();
      },
    });
    return load.compile(packed.pipeThrough(new DecompressionStream("gzip")), size);
  };

  // The engine's thread runs this same script. Without one, the program answers in this thread.
  const startWorker = () => {
    try {
      return new Worker(URL.createObjectURL(new Blob([script.textContent], { type: "text/javascript" })));
    } catch {
      return undefined;
    }
  };

  // What the worker says before the program listens is kept and said again.
  const hold = (worker) => {
    const early = [];
    const keep = (event) => early.push(event);
    const kinds = ["message", "error", "messageerror"];
    kinds.forEach((kind) => worker.addEventListener(kind, keep));
    return () => {
      kinds.forEach((kind) => worker.removeEventListener(kind, keep));
      // The program begins to listen in a microtask of this turn: what comes by itself from now on reaches it, and
      // what came before is said again in the next turn.
      setTimeout(() => early.forEach((event) => worker.dispatchEvent(new event.constructor(event.type, event))));
    };
  };

  // Once what is there now is painted. A page in the background paints nothing: it goes on after the time of a few frames.
  const frame = () =>
    new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done));
      setTimeout(done, 100);
    });

  const start = async () => {
    if (file && location.protocol === "file:") {
      throw failure(
        "This page is one of several files, and browsers do not let a page opened from a folder read the others.",
        "Open the one-file page (dateline.html) instead, or serve this folder with “dateline serve”.",
      );
    }
    if (typeof WebAssembly !== "object") {
      throw failure("This browser does not run WebAssembly, or has it switched off.", `${browser} Lockdown and strict security modes switch it off.`);
    }
    setTimeout(() => {
      if (plain || failed) return;
      tell();
      ticking = setInterval(tell, 250);
    }, Math.max(0, PATIENCE - (performance.now() - begun)));

    const worker = size > SMALL || parts ? startWorker() : undefined;
    if (parts && !worker) {
      throw failure("This browser lets no page start a second thread (a Worker), and this page fetches its articles there.", browser);
    }
    const release = worker && hold(worker);
    const module = await (file ? load.module : load.painted.then(unpack));
    if (worker) {
      try {
        worker.postMessage({ module, parts: parts && new URL(parts, document.baseURI).href });
      } catch (error) {
        worker.dispatchEvent(new MessageEvent("message", { data: { error: String(error) } }));
      }
    }
    await wasm_bindgen({ module_or_path: module });
    await ready();
    clearInterval(ticking);
    starting(true);
    const app = document.getElementById("app");
    const copy = app.cloneNode(true);
    if (!worker) {
      if (location.hash.length > 1) {
        wasm_bindgen.first_results();
        await frame();
      } else {
        // In a task of its own.
        try {
          wasm_bindgen.open_engine();
        } catch {
          // The page asks again, and says what is wrong.
        }
        await new Promise((done) => setTimeout(done));
      }
    }
    wasm_bindgen.start_page(worker);
    plain = copy;
    load.show();
    release?.();
  };

  // A program that stops in the middle leaves a page that no longer answers: say so.
  const stopped = (error) => {
    if (plain && error instanceof WebAssembly.RuntimeError) fail(failure(`Its program stopped unexpectedly (${error.message}).`));
  };
  addEventListener("error", (event) => stopped(event.error));
  addEventListener("unhandledrejection", (event) => stopped(event.reason));

  start().then(
    () => {
      // Offline use is an extra: where it is refused, the page works on as it is. Whether there is a new version is
      // asked at every start; Chromium would ask at a time of its own.
      if (file) navigator.serviceWorker?.register("sw.js").then((kept) => kept.active && kept.update()).catch(() => {});
    },
    async (reason) => {
      await ready();
      const error = load.short || reason;
      const message = error?.message || error;
      if (error?.todo) fail(error);
      else if (!file) fail(failure(`Its program is damaged or cut off (${message}).`, again));
      // Without WebAssembly there would have been something to do about it.
      else fail(failure(`Its program ${error instanceof WebAssembly.CompileError ? "is damaged" : "did not start"} (${message}).`));
    },
  );
})();
