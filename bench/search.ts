import { benchCollection, readCollection } from './collection.ts'
import type { Print } from './print.ts'
import { benchQuality, readReports } from './quality.ts'
import { benchScale } from './scale.ts'

const ARTICLES = 100_000

/** A collection if there is one, the judged queries, and a store of many articles made of all these texts. */
export async function benchSearch(
  print: Print,
  options: { readonly collection?: string | undefined; readonly articles?: number | undefined },
): Promise<void> {
  const collection = options.collection === undefined ? null : await readCollection(options.collection)
  if (collection !== null) await benchCollection(print, collection)
  await benchQuality(print)
  const texts = [
    ...readReports().map(({ report }) => report.body),
    ...(collection?.passages ?? []).map(({ text }) => text),
  ]
  await benchScale(print, texts, options.articles ?? ARTICLES)
}
