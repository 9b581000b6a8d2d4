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

/** Days as data, such as 2026-11-22, and in words (days.js). */
declare const Days: {
  inWords(day: string): string;
  /** Whether a text is a day: no 2026-02-31. */
  isDay(text: string): boolean;
  today(): string;
};

/** A first and a last position per number that is read. */
type Parts = [number, number][];
/** Axes that hang together, the numbers that they hang on, and the cells that these can give. */
interface Group {
  axes: number[];
  ids: string[];
  questions: Question[];
  start: Parts;
  cells: number[][];
}
/** Per link, the numbers of the cells that are left. */
type Cells = number[][];

declare const Attainable: {
  LIMIT: number;
  cut(part: Parts, at: number, after: number): Parts[];
  evaluate(tree: Tree, answers: Answers): number;
  found(group: Group, start: Parts): Map<string, number[]>;
  lastBy(lows: number[], value: number): number;
  place(value: number, domain: { low?: number; step?: number; size: number }): number | null;
  positionOf(question: Question | undefined, answer: Answer | null | undefined): number | null;
  reach(tool: Tool, table: Table, answers: Answers): {
    groups: Group[];
    linked: number[];
    whole: Cells;
    only(live: Cells, axis: number, segments: number[]): Cells | null;
    after(live: Cells, axis: number, segment: number): Cells | null;
  };
  reads(axis: Axis): string[];
  widestOf(part: Parts, places: number[]): number;
};

declare const Decisions: {
  answerAt(question: Question, position: number): Answer;
  changes(tool: Tool, table: Table, answers: Answers): { question: string; ranges: Ranges; possible: Outcome[] }[];
  decide(tool: Tool, table: Table, answers: Answers): Run;
  evaluate(tree: Tree, answers: Answers): number;
  matter(tool: Tool, answers: Answers): string[];
  onScale(tool: Tool, table: Table, id: string, answers: Answers): { value: number; segment: number } | null;
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

/** Hands a text to the reader as a file (hand-over.js). */
declare function handOver(text: string, type: string, name: string): void;

/** The element that the tools for a reader's own notes extend (own-notes.js). */
declare class OwnNotes extends HTMLElement {
  /** What it is saved as, such as diary.pain. */
  name: string;
  keeping: Keeper;
  acts: Record<string, (pressed: HTMLElement) => void>;
  begin(): void;
  value(): unknown;
  take(value: any): void;
  refresh(value: any): void;
  ready(): void;
  beforePrint(): void;
  changed(): void;
  print(blank?: string): void;
  part(name: string): any;
  tell(what: string, group?: string): void;
}

declare const DiaryChart: {
  /** A drawing as wide as given, of the days up to the last entry. */
  draw(entries: DiaryEntry[], width: number, days: number, titles: string[]): SVGSVGElement;
};

declare const DiaryFile: {
  /** The text in a file's bytes; null where letters would be lost. */
  decoded(bytes: Uint8Array): string | null;
  /** 0 to 10; null for nothing, undefined for anything else. */
  pain(text: string): number | null | undefined;
  /** The entries of a file, and a sentence on each line that is none. */
  read(text: string | null): { entries: DiaryEntry[]; problems: string[] };
  /** Up to 1,000; null for nothing, two texts where it can be read in two ways, undefined for anything else. */
  run(text: string): number | null | [string, string] | undefined;
  toCsv(entries: DiaryEntry[]): string;
  toJson(entries: DiaryEntry[]): string;
};

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
  /** What comes after a session: the questions that the planner answers itself (how it was before, and how long sessions
   * have been sore), what a session with an answer counts as, and what a result does. */
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
  weeks: Record<number, string>;
}

interface PlannerSlot {
  kind: "session" | "walk" | "rest" | "strength" | "spared";
  day: number;
  session?: PlannerSession;
  note?: string;
  /** What the sessions before say to plan-next-session. */
  told?: Answers;
  outcome?: { id: string; rules: string[] };
  /** The row of the table of breaks that put the ladder lower. */
  pause?: string | null;
  jump?: string | null;
  longest?: number;
  further?: boolean;
  unbroken?: number;
}

interface PlannerWeek {
  number: number;
  monday: number;
  slots: PlannerSlot[];
  edit: { free: boolean; repeat: boolean; days?: number[] };
  chosen: number[];
}

