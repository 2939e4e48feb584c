/**
 * `Element.setHTML` of the HTML Sanitizer API, which Chromium has and TypeScript's library does not
 * describe yet (https://wicg.github.io/sanitizer-api/).
 */
interface Element {
  setHTML(html: string, options: { sanitizer: Sanitizer }): void;
}
