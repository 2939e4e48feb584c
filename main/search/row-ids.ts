import { articleId, type ArticleId } from "../../preload/contract/contract.ts";

/** Numbers that a day's articles may have, as a power of two; `ArticleId` allows seven digits. */
const numberBits = 24;
const numbers = 2 ** numberBits;
/** Days in one file of the index. */
const daysInShard = 30;

/** An article's row in the index: later articles have higher ones. */
export function rowOf(id: ArticleId): number {
  const [day = "0", number = "0"] = id.split("-");
  return Number(day) * numbers + Number(number);
}

/** The article of a row. */
export function articleOf(row: number): ArticleId {
  return articleId.parse(`${dayOfRow(row)}-${row % numbers}`);
}

/** The arrival day of a row, in days since 1970-01-01 UTC. */
export function dayOfRow(row: number): number {
  return Math.floor(row / numbers);
}

/** The row of a day's article. */
export function rowAt(day: number, number: number): number {
  return day * numbers + number;
}

/** A row's number within its day. */
export function numberOfRow(row: number): number {
  return row % numbers;
}

/** The number of the file that holds a row. */
export function shardOf(row: number): number {
  return Math.floor(dayOfRow(row) / daysInShard);
}
