import type { Story } from "../types.ts";

/** The story with everything in it that must never work in a reader. */
export function addHostility(story: Story): Story {
  return {
    ...story,
    headline: `${story.headline} ${inText}`,
    standfirst: `${story.standfirst} ${inText}`,
    author: `${story.author} ${inText}`,
    html: attacks.join("\n") + story.html,
  };
}

/** For places that hold text alone, and where a careless reader would take it for markup. */
const inText = `<img src=x onerror="document.title='owned'">`;

const attacks: readonly string[] = [
  `<script>document.title = "owned"</script>`,
  `<img src="x" onerror="document.title='owned'" alt="">`,
  `<iframe src="javascript:parent.document.title='owned'"></iframe>`,
  `<a href="javascript:document.title='owned'">Read on</a>`,
  `<form action="http://127.0.0.1:9/steal"><input name="password" type="password" autofocus onfocus="document.title='owned'"></form>`,
  `<svg><script>document.title='owned'</script><a xlink:href="javascript:document.title='owned'"><text y="20">Map</text></a></svg>`,
  `<img src="http://127.0.0.1:9/private.png" alt="A picture on this computer">`,
  `<img src="http://169.254.169.254/latest/meta-data" alt="A picture on the local link">`,
  `<img src="file:///etc/passwd" alt="A picture on this disk">`,
  `<style>* { display: none !important }</style>`,
  `<p style="position:fixed;inset:0;background:url(http://127.0.0.1:9/spy.gif)" onclick="document.title='owned'">Overlay</p>`,
  `<figure><img src="/pictures/harbour-1.png" alt='"><img src=x onerror="document.title=&apos;owned&apos;">'><figcaption onclick="document.title='owned'">Seen <script>document.title='owned'</script><b style="position:fixed;inset:0">from here</b></figcaption></figure>`,
  `<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">`,
  `<base href="http://127.0.0.1:9/">`,
  `<object data="http://127.0.0.1:9/plug.swf"></object><embed src="http://127.0.0.1:9/plug.swf">`,
  `<math><mtext><table><mglyph><style><img src="x" onerror="document.title='owned'"></style></mglyph></table></mtext></math>`,
];
