// @ts-check
// The theme's bundle and palette.js keep settings through these four globals. This is Material's own
// interface (its partials/javascripts/base.html); what differs is that refused or broken storage is survived.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const scope = new URL(script.dataset.scope ?? ".", location.href);

  Object.assign(window, {
    __md_scope: scope,

    /** @param {string} text */
    __md_hash: (text) => [...text].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0),

    /** @param {string} key @param {Storage} [storage] @param {URL} [base] */
    __md_get: (key, storage, base = scope) => {
      try {
        return JSON.parse((storage ?? localStorage).getItem(`${base.pathname}.${key}`) ?? "null");
      } catch {
        return null;
      }
    },

    /** @param {string} key @param {unknown} value @param {Storage} [storage] @param {URL} [base] */
    __md_set: (key, value, storage, base = scope) => {
      try {
        (storage ?? localStorage).setItem(`${base.pathname}.${key}`, JSON.stringify(value));
      } catch {
        // Storage may be refused or full: the setting then lasts for this page only.
      }
    },
  });
})();
