// What ESLint recommends, over every script of ours: `node_modules/.bin/eslint .`. Types are tsc's to check (tsconfig.json).
import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: [".venv/", "site/", "dist/", ".cache/", ".generators/", "overrides/assets/built/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "prefer-const": "error",
    },
  },
  // What readers get knows a browser and nothing else; what stands alone is no module.
  { files: ["overrides/**/*.js", "tools/serve/*.js"], languageOptions: { globals: globals.browser } },
  {
    files: ["overrides/assets/scripts/theme/settings.js", "tools/serve/*.js"],
    languageOptions: { sourceType: "script" },
  },
  // It runs in a page and in Node, by itself.
  { files: ["check/*.js"], languageOptions: { sourceType: "script", globals: { ...globals.browser, process: "readonly" } } },
  { files: ["tests/**/*.{js,mjs}"], languageOptions: { globals: globals.nodeBuiltin } },
];
