import * as nodeFiles from "node:fs/promises";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openVault, type FileCalls, type Vault } from "../../../main/secrets/secrets.ts";
import { FailingFiles } from "../library/failing-files.ts";
import { KeyRing } from "./key-ring.ts";

let folder: string;
let file: string;
let logged: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "broadsheet-secrets-"));
  file = join(folder, "secrets.json");
  logged = [];
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

const open = (safeStorage = new KeyRing(), files?: FileCalls): Promise<Vault> =>
  openVault({
    folder,
    safeStorage,
    log: (message, cause) => logged.push(`${message}: ${String(cause)}`),
    ...(files !== undefined && { files }),
  });

const one = (name: string, secret: string | null): Map<string, string | null> =>
  new Map([[name, secret]]);

function withoutKeyRing(): KeyRing {
  const none = new KeyRing();
  none.isOffered = false;
  return none;
}

describe("secrets", () => {
  it("are there again after a start, and none of them can be read in the file", async () => {
    const keyRing = new KeyRing();
    const vault = await open(keyRing);
    await vault.set(
      new Map([
        ["feed:a", "sesame"],
        ["sign-in/b", "tulip"],
      ]),
    );
    expect(vault.kind).toBe("sealed");
    const again = await open(keyRing);
    expect([await again.get("feed:a"), await again.get("sign-in/b")]).toEqual(["sesame", "tulip"]);
    expect(await again.get("feed:b")).toBeNull();
    expect([again.names("feed:"), again.names().length]).toEqual([["feed:a"], 2]);
    expect(await readFile(file, "utf8")).not.toMatch(/sesame|tulip/);
  });

  it("are opened when they are asked for, and then once", async () => {
    const keyRing = new KeyRing();
    await (await open(keyRing)).set(one("a", "sesame"));
    const again = await open(keyRing);
    expect([again.has("a"), again.has("b"), keyRing.opened]).toEqual([true, false, 0]);
    await Promise.all([again.get("a"), again.get("a")]);
    expect(keyRing.opened).toBe(1);
  });

  it("are gone when they are removed", async () => {
    const keyRing = new KeyRing();
    const vault = await open(keyRing);
    await vault.set(one("a", "sesame"));
    await vault.set(one("a", null));
    expect([vault.has("a"), await vault.get("a")]).toEqual([false, null]);
    expect((await open(keyRing)).names()).toEqual([]);
  });

  it.skipIf(process.platform === "win32")(
    "lie in a file for this account alone, whatever lay there",
    async () => {
      await writeFile(`${file}.tmp`, "left by a crash");
      await chmod(`${file}.tmp`, 0o666);
      await (await open(withoutKeyRing())).set(one("a", "sesame"));
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(await readdir(folder)).toEqual(["secrets.json"]);
    },
  );

  it("are written one after the other, however many ask at once", async () => {
    const keyRing = new KeyRing();
    const vault = await open(keyRing);
    const names = Array.from({ length: 20 }, (_, index) => `name ${index}`);
    await Promise.all(names.map((name) => vault.set(one(name, `secret of ${name}`))));
    const again = await open(keyRing);
    expect(await Promise.all(names.map((name) => again.get(name)))).toEqual(
      names.map((name) => `secret of ${name}`),
    );
  });

  it("cost no write when nothing changes", async () => {
    const disk = new FailingFiles();
    const vault = await open(new KeyRing(), disk.files);
    await vault.set(one("a", "sesame"));
    disk.syncsLeft = 0;
    await vault.set(one("a", "sesame"));
    await vault.set(one("b", null));
    await expect(vault.set(one("a", "tulip"))).rejects.toThrow("ENOSPC");
  });
});

describe("a system without safe storage", () => {
  it("is not said to seal anything", async () => {
    const vault = await open(withoutKeyRing());
    expect(vault.kind).toBe("plain");
    await vault.set(one("a", "sesame"));
    expect(await readFile(file, "utf8")).toContain("sesame");
    expect(await (await open(withoutKeyRing())).get("a")).toBe("sesame");
  });

  it("that refuses when it is asked is not said to seal either", async () => {
    const keyRing = new KeyRing();
    keyRing.refuses = true;
    const vault = await open(keyRing);
    await vault.set(one("a", "sesame"));
    expect([vault.kind, await vault.get("a")]).toEqual(["plain", "sesame"]);
  });

  it("that has one later gets what was in plain text sealed with the next write", async () => {
    await (await open(withoutKeyRing())).set(one("a", "sesame"));
    const keyRing = new KeyRing();
    await (await open(keyRing)).set(one("b", "tulip"));
    expect(await readFile(file, "utf8")).not.toMatch(/sesame|tulip/);
    expect(await (await open(keyRing)).get("a")).toBe("sesame");
  });
});

