// What scripts do with a page again and again: find what it holds, make what it lacks, show one of several sentences.
// A kind of element, such as HTMLInputElement, is what the caller counts on; else it is any HTML element.

/**
 * The first element that a selector fits. Where the page lacks it, or has another kind of element there, that is said.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root @param {string} selector @param {new () => E} [kind]
 */
export const find = (root, selector, kind) => of(root.querySelector(selector), selector, kind);

/**
 * The same, for the nearest element around another one, itself included.
 * @template {Element} [E=HTMLElement]
 * @param {Element} inner @param {string} selector @param {new () => E} [kind]
 */
export const around = (inner, selector, kind) => of(inner.closest(selector), selector, kind);

/**
 * The same by the name that a page's template gave it as data-part.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root @param {string} name @param {new () => E} [kind]
 */
export const part = (root, name, kind) => find(root, `[data-part="${name}"]`, kind);

/** @template {Element} [E=HTMLElement] @param {string} id @param {new () => E} [kind] */
export const byId = (id, kind) => of(document.getElementById(id), `#${id}`, kind);

/**
 * All elements of a kind that a selector fits, in the order of the page.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root @param {string} selector @param {new () => E} [kind]
 */
export const all = (root, selector, kind) =>
  [...root.querySelectorAll(selector)].flatMap((element) => (is(element, kind) ? [element] : []));

/**
 * The element around what an event began in, or null.
 * @template {Element} [E=HTMLElement]
 * @param {Event} event @param {string} selector @param {new () => E} [kind]
 */
export const pressed = ({ target }, selector, kind) => {
  const element = target instanceof Element ? target.closest(selector) : null;
  return is(element, kind) ? element : null;
};

/**
 * @template {Element} [E=HTMLElement]
 * @param {Element | null} element @param {string} selector @param {new () => E} [kind]
 */
const of = (element, selector, kind) => {
  if (is(element, kind)) return element;
  throw new Error(`the page has no ${kind?.name ?? ""} ${selector}`);
};

/**
 * @template {Element} [E=HTMLElement]
 * @param {Element | null} element @param {new () => E} [kind] @returns {element is E}
 */
const is = (element, kind) => element instanceof (kind ?? HTMLElement);

/**
 * A new element with what stands in it.
 * @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {(Node | string)[]} inside
 */
export const made = (tag, ...inside) => {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
};

/** @template {Element} E @param {string} name @param {E} element */
export const classed = (name, element) => {
  element.className = name;
  return element;
};

/** The words of a heading as a heading some levels up. @param {HTMLElement} heading @param {number} levels */
export const raised = (heading, levels) =>
  made(/** @type {"h2"} */ (`h${Number(heading.tagName[1]) - levels}`), ...heading.childNodes);

/** What stands in a template of the page, to fill and put in. @param {HTMLTemplateElement} template */
export const copyOf = ({ content }) => /** @type {DocumentFragment} */ (content.cloneNode(true));

/** @template {Node} N @param {N} node */
export const twin = (node) => /** @type {N} */ (node.cloneNode(true));

/** @type {Map<string, Promise<void>>} */
const fetched = new Map();

/**
 * Fetches what is wanted only now, once: a script, as a page from a folder may fetch nothing else. There may be a network
 * again at the next press. @param {string} address
 */
export const fetchScript = (address) => {
  const asked = fetched.get(address) ?? /** @type {Promise<void>} */ (new Promise((done, failed) => {
    const script = made("script");
    script.src = address;
    script.onload = () => done();
    script.onerror = () => {
      fetched.delete(address);
      failed(new Error(address));
    };
    document.head.append(script);
  }));
  fetched.set(address, asked);
  return asked;
};

/** What the page's template handed over as JSON. @param {ParentNode} root */
export const dataIn = (root) => JSON.parse(find(root, "script", HTMLScriptElement).textContent);

/** Shows the one of several sentences that data-says names, or none. @param {ParentNode} root @param {string} [what] */
export const tell = (root, what) => {
  for (const sentence of all(root, "[data-says]")) sentence.hidden = sentence.dataset.says !== what;
};

/** Where a press on a link of an error leads. @param {HTMLElement} link */
export const followTo = (link) => {
  if (link instanceof HTMLAnchorElement) byId(link.hash.slice(1)).focus();
};

/**
 * Does what a press is for, by the data-do of what was pressed.
 * @param {Event} event @param {Record<string, (pressed: HTMLElement) => void>} acts
 */
export const act = (event, acts) => {
  const found = pressed(event, "[data-do]");
  if (found instanceof HTMLAnchorElement && found.hash) event.preventDefault();
  if (found) acts[found.dataset.do ?? ""]?.(found);
};

/** Whether the address names a tool, with or without answers. @param {HTMLElement} whole */
export const isLinkedTo = (whole) => location.hash.split("?")[0] === `#${whole.id}`;

/**
 * Lands on a tool that the address names, once the browser has moved there and taken the focus off what stands in it.
 * @param {HTMLElement} whole @param {() => void} land
 */
export const landOn = (whole, land) => {
  if (isLinkedTo(whole)) addEventListener("load", () => requestAnimationFrame(() => setTimeout(land)), { once: true });
};
