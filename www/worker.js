// The engine's thread. This file follows wasm-bindgen's glue in the one script that page and worker share.
//
// In:  {module} or {bytes} once, the compiled page, with the address of the {parts} of a corpus that has any; then requests,
//      which wait until the engine is open.
// Out: {ready: true} or {error: "text"} once; then an answer to each request, in order.
if (typeof document === "undefined") {
  const waiting = [];
  let begun = false;
  let hear; // What takes requests, once the engine is open.

  const answer = (request) => {
    try {
      postMessage(wasm_bindgen.answer(request));
    } catch (error) {
      postMessage({ error: String(error) });
    }
  };

  const open = async ({ module, bytes, parts }) => {
    begun = true;
    try {
      await wasm_bindgen({ module_or_path: module || bytes });
      await wasm_bindgen.open_engine();
      postMessage({ ready: true });
      hear = parts ? dateline_parts(parts) : answer;
      waiting.splice(0).forEach(hear);
    } catch (error) {
      postMessage({ error: String(error) });
    }
  };

  onmessage = ({ data }) => {
    if (hear) hear(data);
    else if (!begun && (data?.module || data?.bytes)) open(data);
    else waiting.push(data);
  };
  // A module that cannot be handed over to this thread arrives as nothing.
  onmessageerror = () => postMessage({ error: "the compiled page could not be handed to the worker" });
}
