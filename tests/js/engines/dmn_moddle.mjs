// Reads DMN 1.3 with the reader of the bpmn.io modellers and Camunda's, and says what it saw.
// Standard input: per line one file as a JSON string. Standard output: per line what is in it, warnings included.
import { createInterface } from "node:readline";
import { DmnModdle } from "dmn-moddle";

/** @param {DmnTable} table */
const table = ({ hitPolicy, aggregation, input = [], output, annotation = [], rule = [] }) => ({
  hitPolicy,
  aggregation: aggregation ?? null,
  inputs: input.map(({ inputExpression }) => inputExpression.text),
  outputs: output.map(({ name, outputValues }) => [name ?? null, outputValues?.text ?? null]),
  annotations: annotation.map(({ name }) => name),
  rules: rule.map(({ id, inputEntry = [], outputEntry, annotationEntry = [] }) => [
    id,
    ...[...inputEntry, ...outputEntry, ...annotationEntry].map(({ text }) => text),
  ]),
});

for await (const line of createInterface({ input: process.stdin })) {
  const { rootElement, warnings, references } = await new DmnModdle().fromXML(JSON.parse(line));
  const drawn = rootElement.dmnDI?.diagrams[0].diagramElements ?? [];
  console.log(
    JSON.stringify({
      warnings: warnings.map(({ message }) => message),
      elements: rootElement.drgElement.map(({ $type, id, name }) => [$type, id, name]),
      tables: rootElement.drgElement
        .flatMap(({ decisionLogic }) => (decisionLogic ? [table(decisionLogic)] : [])),
      drawn: drawn.filter(({ $type }) => $type === "dmndi:DMNShape").map(({ dmnElementRef }) => dmnElementRef.id),
      edges: drawn.filter(({ $type }) => $type === "dmndi:DMNEdge").length,
      references: references.length,
    }),
  );
}
