// For each line, the texts of rules and certificate as JSON: what the twin of the checker says of them, as JSON.
import { createInterface } from "node:readline";
import "../../check/check-proof.js";

for await (const line of createInterface({ input: process.stdin })) {
  const said = await globalThis.checkProof(...JSON.parse(line)).catch(() => null);
  console.log(JSON.stringify(said));
}