interface PlannerLaid {
  plan: PlannerPlan;
  weeks: PlannerWeek[];
  sessions: PlannerSlot[];
  stopped: string | null;
  next: PlannerSlot | null;
}

declare const PlannerWeeks: {
  dayOf(text: string): number | null;
  layOut(data: PlannerData, state: PlannerState): PlannerLaid;
  sayDay(day: number, how?: Intl.DateTimeFormatOptions): string;
  textOf(day: number): string;
  today(): number;
  weekday(day: number): number;
};

declare const PlannerRules: {
  afterBreak(data: PlannerData, days: number): { move: string; row: string } | null;
  asks(data: PlannerData): Question[];
  counted(data: PlannerData, answers: Record<string, string> | null): { ran: boolean; leaves: string | null };
  fromNote(data: PlannerData, note: string): Record<string, string> | null;
  held(question: Question, shown: number): number;
  led(plan: PlannerPlan, at: number | null, move: string): number | null;
  outcomeOf(tool: Tool, answers: Answers): { id: string; rules: string[] } | null;
  pointedOut(
    data: PlannerData,
    session: PlannerSession,
    lately: { longest: number; unbroken: number },
  ): { jump: string | null; further: boolean };
  toNote(answers: Record<string, string>): string;
  weighed(tool: Tool, told: Answers, answers: Record<string, Answer | undefined>): { shown: string[]; given: Answers };
};

/** The tool as one: walk-run-planner.js. */
interface Planner {
  state: PlannerState | null;
  laid: PlannerLaid | null;
  view: ReturnType<typeof PlannerView.view>;
  part(name: string, within?: Element): any;
  changed(): void;
}

declare const PlannerEdits: {
  acts(planner: Planner): Record<string, (pressed: HTMLElement) => void>;
  editOf(weeks: Record<number, string>, number: number): PlannerWeek["edit"];
  moved(weeks: Record<number, string>, from: number, by: number): Record<number, string>;
  toEdit(edit: PlannerWeek["edit"]): string;
};

declare const PlannerView: {
  view(root: HTMLElement, data: PlannerData): {
    focusWeek(number: number): void;
    part(name: string, within?: Element): any;
    printOnly(what: string): void;
    say(text: string): void;
    showAfter(outcome: string | null): void;
    showAll(all: boolean): void;
    showWeeks(state: PlannerState, laid: PlannerLaid): void;
    showsAll(): boolean;
    tell(what?: string): void;
    toggle(name: string, shown: unknown): void;
  };
};

declare const PlannerAfter: {
  after(form: HTMLFormElement, data: PlannerData): {
    hideUnasked(told?: Answers): void;
    take(told: Answers): Record<string, string> | null;
  };
};

declare const PlannerSheet: {
  WEEKS_ON_A_SHEET: number;
  made(tag: string, ...inside: (Node | string)[]): HTMLElement;
  minutes(value: number): string;
  rungOf(plan: PlannerPlan, session: PlannerSession): string;
  sheet(root: Element, data: PlannerData): {
    draw(laid: PlannerLaid): Element[];
    headingIn(week: Element): HTMLElement;
    session(plan: PlannerPlan, slot: PlannerSlot): Node[];
  };
  wordsOf(plan: PlannerPlan, slot: PlannerSlot): string;
};

/** Weeks to go on with, what there is to say of them, and whether they go when the page is left. */
interface PlannerKeptNow {
  weeks: PlannerState | null;
  said: string;
  goes: boolean;
}

declare const PlannerKept: {
  fitting(data: PlannerData, found: unknown): PlannerState | null;
  keeper(data: PlannerData): {
    saved(): PlannerState | null;
    unfit(): boolean;
    drafted(): PlannerState | null;
    changed(weeks: PlannerState): PlannerKeptNow;
    save(weeks: PlannerState): PlannerKeptNow;
    use(): PlannerState | null;
    heard(what: "saved" | "removed" | "cleared", weeks: PlannerState | null): PlannerKeptNow | null;
    clear(): void;
    watch(use: (what: any) => void): void;
  };
};

