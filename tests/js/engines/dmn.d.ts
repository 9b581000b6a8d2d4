/** What the tests use of packages that come without types. Editors and the type checker read it. */

interface DmnText {
  text: string;
}

interface DmnRule {
  id: string;
  inputEntry?: DmnText[];
  outputEntry: DmnText[];
  annotationEntry?: DmnText[];
}

interface DmnTable {
  hitPolicy: string;
  aggregation?: string;
  input?: { inputExpression: DmnText }[];
  output: { name?: string; outputValues?: DmnText; defaultOutputEntry?: DmnText }[];
  annotation?: { name: string }[];
  rule?: DmnRule[];
}

interface DmnElement {
  $type: string;
  id: string;
  name: string;
  decisionLogic?: DmnTable;
  informationRequirement?: { requiredDecision?: { href: string } }[];
  extensionElements?: unknown;
  question?: string;
}

interface DmnDefinitions {
  drgElement: DmnElement[];
  dmnDI?: { diagrams: { diagramElements: { $type: string; dmnElementRef: { id: string } }[] }[] };
}

declare module "dmn-moddle" {
  export class DmnModdle {
    fromXML(xml: string): Promise<{ rootElement: DmnDefinitions; warnings: Error[]; references: unknown[] }>;
    toXML(definitions: DmnDefinitions): Promise<{ xml: string }>;
  }
}

declare module "@hbtgmbh/dmn-eval-js" {
  export const decisionTable: {
    parseDmnXml(xml: string): Promise<unknown>;
    evaluateDecision(id: string, decisions: unknown, answers: Record<string, unknown>): any;
  };
}
