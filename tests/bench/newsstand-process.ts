/** A newsstand in a process of its own, so that its work is not counted as the program's. */
import { startNewsstand } from "../newsstand/newsstand.ts";

const [publishers, articles] = process.argv.slice(2).map(Number);
const newsstand = await startNewsstand({
  publishers: publishers ?? 300,
  articlesPerPublisher: articles ?? 20,
});
// Everything is written once before anyone is timed.
for (const publisher of newsstand.publishers) {
  const response = await fetch(`${newsstand.origin}${new URL(publisher.feedAddress).pathname}`, {
    headers: { host: publisher.host },
  }).catch(() => null);
  await response?.arrayBuffer();
}
process.send?.({
  addresses: newsstand.publishers.map((publisher) => publisher.feedAddress),
  opml: newsstand.opml(),
});
process.on("disconnect", () => {
  void newsstand.close().then(() => {
    process.exit(0);
  });
});