declare const PlannerChoices: {
  beginsAt(plan: PlannerPlan, minutes: number): number;
  choices(form: HTMLFormElement, data: PlannerData, say: (text: string) => void): {
    answer(answers: Answers): void;
    begin(): void;
    fill(state: PlannerState): void;
    first(): HTMLSelectElement;
    forget(): void;
    keep(): boolean;
    restore(): boolean;
    take(): Partial<PlannerState> | null;
    weigh(): string | null;
  };
  complain(form: HTMLFormElement, problems: [string, string][]): number;
  daysIn(field: Element): number[];
  describe(place: HTMLElement, table: string, outcome: string | null): void;
  wrongDays(days: number[], plan: PlannerPlan): string;
};

declare const PlannerCalendar: {
  nameOf(laid: PlannerLaid): string;
  summaryOf(plan: PlannerPlan, slot: PlannerSlot): string;
  toCalendar(key: string, laid: PlannerLaid, now?: Date): string | null;
};

/** Numbers as people write them (numbers.js): null where it is none, two texts where it can be read in two ways. */
declare const Numbers: {
  read(text: string): number | null | [string, string];
};

/** What of a stored value can be read (null for nothing at all), and what cannot. */
interface Sorted {
  value: any;
  unread: any[];
}

/** What may be saved, by names such as diary.pain (shapes.js). */
declare const Shapes: {
  boxed(value: unknown): string;
  fits(name: string, value: unknown): boolean;
  isList(name: string): boolean;
  kindOf(name: string): string | null;
  opened(name: string, text: string | null): Sorted;
  sorted(name: string, value: unknown): Sorted;
  /** The same text for the same content, in whatever order it was written. */
  textOf(value: unknown): string;
};

/** What comes of two versions of one thing; `base` is what both knew last. Null where they cannot be one (merging.js). */
declare const Merging: {
  merged(name: string, base: any, mine: any, theirs: any): any;
};

/** What is saved on this device (saved.js). */
declare const Saved: {
  FORMAT: string;
  MOST_BYTES: number;
  MOST_DIARY_ENTRIES: number;
  all(): [string, any][];
  fits(name: string, value: unknown): boolean;
  /** What a file brings: what replaces nothing, what would replace something here, and how much cannot be read. */
  look(text: string): {
    adds: [string, any][];
    replaces: [name: string, value: any, here: any][];
    left: number;
    same: number;
  } | null;
  pack(): string | null;
  packUnread(name: string): string | null;
  read(name: string): any;
  /** `all`: what cannot be read as well, and other tabs clear theirs. */
  remove(name: string, all?: boolean): void;
  removeUnread(name: string): void;
  takeIn(pairs: [string, any][]): boolean;
  unread(name: string): string[];
  update(name: string, base: any, mine: any): { said: "kept" | "refused" | "elsewhere"; value: any };
  watch(name: string, use: (what: "saved" | "removed" | "cleared") => void): void;
  write(name: string, value: unknown): boolean;
};

/** Takes a file in, after a question where it would replace something (bring-in.js). */
declare const BringIn: {
  bringIn(root: Element, file: File): Promise<"all" | "some" | "kept-mine" | "none" | "file-refused">;
};

/** How a tool keeps what a reader wrote, here and with other tabs (keeping.js). */
interface Keeper {
  begin(): void;
  changed(): void;
  clear(): void;
  keep(): void;
  kept(): boolean;
  stop(): void;
}

declare const Keeping: {
  keeping(
    name: string,
    tool: {
      /** What there is to save; null for nothing. */
      value(): any;
      /** Shows a value; null for a clean sheet. */
      take(value: any): void;
      /** As `take`, while the reader may be writing. */
      refresh?(value: any): void;
      tell(what: "kept" | "not-kept" | "not-drafted" | "refused" | "cleared" | "elsewhere"): void;
      /** How many saved lines cannot be read. */
      unread?(count: number): void;
    },
    more?: { drafts?: boolean },
  ): Keeper;
};

/** What a reader writes and has not saved: it stays in this tab until the tab is closed (drafts.js). */
declare const Drafts: {
  /** Fills a form with what was written in it before, and says whether there was anything. */
  fill(name: string, form: HTMLFormElement): boolean;
  /** Keeps what is written in a form, and says whether it could. */
  keep(name: string, form: HTMLFormElement): boolean;
  read(name: string): any;
  remove(name: string): void;
  /** A value that fits Saved under this name, or pairs of field and text. Whether it could. */
  write(name: string, value: unknown): boolean;
};