describe("what cannot be opened", () => {
  it("is missing, stays in the file, and opens again where it was sealed", async () => {
    const here = new KeyRing();
    await (await open(here)).set(one("a", "sesame"));
    const elsewhere = await open(new KeyRing());
    expect([elsewhere.has("a"), await elsewhere.get("a")]).toEqual([true, null]);
    expect(elsewhere.repairs).toEqual([]);
    await elsewhere.set(one("b", "tulip"));
    const back = await open(here);
    expect([await back.get("a"), await back.get("b")]).toEqual(["sesame", null]);
    expect(logged.join()).not.toMatch(/sesame|tulip/);
  });

  it("can be set anew", async () => {
    await (await open()).set(one("a", "sesame"));
    const keyRing = new KeyRing();
    await (await open(keyRing)).set(one("a", "sesame"));
    expect(await (await open(keyRing)).get("a")).toBe("sesame");
  });

  it("is sealed anew after the system changed its key", async () => {
    const keyRing = new KeyRing();
    await (await open(keyRing)).set(one("a", "sesame"));
    keyRing.generation = 1;
    const vault = await open(keyRing);
    const generation = async () => {
      const sealed = /"sealed": "([^"]+)"/.exec(await readFile(file, "utf8"))?.[1] ?? "";
      return Buffer.from(sealed, "base64")[0];
    };
    expect([await vault.get("a"), await generation()]).toEqual(["sesame", 0]);
    // Written after what had to be sealed anew.
    await vault.set(one("b", "tulip"));
    expect(await generation()).toBe(1);
    expect(await (await open(keyRing)).get("a")).toBe("sesame");
  });

  it("is what stands in another's place", async () => {
    const keyRing = new KeyRing();
    await (
      await open(keyRing)
    ).set(
      new Map([
        ["a", "sesame"],
        ["b", "tulip"],
      ]),
    );
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace('"a"', '"c"'));
    const vault = await open(keyRing);
    expect([await vault.get("c"), await vault.get("b")]).toEqual([null, "tulip"]);
  });
});

describe("a damaged file", () => {
  const damages: readonly [string, (path: string) => Promise<unknown>][] = [
    ["is cut off", (path) => writeFile(path, '{"version":1,"secrets":[{"na')],
    ["is empty", (path) => writeFile(path, "")],
    ["is of another version", (path) => writeFile(path, '{"version":9,"secrets":[]}')],
    ["holds zeros", (path) => writeFile(path, Buffer.alloc(4096))],
    ["is a folder", (path) => mkdir(path)],
  ];
  it.each(damages)(
    "that %s is set aside and told of, and others can be kept",
    async (_, damage) => {
      await damage(file);
      const keyRing = new KeyRing();
      const vault = await open(keyRing);
      expect(vault.repairs).toEqual([
        expect.stringMatching(/set aside as secrets\.json\.damaged-/),
      ]);
      await vault.set(one("a", "sesame"));
      const again = await open(keyRing);
      expect([await again.get("a"), again.repairs]).toEqual(["sesame", []]);
      expect((await readdir(folder)).filter((name) => name.includes("damaged"))).toHaveLength(1);
    },
  );

  it("that cannot even be set aside is never overwritten", async () => {
    await writeFile(file, "precious");
    const files: FileCalls = {
      ...nodeFiles,
      rename: () => Promise.reject(Object.assign(new Error("EACCES"), { code: "EACCES" })),
    };
    const vault = await open(new KeyRing(), files);
    expect(vault.repairs).toEqual([expect.stringContaining("cannot be read")]);
    await expect(vault.set(one("a", "sesame"))).rejects.toThrow("cannot be read");
    expect(await readFile(file, "utf8")).toBe("precious");
  });
});

describe("while secrets are written", () => {
  it("a full disk leaves what was there, here and in the file", async () => {
    const keyRing = new KeyRing();
    const disk = new FailingFiles();
    const vault = await open(keyRing, disk.files);
    await vault.set(one("a", "sesame"));
    disk.syncsLeft = 0;
    await expect(vault.set(one("a", "tulip"))).rejects.toThrow("ENOSPC");
    expect(await vault.get("a")).toBe("sesame");
    expect(await (await open(keyRing)).get("a")).toBe("sesame");
    expect(await readdir(folder)).toEqual(["secrets.json"]);
    disk.recover();
    await vault.set(one("a", "tulip"));
    expect(await (await open(keyRing)).get("a")).toBe("tulip");
  });

  it("a kill at any step leaves the old secrets or the new ones, and nothing damaged", async () => {
    const seen = new Set<string | null>();
    for (let step = 0; step < 12; step += 1) {
      await rm(folder, { recursive: true });
      const keyRing = new KeyRing();
      await (await open(keyRing)).set(one("a", "old"));
      const vault = await open(keyRing, killedAt(step));
      const isDone = await vault.set(one("a", "new")).then(
        () => true,
        () => false,
      );
      const after = await open(keyRing);
      const secret = await after.get("a");
      expect([after.repairs, ["old", "new"].includes(secret ?? "")]).toEqual([[], true]);
      if (isDone) expect(secret).toBe("new");
      seen.add(secret);
    }
    expect(seen).toEqual(new Set(["old", "new"]));
  });
});

/** File calls of a process that is killed at the given one: neither it nor any after it happens. */
function killedAt(step: number): FileCalls {
  // Reading at the start is not a step.
  let left = step + 1;
  const alive =
    <Rest extends unknown[], Result>(call: (...rest: Rest) => Promise<Result>) =>
    (...rest: Rest): Promise<Result> =>
      left-- > 0 ? call(...rest) : Promise.reject(new Error("killed"));
  const { open: openFile, readFile: readAll, rename, rm: remove, mkdir: make } = nodeFiles;
  return {
    readFile: alive(readAll) as typeof readAll,
    rename: alive(rename),
    rm: alive(remove),
    mkdir: alive(make) as typeof make,
    open: alive(async (...rest: Parameters<typeof openFile>) => {
      const handle = await openFile(...rest);
      return new Proxy(handle, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name, target);
          if (typeof member !== "function") return member;
          const call = member.bind(target) as (...args: unknown[]) => Promise<unknown>;
          // A process that is gone holds no files.
          return name === "close" ? call : alive(call);
        },
      });
    }),
  };
}
