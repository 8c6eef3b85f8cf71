// The engine's thread. This file follows wasm-bindgen's glue in the one script that page and worker share.
//
// In:  {module} or {bytes} once, the compiled page; then requests, which wait until the engine is open.
// Out: {ready: true} or {error: "text"} once; then an answer to each request, in order.
if (typeof document === "undefined") {
  const waiting = [];
  let state = "empty";

  const answer = (request) => {
    try {
      postMessage(wasm_bindgen.answer(request));
    } catch (error) {
      postMessage({ error: String(error) });
    }
  };

  const open = async (source) => {
    state = "opening";
    try {
      await wasm_bindgen({ module_or_path: source });
      await wasm_bindgen.open_engine();
      state = "open";
      postMessage({ ready: true });
      waiting.splice(0).forEach(answer);
    } catch (error) {
      state = "failed";
      postMessage({ error: String(error) });
    }
  };

  onmessage = ({ data }) => {
    if (state === "open") answer(data);
    else if (state === "empty" && data && (data.module || data.bytes)) open(data.module || data.bytes);
    else waiting.push(data);
  };
  // A module that cannot be handed over to this thread arrives as nothing.
  onmessageerror = () => postMessage({ error: "the compiled page could not be handed to the worker" });
}
