import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import globals from "globals";
import { configs as lit } from "eslint-plugin-lit";
import litA11y from "eslint-plugin-lit-a11y";
import { configs as wc } from "eslint-plugin-wc";
import tseslint from "typescript-eslint";

/** Modules of the main process; each one's public file is `main/<module>/<module>.ts`. */
const modules = [
  "electron",
  "bridge",
  "application",
  "feeds",
  "fetching",
  "offline",
  "library",
  "search",
  "stories",
  "workers",
  "secrets",
  "exchange",
  "filters",
];

const electronOnly = {
  regex: "^electron(/.*)?$",
  message: "Only main/electron and preload/index.ts may import Electron (ARCHITECTURE.md, walls).",
};

/** Who may import whom: a module's walls, from the list of the modules it may use. */
function walls(module, mayUse) {
  const others = modules.filter((name) => name !== module && !mayUse.includes(name));
  const patterns = [
    {
      regex: `^(\\.\\./)+(${others.join("|")})/`,
      message: `main/${module} may use only: ${mayUse.join(", ") || "nothing of main"} (ARCHITECTURE.md, walls).`,
    },
    {
      regex: `^(\\.\\./)+(${[...modules, "preload"].filter((name) => name !== module).join("|")})/(?!(\\2|types|jobs|page/read-page|choose/choose|contract/contract|channels)\\.ts$)(?!fixtures/)`,
      message: "Import another module through its public file (ARCHITECTURE.md, walls).",
    },
    {
      regex: "^(\\.\\./)+renderer/",
      message: "The main process does not import the window's code.",
    },
  ];
  if (module !== "electron") patterns.push(electronOnly);
  return {
    files: [`main/${module}/**/*.ts`],
    rules: { "no-restricted-imports": ["error", { patterns }] },
  };
}

export default defineConfig(
  { ignores: ["dist/", "release/", "screenshots/", "test-results/", "playwright-report/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.json", "./renderer/tsconfig.json", "./tests/e2e/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      eqeqeq: "error",
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
    },
  },
  {
    files: ["main/**/*.ts", "preload/**/*.ts", "scripts/**", "tests/**", "*.js", "*.ts"],
    languageOptions: { globals: globals.node },
  },
  { files: ["scripts/**", "tests/**"], rules: { "no-console": "off" } },
  // Playwright reads from the pattern which fixtures a fixture uses.
  { files: ["tests/e2e/fixtures.ts"], rules: { "no-empty-pattern": "off" } },
  { files: ["main/index.ts"], rules: { "max-lines": ["error", { max: 80 }] } },

  walls("feeds", []),
  walls("offline", ["library"]),
  walls("fetching", []),
  walls("library", []),
  walls("search", ["library", "feeds"]),
  walls("stories", ["library"]),
  walls("workers", ["feeds", "offline", "library", "exchange"]),
  walls("secrets", []),
  walls("application", [
    "secrets",
    "feeds",
    "fetching",
    "offline",
    "library",
    "search",
    "stories",
    "workers",
    "exchange",
  ]),
  walls("exchange", []),
  walls("filters", ["search"]),
  walls("bridge", []),
  walls("electron", ["bridge"]),
  {
    files: ["preload/contract/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            electronOnly,
            { regex: "^\\.\\./", message: "The contract imports nothing of ours." },
          ],
        },
      ],
    },
  },
  {
    files: ["renderer/**/*.ts", "tests/components/**/*.ts"],
    extends: [lit["flat/recommended"], wc["flat/best-practice"]],
    languageOptions: { globals: globals.browser },
    // LitElement has every lifecycle callback.
    rules: { "wc/guard-super-call": "off" },
  },
  {
    files: ["renderer/**/*.ts"],
    plugins: { "lit-a11y": litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            electronOnly,
            { regex: "^node:", message: "The window has no Node." },
            { regex: "/main/", message: "The window knows the contract, not the main process." },
            {
              regex: "preload/",
              allowTypeImports: true,
              message: "The window imports types of the contract only.",
            },
            {
              regex: "unsafe-(html|svg|mathml|static)|static-html",
              message: "Article HTML enters the page through Element.setHTML alone (SECURITY.md).",
            },
          ],
        },
      ],
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe"].map((property) => ({
          property,
          message: "Article HTML enters the page through Element.setHTML alone (SECURITY.md).",
        })),
      ],
    },
  },
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
);
