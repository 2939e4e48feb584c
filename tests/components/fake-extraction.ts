import type {
  ArticleId,
  RequestInput,
  RequestName,
  RequestOutput,
} from "../../preload/contract/contract.ts";

type Names = Extract<RequestName, `extraction.${string}`>;
type Answers = { [Name in Names]: (input: never) => RequestOutput<Name> };

const letter =
  "Dear editor, the trams are late again, and nobody at the depot answers letters any more. ";
const told = "The lighthouse was opened on Monday after two years of work, said its keeper. ";

/** What publisher's pages look like once they are safe to show: block 3 is the article. */
const page = `<div data-block="0"><ul><li>Home</li><li>World</li></ul>
  <div data-block="1"><h2>Letters</h2><p>${letter.repeat(6)}</p></div>
  <div data-block="2"><h2>The lighthouse is open</h2><span data-picture=""></span>
    <div data-block="3"><p>${told.repeat(4)}</p><p>${told.repeat(4)}</p></div>
    <div data-block="4"><p>Sign up for our newsletter and get ten of these in your inbox.</p></div>
  </div></div>`;

/** What main answers a person who shows where an article is on its page. */
export function fakeExtraction(): Answers {
  return {
    "extraction.open": ({ articleId }: { articleId: ArticleId }) => ({
      token: "page-1",
      articleId,
      address: "https://example.org/lighthouse",
      html: page,
      chosen: 1,
      isOwnChoice: false,
    }),
    "extraction.preview": ({ block }: RequestInput<"extraction.preview">) => {
      if (block === 4) return { html: "", wordCount: 0, problem: "no-article" };
      const text = block === 1 ? letter.repeat(6) : told.repeat(8);
      return { html: `<p>${text}</p>`, wordCount: text.split(" ").length - 1, problem: null };
    },
    "extraction.choose": () => ({ count: 12 }),
    "extraction.reset": () => ({ count: 12 }),
  };
}
