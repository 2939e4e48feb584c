/** What happens when the library is not where it was moved to: never a new, empty one unasked. */
import { mkdir, readFile, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DialogAnswer } from "../../scripts/chromium-host/dialog.ts";
import type { Program } from "./launch.ts";
import { expect, test } from "./fixtures.ts";

const quit: DialogAnswer = { dialog: "message", button: 2 };
const choose: DialogAnswer = { dialog: "message", button: 1 };
const tryAgain: DialogAnswer = { dialog: "message", button: 0 };

const libraryOf = ({ page }: Program): Promise<string> =>
  page.evaluate(`broadsheet.request("app.info", {}).then((reply) => reply.value.dataFolder)`);

test.describe("a library that is not there", () => {
  test.skip(process.env.BROADSHEET_HOST === "electron", "asked before a test can answer");

  test("is asked for; the program ends when nobody knows, and makes nothing", async ({
    open,
    dataFolder,
  }) => {
    const pointer = join(dataFolder, "location.json");
    await writeFile(pointer, JSON.stringify({ library: join(dataFolder, "drive", "library") }));
    await expect(open({ answers: [tryAgain, quit] })).rejects.toThrow("did not open its window");
    expect(await readdir(dataFolder)).not.toContain("library");
    expect(await readdir(dataFolder)).not.toContain("drive");
  });

  test("is used again from where the person says it is", async ({ open, dataFolder }) => {
    const usual = await open();
    expect(await libraryOf(usual.program)).toBe(join(dataFolder, "library"));
    await usual.program.close();
    await mkdir(join(dataFolder, "elsewhere"));
    await rename(join(dataFolder, "library"), join(dataFolder, "elsewhere", "library"));
    const pointer = join(dataFolder, "location.json");
    await writeFile(pointer, "damaged");

    const place = join(dataFolder, "elsewhere", "library");
    const found = await open({
      answers: [choose, { dialog: "open", path: join(dataFolder, "elsewhere") }],
    });
    expect(await libraryOf(found.program)).toBe(place);
    await found.program.close();
    expect(JSON.parse(await readFile(pointer, "utf8"))).toEqual({ library: place });

    const again = await open();
    expect(await libraryOf(again.program)).toBe(place);
    expect(await readdir(dataFolder)).not.toContain("library");
  });

  test("gives way to an empty one only when that is asked for", async ({ open, dataFolder }) => {
    const [full, empty] = [join(dataFolder, "full"), join(dataFolder, "empty")];
    await mkdir(full);
    await writeFile(join(full, "letter.txt"), "mine");
    await mkdir(empty);
    await writeFile(join(dataFolder, "location.json"), JSON.stringify({ library: "/not/there" }));
    const { program } = await open({
      answers: [
        choose,
        { dialog: "open", path: full },
        { dialog: "message", button: 0 },
        choose,
        { dialog: "open", path: empty },
        { dialog: "message", button: 1 },
        choose,
        { dialog: "open", path: empty },
        { dialog: "message", button: 0 },
      ],
    });
    expect(await libraryOf(program)).toBe(empty);
    expect(await readdir(full)).toEqual(["letter.txt"]);
  });
});
