import { readFileSync } from "node:fs";
import { DebugLogger } from "builder-util";
import { getConfig, validateConfiguration } from "app-builder-lib/out/util/config/config.js";
import { expect, it } from "vitest";
import { inProject, projectFolder } from "../../../scripts/project.ts";

it("electron-builder takes the packaging file as it is", async () => {
  const configuration = await getConfig(projectFolder, null, null);
  await expect(
    validateConfiguration(configuration, new DebugLogger(false)),
  ).resolves.toBeUndefined();
  expect(configuration).toMatchObject({
    appId: "org.broadsheet.reader",
    nsis: { deleteAppDataOnUninstall: false },
  });
  const misspelt = { ...configuration, asarr: true } as typeof configuration;
  await expect(validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow(/asarr/);
});

it("the entry that package.json names is the one that is built", () => {
  const { main } = JSON.parse(readFileSync(inProject("package.json"), "utf8")) as { main: string };
  expect(main).toBe("dist/main/index.js");
});
