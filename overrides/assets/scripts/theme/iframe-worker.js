// @ts-check
// A stand-in for Worker on file://, where browsers refuse real ones: the script runs in a hidden frame instead.
// The theme's search needs exactly this much: new Worker(url), postMessage, and "message" and "error" events.
(() => {
  if (location.protocol !== "file:") return;

  class FrameWorker extends EventTarget {
    /** @param {string | URL} url The script to run */
    constructor(url) {
      super();
      /** @type {unknown[] | null} What was posted before the script was there; null once it is */
      this.waiting = [];
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.title = "Search";
      this.frame.srcdoc = "<!doctype html><title>Search</title>";
      this.frame.addEventListener("load", () => this.start(String(new URL(url, location.href))), { once: true });
      document.body.append(this.frame);
    }

    /** @param {string} url */
    start(url) {
      const scope = /** @type {any} */ (this.frame.contentWindow);
      // Inside a worker, postMessage goes to the page that made it.
      scope.postMessage = (/** @type {unknown} */ data) => this.dispatchEvent(new MessageEvent("message", { data }));
      const script = scope.document.createElement("script");
      script.src = url;
      script.addEventListener("load", () => this.deliverWaiting());
      script.addEventListener("error", () => this.dispatchEvent(new Event("error")));
      scope.document.head.append(script);
    }

    deliverWaiting() {
      const waiting = this.waiting ?? [];
      this.waiting = null;
      for (const data of waiting) this.postMessage(data);
    }

    /** @param {unknown} data */
    postMessage(data) {
      if (this.waiting) this.waiting.push(data);
      else this.frame.contentWindow?.dispatchEvent(new MessageEvent("message", { data }));
    }

    terminate() {
      this.frame.remove();
    }
  }

  // The worker script looks for this name in its parent to find its own address in a frame.
  Object.assign(window, { IFrameWorker: FrameWorker, Worker: FrameWorker });
})();
