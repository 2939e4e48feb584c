/** Character references (`&amp;`, `&#8217;`, `&eacute;`) in text that is not HTML. */
import { decodeHTMLStrict } from "entities/decode";

const reference = /&(?:#[xX]?[0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});/g;

/**
 * Decodes references one time. Names of HTML count although XML knows only five of them, because
 * feeds use them without a document type; what is no reference stays as it is.
 */
export function decodeReferences(text: string, own?: ReadonlyMap<string, string>): string {
  if (!text.includes("&")) return text;
  return text.replace(reference, (written) => {
    switch (written) {
      case "&lt;":
        return "<";
      case "&gt;":
        return ">";
      case "&amp;":
        return "&";
      case "&quot;":
        return '"';
      case "&apos;":
        return "'";
      default:
        return own?.get(written) ?? withoutControl(decodeHTMLStrict(written));
    }
  });
}

/** A reference must not bring in what the document may not contain. */
function withoutControl(character: string): string {
  return isUnwanted(character.charCodeAt(0)) ? "" : character;
}

function isUnwanted(code: number): boolean {
  return (code < 0x20 && code !== 9 && code !== 10 && code !== 13) || code >= 0xfffe;
}
