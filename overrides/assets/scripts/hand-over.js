// @ts-check
// Hands a text to the reader as a file.
(() => {
  "use strict";

  const handOver = (text, type, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  Object.assign(globalThis, { handOver });
})();
