// The analysis for any page: who, where and when in articles, found on the reader's own machine.
//
//   import { analyze } from "./analysis/analysis.js";
//   const [report] = await analyze([{ id: "a", date: "2017-03-16", text: "Rex Tillerson met Fumio Kishida in Tokyo on Thursday." }]);
//   report.entities.map((entity) => entity.name);
//
// analysis.d.ts beside this file declares every value. In a page, import it in a module worker: an article keeps its thread for some
// tenths of a millisecond a kilobyte, and the tables take a fifth of a second once.

import start, { Analyst } from "./analyst.js";

// For so many milliseconds articles are analysed before others have their turn.
const TURN = 30;

let started;

/** Starts the module; one that could not be fetched is asked for again by the next caller. */
function begin() {
  started ??= start().catch((error) => {
    started = undefined;
    throw error;
  });
  return started;
}

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

/**
 * What articles name, together: whoever several name is one. Gives a report on each, as `dateline analyze --json` writes it.
 *
 * `onProgress` is told how many of how many articles are done, `signal` stops it between two articles.
 */
export async function analyze(articles, { onProgress, signal } = {}) {
  await begin();
  const all = Array.from(articles);
  let analyst = new Analyst();
  try {
    let turn = performance.now();
    for (let done = 0; done < all.length; done++) {
      signal?.throwIfAborted();
      add(analyst, all[done], done);
      if (done + 1 < all.length && performance.now() - turn > TURN) {
        onProgress?.(done + 1, all.length);
        await pause();
        turn = performance.now();
      }
    }
    signal?.throwIfAborted();
    onProgress?.(all.length, all.length);
    const finished = analyst;
    analyst = undefined; // finish() takes it.
    return finished.finish();
  } finally {
    analyst?.free();
  }
}

/** Analyses an article; an error says which one it is. */
function add(analyst, article, at) {
  try {
    analyst.add(article);
  } catch (error) {
    error.message = `article ${at + 1}: ${error.message}`;
    throw error;
  }
}
