import { expect, test } from "vitest";
import "../../renderer/components/empty-state.ts";

// With the wrong compiler settings properties stop being reactive without any error at all.
test("setting a reactive property renders anew", async () => {
  const element = document.createElement("bs-empty-state");
  document.body.append(element);
  element.heading = "First";
  await element.updateComplete;
  expect(element.renderRoot.querySelector("h2")?.textContent).toBe("First");
  element.heading = "Second";
  await element.updateComplete;
  expect(element.renderRoot.querySelector("h2")?.textContent).toBe("Second");
  element.remove();
});
