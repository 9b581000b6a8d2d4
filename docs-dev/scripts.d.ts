/** What the scripts of the decision tools hand to each other. Editors read it; nothing of it is sent to readers. */

type Answer = string | number;
type Answers = Record<string, Answer>;
/** First and last position, both included. */
type Ranges = [number, number][];
/** A whole number, a question's id, or an operation on two of these. */
type Tree = number | string | [string, Tree, Tree];
/** One value per output. */
type Values = (string | number)[];
/** Values, a list of them where several rules can count, or null where none does. */
type Outcome = Values | Values[] | null;

interface Option {
  id: string;
  label: string;
  hint: string;
  at: number;
}

interface Question {
  id: string;
  ask: string;
  short: string;
  why: string;
  help: string;
  signs: string[];
  kind: "choice" | "boolean" | "integer";
  size: number;
  options?: Option[];
  low?: number;
  step?: number;
  unit?: string;
  scale?: number;
}

interface Axis {
  id: string;
  label: string;
  size: number;
  low: number;
  step: number;
  /** The first position of each segment. */
  cuts: number[];
  tree?: Tree;
  reads?: string[];
}

interface Rule {
  id: string;
  gives: Values;
  boxes: Ranges[][];
}

/** A branching, [axis, child per segment …], or a leaf. */
type DiagramNode = [number, ...number[]] | { is: Outcome };

interface Table {
  id: string;
  policy: string;
  aggregation: string;
  many: boolean;
  default: Values | null;
  outputs: string[][];
  axes: Axis[];
  rules: Rule[];
  nodes: DiagramNode[];
  root: number;
}

/** macros/export/browser.py, and what macros/render/decision.py adds. */
interface Tool {
  id: string;
  title: string;
  version: number;
  questions: Question[];
  tables: Table[];
  shows: { label: string; tree: Tree; unit: string; scale: number }[];
  /** Per table: version, date and change of every version. */
  histories: [number, string, string][][];
  /** Per table and output: its name, and what its values are called. */
  says: { label: string; unit: string; values: Record<string, string> }[][];
}

type Run =
  | { decided: true; outcome: Outcome; rules: string[]; used: string[] }
  | { decided: false; possible: Outcome[]; matter: string[] };

declare const Decisions: {
  answerAt(question: Question, position: number): Answer;
  changes(tool: Tool, table: Table, answers: Answers): { question: string; ranges: Ranges; possible: Outcome[] }[];
  decide(tool: Tool, table: Table, answers: Answers): Run;
  evaluate(tree: Tree, answers: Answers): number;
  matter(tool: Tool, answers: Answers): string[];
  onScale(table: Table, id: string, answers: Answers): { value: number; segment: number } | null;
  positionOf(question: Question, answer: Answer | null | undefined): number | null;
};

declare const Answers: {
  amount(value: Answer, as: { scale?: number; unit?: string }): string;
  fromLink(tool: Tool, fragment: string): [string, string][] | null;
  known(tool: Tool, pairs: [string, unknown][]): { answers: Answers; left: boolean };
  /** The answer, or a sentence on what is wrong. `miles`: whether a bare number counts miles. */
  read(question: Question, text: string, miles: boolean): number | string;
  say(question: Question, answer: Answer): string;
  sayRanges(question: Question, ranges: Ranges): string;
  since(tool: Tool, version: string | undefined): [number, string, string][] | null;
  toLink(tool: Tool, answers: Answers): string;
  version(tool: Tool): string;
  withUnit(number: string | number, unit: string): string;
};

declare const Saved: {
  MOST_SIGNS: number;
  pack(): string | null;
  read(name: string): any;
  remove(name: string): void;
  unpack(text: string): "all" | "some" | "none" | "refused";
  write(name: string, value: unknown): boolean;
};
