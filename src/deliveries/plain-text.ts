const REFERENCES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** The text of a message without its markup, for the case that Telegram refuses the markup. */
export function plainText(html: string): string {
  return html
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/&(lt|gt|amp|quot);/g, (whole, name: string) => REFERENCES[name] ?? whole)
}
