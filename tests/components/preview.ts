/** Shows the window in a browser without a main process: `vite tests/components`, then /preview.html. */
import "../../renderer/theme/theme.css";
import { FakeBridge, type FakeOptions } from "./fake-bridge.ts";

const wishes = JSON.parse(
  new URLSearchParams(location.search).get("options") ?? "{}",
) as FakeOptions;
const bridge = new FakeBridge(wishes);
Object.assign(window, { broadsheet: bridge, bridge });
await import("../../renderer/main.ts");
