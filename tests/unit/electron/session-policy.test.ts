/** What the window is granted: next to nothing. */
import { expect, test, vi } from "vitest";

type Asked = (
  contents: null,
  permission: string,
  callback: (isGranted: boolean) => void,
  details: { requestingUrl: string },
) => void;
type Checked = (contents: null, permission: string, origin: string) => boolean;

const handlers = vi.hoisted((): { ask: Asked | null; check: Checked | null } => ({
  ask: null,
  check: null,
}));

vi.mock("electron", () => ({
  app: { on: () => undefined },
  session: {
    defaultSession: {
      setPermissionRequestHandler: (ask: Asked) => (handlers.ask = ask),
      setPermissionCheckHandler: (check: Checked) => (handlers.check = check),
      webRequest: { onBeforeRequest: () => undefined },
    },
  },
}));

const { applySessionPolicy } = await import("../../../main/electron/session-policy.ts");

const ours = "app://broadsheet/index.html";

test.each([
  ["clipboard-sanitized-write", ours, true],
  // A film fills the screen when somebody presses its button: the engine asks for that.
  ["fullscreen", ours, true],
  ["fullscreen", "https://news.example/", false],
  ["fullscreen", "app://workshop/workshop/index.html", false],
  ["clipboard-read", ours, false],
  ["media", ours, false],
  ["geolocation", ours, false],
  ["openExternal", ours, false],
])("%s for %s", (permission, asking, isGranted) => {
  applySessionPolicy();
  const answers: boolean[] = [];
  handlers.ask?.(null, permission, (answer) => answers.push(answer), { requestingUrl: asking });
  expect(answers).toEqual([isGranted]);
  expect(handlers.check?.(null, permission, asking)).toBe(isGranted);
});
