/** Bookmarking articles with their pictures. */
import { answer } from "../../answer.ts";
import { everything, openCounted, sampleIds } from "../opened.ts";
import type { Made } from "../prepared.ts";
import { measureWriting, type Written } from "../written.ts";

export interface BookmarkFigures {
  readonly withoutPictures: Written;
  readonly withPictures: Written;
  /** Pictures of an article that has some, on average. */
  readonly pictures: number;
}

const count = 60;

await answer(async (made: Made): Promise<BookmarkFigures> => {
  const { library, counted } = await openCounted(made);
  const [bare, illustrated]: [(typeof ids)[number][], (typeof ids)[number][]] = [[], []];
  let pictures = 0;
  // Not those of the filling: these lie between the samples.
  const ids = await sampleIds(library, everything, count);
  for (const id of ids) {
    const article = await library.articles.read(id);
    if (article === null || article.bookmarked) continue;
    (article.pictures.length === 0 ? bare : illustrated).push(id);
    pictures += article.pictures.length;
  }
  const write = (some: typeof ids): Promise<Written> =>
    measureWriting(
      made.folder,
      counted,
      some.map((id) => async () => {
        if (!(await library.bookmarks.add(id))) throw new Error(`${id} is not there.`);
        return () => library.bookmarks.remove(id);
      }),
    );
  const figures = {
    withoutPictures: await write(bare),
    withPictures: await write(illustrated),
    pictures: pictures / illustrated.length,
  };
  await library.close();
  return figures;
});
