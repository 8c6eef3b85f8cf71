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

// Bytes of a blob that are taken in at once.
const PIECE = 1 << 18;

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

/** Fails where a server has not sent what was asked for. */
function expectSent(address, status) {
  if (status < 200 || status > 299) {
    throw new Error(`${address}: the server answered ${status}. Check the address of the pack.`);
  }
}

/** Whether an answer holds all from the first byte to the last. */
function isWhole(request) {
  const [, last, total] = /^bytes 0-(\d+)\/(\d+)$/.exec(request.getResponseHeader("content-range")) ?? [];
  return request.status !== 206 || Number(last) + 1 === Number(total);
}

/** Whether an address is of the origin of this page or worker. */
function isOwn(address) {
  return new URL(address, globalThis.document?.baseURI ?? location.href).origin === globalThis.origin;
}

/**
 * What is at an address, as a blob: the browser holds it outside the page, which takes it in piece by piece. Of an answer to fetch()
 * a page keeps a second copy for as long as it lives where developer tools or a driver are attached.
 *
 * As a range that is all of it, where the address is of the page's own origin (others would have to allow that): a pack is compressed
 * already, and a range comes as it is, without being compressed once more.
 */
function blobOf(address, asRange = isOwn(address)) {
  return new Promise((sent, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "blob";
    if (asRange) request.setRequestHeader("Range", "bytes=0-");
    request.onprogress = ({ total }) => makeReady(total);
    request.onload = () => {
      try {
        // An address within the page (blob:, data:) has no status in some browsers.
        expectSent(address, request.status || 200);
        sent(isWhole(request) ? request.response : blobOf(address, false));
      } catch (error) {
        failed(error);
      }
    };
    request.onerror = () => failed(new TypeError(`${address} could not be fetched. Check the address and the connection.`));
    request.send();
  });
}

/** Pieces of a blob, each until the next one is asked for; others have their turn before each. One is read ahead. */
async function* piecesOf(blob) {
  const next = readerOf(blob);
  let ahead = next(new ArrayBuffer(PIECE));
  let spare = new ArrayBuffer(PIECE);
  for (;;) {
    const { value, done } = await ahead;
    if (done) return;
    ahead = next(spare);
    yield value;
    spare = value.buffer;
  }
}

/** Reads a blob piece by piece into memory that it is given, where the browser can, so that no piece leaves garbage behind. */
function readerOf(blob) {
  try {
    const reader = blob.stream().getReader({ mode: "byob" });
    return (room) => reader.read(new Uint8Array(room));
  } catch {
    let from = 0;
    return async () => {
      const piece = blob.slice(from, (from += PIECE));
      return { value: new Uint8Array(await piece.arrayBuffer()), done: !piece.size };
    };
  }
}

/** Pieces of what is at an address, as they arrive: where there is no XMLHttpRequest, as in a service worker. */
async function* arrivingFrom(address) {
  const response = await fetch(address);
  expectSent(address, response.status);
  makeReady(Number(response.headers.get("content-length")));
  const reader = response.body.getReader();
  let turn = performance.now();
  for (let read; !(read = await reader.read()).done; ) {
    yield read.value;
    if (performance.now() - turn > TURN) {
      await pause();
      turn = performance.now();
    }
  }
}

/** Makes ready for a corpus of so many bytes, once. */
function makeReady(bytes) {
  if (bytes >= LARGE) warmed ??= begin().then(warm, () => {}); // Whoever opens a corpus is told of a failure.
}

/** The corpus at an address. A pack is read piece by piece; of anything else the pieces are kept until it is whole. */
async function fetched(address) {
  const pieces = globalThis.XMLHttpRequest ? piecesOf(await blobOf(address)) : arrivingFrom(address);
  await begin();
  let arriving;
  const kept = [];
  let length = 0;
  for await (const piece of pieces) {
    if (arriving) arriving.push(piece);
    else kept.push(piece.slice());
    if (length < PACK_MAGIC.length && length + piece.length >= PACK_MAGIC.length) {
      const head = await joined(kept);
      if (beginsWith(head, PACK_MAGIC)) {
        arriving = new Arriving();
        arriving.push(head);
        kept.length = 0;
      }
    }
    length += piece.length;
  }
  return arriving ? arriving.finish() : new Corpus(await packOf(await joined(kept)));
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
