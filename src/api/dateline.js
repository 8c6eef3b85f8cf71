// The engine for any page: search a corpus on the reader's own machine.
//
//   import { Explorer } from "./api/dateline.js";
//   const explorer = await Explorer.open("corpus.pack");   // or a page's .wasm, or the bytes of either
//   explorer.search("missile defence", { limit: 5, filters: { country: ["JP"] } });
//
// dateline.d.ts beside this file declares every value.

import start, { Arriving, Corpus, warm } from "./engine.js";

const WASM_MAGIC = [0x00, 0x61, 0x73, 0x6d];
const PACK_MAGIC = new TextEncoder().encode("DATELINE");
// The section in which a finished page carries its pack.
const PACK_SECTION = "dateline-pack";

// From so many bytes on a corpus is long enough in arriving to make ready for it.
const LARGE = 1_000_000;

// For so many milliseconds a page may read before it lets others have their turn.
const TURN = 30;

// Neither, picked, excluded.
const STANDINGS = [null, false, true];

let started, warmed;

/** Starts the engine. */
function begin() {
  return (started ??= start());
}

const beginsWith = (bytes, magic) => magic.every((byte, i) => bytes[i] === byte);

/** Lets others have their turn. */
function pause() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((go) => {
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(0);
  });
}

/** All bytes of pieces. */
async function joined(pieces) {
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** The corpus at an address. A pack is read while it arrives, which takes about as long. */
async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address}: the server answered ${response.status}. Check the address of the pack.`);
  }
  await begin();
  if (Number(response.headers.get("content-length")) >= LARGE) warmed ??= warm() ?? true;
  const reader = response.body.getReader();
  // A pack arrives; of anything else the pieces are kept until it is whole.
  let arriving;
  const pieces = [];
  let turn = performance.now();
  for (let length = 0, read; !(read = await reader.read()).done; length += read.value.length) {
    if (arriving) arriving.push(read.value);
    else pieces.push(read.value);
    if (length < PACK_MAGIC.length && length + read.value.length >= PACK_MAGIC.length) {
      const head = await joined(pieces);
      if (beginsWith(head, PACK_MAGIC)) {
        arriving = new Arriving();
        arriving.push(head);
        pieces.length = 0;
      }
    }
    if (performance.now() - turn > TURN) {
      await pause();
      turn = performance.now();
    }
  }
  return arriving ? arriving.finish() : new Corpus(await packOf(await joined(pieces)));
}

/** A pack as it is, or out of the wasm file that carries it. */
async function packOf(bytes) {
  if (!beginsWith(bytes, WASM_MAGIC)) return bytes;
  const [section] = WebAssembly.Module.customSections(await WebAssembly.compile(bytes), PACK_SECTION);
  if (!section) throw new Error("This wasm file carries no articles: give one that dateline has written.");
  return new Uint8Array(section);
}

/** The corpus in a source: bytes, or an address to fetch them from. */
async function open(source) {
  if (source instanceof ArrayBuffer) return open(new Uint8Array(source));
  if (!(source instanceof Uint8Array)) return (await Promise.all([fetched(source), begin()]))[0];
  await begin();
  return new Corpus(await packOf(source));
}

/** A search's result as `result.rs` packs it, made into plain objects: the layout is told there. */
function opened({ text, numbers, ...head }) {
  const floats = new Float32Array(numbers.buffer);
  let at = 0;
  let next = 0;
  const string = (length) => text.slice(at, (at += length));
  const list = (one) => {
    const all = new Array(numbers[next++]);
    for (let i = 0; i < all.length; i++) all[i] = one();
    return all;
  };
  const piece = () => {
    const packed = numbers[next++];
    return { text: string(packed >>> 1), match: (packed & 1) === 1 };
  };
  const hit = () => ({
    id: string(numbers[next++]),
    title: string(numbers[next++]),
    outlet: string(numbers[next++]),
    date: string(numbers[next++]) || null,
    place: string(numbers[next++]),
    score: floats[next++],
    snippet: list(piece),
  });
  const value = () => ({
    key: string(numbers[next++]),
    name: string(numbers[next++]),
    articles: numbers[next++],
    mentions: numbers[next++],
    standing: STANDINGS[numbers[next] & 3],
    corrected: numbers[next++] > 3,
  });
  const facet = () => [string(numbers[next++]), list(value)];
  return { ...head, hits: list(hit), facets: Object.fromEntries(list(facet)) };
}

export class Explorer {
  #corpus;

  constructor(corpus) {
    this.#corpus = corpus;
  }

  static async open(source) {
    const corpus = await open(source);
    if (corpus.isInParts()) {
      corpus.free();
      throw new Error("This corpus is in parts, which are fetched as they are needed: open it with PartsExplorer.open.");
    }
    return new Explorer(corpus);
  }

  get about() {
    return this.#corpus.about();
  }

  search(query, options) {
    return opened(this.#corpus.search(query, options));
  }

  article(id, query = "") {
    return this.#corpus.article(id, query);
  }

  suggest(query, options) {
    return this.#corpus.suggest(query, options);
  }

  countries(query = "", filters = undefined) {
    return this.#corpus.countries(query, filters);
  }

  card(key) {
    return this.#corpus.card(key);
  }

  mentions(key, options) {
    return this.#corpus.mentions(key, options);
  }

  quotations(key, options) {
    return this.#corpus.quotations(key, options);
  }

  correct(corrections) {
    this.#corpus.correct(corrections);
  }

  corrections() {
    return this.#corpus.corrections();
  }

  close() {
    this.#corpus.free();
  }
}

/** A corpus in parts: each answer is a promise, and waits for the parts that it needs. */
export class PartsExplorer {
  #corpus;
  #folder;
  #coming = new Map();

  constructor(corpus, folder) {
    this.#corpus = corpus;
    this.#folder = folder;
  }

  /** `source` is the address of the start, or of the site's wasm; the parts are in the folder "parts" beside it. */
  static async open(source) {
    const address = new URL(source, globalThis.location?.href);
    return new PartsExplorer(await open(address), new URL("parts/", address));
  }

  /** Fetches one part; what came damaged, or not at all, is fetched once more, past any cache. */
  async #fetch(name) {
    const address = new URL(name, this.#folder);
    let failure;
    for (const cache of ["default", "reload"]) {
      try {
        const response = await fetch(address, { cache });
        if (!response.ok) throw new Error(`the server answered ${response.status}`);
        return this.#corpus.supply(name, new Uint8Array(await response.arrayBuffer()));
      } catch (error) {
        failure = error;
      }
    }
    throw new Error(`A part of the articles could not be fetched (${address}: ${failure.message}). Try again; if it happens again, whoever published it should upload all its files anew.`);
  }

  #part(name) {
    if (!this.#coming.has(name)) {
      this.#coming.set(name, this.#fetch(name).finally(() => this.#coming.delete(name)));
    }
    return this.#coming.get(name);
  }

  async #ask(question) {
    for (;;) {
      try {
        return question();
      } catch (error) {
        const wanted = this.#corpus.wanted();
        if (!wanted.length) throw error;
        await Promise.all(wanted.map((name) => this.#part(name)));
      }
    }
  }

  get about() {
    return this.#corpus.about();
  }

  search(query, options) {
    return this.#ask(() => opened(this.#corpus.search(query, options)));
  }

  suggest(query, options) {
    return this.#ask(() => this.#corpus.suggest(query, options));
  }

  article(id, query = "") {
    return this.#ask(() => this.#corpus.article(id, query));
  }

  countries(query = "", filters = undefined) {
    return this.#ask(() => this.#corpus.countries(query, filters));
  }

  card(key) {
    return this.#ask(() => this.#corpus.card(key));
  }

  mentions(key, options) {
    return this.#ask(() => this.#corpus.mentions(key, options));
  }

  quotations(key, options) {
    return this.#ask(() => this.#corpus.quotations(key, options));
  }

  correct(corrections) {
    this.#corpus.correct(corrections);
  }

  corrections() {
    return this.#ask(() => this.#corpus.corrections());
  }

  close() {
    this.#corpus.free();
  }
}
