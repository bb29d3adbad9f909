import type { Article } from '../articles/article.ts'
import type { Correction } from '../articles/article-changes.ts'
import type { ArticleStore } from '../articles/article-store.ts'
import { amendedPart, partHolding } from '../deliveries/amended-part.ts'
import type { AmendedEdition, AmendmentText, RenderAmendment } from '../deliveries/corrections.ts'
import { amendedBlock, correctionMessage, fitsMessage } from '../messages/changes.ts'
import { createWording } from '../messages/fluent.ts'

/** Texts kept at hand: one correction goes to many readers of few editions. */
const AT_HAND = 50

/**
 * How corrections are written into digests, and beside them. A part is written from the frozen one and everything
 * that holds now about its articles, so that one correction does not wipe out another.
 *
 * @param botUsername asked at each text: it is known once the bot is connected
 */
export function createCorrectionRenderer(
  articles: Pick<ArticleStore, 'byId'>,
  botUsername: () => string,
): RenderAmendment {
  const atHand = new Map<string, AmendmentText>()

  async function articlesOf(corrections: readonly Correction[]): Promise<Map<number, Article>> {
    const found = new Map<number, Article>()
    for (const { articleId } of corrections) {
      const article = await articles.byId(articleId)
      if (article !== null) found.set(articleId, article)
    }
    return found
  }

  return async ({ correction, edition }) => {
    const { articleId } = correction
    // Of several corrections of one article the newest counts.
    const told = edition.corrections.find((one) => one.articleId === articleId) ?? correction
    const corrections = [...edition.corrections.filter((one) => one.articleId !== articleId), told]
    const about = await articlesOf(corrections)
    const revisions = [...about.values()].map(({ id, revision }) => `${id}.${revision}`)
    const key = [edition.id, articleId, ...corrections.map(({ id }) => id), ...revisions].join(' ')
    const kept = atHand.get(key)
    if (kept !== undefined) return kept
    const article = about.get(articleId)
    const text: AmendmentText = {
      part: partOf(edition, articleId, corrections, about, botUsername()),
      reply: correctionMessage(createWording(edition.language), {
        told,
        card: { id: articleId, title: article?.title ?? '' },
        botUsername: botUsername(),
      }).markup,
    }
    if (atHand.size >= AT_HAND) atHand.clear()
    atHand.set(key, text)
    return text
  }
}

function partOf(
  edition: AmendedEdition,
  articleId: number,
  corrections: readonly Correction[],
  about: ReadonlyMap<number, Article>,
  botUsername: string,
): AmendmentText['part'] {
  const index = partHolding(edition.parts, articleId)
  const frozen = index === null ? undefined : edition.parts[index]
  if (index === null || frozen === undefined) return null
  for (const brief of [false, true]) {
    const html = corrections.reduce((part, told) => {
      const card = about.get(told.articleId)
      if (card === undefined) return part
      const { language, length } = edition
      const options = { told, card, length, botUsername, brief }
      const block = (stood: string) => amendedBlock(createWording(language), stood, options)
      return amendedPart(part, told.articleId, block) ?? part
    }, frozen)
    if (fitsMessage(html)) return { index, html }
  }
  return null
}
