/** The data that scripts are given and hand to each other. The type checker and editors read it; readers get nothing of it. */

type Answer = string | number;
type Answers = Record<string, Answer>;
type Ranges = Span[];
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

/** A sign that can be ticked, the answer that it means, and how fast it asks to act. */
interface AskedSign {
  id: string;
  ask: string;
  means: string;
  fast: string;
}

interface SignScreen {
  help: string;
  signs: AskedSign[];
  /** Answers that no sign says, which this screen offers. */
  others: string[];
}

/** Of each sign that was asked: the answer that was given of it. A ticked one has the answer that it means. */
type Told = Record<string, string>;

interface Asked {
  id: string;
  ask: string;
  short: string;
  why: string;
  help: string;
  /** What is ticked; empty where the options are asked as they are. */
  screens: SignScreen[];
  /** How many answers there are. */
  size: number;
  /** The fact that it asks for, where more than one tool asks it (data/facts/). */
  fact: string | null;
  /** The tool whose result it asks for, so that nobody has to say it twice. */
  after: string | null;
  /** How many minutes the answer to a fact holds; null where for good, or where it is no fact. */
  keeps: number | null;
  /** Whether an answer tells what others might not be meant to see. */
  sensitive: boolean;
}

interface ChoiceQuestion extends Asked {
  kind: "choice" | "boolean";
  options: Option[];
  low?: undefined;
}

/** A whole number; 52 at scale 10 stands for 5.2. */
interface NumberQuestion extends Asked {
  kind: "integer";
  options?: undefined;
  low: number;
  step: number;
  unit: string;
  scale: number;
}

type Question = ChoiceQuestion | NumberQuestion;

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

/** macros/export/browser.py, and what macros/export/decision_view.py adds. */
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

/** The first and the last of some positions, both included. */
type Span = [number, number];
/** A span per number that is read. */
type Part = Span[];
/** A line of the pain diary; null or "" where nothing was noted. */
interface DiaryEntry {
  date: string;
  site: string;
  during: number | null;
  after: number | null;
  morning: number | null;
  run: number | null;
  unit: "km" | "miles" | "minutes";
  note: string;
}

/** A session of a ladder (macros/export/planner.py). */
interface PlannerSession {
  rung: number;
  words: string;
  segments: ["walk" | "run", number][];
  minutes: number;
  running: number;
  unbroken: number;
  /** Where one and two steps back lead; null stands for a walk. */
  back: (number | null)[];
}

interface PlannerPlan {
  title: string;
  counts: "weeks" | "levels";
  /** The question in minutes whose answer says with which session it begins. */
  begins: string | null;
  /** How many days of a week, how many lie between two runs, and what to say of them. */
  days: { fewest: number; most: number; between: number; says: string; few: string; many: string };
  walks: boolean;
  sessions: PlannerSession[];
}

/** Everything that the planner works on. */
interface PlannerData {
  version: string;
  plans: Record<string, PlannerPlan>;
  /** The table whose results name plans, and those results that send to the starting point first. */
  ladder: Tool;
  finder: string[];
  /**
   * What comes after a session: the questions that the planner answers itself (how it was before, and how long sessions
   * have been sore), what a session with an answer counts as, and what a result does.
   */
  next: Tool;
  told: [string, string];
  noted: Record<string, Record<string, { ran: boolean; leaves: string | null }>>;
  moves: Record<string, string>;
  spares: string[];
  /** Where a ladder goes on after a break: what a result does, and the reason of each row. */
  restart: Tool;
  restarts: Record<string, string>;
  reasons: Record<string, string>;
  /** The long-run check, the headings of its results that are pointed out, and how many days it looks back. */
  jump: Tool;
  jumps: Record<string, string>;
  recent: number;
  /** Which steps are pointed out. */
  step: Tool;
}

/** What the reader chose, noted and changed; it is saved when asked. */
interface PlannerState {
  version: string;
  date: string;
  key: string;
  plan: string;
  start: string;
  days: number[];
  from: number;
  to: number;
  strength: boolean;
  answers: Answers;
  notes: Record<string, string>;
  /** By day, the signs that were ticked after its session. */
  ticked?: Record<string, string[]>;
  weeks: Record<number, string>;
}

/** A day with a session of the ladder: what was noted of it, what the sessions before say, and what is pointed out. */
interface PlannerSessionSlot {
  kind: "session";
  day: number;
  /** Its place in the ladder; null for a walk below the first one. */
  at: number | null;
  session: PlannerSession;
  note: string | undefined;
  /** Whether it was noted how it went, and not yet whether there are signs. */
  open: boolean;
  /** The signs that were ticked after it. */
  ticked: string[];
  told: Answers;
  outcome?: { id: string; rules: string[] };
  /** The row of the table of breaks that put the ladder lower. */
  pause: string | null;
  jump: string | null;
  longest: number;
  further: boolean;
  unbroken: number;
}

/** Any other day that the plan says something of. */
interface PlannerOtherSlot {
  kind: "walk" | "rest" | "strength" | "spared";
  day: number;
  session?: undefined;
  note?: undefined;
  at?: undefined;
}

type PlannerSlot = PlannerSessionSlot | PlannerOtherSlot;

interface PlannerWeek {
  number: number;
  monday: number;
  slots: PlannerSlot[];
  edit: { free: boolean; repeat: boolean; days?: number[] | null };
  chosen: number[];
}

interface PlannerLaid {
  plan: PlannerPlan;
  weeks: PlannerWeek[];
  sessions: PlannerSessionSlot[];
  stopped: string | null;
  next: PlannerSessionSlot | null;
}

/** A page in the index of search (tools/search_index.py). Its words stand in `SearchIndex.words`. */
interface IndexedPage {
  url: string;
  title: string;
  about: string;
  /** The first question of a tool, or nothing where it asks none. */
  tool?: string;
  weight?: number;
  lay?: string[];
  /** Where each part begins, and its heading. */
  parts: [string, string][];
}

interface SearchIndex {
  pages: IndexedPage[];
  /** What words of the glossary are also called, and the page that each is explained on. */
  also: { term: string; also: string; url: string }[];
  words: string;
}

/** check/check-proof.js: what holds, in a sentence, or an error. */
declare var checkProof: (...texts: string[]) => Promise<string>;

/** downloads/proofs/ID.proof.js: the texts of rules and certificate, by the decision. */
declare var proofs: Record<string, [rules: string, certificate: string]>;
