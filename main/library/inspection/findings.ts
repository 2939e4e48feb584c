/** Something that is not as it should be, or worth knowing. */
export interface Finding {
  /** `damaged`: something was lost or would be, were it not for a copy; `notice`: all is well. */
  readonly kind: "damaged" | "notice";
  /** A sentence for a person. */
  readonly sentence: string;
}

/** What an inspection has found, in the order in which it was found. */
export class Findings {
  readonly all: Finding[] = [];

  damaged(sentence: string): void {
    this.all.push({ kind: "damaged", sentence });
  }

  notice(sentence: string): void {
    this.all.push({ kind: "notice", sentence });
  }
}

/** `1 article`, `1,234 articles`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
