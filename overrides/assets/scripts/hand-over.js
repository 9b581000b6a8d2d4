// Hands a text to the reader as a file.
import { made } from "./dom.js";

/** @param {string} text @param {string} type As in text/csv @param {string} name Of the file */
export const handOver = (text, type, name) => {
  const link = made("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
