// What a reader does with the answers of a decision: save, share, take along in a file, clear.
import * as Answers from "./answers.js";
import { takeOut, takesFiles } from "../bring-in.js";
import * as Days from "../days.js";
import { part, tell } from "../dom.js";
import * as Saved from "../saved.js";
import { allTicked } from "./ticks.js";

/** @typedef {import("./ticks.js").Given} Given */
/**
 * The tool whose answers these are.
 * @typedef {{
 *   root: HTMLElement, tool: Tool, given: Given, carried: string[], toggle: (name: string, shown: unknown) => void,
 *   use: (saved: { answers: Answers, ticked?: string[], version: string }) => void, clear: (all: boolean) => void,
 * }} Keeper
 */

export class Keeping {
  brought = false; // whether a file was brought in, and its answers wait to be used

  /** @param {Keeper} keeper */
  constructor(keeper) {
    this.keeper = keeper;
    this.root = keeper.root;
    this.name = `decision.${keeper.tool.id}`;
    takesFiles(this.root, () => {
      this.brought = true;
      this.offer();
    });
    Saved.watch(this.name, () => this.offer());
  }

  get ticked() {
    return allTicked(this.keeper.tool, this.keeper.given).map(({ id }) => id);
  }

  /** Saved answers are offered where there are none yet, or after a file; and only as long as they are saved. */
  offer() {
    const own = Object.keys(this.keeper.given.answers).filter((id) => !this.keeper.carried.includes(id));
    const found = this.brought || !own.length ? Saved.read(this.name) : null;
    this.keeper.toggle("offer", found && Object.keys(found.answers).length);
    part(this.root, "saved-on").textContent = found && Days.inWords(found.date);
  }

  /** @type {Record<string, () => void>} */
  acts = {
    save: () => {
      const { tool, given } = this.keeper;
      const ticked = this.ticked.length ? { ticked: this.ticked } : {};
      const kept = { version: Answers.version(tool), date: Days.today(), answers: given.answers, ...ticked };
      tell(this.root, Saved.write(this.name, kept) ? "saved" : "refused");
    },
    use: () => {
      const found = Saved.read(this.name);
      if (!found) return this.offer(); // another tab cleared them since
      this.brought = false;
      this.keeper.use(found);
    },
    clear: () => {
      Saved.remove(this.name, true);
      this.brought = false;
      this.keeper.clear(true);
      tell(this.root, "cleared");
    },
    share: () => {
      const link = part(this.root, "link", HTMLInputElement);
      this.keeper.toggle("share", part(this.root, "share").hidden);
      link.value = location.href.split("#")[0] + Answers.toLink(this.keeper.tool, this.keeper.given.answers, this.ticked);
      link.select();
    },
    copy: () => this.copyLink(),
    download: () => {
      if (!takeOut()) tell(this.root, "nothing");
    },
  };

  async copyLink() {
    const link = part(this.root, "link", HTMLInputElement);
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
      tell(this.root, "copied");
    } catch {
      tell(this.root, "marked");
    }
  }
}
