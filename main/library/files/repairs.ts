/** Sentences about what was repaired or set aside, for the person to read. */
export class Repairs {
  readonly sentences: string[] = [];

  tell(sentence: string): void {
    if (!this.sentences.includes(sentence)) this.sentences.push(sentence);
  }
}
