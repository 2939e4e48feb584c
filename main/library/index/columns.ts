/** Rows that are made room for at least. */
const smallestCapacity = 1024;

/** The index's columns: a number for each article, each column as narrow as its values allow. */
export class Columns {
  /** Arrival day, in days since 1970-01-01 UTC. */
  day = new Uint16Array(smallestCapacity);
  number = new Uint32Array(smallestCapacity);
  feed = new Uint32Array(smallestCapacity);
  /** Seconds since 1970-01-01 UTC. */
  published = new Uint32Array(smallestCapacity);
  contentHash = new Uint32Array(smallestCapacity);
  /** Where the newest record stands in its file, and how long it is; 0 bytes: it is not on disk. */
  offset = new Uint32Array(smallestCapacity);
  bytes = new Uint32Array(smallestCapacity);
  /** Pictures still to be fetched, and what of the page (`packWaiting`). */
  waiting = new Uint16Array(smallestCapacity);
  /** Bytes of its stored pictures, and how many they are. */
  pictureBytes = new Uint32Array(smallestCapacity);
  pictures = new Uint8Array(smallestCapacity);
  /** What became of its page (`packPage`), and why (`packReason`). */
  page = new Uint8Array(smallestCapacity);
  reason = new Uint8Array(smallestCapacity);
  section = new Uint8Array(smallestCapacity);
  flags = new Uint8Array(smallestCapacity);
  /** Row numbers by publication, oldest first. */
  order = new Uint32Array(smallestCapacity);

  get capacity(): number {
    return this.day.length;
  }

  /** Makes room for so many rows, and for some more, so that it need not be done for each. */
  reserve(rows: number): void {
    if (rows <= this.capacity) return;
    const capacity = Math.ceil((rows + smallestCapacity) * 1.125);
    this.day = enlarge(this.day, capacity);
    this.number = enlarge(this.number, capacity);
    this.feed = enlarge(this.feed, capacity);
    this.published = enlarge(this.published, capacity);
    this.contentHash = enlarge(this.contentHash, capacity);
    this.offset = enlarge(this.offset, capacity);
    this.bytes = enlarge(this.bytes, capacity);
    this.waiting = enlarge(this.waiting, capacity);
    this.pictureBytes = enlarge(this.pictureBytes, capacity);
    this.pictures = enlarge(this.pictures, capacity);
    this.page = enlarge(this.page, capacity);
    this.reason = enlarge(this.reason, capacity);
    this.section = enlarge(this.section, capacity);
    this.flags = enlarge(this.flags, capacity);
    this.order = enlarge(this.order, capacity);
  }

  /** All columns, in the order in which files hold them. */
  all(): (Uint8Array | Uint16Array | Uint32Array)[] {
    const { number, feed, published, contentHash, offset, bytes, pictureBytes, order } = this;
    return [
      ...[number, feed, published, contentHash, offset, bytes, pictureBytes, order],
      ...[this.day, this.waiting],
      ...[this.pictures, this.page, this.reason, this.section, this.flags],
    ];
  }
}

/** Bytes that a row takes in all columns together. */
export const bytesPerRow = new Columns()
  .all()
  .reduce((bytes, column) => bytes + column.BYTES_PER_ELEMENT, 0);

function enlarge<Column extends Uint8Array | Uint16Array | Uint32Array>(
  column: Column,
  capacity: number,
): Column {
  const larger = new (column.constructor as new (length: number) => Column)(capacity);
  larger.set(column);
  return larger;
}
