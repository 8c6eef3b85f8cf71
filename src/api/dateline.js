// The engine for any page: search a corpus on the reader's own machine.
//
//   import { Explorer } from "./api/dateline.js";
//   const explorer = await Explorer.open("corpus.pack");   // or a page's .wasm, or the bytes of either
//   explorer.search("missile defence", { limit: 5, filters: { country: ["JP"] } });
//
// dateline.d.ts beside this file declares every value.

import start, { Corpus } from "./engine.js";

const WASM_MAGIC = [0x00, 0x61, 0x73, 0x6d];
// The section in which a finished page carries its pack.
const PACK_SECTION = "dateline-pack";

let started;

/** The bytes of a source: given as bytes, or fetched from an address. */
async function bytesOf(source) {
  if (source instanceof Uint8Array) return source;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  const response = await fetch(source);
  if (!response.ok) {
    throw new Error(`${source}: the server answered ${response.status}. Check the address of the pack.`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** A pack as it is, or out of the wasm file that carries it. */
async function packOf(bytes) {
  if (!WASM_MAGIC.every((byte, i) => bytes[i] === byte)) return bytes;
  const [section] = WebAssembly.Module.customSections(await WebAssembly.compile(bytes), PACK_SECTION);
  if (!section) throw new Error("This wasm file carries no articles: give one that dateline has written.");
  return new Uint8Array(section);
}

export class Explorer {
  #corpus;

  constructor(corpus) {
    this.#corpus = corpus;
  }

  static async open(source) {
    started ??= start();
    const [bytes] = await Promise.all([bytesOf(source), started]);
    return new Explorer(new Corpus(await packOf(bytes)));
  }

  get about() {
    return this.#corpus.about();
  }

  search(query, options) {
    return this.#corpus.search(query, options);
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

  close() {
    this.#corpus.free();
  }
}
