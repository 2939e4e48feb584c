import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { CompiledQuery } from "./compile-query.ts";
import { foldText } from "./fold-text.ts";
import { articleOf, rowOf } from "./row-ids.ts";
import type { ArticleMarks, SearchDocument } from "./types.ts";

/** Raised when what is stored, or how texts are folded, changes: older files are made anew. */
const version = 3;
/** Rows whose relevance is weighed: weighing pays for every hit. */
const mostWeighed = 3000;
/** How much a hit counts in headline, text, author, title, tag and note. */
const weights = "10.0, 1.0, 4.0, 2.0, 4.0, 4.0";

const schema = `
  CREATE VIRTUAL TABLE articles USING fts5(
    headline, text, author, title, tag, note,
    content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2"
  );
  CREATE TABLE facts(row INTEGER PRIMARY KEY, published INTEGER NOT NULL, section TEXT, stamp INTEGER NOT NULL);
  PRAGMA user_version = ${version};
`;

/** One file of the index: the articles of thirty days. Everything in it can be made anew. */
export class Shard {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** Opens a file, making it when missing. Throws when it is damaged or of another version. */
  constructor(path: string, marks: () => ArticleMarks) {
    this.#database = new DatabaseSync(path);
    try {
      this.#database.exec(
        "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-4096;",
      );
      const found = this.#database.prepare("PRAGMA user_version").get()?.user_version;
      if (found === 0) this.#database.exec(`BEGIN; ${schema} COMMIT;`);
      else if (found !== version) throw new Error(`index version ${String(found)}`);
      for (const [name, mark] of [
        ["is_unread", "unread"],
        ["is_bookmarked", "bookmarked"],
        ["is_offline", "offline"],
      ] as const)
        this.#database.function(name, (row) => Number(marks()[mark](articleOf(Number(row)))));
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  /** Puts articles in, in place of what was there of them; all or none. */
  put(documents: readonly SearchDocument[]): void {
    this.#together(() => {
      for (const document of documents) {
        const row = rowOf(document.articleId);
        this.#run("DELETE FROM articles WHERE rowid = ?", row);
        this.#run(
          "INSERT INTO articles(rowid, headline, text, author, title, tag, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
          row,
          foldText(document.headline),
          foldText(document.text),
          foldText(document.author),
          foldText(document.title),
          document.tags.map(foldText).join(" \n "),
          foldText(document.note),
        );
        this.#run(
          "INSERT OR REPLACE INTO facts(row, published, section, stamp) VALUES (?, ?, ?, ?)",
          row,
          document.published,
          document.section,
          document.stamp,
        );
      }
    });
  }

  /** Takes articles out; all or none. */
  remove(rows: readonly number[]): void {
    this.#together(() => {
      for (const row of rows) {
        this.#run("DELETE FROM articles WHERE rowid = ?", row);
        this.#run("DELETE FROM facts WHERE row = ?", row);
      }
    });
  }

  /** Rows that fit, newest first, so many at most. */
  newest({ match, condition, parameters }: CompiledQuery, limit: number): number[] {
    const where = condition === null ? "" : `${match === null ? "WHERE" : "AND"} ${condition}`;
    const sql =
      match === null
        ? `SELECT row FROM facts ${where} ORDER BY row DESC LIMIT ?`
        : condition === null
          ? "SELECT rowid AS row FROM articles WHERE articles MATCH ? ORDER BY rowid DESC LIMIT ?"
          : `SELECT row FROM articles CROSS JOIN facts ON facts.row = articles.rowid WHERE articles MATCH ? ${where} ORDER BY articles.rowid DESC LIMIT ?`;
    return this.#rows(sql, ...(match === null ? [] : [match]), ...parameters, limit);
  }

  /** How well rows fit an expression; lower is better. */
  weigh(match: string, rows: readonly number[]): Map<number, number> {
    const weighed = new Map<number, number>();
    const lowest = Math.min(...rows.slice(0, mostWeighed));
    const wanted = new Set(rows);
    const found = this.#prepare(
      `SELECT rowid AS row, bm25(articles, ${weights}) AS weight FROM articles WHERE articles MATCH ? AND rowid >= ?`,
    ).all(match, lowest);
    for (const { row, weight } of found)
      if (wanted.has(Number(row))) weighed.set(Number(row), Number(weight));
    return weighed;
  }

  /** The rows from one on and before another, with the stamps of their articles. */
  stamps(from = 0, until = Number.MAX_SAFE_INTEGER): { row: number; stamp: number }[] {
    return this.#prepare("SELECT row, stamp FROM facts WHERE row >= ? AND row < ?")
      .all(from, until)
      .map(({ row, stamp }) => ({ row: Number(row), stamp: Number(stamp) }));
  }

  /** Merges what many small writes left. */
  optimize(): void {
    this.#database.exec("INSERT INTO articles(articles) VALUES ('optimize')");
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #together(act: () => void): void {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      act();
      this.#database.exec("COMMIT");
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  #rows(sql: string, ...parameters: (string | number)[]): number[] {
    return this.#prepare(sql)
      .all(...parameters)
      .map(({ row }) => Number(row));
  }

  #run(sql: string, ...parameters: (string | number | null)[]): void {
    this.#prepare(sql).run(...parameters);
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    // Queries with conditions differ in their text; nobody needs the old ones.
    if (this.#statements.size > 50) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }
}
